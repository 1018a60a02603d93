extension Pass {
  /// Cancels conversions and folds what is known.
  public static let simplify = Pass.perFunction(
    "simplify", "cancel conversions, fold tests and constant branches", tellsChanges: true
  ) {
    guard !$0.isSimple else { return }
    var simplifier = Simplifier($0.take())
    simplifier.run()
    $0 = simplifier.function.take()
    if simplifier.leavesBlocks { $0.removeUnreachableBlocks() }
    let hasFewerParameters = $0.removeUnusedBlockParameters()
    let hasFewerInstructions = $0.removeDeadInstructions()
    $0.isSimple = !simplifier.isChanged && !simplifier.leavesBlocks && !hasFewerParameters && !hasFewerInstructions
  }
}

/// One forward walk that replaces values by simpler equal ones.
struct Simplifier {
  var function: PIRFunction
  private var replacement: [ValueID]
  private var hasReplacements = false
  private var hasFolded = false
  /// Whether there was anything to replace or fold, and whether there are blocks that control cannot reach.
  private(set) var isChanged = false
  private(set) var leavesBlocks = false

  init(_ function: PIRFunction) {
    self.function = function
    replacement = [ValueID](repeating: .none, count: function.values.count)
  }

  mutating func run() {
    // Definitions come before uses in this order, except around loops, which the next run sees.
    let order = ControlFlow.reversePostorder(function)
    for block in order {
      let instructions = function.blocks[Int(block.raw)].instructions
      var kept: [InstructionID] = []
      // Most blocks stay as they are.
      var isRewritten = false
      for (position, id) in instructions.enumerated() {
        if hasReplacements { resolveOperands(id) }
        let simpler = simplify(id, &kept)
        if !isRewritten, simpler != nil || !kept.isEmpty {
          kept.insert(contentsOf: instructions[..<position], at: 0)
          isRewritten = true
        }
        if let simpler {
          replacement[Int(function[id].result.raw)] = simpler
          hasReplacements = true
        } else {
          foldBranch(id)
          if isRewritten { kept.append(id) }
        }
      }
      if isRewritten {
        function.blocks[Int(block.raw)].instructions = kept
        isChanged = true
      }
    }
    if hasReplacements { function.replaceUses(replacement) }
    leavesBlocks = order.count < function.blocks.count || hasFolded
    isChanged = isChanged || hasFolded
  }

  private func resolve(_ value: ValueID) -> ValueID {
    var current = value
    while Int(current.raw) < replacement.count, replacement[Int(current.raw)].exists { current = replacement[Int(current.raw)] }
    return current
  }

  private mutating func resolveOperands(_ id: InstructionID) {
    for index in function[id].operands.indices {
      let value = function.operandPool[index]
      let resolved = resolve(value)
      if resolved != value { function.operandPool[index] = resolved }
    }
  }

  private func definition(_ value: ValueID) -> Instruction? {
    if case .instruction(let id) = function[value].definition { return function[id] }
    return nil
  }

  /// The value that can stand for the result of `id`, if there is one; may append helper instructions to `kept`.
  private mutating func simplify(_ id: InstructionID, _ kept: inout [InstructionID]) -> ValueID? {
    let instruction = function[id]
    guard instruction.result.exists, instruction.operands.count > 0 else { return nil }
    let first = function.operand(instruction, 0)
    let result = function.representation(instruction.result)
    switch instruction.opcode {
    case .unbox:
      if function.representation(first) == result { return first }
      guard let source = definition(first) else { return nil }
      if source.opcode == .box { return convert(function.operand(source, 0), to: result, &kept, instruction.position) }
    case .box:
      if let source = definition(first), source.opcode == .unbox { return function.operand(source, 0) }
    case .convert:
      if function.representation(first) == result { return first }
      if result == .i64 || result == .f64, let source = definition(first), source.opcode == .convert {
        return convert(function.operand(source, 0), to: result, &kept, instruction.position)
      }
      if result == .f64, let source = definition(first), let value = integerConstant(source) {
        return emit(.constF64, [], payload: .double(Double(value)), .f64, &kept, instruction.position)
      }
    case .truncate:
      if let source = definition(first), source.opcode == .convert {
        return convert(function.operand(source, 0), to: .i64, &kept, instruction.position)
      }
    case .toInt32:
      if function.representation(first) == .i32 { return first }
      if let source = definition(first), source.opcode == .convert {
        return toInt32(function.operand(source, 0), &kept, instruction.position)
      }
      if let source = definition(first), let value = constantInt32(source) {
        return emit(.constI32, [], payload: .integer(Int64(value)), .i32, &kept, instruction.position)
      }
    case .toIndex:
      if let source = definition(first), source.opcode == .convert {
        return convert(function.operand(source, 0), to: .i64, &kept, instruction.position)
      }
      if let source = definition(first), source.opcode == .constF64, case .number(let bits) = source.payload {
        let number = Double(bitPattern: bits)
        let isIndex = number.sign == .plus && number < 4_294_967_296 && number.rounded(.towardZero) == number
        return emit(.constI64, [], payload: .integer(isIndex ? Int64(number) : -1), .i64, &kept, instruction.position)
      }
    case .not:
      if let source = definition(first), source.opcode == .not { return function.operand(source, 0) }
      if let source = definition(first), source.opcode == .constI1, case .integer(let value) = source.payload {
        return emit(.constI1, [], payload: .integer(1 - value), .i1, &kept, instruction.position)
      }
    case .isType:
      guard let source = definition(first), case .test(let test) = instruction.payload,
        let answer = Self.answer(test, source, function)
      else { return nil }
      return emit(.constI1, [], payload: .integer(answer ? 1 : 0), .i1, &kept, instruction.position)
    case .isClosure:
      guard let source = function.source(first), source.opcode == .closureStatic else { return nil }
      return emit(.constI1, [], payload: .integer(source.payload == instruction.payload ? 1 : 0), .i1, &kept, instruction.position)
    case .eq, .ne:
      guard let left = definition(first), let right = definition(function.operand(instruction, 1)),
        left.opcode == .constString, right.opcode == .constString
      else { return nil }
      let answer = (left.payload == right.payload) == (instruction.opcode == .eq)
      return emit(.constI1, [], payload: .integer(answer ? 1 : 0), .i1, &kept, instruction.position)
    case .jsStrictEq, .jsStrictNe:
      // Only null is null: no look at the kinds of both.
      let second = function.operand(instruction, 1)
      let test: ValueID
      if let only = soleTest(second) {
        test = emit(.isType, [first], payload: .test(only), .i1, &kept, instruction.position)
      } else if let only = soleTest(first) {
        test = emit(.isType, [second], payload: .test(only), .i1, &kept, instruction.position)
      } else {
        return nil
      }
      if instruction.opcode == .jsStrictEq { return test }
      return emit(.not, [test], payload: .none, .i1, &kept, instruction.position)
    case .checkInit:
      if let source = definition(first), source.opcode == .box || source.opcode == .checkInit { return first }
    default: break
    }
    return nil
  }

  /// The test that only values strictly equal to a value pass; nil if there is none.
  private func soleTest(_ value: ValueID) -> TypeTest? {
    switch definition(value)?.opcode {
    case .null: return .null
    case .undefined: return .undefined
    default: return nil
    }
  }

  /// Whether a value of known make passes a type test; nil if it depends.
  private static func answer(_ test: TypeTest, _ source: Instruction, _ function: PIRFunction) -> Bool? {
    switch source.opcode {
    case .undefined: return test == .undefined || test == .nullish
    case .null: return test == .null || test == .nullish
    case .hole: return test == .hole
    case .box:
      let representation = function.representation(function.operand(source, 0))
      switch test {
      case .number: return representation.isNumber
      case .string: return representation == .string
      case .boolean: return representation == .i1
      case .object: return representation == .object || representation == .function
      case .undefined, .null, .nullish, .hole, .symbol, .bigint: return false
      case .function: return representation == .function ? true : representation == .object ? nil : false
      case .array, .builtinArray, .map, .set: return representation == .object ? nil : false
      }
    default: return nil
    }
  }

  /// An integer constant of any integer representation.
  private func integerConstant(_ instruction: Instruction) -> Int64? {
    guard instruction.opcode == .constI32 || instruction.opcode == .constI64, case .integer(let value) = instruction.payload
    else { return nil }
    return value
  }

  /// ToInt32 of a constant number.
  private func constantInt32(_ instruction: Instruction) -> Int32? {
    guard instruction.opcode == .constF64, case .number(let bits) = instruction.payload else { return nil }
    let value = Double(bitPattern: bits)
    guard value.isFinite, abs(value) < 9.0e18 else { return value.isFinite ? nil : 0 }
    return Int32(truncatingIfNeeded: Int64(value))
  }

  private mutating func toInt32(_ value: ValueID, _ kept: inout [InstructionID], _ position: UInt32) -> ValueID {
    if function.representation(value) == .i32 { return value }
    return emit(.toInt32, [value], payload: .none, .i32, &kept, position)
  }

  /// A number, string or object in another representation that holds it; nil where that would need a test.
  private mutating func convert(
    _ value: ValueID, to representation: Representation, _ kept: inout [InstructionID], _ position: UInt32
  ) -> ValueID? {
    let from = function.representation(value)
    if from == representation { return value }
    switch (from, representation) {
    case (.i32, .f64), (.u32, .f64), (.i64, .f64), (.i32, .i64), (.u32, .i64), (.function, .object):
      return emit(.convert, [value], payload: .none, representation, &kept, position)
    default: return nil
    }
  }

  private mutating func emit(
    _ opcode: Opcode, _ operands: [ValueID], payload: Payload, _ result: Representation, _ kept: inout [InstructionID],
    _ position: UInt32
  ) -> ValueID {
    let id = function.makeInstruction(opcode, operands, payload: payload, result: result, position: position)
    kept.append(id)
    replacement.append(.none)
    return function[id].result
  }

  /// A branch on a constant becomes a jump; a branch on a negation swaps its edges.
  private mutating func foldBranch(_ id: InstructionID) {
    guard function[id].opcode == .branch, let condition = definition(function.operand(function[id], 0)),
      condition.opcode == .constI1 || condition.opcode == .not
    else { return }
    let edges = Array(function.edges(function[id]))
    hasFolded = true
    if condition.opcode == .constI1, case .integer(let value) = condition.payload {
      let edge = value != 0 ? edges[0] : edges[1]
      function[id].opcode = .jump
      function[id].operands = .empty
      function[id].edges = function.addEdges([edge])
    } else if condition.opcode == .not {
      function[id].operands = function.addOperands([function.operand(condition, 0)])
      function[id].edges = function.addEdges([edges[1], edges[0]])
    }
  }
}
