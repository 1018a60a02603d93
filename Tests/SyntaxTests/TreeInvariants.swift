@testable import Syntax

/// What holds of every tree, whatever the input was.
enum TreeInvariants {
  /// What is wrong with `tree`; empty when nothing is.
  static func violations(of tree: SyntaxTree, length: Int) -> [String] {
    var found: [String] = []
    if tree.root.isNone || tree.kind(tree.root) != .program { found.append("no program at the root") }
    for index in 1..<tree.nodes.count {
      let node = tree.nodes[index]
      if node.start > node.end || Int(node.end) > length {
        found.append("\(node.kind) has the span \(node.start)..<\(node.end) in \(length) bytes")
      }
      for (operand, word) in zip(node.kind.operands, [node.a, node.b, node.c, node.d]) {
        switch operand.role {
        case .node:
          if word != 0 { check(tree, index, NodeID(word), operand.label, &found) }
        case .list:
          for child in tree[ListID(word)] { check(tree, index, child, operand.label, &found) }
        case .number:
          if Int(word) >= tree.numbers.count { found.append("\(node.kind) has no number") }
        case .name, .enumeration: break
        }
      }
      if found.count > 10 { break }
    }
    return found
  }

  private static func check(
    _ tree: SyntaxTree, _ parent: Int, _ child: NodeID, _ label: String, _ found: inout [String]
  ) {
    let node = tree.nodes[parent]
    if child.isNone || Int(child.raw) >= parent {
      found.append("\(node.kind).\(label) does not precede its parent")
      return
    }
    let inner = tree[child]
    if inner.start < node.start || inner.end > node.end {
      found.append(
        "\(node.kind) \(node.start)..<\(node.end) does not enclose its \(label) \(inner.kind) \(inner.start)..<\(inner.end)"
      )
    }
  }
}
