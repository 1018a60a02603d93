import Syntax

/// The methods and getters of the program's classes, as their definitions show them.
struct ClassMethods {
  /// Functions that classes define under a name.
  private(set) var named: [Name: [FunctionID]] = [:]
  /// Per constructor: what its class defines for instances.
  private var own: [FunctionID: [Name: Member]] = [:]
  /// Per constructor: its static methods.
  private var statics: [FunctionID: [Name: FunctionID]] = [:]
  /// The same names in the order of definition.
  private var order: [FunctionID: [Name]] = [:]
  /// By method and by constructor: the constructor of the class.
  private var classes: [FunctionID: FunctionID] = [:]
  private var parents: [FunctionID: FunctionID] = [:]
  private var children: [FunctionID: [FunctionID]] = [:]

  private enum Member {
    case method(FunctionID)
    /// An accessor; nil without a getter.
    case getter(FunctionID?)

    var method: FunctionID? { if case .method(let function) = self { return function } else { return nil } }
  }

  init(_ module: PIRModule, holders: [GlobalID: FunctionID]) {
    for function in module.functions {
      for block in function.blocks {
        for id in block.instructions {
          switch function[id].opcode {
          case .methodDefine: noteMethod(function[id], function)
          case .accessorDefine: noteAccessor(function[id], function)
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
    let object = function.operand(instruction, 0)
    if let constructor = function.closure(object) {
      statics[constructor, default: [:]][name] = method
    } else if let constructor = function.classOfPrototype(object) {
      define(name, .method(method), constructor)
      classes[method] = constructor
    }
  }

  private mutating func define(_ name: Name, _ member: Member, _ constructor: FunctionID) {
    if own[constructor, default: [:]].updateValue(member, forKey: name) == nil { order[constructor, default: []].append(name) }
  }

  private mutating func noteAccessor(_ instruction: Instruction, _ function: PIRFunction) {
    guard case .name(let name) = instruction.payload, let constructor = function.classOfPrototype(function.operand(instruction, 0))
    else { return }
    if let getter = function.closure(function.operand(instruction, 1)) {
      define(name, .getter(getter), constructor)
      classes[getter] = constructor
    } else if case .getter? = own[constructor]?[name] {
      // The setter joins the getter.
    } else {
      define(name, .getter(nil), constructor)
    }
    if let setter = function.closure(function.operand(instruction, 2)) { classes[setter] = constructor }
  }

  private mutating func noteClass(_ instruction: Instruction, _ function: PIRFunction, _ holders: [GlobalID: FunctionID]) {
    guard let constructor = function.closure(function.operand(instruction, 0)) else { return }
    classes[constructor] = constructor
    guard let parent = function.knownClosure(function.operand(instruction, 1), holders) else { return }
    parents[constructor] = parent
    children[parent, default: []].append(constructor)
  }

  /// What instances of a class inherit, by name in the order of definition, those of the class itself first.
  func all(of constructor: FunctionID) -> (methods: [Layout.Method], getters: [Layout.Method]) {
    var methods: [Layout.Method] = []
    var getters: [Layout.Method] = []
    var seen: Set<Name> = []
    var current: FunctionID? = constructor
    for _ in 0..<100 {
      guard let known = current else { break }
      for name in order[known] ?? [] where seen.insert(name).inserted {
        switch own[known]![name]! {
        case .method(let function): methods.append(Layout.Method(name: name, function: function))
        case .getter(let function?): getters.append(Layout.Method(name: name, function: function))
        case .getter(nil): break
        }
      }
      current = parents[known]
    }
    return (methods, getters)
  }

  /// The constructor that a class extends, if that shows.
  func parent(of constructor: FunctionID) -> FunctionID? { parents[constructor] }

  /// The static method that a class has or inherits.
  func ofConstructor(_ constructor: FunctionID, _ name: Name) -> FunctionID? {
    var current: FunctionID? = constructor
    for _ in 0..<100 {
      guard let known = current else { return nil }
      if let method = statics[known]?[name] { return method }
      current = parents[known]
    }
    return nil
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
      if let method = own[next]?[name]?.method, !found.contains(method) { found.append(method) }
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
      if let member = own[known]?[name] { return member.method }
      current = parents[known]
    }
    return nil
  }
}

extension PIRFunction {
  /// The constructor of the class whose prototype a value is, if that shows.
  func classOfPrototype(_ value: ValueID) -> FunctionID? {
    guard let link = source(value), link.opcode == .classLink else { return nil }
    return closure(operand(link, 0))
  }
}
