/// The blocks of a function that run while its guesses hold, with the loops around each: without slow versions, and
/// without general ways that are not expected to be taken.
struct HotCode {
  /// In order.
  let blocks: [BlockID]
  private let depths: [BlockID: Int]
  let headers: Set<BlockID>

  /// - Parameter isExpected: whether the general way beside a test, of which the position is given, is the usual one.
  init(_ function: PIRFunction, isExpected: (UInt32) -> Bool) {
    var pruned = function
    for index in pruned.blocks.indices {
      let block = BlockID(UInt32(index))
      pruned.blocks[index].handler = nil
      guard !function[block].isCold, let last = function[block].instructions.last else {
        pruned.blocks[index].instructions = []
        continue
      }
      let edges = function.edges(function[last]).filter { edge in
        let target = function[edge.target]
        return !target.isCold && (!target.isGeneral || function[block].isGeneral || isExpected(function[last].position))
      }
      pruned[last].edges = pruned.addEdges(edges)
      // What catches exceptions is reached by them alone, and seldom.
    }
    let flow = ControlFlow(pruned)
    let loops = Loops(pruned)
    blocks = flow.reversePostorder.filter { !function[$0].isCold }
    var depths: [BlockID: Int] = [:]
    for header in loops.headers { for block in loops.blocks(of: header) { depths[block, default: 0] += 1 } }
    self.depths = depths
    headers = Set(loops.headers)
  }

  /// How many loops are around a block.
  func depth(_ block: BlockID) -> Int { depths[block] ?? 0 }
}
