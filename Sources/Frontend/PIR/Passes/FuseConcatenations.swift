extension Pass {
  /// Makes one instruction of nested concatenations, so that no string is made in between, nor of numbers among the parts.
  public static let fuseConcatenations = Pass.perFunction(
    "fuse-concatenations", "make a string of all its parts at once, numbers included"
  ) {
    var fusion = ConcatenationFusion($0.take())
    fusion.run()
    $0 = fusion.function
  }
}

/// Finds concatenations whose results are only used by another concatenation of the same block.
///
/// OPTIMIZATION: the inner ones happen later than they stand. That can be told only where a string gets longer than
/// strings can be, which no rule of the language dates.
private struct ConcatenationFusion {
  var function: PIRFunction
  private var useCounts: [Int]
  /// By instruction, the block that it stands in.
  private var blockOf: [BlockID]
  private static let longest = 32

  init(_ function: PIRFunction) {
    self.function = function
    useCounts = [Int](repeating: 0, count: function.values.count)
    blockOf = [BlockID](repeating: PIRFunction.entry, count: function.instructions.count)
    for (index, block) in function.blocks.enumerated() {
      for id in block.instructions {
        blockOf[Int(id.raw)] = BlockID(UInt32(index))
        for operand in function.operands(function[id]) { useCounts[Int(operand.raw)] += 1 }
        for edge in function.edges(function[id]) {
          for argument in function.arguments(edge) { useCounts[Int(argument.raw)] += 1 }
        }
      }
    }
  }

  mutating func run() {
    for index in function.blocks.indices {
      let block = BlockID(UInt32(index))
      // The last concatenation of a chain takes the others in; they stand before it.
      var absorbed: Set<InstructionID> = []
      var replacements: [InstructionID: [ValueID]] = [:]
      for id in function.blocks[index].instructions.reversed()
      where function[id].opcode == .stringConcat && !absorbed.contains(id) {
        var inner: [InstructionID] = []
        let found = parts(of: id, in: block, &inner)
        guard !inner.isEmpty, found.count <= Self.longest else { continue }
        absorbed.formUnion(inner)
        replacements[id] = found
      }
      guard !replacements.isEmpty else { continue }
      var kept: [InstructionID] = []
      for id in function.blocks[index].instructions where !absorbed.contains(id) {
        if let parts = replacements[id] {
          let operands = parts.map { boxed($0, function[id].position, &kept) }
          function[id].opcode = .stringConcatMany
          function[id].operands = function.addOperands(operands)
        }
        kept.append(id)
      }
      function.blocks[index].instructions = kept
    }
  }

  /// What a concatenation consists of, and the instructions that are not needed then.
  private func parts(of id: InstructionID, in block: BlockID, _ inner: inout [InstructionID]) -> [ValueID] {
    let instruction = function[id]
    return [0, 1].flatMap { parts(of: function.operand(instruction, $0), in: block, &inner) }
  }

  private func parts(of value: ValueID, in block: BlockID, _ inner: inout [InstructionID]) -> [ValueID] {
    guard case .instruction(let id) = function[value].definition, blockOf[Int(id.raw)] == block,
      useCounts[Int(value.raw)] == 1
    else { return [value] }
    switch function[id].opcode {
    case .stringConcat:
      inner.append(id)
      return parts(of: id, in: block, &inner)
    case .jsToString:
      let operand = function.operand(function[id], 0)
      guard isNumber(operand) else { return [value] }
      inner.append(id)
      return [operand]
    default: return [value]
    }
  }

  private func isNumber(_ value: ValueID) -> Bool {
    guard case .instruction(let id) = function[value].definition, function[id].opcode == .box else { return false }
    return function.representation(function.operand(function[id], 0)).isNumber
  }

  private mutating func boxed(_ value: ValueID, _ position: UInt32, _ kept: inout [InstructionID]) -> ValueID {
    if function.representation(value) == .boxed { return value }
    let id = function.makeInstruction(.box, [value], result: .boxed, position: position)
    kept.append(id)
    return function[id].result
  }
}
