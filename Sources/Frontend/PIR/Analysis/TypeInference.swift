/// Infers, for the closed world of a module, which kinds of values each PIR value, global, slot, parameter and result
/// can have.
///
/// The analysis is optimistic and flow-insensitive across functions: all sets start empty and grow until nothing
/// changes. A function is looked at again when something that it reads has grown. It trusts no annotation: only
/// constants, operators, runtime signatures and the calls that exist.
public struct TypeInference: Sendable {
  /// Those of all functions, one after the other.
  private var values: [TypeSet] = []
  /// Per function: its first value.
  private var firstValue: [Int] = []
  /// Per function: what it returns.
  public private(set) var results: [TypeSet]
  public private(set) var globals: [TypeSet]
  /// Per function, per slot.
  public private(set) var slots: [[TypeSet]]
  /// Per function, per capture.
  public private(set) var captures: [[TypeSet]]
  /// Per class of cells: what they hold.
  private var cellContents: [TypeSet]
  private var cells: CellClasses
  /// Per function, per variable of its frame.
  public private(set) var frames: [[TypeSet]]
  /// Per function, per block: whether execution can get there; tests that types decide lead one way only.
  private var isReached: [[Bool]]
  /// Whether arithmetic can meet a BigInt.
  private let hasBigInt: Bool
  private var readers = TypeReaders()
  /// Per function: whether something that it reads has changed since it was visited.
  private var isStale: [Bool]
  /// Whether something of the function that is being visited has changed.
  private var changed = false
  private var current = -1

  public init(_ module: PIRModule) {
    for function in module.functions {
      firstValue.append(values.count)
      for value in function.values { values.append(value.representation == .boxed ? [] : TypeSet(value.representation)) }
    }
    results = module.functions.map { $0.result == .boxed ? [] : TypeSet($0.result) }
    globals = module.globals.map {
      if $0.representation != .boxed { return TypeSet($0.representation) }
      return $0.isStoredBeforeRead ? [] : $0.startsUninitialized ? .hole : .undefined
    }
    slots = module.functions.map { $0.slots.map { $0.representation == .boxed ? [] : TypeSet($0.representation) } }
    captures = module.functions.map { $0.captures.map { $0 == .boxed ? [] : TypeSet($0) } }
    frames = module.functions.map { $0.frame.map { $0 == .boxed ? [] : TypeSet($0) } }
    cells = CellClasses(module)
    cellContents = [TypeSet](repeating: [], count: cells.count)
    isReached = module.functions.map { [Bool](repeating: false, count: $0.blocks.count) }
    isStale = [Bool](repeating: true, count: module.functions.count)
    hasBigInt = module.canMakeBigInts
    for (index, function) in module.functions.enumerated()
    where function.escapes || function.kind == .internal_ || module.entry == nil {
      isReached[index][0] = true
    }
    for (index, function) in module.functions.enumerated()
    where function.escapes || function.kind == .internal_ || function.kind == .resume {
      for parameter in function.parameters { joinValue(index, parameter.value, .any) }
    }
    for (index, function) in module.functions.enumerated() {
      for parameter in function.parameters {
        switch parameter.kind {
        case .rest, .arguments: joinValue(index, parameter.value, .object)
        default: break
        }
      }
    }
    readers = TypeReaders(module, &cells)
    while isStale.contains(true) {
      for index in module.functions.indices where isStale[index] { visit(index, module) }
    }
  }

  /// The sets of a function's values.
  public func values(of function: Int) -> [TypeSet] {
    let end = function + 1 < firstValue.count ? firstValue[function + 1] : values.count
    return Array(values[firstValue[function]..<end])
  }

  /// Lets a function be visited again.
  private mutating func touch(_ function: Int) {
    if function == current { changed = true } else { isStale[function] = true }
  }

  private mutating func touch(_ functions: [Int]) {
    for function in functions { touch(function) }
  }

  private func set(_ value: ValueID, _ function: Int) -> TypeSet { values[firstValue[function] + Int(value.raw)] }

  private mutating func joinValue(_ function: Int, _ value: ValueID, _ more: TypeSet) {
    let place = firstValue[function] + Int(value.raw)
    if !more.isSubset(of: values[place]) {
      values[place].formUnion(more)
      touch(function)
    }
  }

  private mutating func joinFrame(_ function: Int, _ variable: Int, _ more: TypeSet) {
    if !more.isSubset(of: frames[function][variable]) {
      frames[function][variable].formUnion(more)
      touch(function)
    }
  }

  private mutating func joinCaptures(_ function: Int, from other: Int) {
    for position in captures[function].indices where position < captures[other].count {
      joinCapture(function, position, captures[other][position])
    }
  }

  private mutating func joinCapture(_ function: Int, _ position: Int, _ more: TypeSet) {
    if !more.isSubset(of: captures[function][position]) {
      captures[function][position].formUnion(more)
      touch(function)
      touch(readers.copies[function])
    }
  }

  private mutating func joinCell(_ cell: Int, _ more: TypeSet) {
    if !more.isSubset(of: cellContents[cell]) {
      cellContents[cell].formUnion(more)
      touch(readers.cells[cell] ?? [])
    }
  }

  private mutating func visit(_ index: Int, _ module: PIRModule) {
    isStale[index] = false
    guard isReached[index][0] else { return }
    current = index
    let function = module.functions[index]
    repeat {
      changed = false
      sweep(index, function, module)
    } while changed
    current = -1
  }

  private mutating func sweep(_ index: Int, _ function: PIRFunction, _ module: PIRModule) {
    if let owner = function.closureOf { joinCaptures(index, from: Int(owner.raw)) }
    for (block, content) in function.blocks.enumerated() where isReached[index][block] {
      for id in content.instructions {
        let instruction = function[id]
        propagate(instruction, index, function, module)
        if instruction.edges.count > 0 { visitEdges(instruction, index, function) }
        if instruction.result.exists, function.representation(instruction.result) == .boxed {
          joinValue(index, instruction.result, type(of: instruction, index, function, module))
        }
      }
      if let handler = content.handler { reach(index, handler) }
    }
  }

  private mutating func reach(_ function: Int, _ block: BlockID) {
    if !isReached[function][Int(block.raw)] {
      isReached[function][Int(block.raw)] = true
      touch(function)
    }
  }

  /// Passes values along the edges that can be taken.
  private mutating func visitEdges(_ instruction: Instruction, _ index: Int, _ function: PIRFunction) {
    let outcome = instruction.opcode == .branch ? outcome(of: function.operand(instruction, 0), index, function) : .unknown
    for (position, place) in instruction.edges.indices.enumerated() {
      if outcome == .none || (outcome == .always && position == 1) || (outcome == .never && position == 0) { continue }
      let edge = function.edgePool[place]
      reach(index, edge.target)
      for (argument, parameter) in zip(edge.arguments.indices, function.blocks[Int(edge.target.raw)].parameters) {
        joinValue(index, parameter, set(function.operandPool[argument], index))
      }
    }
  }

  private enum Outcome { case none, always, never, unknown }

  /// What a condition comes to as far as types tell: `none` while its operand has no type yet.
  private func outcome(of condition: ValueID, _ index: Int, _ function: PIRFunction) -> Outcome {
    guard case .instruction(let id) = function[condition].definition else { return .unknown }
    let instruction = function[id]
    switch (instruction.opcode, instruction.payload) {
    case (.isType, .test(let test)):
      let type = set(function.operand(instruction, 0), index)
      if type.isEmpty { return .none }
      guard let answer = type.answer(test) else { return .unknown }
      return answer ? .always : .never
    case (.not, _):
      switch outcome(of: function.operand(instruction, 0), index, function) {
      case .always: return .never
      case .never: return .always
      case let other: return other
      }
    default: return .unknown
    }
  }

  /// Carries operands to where other functions or memory see them.
  private mutating func propagate(_ instruction: Instruction, _ index: Int, _ function: PIRFunction, _ module: PIRModule) {
    func operandType(_ position: Int) -> TypeSet { set(function.operand(instruction, position), index) }
    switch (instruction.opcode, instruction.payload) {
    case (.slotStore, .slot(let slot)):
      let type = operandType(0)
      if !type.isSubset(of: slots[index][Int(slot.raw)]) {
        slots[index][Int(slot.raw)].formUnion(type)
        changed = true
      }
    case (.globalStore, .global(let global)):
      let type = operandType(0)
      if !type.isSubset(of: globals[Int(global.raw)]) {
        globals[Int(global.raw)].formUnion(type)
        touch(readers.globals[Int(global.raw)])
      }
    case (.return, _) where instruction.operands.count == 1:
      let type = operandType(0)
      if !type.isSubset(of: results[index]) {
        results[index].formUnion(type)
        touch(readers.results[index])
      }
    case (.callDirect, .function(let callee)):
      reach(Int(callee.raw), PIRFunction.entry)
      // A closure may stand before the arguments.
      let first = Int(instruction.operands.count) - module[callee].parameters.count
      for (position, parameter) in module[callee].parameters.enumerated() {
        joinValue(Int(callee.raw), parameter.value, operandType(first + position))
      }
    case (.frameNew, .function(let callee)):
      reach(Int(callee.raw), PIRFunction.entry)
      for position in 0..<Int(instruction.operands.count) - 1 {
        joinFrame(Int(callee.raw), position, operandType(position + 1))
      }
      // The resume function shares the closure of the function that makes its frame.
      joinCaptures(Int(callee.raw), from: index)
    case (.frameStore, .integer(let variable)): joinFrame(index, Int(variable), operandType(0))
    case (.cellNew, .none): joinCell(cells.value(index, instruction.result), operandType(0))
    case (.cellStore, _): joinCell(cells.value(index, function.operand(instruction, 0)), operandType(1))
    case (.closureNew, .function(let callee)):
      for position in captures[Int(callee.raw)].indices { joinCapture(Int(callee.raw), position, operandType(position)) }
    default: break
    }
  }

  /// The name of the built-in object that a value is.
  private func builtin(_ value: ValueID, _ function: PIRFunction, _ module: PIRModule) -> String? {
    guard case .instruction(let id) = function[value].definition, function[id].opcode == .builtin,
      case .builtin(let builtin) = function[id].payload
    else { return nil }
    return module[builtin].name
  }

  private var numeric: TypeSet { hasBigInt ? [.number, .bigint] : .number }

  /// What a boxed result can be, given what its operands can be so far.
  private mutating func type(of instruction: Instruction, _ index: Int, _ function: PIRFunction, _ module: PIRModule) -> TypeSet {
    func operandType(_ position: Int) -> TypeSet { set(function.operand(instruction, position), index) }
    switch instruction.opcode {
    case .undefined: return .undefined
    case .null: return .null
    case .hole: return .hole
    case .constBigInt: return .bigint
    case .box: return TypeSet(function.representation(function.operand(instruction, 0)))
    case .checkInit: return operandType(0).subtracting(.hole)
    case .slotLoad:
      if case .slot(let slot) = instruction.payload { return slots[index][Int(slot.raw)] }
    case .globalLoad:
      if case .global(let global) = instruction.payload { return globals[Int(global.raw)] }
    case .frameLoad:
      if case .integer(let variable) = instruction.payload { return frames[index][Int(variable)] }
    case .captureLoad:
      if case .integer(let capture) = instruction.payload { return captures[index][Int(capture)] }
    case .callDirect:
      if case .function(let callee) = instruction.payload { return results[Int(callee.raw)] }
    case .select: return operandType(1).union(operandType(2))
    case .jsAdd:
      let left = operandType(0)
      let right = operandType(1)
      // An operand that has no type yet has not been reached.
      guard !left.isEmpty, !right.isEmpty else { return [] }
      if left == .string || right == .string { return .string }
      let stringy: TypeSet = [.string, .object]
      var result = numeric
      if !left.isDisjoint(with: stringy) || !right.isDisjoint(with: stringy) { result.insert(.string) }
      return left.isWithin(.number) && right.isWithin(.number) ? .number : result
    case .jsSub, .jsMul, .jsDiv, .jsRem, .jsPow, .jsBitAnd, .jsBitOr, .jsBitXor, .jsShl, .jsShr:
      let left = operandType(0)
      let right = operandType(1)
      guard !left.isEmpty, !right.isEmpty else { return [] }
      return left.union(right).isDisjoint(with: [.bigint, .object]) ? .number : numeric
    case .jsUShr: return .number
    case .jsNeg, .jsBitNot, .jsInc, .jsDec, .jsToNumeric:
      let operand = operandType(0)
      guard !operand.isEmpty else { return [] }
      return operand.isDisjoint(with: [.bigint, .object]) ? .number : numeric
    case .jsToPropertyKey: return [.string, .symbol, .number]
    case .iterNext, .arrayAt: return TypeSet.any.union(.hole)
    case .forInNext: return [.string, .hole]
    case .instanceComplete: return [.object, .hole]
    case .iterNew, .forInNew, .classLink, .instanceNew, .objectRest, .construct, .constructSpread,
      .constructSuper, .constructSuperSpread, .moduleNamespace, .templateObject, .regexpNew:
      return .object
    case .cellLoad: return cellContents[cells.value(index, function.operand(instruction, 0))]
    case .callMethod:
      guard case .name(let name) = instruction.payload else { return .any }
      let receiver = function.operand(instruction, 0)
      if let object = builtin(receiver, function, module) { return module.builtinFacts.statics[object]?[name] ?? .any }
      let type = set(receiver, index)
      // A receiver that has no type yet has not been reached.
      if type.isEmpty { return [] }
      return type == .string ? module.builtinFacts.stringMethods[name] ?? .any : .any
    case .callValue:
      guard let object = builtin(function.operand(instruction, 0), function, module) else { return .any }
      return module.builtinFacts.calls[object] ?? .any
    case .callNative:
      if case .name(let symbol) = instruction.payload { return module.builtinFacts.natives[symbol] ?? .any }
    case .callRuntime:
      if case .runtime(let runtime) = instruction.payload { return TypeSet(module[runtime].result) }
    default: break
    }
    return .any
  }
}
