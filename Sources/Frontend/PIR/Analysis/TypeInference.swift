/// Infers, for the closed world of a module, which kinds of values each PIR value, global, slot, parameter and result
/// can have.
///
/// The analysis is optimistic and flow-insensitive across functions: all sets start empty and grow until nothing
/// changes. It trusts no annotation: only constants, operators, runtime signatures and the calls that exist.
public struct TypeInference: Sendable {
  /// Per function, per value.
  public private(set) var values: [[TypeSet]]
  /// Per function: what it returns.
  public private(set) var results: [TypeSet]
  public private(set) var globals: [TypeSet]
  /// Per function, per slot.
  public private(set) var slots: [[TypeSet]]
  /// Per function, per capture.
  public private(set) var captures: [[TypeSet]]
  /// Whether arithmetic can meet a BigInt.
  private let hasBigInt: Bool
  private var changed = true

  public init(_ module: PIRModule) {
    values = module.functions.map { function in function.values.map { $0.representation == .boxed ? [] : TypeSet($0.representation) } }
    results = module.functions.map { $0.result == .boxed ? [] : TypeSet($0.result) }
    globals = module.globals.map {
      if $0.representation != .boxed { return TypeSet($0.representation) }
      return $0.isStoredBeforeRead ? [] : $0.startsUninitialized ? .hole : .undefined
    }
    slots = module.functions.map { $0.slots.map { $0.representation == .boxed ? [] : TypeSet($0.representation) } }
    captures = module.functions.map { $0.captures.map { $0 == .boxed ? [] : TypeSet($0) } }
    hasBigInt = module.builtins.contains { $0.name == "BigInt" }
      || module.functions.contains { $0.instructions.contains { $0.opcode == .constBigInt } }
    for (index, function) in module.functions.enumerated() where function.escapes || function.kind == .internal_ {
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
    while changed {
      changed = false
      for index in module.functions.indices { visit(index, module) }
    }
  }

  private mutating func joinValue(_ function: Int, _ value: ValueID, _ more: TypeSet) {
    if !more.isSubset(of: values[function][Int(value.raw)]) {
      values[function][Int(value.raw)].formUnion(more)
      changed = true
    }
  }

  private mutating func visit(_ index: Int, _ module: PIRModule) {
    let function = module.functions[index]
    for block in function.blocks {
      for id in block.instructions {
        let instruction = function[id]
        propagate(instruction, index, function, module)
        for edge in function.edges(instruction) {
          for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters) {
            joinValue(index, parameter, values[index][Int(argument.raw)])
          }
        }
        if instruction.result.exists, function.representation(instruction.result) == .boxed {
          joinValue(index, instruction.result, type(of: instruction, index, function, module))
        }
      }
    }
  }

  /// Carries operands to where other functions or memory see them.
  private mutating func propagate(_ instruction: Instruction, _ index: Int, _ function: PIRFunction, _ module: PIRModule) {
    func operandType(_ position: Int) -> TypeSet { values[index][Int(function.operand(instruction, position).raw)] }
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
        changed = true
      }
    case (.return, _) where instruction.operands.count == 1:
      let type = operandType(0)
      if !type.isSubset(of: results[index]) {
        results[index].formUnion(type)
        changed = true
      }
    case (.callDirect, .function(let callee)):
      // A closure may stand before the arguments.
      let first = Int(instruction.operands.count) - module[callee].parameters.count
      for (position, parameter) in module[callee].parameters.enumerated() {
        joinValue(Int(callee.raw), parameter.value, operandType(first + position))
      }
    case (.closureNew, .function(let callee)):
      for position in captures[Int(callee.raw)].indices {
        let type = operandType(position)
        if !type.isSubset(of: captures[Int(callee.raw)][position]) {
          captures[Int(callee.raw)][position].formUnion(type)
          changed = true
        }
      }
    default: break
    }
  }

  private var numeric: TypeSet { hasBigInt ? [.number, .bigint] : .number }

  /// What a boxed result can be, given what its operands can be so far.
  private func type(of instruction: Instruction, _ index: Int, _ function: PIRFunction, _ module: PIRModule) -> TypeSet {
    func operandType(_ position: Int) -> TypeSet { values[index][Int(function.operand(instruction, position).raw)] }
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
    case .iterNext: return TypeSet.any.union(.hole)
    case .forInNext: return [.string, .hole]
    case .iterNew, .forInNew, .classLink, .instanceNew, .objectRest, .construct, .constructSpread,
      .constructSuper, .constructSuperSpread, .moduleNamespace, .templateObject, .regexpNew:
      return .object
    case .cellLoad: return TypeSet.any.union(.hole)
    case .callRuntime:
      if case .runtime(let runtime) = instruction.payload { return TypeSet(module[runtime].result) }
    default: break
    }
    return .any
  }
}
