/// Block order, predecessors and dominators of one function.
///
/// A block with a handler has an edge to it, since any of its instructions may throw.
public struct ControlFlow: Sendable {
  /// Reachable blocks, each before its successors except along back edges.
  public let reversePostorder: [BlockID]
  /// Per block: its reachable predecessors, handlers' predecessors included.
  public let predecessors: Predecessors
  /// Per block: its position in `reversePostorder`; -1 if unreachable.
  public let order: [Int]
  /// Per block: its immediate dominator; the entry's is itself.
  public let immediateDominator: [BlockID]

  public init(_ function: PIRFunction) {
    let walk = Walk(function)
    let count = function.blocks.count
    reversePostorder = walk.reversePostorder
    var order = [Int](repeating: -1, count: count)
    for (index, block) in reversePostorder.enumerated() { order[Int(block.raw)] = index }
    self.order = order
    predecessors = Predecessors(walk, count)
    immediateDominator = Self.dominators(reversePostorder, order, predecessors, count)
  }

  /// The order alone, which many passes need no more than.
  public static func reversePostorder(_ function: PIRFunction) -> [BlockID] { Walk(function).reversePostorder }

  /// The predecessors of all blocks in one list: arrays for each block were much of the time of passes.
  public struct Predecessors: Sendable {
    private var starts: [Int32]
    private var sources: [BlockID]

    fileprivate init(_ walk: Walk, _ count: Int) {
      starts = [Int32](repeating: 0, count: count + 1)
      for block in walk.reversePostorder {
        for index in walk.successors(block) { starts[Int(walk.targets[index].raw) + 1] += 1 }
      }
      for index in 0..<count { starts[index + 1] += starts[index] }
      sources = [BlockID](repeating: PIRFunction.entry, count: Int(starts[count]))
      var next = starts
      for block in walk.reversePostorder {
        for index in walk.successors(block) {
          let target = Int(walk.targets[index].raw)
          sources[Int(next[target])] = block
          next[target] += 1
        }
      }
    }

    public subscript(_ block: Int) -> ArraySlice<BlockID> { sources[Int(starts[block])..<Int(starts[block + 1])] }
  }

  /// The reachable blocks in order, and the successors of all.
  fileprivate struct Walk {
    private var starts: [Int32] = []
    private(set) var targets: [BlockID] = []
    private(set) var reversePostorder: [BlockID] = []

    init(_ function: PIRFunction) {
      let count = function.blocks.count
      starts.reserveCapacity(count + 1)
      targets.reserveCapacity(2 * count)
      for block in 0..<count {
        starts.append(Int32(targets.count))
        guard let last = function.blocks[block].instructions.last else { continue }
        let edges = function.instructions[Int(last.raw)].edges
        for index in edges.indices { targets.append(function.edgePool[index].target) }
        if let handler = function.blocks[block].handler { targets.append(handler) }
      }
      starts.append(Int32(targets.count))
      var next = starts
      var isSeen = [Bool](repeating: false, count: count)
      reversePostorder.reserveCapacity(count)
      var stack = [PIRFunction.entry]
      isSeen[0] = true
      while let block = stack.last {
        let index = Int(block.raw)
        if next[index] < starts[index + 1] {
          let successor = targets[Int(next[index])]
          next[index] += 1
          if !isSeen[Int(successor.raw)] {
            isSeen[Int(successor.raw)] = true
            stack.append(successor)
          }
        } else {
          reversePostorder.append(block)
          stack.removeLast()
        }
      }
      reversePostorder.reverse()
    }

    /// Where a block's successors stand among the targets.
    func successors(_ block: BlockID) -> Range<Int> { Int(starts[Int(block.raw)])..<Int(starts[Int(block.raw) + 1]) }
  }

  /// The blocks that control can go to from `block`, its handler last.
  public static func successors(of block: BlockID, in function: PIRFunction) -> [BlockID] {
    guard let last = function[block].instructions.last else { return [] }
    var result = function.edges(function[last]).map(\.target)
    if let handler = function[block].handler { result.append(handler) }
    return result
  }

  public func isReachable(_ block: BlockID) -> Bool { order[Int(block.raw)] >= 0 }

  /// Whether every path from the entry to `block` goes through `dominator`.
  public func dominates(_ dominator: BlockID, _ block: BlockID) -> Bool {
    var current = block
    while order[Int(current.raw)] > order[Int(dominator.raw)] { current = immediateDominator[Int(current.raw)] }
    return current == dominator
  }

  /// Cooper, Harvey and Kennedy's iterative algorithm.
  private static func dominators(
    _ reverse: [BlockID], _ order: [Int], _ predecessors: Predecessors, _ count: Int
  ) -> [BlockID] {
    var dominator = [Int](repeating: -1, count: reverse.count)
    dominator[0] = 0
    var changed = true
    while changed {
      changed = false
      for index in reverse.indices.dropFirst() {
        var best = -1
        for predecessor in predecessors[Int(reverse[index].raw)] {
          let candidate = order[Int(predecessor.raw)]
          guard candidate >= 0, dominator[candidate] >= 0 else { continue }
          if best < 0 {
            best = candidate
          } else {
            var a = best
            var b = candidate
            while a != b {
              while a > b { a = dominator[a] }
              while b > a { b = dominator[b] }
            }
            best = a
          }
        }
        if dominator[index] != best {
          dominator[index] = best
          changed = true
        }
      }
    }
    var result = [BlockID](repeating: BlockID(0), count: count)
    for (index, block) in reverse.enumerated() { result[Int(block.raw)] = reverse[dominator[index]] }
    return result
  }
}
