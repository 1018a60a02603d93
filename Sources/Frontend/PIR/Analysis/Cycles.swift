extension PIRFunction {
  /// Per block: whether it can be reached from itself.
  public func blocksInCycles() -> [Bool] {
    stronglyConnected(blocks.count) { node in ControlFlow.successors(of: BlockID(UInt32(node)), in: self).map { Int($0.raw) } }
  }
}

/// Per node of a graph: whether it lies on a cycle. Tarjan's algorithm without recursion.
public func stronglyConnected(_ count: Int, successors: (Int) -> [Int]) -> [Bool] {
  var cyclic = [Bool](repeating: false, count: count)
  var index = [Int](repeating: -1, count: count)
  var low = [Int](repeating: 0, count: count)
  var onStack = cyclic
  var stack: [Int] = []
  var counter = 0
  for root in 0..<count where index[root] < 0 {
    var frames: [(node: Int, edges: [Int], next: Int)] = []
    func enter(_ node: Int) {
      index[node] = counter
      low[node] = counter
      counter += 1
      stack.append(node)
      onStack[node] = true
      frames.append((node, successors(node), 0))
    }
    enter(root)
    while let top = frames.last {
      let node = top.node
      if top.next < top.edges.count {
        frames[frames.count - 1].next += 1
        let target = top.edges[top.next]
        if target == node { cyclic[node] = true }
        if index[target] < 0 {
          enter(target)
        } else if onStack[target] {
          low[node] = min(low[node], index[target])
        }
        continue
      }
      frames.removeLast()
      if let parent = frames.last?.node { low[parent] = min(low[parent], low[node]) }
      if low[node] == index[node] {
        var members: [Int] = []
        repeat { members.append(stack.removeLast()) } while members.last! != node
        for member in members {
          onStack[member] = false
          if members.count > 1 { cyclic[member] = true }
        }
      }
    }
  }
  return cyclic
}
