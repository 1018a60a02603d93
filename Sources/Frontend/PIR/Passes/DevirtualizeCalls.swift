import Syntax

extension Pass {
  /// Calls methods and constructors of the program directly behind a test of what the look-up found.
  public static let devirtualizeCalls = Pass(
    name: "devirtualize", purpose: "call the program's own methods and constructors directly, behind a test"
  ) { module in
    var devirtualization = Devirtualization(module)
    devirtualization.run()
    module = devirtualization.module
  }
}

/// Guesses callees from the closed world: a method name that few classes define, a variable that holds one class.
///
/// The guess is only a guess: the property is looked up as ever, and the function found is compared with the guess.
private struct Devirtualization {
  var module: PIRModule
  private var function: PIRFunction
  private var current = FunctionID(0)
  private let methods: ClassMethods
  /// Variables that only ever hold closures of one function.
  private let holders: [GlobalID: FunctionID]
  private let constructors: [LayoutID: FunctionID]
  /// Constructors of classes with layouts.
  private let classes: Set<FunctionID>
  /// Only made when names alone don't show what is called.
  private lazy var prediction = Prediction(module)
  private let choice: LayoutChoice
  /// The names of fields of objects.
  private let fields: Set<Name>
  /// More alternatives than this make code larger without making it faster.
  private static let mostCandidates = 4
  private static let mostOfName = 2
  private static let mostPassedOn = 6

  init(_ module: PIRModule) {
    self.module = module
    function = PIRFunction(name: "", kind: .internal_, result: .void, file: FileID(0))
    holders = module.closureHolders()
    methods = ClassMethods(module, holders: holders)
    choice = LayoutChoice(module)
    fields = Set(module.layouts.flatMap { $0.fields.map(\.name) })
    constructors = Dictionary(uniqueKeysWithValues: module.classLayouts().map { ($1, $0) })
    classes = Set(constructors.values)
  }

  mutating func run() {
    for index in module.functions.indices { passOnArguments(FunctionID(UInt32(index))) }
    for index in module.functions.indices where !module.functions[index].prefersSize {
      function = module.functions[index]
      current = FunctionID(UInt32(index))
      var pending = function.blockIDs
      var replacement = [ValueID](repeating: .none, count: function.values.count)
      while let block = pending.popLast() {
        for (position, id) in function[block].instructions.enumerated() {
          if let rest = expand(id, in: block, at: position, &replacement) {
            pending.append(rest)
            break
          }
        }
      }
      function.replaceUses(replacement)
      module.functions[index] = function
    }
  }

  private mutating func expand(
    _ id: InstructionID, in block: BlockID, at index: Int, _ replacement: inout [ValueID]
  ) -> BlockID? {
    let instruction = function[id]
    let candidates: [FunctionID]
    switch (instruction.opcode, instruction.payload) {
    case (.callMethod, .name(let name)):
      candidates = methodCandidates(name, on: function.operand(instruction, 0))
      if candidates.count != 1, let found = methodsByLayout(name, on: function.operand(instruction, 0)) {
        return dispatch(instruction, found, in: block, at: index, &replacement)
      }
    case (.propGet, .name(let name)) where choice.hasGetter(name):
      guard let found = gettersByLayout(name, on: function.operand(instruction, 0)) else { return nil }
      return dispatch(instruction, found, in: block, at: index, &replacement)
    case (.callValue, _): candidates = closureCandidates(function.operand(instruction, 0))
    case (.constructSuper, _):
      guard let parent = superConstructor() else { return nil }
      let arguments = Array(function.operands(instruction).dropFirst(2))
      return callSuper(instruction, parent, arguments, in: block, at: index, &replacement)
    case (.constructSuperSpread, _):
      guard let parent = superConstructor(), let arguments = passedOn(instruction, to: parent) else { return nil }
      return callSuper(instruction, parent, arguments, in: block, at: index, &replacement)
    case (.construct, _): candidates = constructor(function.operand(instruction, 0)).map { [$0] } ?? []
    default: return nil
    }
    let usable = candidates.filter { isUsable(module[$0], asConstructor: instruction.opcode == .construct) }
    guard !usable.isEmpty, usable.count == candidates.count, usable.count <= Self.mostCandidates else { return nil }
    return expand(instruction, usable, in: block, at: index, &replacement)
  }

  /// The methods that a call probably reaches: the fewer, the more is known of the receiver.
  private mutating func methodCandidates(_ name: Name, on receiver: ValueID) -> [FunctionID] {
    guard let all = methods.named[name] else {
      return fields.contains(name) ? prediction.closures(in: name, of: Int(current.raw), receiver) : []
    }
    if let source = function.source(receiver), source.opcode == .closureStatic, case .function(let constructor) = source.payload {
      return methods.ofConstructor(constructor, name).map { [$0] } ?? []
    }
    let shown = shownCandidates(name, on: receiver, all)
    let guess = prediction[Int(current.raw), receiver]
    // A built-in object has a method of its own by that name.
    guard guess.mayBeInstance else { return [] }
    if shown.count <= Self.mostOfName { return shown }
    var guessed: [FunctionID] = []
    for case .layout(let layout) in guess.origins {
      guard let constructor = constructors[layout], let found = methods.reached(by: name, onInstancesOf: constructor) else { return [] }
      for method in found where !guessed.contains(method) { guessed.append(method) }
    }
    return guessed
  }

  /// The methods that a call probably reaches, where the layout of the receiver tells which.
  private mutating func methodsByLayout(_ name: Name, on receiver: ValueID) -> [LayoutChoice.Method]? {
    guard methods.named[name] != nil, !isUnderConstruction(receiver) else { return nil }
    let guess = prediction[Int(current.raw), receiver]
    guard guess.mayBeInstance, let found = choice.methods(name, of: guess), found.count > 1 else { return nil }
    return found.allSatisfy { isUsable(module[$0.function], asConstructor: false) } ? found : nil
  }

  private mutating func gettersByLayout(_ name: Name, on receiver: ValueID) -> [LayoutChoice.Method]? {
    guard !isUnderConstruction(receiver), let found = choice.getters(name, of: prediction[Int(current.raw), receiver]) else { return nil }
    return found.allSatisfy { isUsable(module[$0.function], asConstructor: false) } ? found : nil
  }

  /// Whether an object probably does not have its layout yet.
  private func isUnderConstruction(_ receiver: ValueID) -> Bool {
    switch function.source(receiver)?.opcode {
    case .instanceNew, .constructSuper, .constructSuperSpread: return true
    default: return false
    }
  }

  /// The functions whose closures a value probably is, if it comes out of memory: those that arrive as arguments are left to
  /// `specialize-callbacks`.
  private mutating func closureCandidates(_ callee: ValueID) -> [FunctionID] {
    switch function.source(callee)?.opcode {
    case .propGet, .privateGet, .elemGet, .elemGetIndex, .cellLoad: return prediction[Int(current.raw), callee].functions
    default: return []
    }
  }

  /// What the text around a call shows of the methods it may reach.
  private func shownCandidates(_ name: Name, on receiver: ValueID, _ all: [FunctionID]) -> [FunctionID] {
    if case .parameter(let index) = function[receiver].definition, function.parameters[index].kind == .this {
      return methods.reached(by: name, onThisOf: current) ?? all
    }
    switch function.source(receiver) {
    case let maker? where maker.opcode == .instanceNew || maker.opcode == .constructSuper:
      return methods.reached(by: name, onThisOf: current) ?? all
    case let maker? where maker.opcode == .construct:
      guard let made = constructor(function.operand(maker, 0)), let method = methods.inherited(name, by: made) else { return all }
      return [method]
    default: return all
    }
  }

  /// The function that the variable behind a callee always holds.
  private func constructor(_ value: ValueID) -> FunctionID? {
    var current = value
    while case .instruction(let id) = function[current].definition {
      let instruction = function[id]
      switch (instruction.opcode, instruction.payload) {
      case (.globalLoad, .global(let global)): return holders[global]
      case (.closureStatic, .function(let callee)): return callee
      case (.checkInit, _), (.box, _): current = function.operand(instruction, 0)
      default: return nil
      }
    }
    return nil
  }

  private func isUsable(_ callee: PIRFunction, asConstructor: Bool) -> Bool {
    guard asConstructor else { return callee.isDirectlyCallable }
    return callee.isClassConstructor && callee.parameters.allSatisfy { $0.kind != .arguments }
  }

  private mutating func expand(
    _ original: Instruction, _ candidates: [FunctionID], in block: BlockID, at index: Int, _ replacement: inout [ValueID]
  ) -> BlockID {
    let position = original.position
    let operands = Array(function.operands(original))
    let rest = function.split(block, after: index)
    function[block].instructions.removeLast()
    let joined = ValueID(UInt32(function.values.count))
    function.values.append(Value(representation: .boxed, definition: .blockParameter(rest, 0)))
    function[rest].parameters = [joined]
    replacement[Int(original.result.raw)] = joined

    let isMethod = original.opcode == .callMethod
    let isConstruct = original.opcode == .construct
    let callee = isMethod
      ? function.append(.propGet, [operands[0]], payload: original.payload, to: block, position: position) : operands[0]
    let this = isMethod || isConstruct ? operands[0] : operands[1]
    let arguments = Array(operands.dropFirst(isMethod || isConstruct ? 1 : 2))
    var current = block
    for candidate in candidates {
      let hit = function.addBlock(handlerOf: block)
      let next = function.addBlock(handlerOf: block)
      let test = function.append(.isClosure, [callee], payload: .function(candidate), to: current, position: position)
      function.append(
        .branch, [test], edges: [function.edge(to: hit), function.edge(to: next)], to: current, position: position)
      let value = function.appendCall(
        of: candidate, module[candidate], closure: callee, this: this, arguments, to: hit, position: position)
      function.append(.jump, edges: [function.edge(to: rest, [value])], to: hit, position: position)
      current = next
    }
    // Another function, or none: what was looked up is called.
    let value = isMethod
      ? function.append(.callValue, [callee, this] + arguments, to: current, position: position)
      : function.append(original.opcode, operands, payload: original.payload, to: current, position: position)
    function.append(.jump, edges: [function.edge(to: rest, [value])], to: current, position: position)
    return rest
  }

  /// Calls what the layout of the receiver tells, or else looks it up.
  private mutating func dispatch(
    _ original: Instruction, _ found: [LayoutChoice.Method], in block: BlockID, at index: Int, _ replacement: inout [ValueID]
  ) -> BlockID {
    let position = original.position
    let operands = Array(function.operands(original))
    let rest = function.split(block, after: index)
    function[block].instructions.removeLast()
    let joined = ValueID(UInt32(function.values.count))
    function.values.append(Value(representation: .boxed, definition: .blockParameter(rest, 0)))
    function[rest].parameters = [joined]
    replacement[Int(original.result.raw)] = joined
    var current = block
    for (layout, callee) in found {
      let hit = function.addBlock(handlerOf: block)
      let next = function.addBlock(handlerOf: block)
      let test = function.append(.isLayout, [operands[0]], payload: .layout(layout), to: current, position: position)
      function.append(
        .branch, [test], edges: [function.edge(to: hit), function.edge(to: next)], to: current, position: position)
      let closure = function.append(.closureStatic, payload: .function(callee), result: .function, to: hit, position: position)
      let value = function.appendCall(
        of: callee, module[callee], closure: function.append(.box, [closure], to: hit, position: position), this: operands[0],
        Array(operands.dropFirst()), to: hit, position: position)
      function.append(.jump, edges: [function.edge(to: rest, [value])], to: hit, position: position)
      current = next
    }
    function[current].isGeneral = true
    let value = function.append(original.opcode, operands, payload: original.payload, to: current, position: position)
    function.append(.jump, edges: [function.edge(to: rest, [value])], to: current, position: position)
    return rest
  }

  // MARK: Super constructors

  /// The constructor that `super(…)` in the current function probably calls.
  private func superConstructor() -> FunctionID? { superConstructor(of: current) }

  private func superConstructor(of constructor: FunctionID) -> FunctionID? {
    // A class with a layout extends nothing but such classes: its errors need no trace from the outermost constructor.
    guard module[constructor].kind == .derivedConstructor, let parent = methods.parent(of: constructor), classes.contains(parent),
      isUsable(module[parent], asConstructor: true)
    else { return nil }
    return parent
  }

  /// Gives a constructor that only passes its arguments on, as those that nobody wrote, parameters of its own for them.
  private mutating func passOnArguments(_ id: FunctionID) {
    guard let parent = superConstructor(of: id), case .rest(0)? = module[id].parameters.last?.kind, module[id].parameters.count == 2 else {
      return
    }
    let count = module[parent].parameters.reduce(0) { if case .positional(let index) = $1.kind { max($0, index + 1) } else { $0 } }
    let takesAll = module[parent].parameters.contains { if case .rest = $0.kind { true } else { $0.kind == .argumentCount } }
    guard !takesAll, count <= Self.mostPassedOn else { return }
    for index in 0..<count {
      let value = ValueID(UInt32(module[id].values.count))
      module[id].values.append(Value(representation: .boxed, definition: .parameter(module[id].parameters.count)))
      module[id].parameters.append(Parameter(kind: .positional(index), value: value))
    }
  }

  /// The arguments of `super(...arguments)` where the list is the function's own and its elements are parameters, too.
  private func passedOn(_ call: Instruction, to parent: FunctionID) -> [ValueID]? {
    let list = function.operand(call, 2)
    guard case .parameter(let index) = function[list].definition, case .rest(0) = function.parameters[index].kind, index == 1,
      module[parent].parameters.allSatisfy({ if case .rest = $0.kind { false } else { $0.kind != .argumentCount } })
    else { return nil }
    let passed = function.parameters.dropFirst(2)
    let needed = module[parent].parameters.reduce(0) { if case .positional(let index) = $1.kind { max($0, index + 1) } else { $0 } }
    return passed.count == needed ? passed.map(\.value) : nil
  }

  private mutating func callSuper(
    _ original: Instruction, _ parent: FunctionID, _ arguments: [ValueID], in block: BlockID, at index: Int,
    _ replacement: inout [ValueID]
  ) -> BlockID {
    let position = original.position
    let operands = Array(function.operands(original))
    let rest = function.split(block, after: index)
    function[block].instructions.removeLast()
    let joined = ValueID(UInt32(function.values.count))
    function.values.append(Value(representation: .boxed, definition: .blockParameter(rest, 0)))
    function[rest].parameters = [joined]
    replacement[Int(original.result.raw)] = joined
    let hit = function.addBlock(handlerOf: block)
    let general = function.addBlock(handlerOf: block)
    function[general].isGeneral = true
    let found = function.append(.superConstructor, [operands[0]], to: block, position: position)
    let test = function.append(.isClosure, [found], payload: .function(parent), to: block, position: position)
    function.append(.branch, [test], edges: [function.edge(to: hit), function.edge(to: general)], to: block, position: position)
    let value = function.appendCall(
      of: parent, module[parent], closure: found, this: operands[1], arguments, to: hit, position: position)
    function.append(.jump, edges: [function.edge(to: rest, [value])], to: hit, position: position)
    let slow = function.append(original.opcode, operands, payload: original.payload, to: general, position: position)
    function.append(.jump, edges: [function.edge(to: rest, [slow])], to: general, position: position)
    return rest
  }
}
