import Syntax

/// For each module, the number of its strongly connected group of imports; nil for modules outside of cycles.
func moduleCycles(_ graph: ModuleGraph) -> [Int?] {
  let count = graph.modules.count
  let edges: [[Int]] = graph.modules.map { module in
    module.references.values.compactMap { reference in
      if case .file(let target) = reference { return Int(target.raw) }
      return nil
    }
  }
  // Tarjan's algorithm with an explicit stack.
  var index = [Int](repeating: -1, count: count)
  var low = index
  var onStack = [Bool](repeating: false, count: count)
  var component: [Int] = []
  var result = [Int?](repeating: nil, count: count)
  var counter = 0
  for root in 0..<count where index[root] < 0 {
    var work = [(node: root, next: 0)]
    while let (node, next) = work.last {
      if next == 0 {
        index[node] = counter
        low[node] = counter
        counter += 1
        component.append(node)
        onStack[node] = true
      }
      if next < edges[node].count {
        work[work.count - 1].next += 1
        let target = edges[node][next]
        if index[target] < 0 {
          work.append((target, 0))
        } else if onStack[target] {
          low[node] = min(low[node], index[target])
        }
        // A module that imports itself is a cycle too.
        if target == node { result[node] = node }
        continue
      }
      work.removeLast()
      if let parent = work.last?.node { low[parent] = min(low[parent], low[node]) }
      if low[node] == index[node] {
        let start = component.lastIndex(of: node)!
        let members = component[start...]
        for member in members {
          onStack[member] = false
          if members.count > 1 { result[member] = node }
        }
        component.removeSubrange(start...)
      }
    }
  }
  return result
}
