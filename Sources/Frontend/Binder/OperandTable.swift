import Syntax

/// Which operand words of each kind of node are children, as a flat table for fast walks.
struct OperandTable {
  /// Four entries a kind: 0 neither, 1 node, 2 list.
  private var entries = [UInt8](repeating: 0, count: 256 * 4)

  static let shared = OperandTable()

  private init() {
    for kind in SyntaxKind.allCases {
      for (index, operand) in kind.operands.enumerated() {
        let entry: UInt8 = operand.role == .node ? 1 : operand.role == .list ? 2 : 0
        entries[Int(kind.rawValue) * 4 + index] = entry
      }
    }
  }

  @inline(__always)
  subscript(_ kind: SyntaxKind, _ index: Int) -> UInt8 { entries[Int(kind.rawValue) * 4 + index] }
}

extension SyntaxTree {
  /// Calls `body` with every child of `node`, in operand order.
  func forEachChild(_ node: Node, _ body: (NodeID) -> Void) {
    let table = OperandTable.shared
    let words = (node.a, node.b, node.c, node.d)
    func each(_ word: UInt32, _ role: UInt8) {
      if word == 0 || role == 0 { return }
      if role == 1 { return body(NodeID(word)) }
      for child in self[ListID(word)] where child.exists { body(child) }
    }
    each(words.0, table[node.kind, 0])
    each(words.1, table[node.kind, 1])
    each(words.2, table[node.kind, 2])
    each(words.3, table[node.kind, 3])
  }
}
