/// Which operand words of each kind are nodes and lists, as bit sets, so that walkers need no arrays.
private struct OperandMasks {
  var nodes: UInt8 = 0
  var lists: UInt8 = 0

  static let table: [OperandMasks] = {
    var table = [OperandMasks](repeating: OperandMasks(), count: 256)
    for kind in SyntaxKind.allCases {
      for (index, operand) in kind.operands.enumerated() {
        if operand.role == .node { table[Int(kind.rawValue)].nodes |= 1 << UInt8(index) }
        if operand.role == .list { table[Int(kind.rawValue)].lists |= 1 << UInt8(index) }
      }
    }
    return table
  }()
}

extension SyntaxTree {
  /// Calls `body` with each child of `id` that exists, in operand order.
  public func forEachChild(_ id: NodeID, _ body: (NodeID) -> Void) {
    let node = self[id]
    let masks = OperandMasks.table[Int(node.kind.rawValue)]
    guard masks.nodes | masks.lists != 0 else { return }
    for index in 0..<4 {
      let bit = UInt8(1) << UInt8(index)
      let word = index == 0 ? node.a : index == 1 ? node.b : index == 2 ? node.c : node.d
      if masks.nodes & bit != 0, word != 0 {
        body(NodeID(word))
      } else if masks.lists & bit != 0, word != 0 {
        for child in self[ListID(word)] where child.exists { body(child) }
      }
    }
  }

  /// The expression inside parentheses, assertions and `!`, none of which exist at run time.
  public func withoutWrappers(_ id: NodeID) -> NodeID {
    var current = id
    while true {
      switch kind(current) {
      case .parenthesizedExpression, .asExpression, .satisfiesExpression, .nonNullExpression,
        .instantiationExpression:
        current = NodeID(self[current].a)
      case .typeAssertion:
        current = TypeAssertion(self, current).expression
      default: return current
      }
    }
  }
}
