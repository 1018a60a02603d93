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
    var visited = [Bool](repeating: false, count: count)
    var postorder: [BlockID] = []
    var stack: [(block: BlockID, successors: [BlockID], next: Int)] = []
    visited[0] = true
    stack.append((PIRFunction.entry, Self.successors(of: PIRFunction.entry, in: function), 0))
    while !stack.isEmpty {
      let top = stack.count - 1
      if stack[top].next < stack[top].successors.count {
        let successor = stack[top].successors[stack[top].next]
        stack[top].next += 1
        if !visited[Int(successor.raw)] {
          visited[Int(successor.raw)] = true
          stack.append((successor, Self.successors(of: successor, in: function), 0))
        }
      } else {
        postorder.append(stack.removeLast().block)
      }
    }
    let reverse = Array(postorder.reversed())
    var order = [Int](repeating: -1, count: count)
    for (index, block) in reverse.enumerated() { order[Int(block.raw)] = index }
    var predecessors = [[BlockID]](repeating: [], count: count)
    for block in reverse {
      for successor in Self.successors(of: block, in: function) { predecessors[Int(successor.raw)].append(block) }
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
