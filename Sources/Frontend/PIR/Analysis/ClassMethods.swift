import Syntax

/// The methods of the program's classes, as their definitions show them.
struct ClassMethods {
  /// Functions that classes define under a name.
  private(set) var named: [Name: [FunctionID]] = [:]
  /// Per constructor: what its class defines for instances.
  private var own: [FunctionID: [Name: FunctionID]] = [:]
  /// The same names in the order of definition.
  private var order: [FunctionID: [Name]] = [:]
  /// By method and by constructor: the constructor of the class.
  private var classes: [FunctionID: FunctionID] = [:]
  private var parents: [FunctionID: FunctionID] = [:]
  private var children: [FunctionID: [FunctionID]] = [:]

  init(_ module: PIRModule, holders: [GlobalID: FunctionID]) {
    for function in module.functions {
      for block in function.blocks {
        for id in block.instructions {
          switch function[id].opcode {
          case .methodDefine: noteMethod(function[id], function)
          case .classLink: noteClass(function[id], function, holders)
          default: break
          }
        }
      }
    }
  }

  private mutating func noteMethod(_ instruction: Instruction, _ function: PIRFunction) {
    guard case .name(let name) = instruction.payload, let method = function.closure(function.operand(instruction, 1)) else { return }
    named[name, default: []].append(method)
    guard let prototype = function.source(function.operand(instruction, 0)), prototype.opcode == .classLink,
      let constructor = function.closure(function.operand(prototype, 0))
    else { return }
    if own[constructor, default: [:]].updateValue(method, forKey: name) == nil { order[constructor, default: []].append(name) }
    classes[method] = constructor
  }

  private mutating func noteClass(_ instruction: Instruction, _ function: PIRFunction, _ holders: [GlobalID: FunctionID]) {
    guard let constructor = function.closure(function.operand(instruction, 0)) else { return }
    classes[constructor] = constructor
    guard let parent = function.knownClosure(function.operand(instruction, 1), holders) else { return }
    parents[constructor] = parent
    children[parent, default: []].append(constructor)
  }

  /// What instances of a class inherit, by name in the order of definition, those of the class itself first.
  func all(of constructor: FunctionID) -> [Layout.Method] {
    var found: [Layout.Method] = []
    var seen: Set<Name> = []
    var current: FunctionID? = constructor
    for _ in 0..<100 {
      guard let known = current else { break }
      for name in order[known] ?? [] where seen.insert(name).inserted {
        found.append(Layout.Method(name: name, function: own[known]![name]!))
      }
      current = parents[known]
    }
    return found
  }

  /// What a call of `name` on the `this` of a function probably reaches: what the class has or inherits, then what classes
  /// that extend it have in its place; nil if that does not show.
  func reached(by name: Name, onThisOf function: FunctionID) -> [FunctionID]? {
    classes[function].flatMap { reached(by: name, onInstancesOf: $0) }
  }

  /// The same for a class and those that extend it.
  func reached(by name: Name, onInstancesOf constructor: FunctionID) -> [FunctionID]? {
    var found = inherited(name, by: constructor).map { [$0] } ?? []
    var pending = children[constructor] ?? []
    while let next = pending.popLast() {
      if let method = own[next]?[name], !found.contains(method) { found.append(method) }
      pending += children[next] ?? []
    }
    return found.isEmpty ? nil : found
  }

  /// What a call of `name` on a new object of a class probably reaches.
  func inherited(_ name: Name, by constructor: FunctionID) -> FunctionID? {
    var current: FunctionID? = constructor
    // A class that seems to extend itself ends the search.
    for _ in 0..<100 {
      guard let known = current else { return nil }
      if let method = own[known]?[name] { return method }
      current = parents[known]
    }
    return nil
  }
}
