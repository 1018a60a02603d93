extension Pass {
  /// Joins blocks that only follow one another. Conversions and folded branches leave a third of all blocks like that, and
  /// each costs LLVM time, without optimisation also the program.
  public static let mergeBlocks = Pass.perFunction("merge-blocks", "join blocks that only follow one another") {
    $0.skipEmptyBlocks()
    $0.removeUnreachableBlocks()
    $0.joinChains()
    $0.removeUnreachableBlocks()
  }
}

extension PIRFunction {
  /// Leads edges past blocks that do nothing but jump on.
  fileprivate mutating func skipEmptyBlocks() {
    for index in blocks.indices {
      guard let last = blocks[index].instructions.last else { continue }
      for position in self[last].edges.indices {
        // A loop of empty blocks has no end.
        for _ in blocks.indices {
          guard let next = wayOn(from: edgePool[position].target) else { break }
          edgePool[position] = next
        }
      }
    }
  }

  /// The edge out of a block without contents.
  private func wayOn(from id: BlockID) -> Edge? {
    let block = self[id]
    guard block.instructions.count == 1, block.parameters.isEmpty, self[block.instructions[0]].opcode == .jump else { return nil }
    let edge = edges(self[block.instructions[0]]).first!
    // What a block is marked as decides how likely its edges are.
    guard self[edge.target].isCold == block.isCold, self[edge.target].isGeneral == block.isGeneral else { return nil }
    return edge
  }

  /// Appends blocks to their only predecessor where that goes nowhere else.
  fileprivate mutating func joinChains() {
    var entries = [Int](repeating: 0, count: blocks.count)
    entries[0] = 1
    for block in blocks {
      if let handler = block.handler { entries[Int(handler.raw)] += 1 }
      for edge in edges(self[block.instructions.last!]) { entries[Int(edge.target.raw)] += 1 }
    }
    var isJoined = [Bool](repeating: false, count: blocks.count)
    var replacement = [ValueID](repeating: .none, count: values.count)
    for index in blocks.indices where !isJoined[index] {
      while let last = blocks[index].instructions.last, self[last].opcode == .jump {
        let edge = edges(self[last]).first!
        let next = Int(edge.target.raw)
        guard next != index, entries[next] == 1, blocks[next].handler == blocks[index].handler,
          blocks[next].isCold == blocks[index].isCold, blocks[next].isGeneral == blocks[index].isGeneral
        else { break }
        for (argument, parameter) in zip(arguments(edge), blocks[next].parameters) { replacement[Int(parameter.raw)] = argument }
        blocks[index].instructions.removeLast()
        blocks[index].instructions += blocks[next].instructions
        isJoined[next] = true
      }
    }
    replaceUses(replacement)
  }
}
