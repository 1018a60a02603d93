/// Block order, predecessors and dominators of one function.
///
/// A block with a handler has an edge to it, since any of its instructions may throw.
public struct ControlFlow: Sendable {
  /// Reachable blocks, each before its successors except along back edges.
  public let reversePostorder: [BlockID]
  /// Per block: its reachable predecessors, handlers' predecessors included.
  public let predecessors: [[BlockID]]
  /// Per block: its position in `reversePostorder`; -1 if unreachable.
  public let order: [Int]
  /// Per block: its immediate dominator; the entry's is itself.
  public let immediateDominator: [BlockID]

  public init(_ function: PIRFunction) {
    let count = function.blocks.count
    // One list of all successors: arrays for each block were much of the time of passes.
    var starts: [Int32] = []
    var targets: [BlockID] = []
    starts.reserveCapacity(count + 1)
    targets.reserveCapacity(2 * count)
    for block in function.blocks {
      starts.append(Int32(targets.count))
      guard let last = block.instructions.last else { continue }
      for edge in function.edges(function[last]) { targets.append(edge.target) }
      if let handler = block.handler { targets.append(handler) }
    }
    starts.append(Int32(targets.count))

    var order = [Int](repeating: -1, count: count)
    var next = starts
    var incoming = [Int](repeating: 0, count: count)
    var postorder: [BlockID] = []
    postorder.reserveCapacity(count)
    // What is on the stack or behind it has an order that is not -1; the right one is set below.
    var stack = [PIRFunction.entry]
    order[0] = 0
    while let block = stack.last {
      let index = Int(block.raw)
      if next[index] < starts[index + 1] {
        let successor = targets[Int(next[index])]
        next[index] += 1
        incoming[Int(successor.raw)] += 1
        if order[Int(successor.raw)] < 0 {
          order[Int(successor.raw)] = 0
          stack.append(successor)
        }
      } else {
        postorder.append(block)
        stack.removeLast()
      }
    }
    let reverse = Array(postorder.reversed())
    for (index, block) in reverse.enumerated() { order[Int(block.raw)] = index }
    var predecessors = incoming.map { count in
      var list: [BlockID] = []
      if count > 0 { list.reserveCapacity(count) }
      return list
    }
    for block in reverse {
      for index in starts[Int(block.raw)]..<starts[Int(block.raw) + 1] {
        predecessors[Int(targets[Int(index)].raw)].append(block)
      }
    }
    reversePostorder = reverse
    self.order = order
    self.predecessors = predecessors
    immediateDominator = Self.dominators(reverse, order, predecessors, count)
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
    _ reverse: [BlockID], _ order: [Int], _ predecessors: [[BlockID]], _ count: Int
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
