import Syntax

/// How one file uses objects of exports, its own and those that it requires.
struct CommonJSUses {
  /// What is done with a member of an object of exports.
  enum MemberUse {
    case read
    case call
    /// The member is given the value of an assignment.
    case write(NodeID)
    /// Anything that only an object can bear.
    case other
  }

  let tree: SyntaxTree
  let syntax: CommonJSSyntax
  /// Per node, the one that it is an operand of.
  private var parents: [UInt32]

  init(_ tree: SyntaxTree, _ syntax: CommonJSSyntax) {
    self.tree = tree
    self.syntax = syntax
    parents = [UInt32](repeating: 0, count: tree.nodes.count)
    var pending = [tree.root]
    while let next = pending.popLast() {
      tree.forEachChild(next) {
        parents[Int($0.raw)] = next.raw
        pending.append($0)
      }
    }
  }

  /// Whether a node is a part of the file at all; parsing on trial leaves others behind.
  func isReachable(_ node: NodeID) -> Bool { parents[Int(node.raw)] != 0 }

  /// What `node` is an operand of, parentheses and assertions aside; with the operand.
  func parent(of node: NodeID) -> (node: NodeID, operand: NodeID) {
    var operand = node
    while true {
      let parent = NodeID(parents[Int(operand.raw)])
      switch tree.kind(parent) {
      case .parenthesizedExpression, .asExpression, .satisfiesExpression, .nonNullExpression, .typeAssertion: operand = parent
      default: return (parent, operand)
      }
    }
  }

  /// The member access whose object `node` is.
  func member(on node: NodeID) -> (access: NodeID, key: Name)? {
    let (parent, operand) = parent(of: node)
    guard let (object, key) = syntax.member(parent), object == operand else { return nil }
    return (parent, key)
  }

  func use(of member: NodeID) -> MemberUse {
    let (parent, operand) = parent(of: member)
    switch tree.kind(parent) {
    case .assignmentExpression:
      let view = AssignmentExpression(tree, parent)
      guard view.target == operand else { return .read }
      return view.operator == .assign ? .write(parent) : .other
    case .updateExpression: return .other
    case .prefixUnaryExpression: return PrefixUnaryExpression(tree, parent).operator == .delete ? .other : .read
    case .callExpression: return CallExpression(tree, parent).callee == operand ? .call : .read
    case .taggedTemplate: return TaggedTemplate(tree, parent).tag == operand ? .other : .read
    case .bindingElement: return BindingElement(tree, parent).target == operand ? .other : .read
    case .forInStatement, .forOfStatement: return tree[parent].a == operand.raw ? .other : .read
    case .shorthandPropertyAssignment, .optionalChain: return .other
    default: return .read
    }
  }

  /// Whether an expression is a statement of the file itself, so that it is evaluated whenever the file runs to its end.
  func isStatementOfFile(_ expression: NodeID) -> Bool {
    let (parent, _) = parent(of: expression)
    return tree.kind(parent) == .expressionStatement && parents[Int(parent.raw)] == tree.root.raw
  }

  /// Whether an expression is surely evaluated once when the file runs, and before everything that stands behind it.
  func isCertain(_ expression: NodeID) -> Bool {
    var node = expression
    while true {
      let parent = NodeID(parents[Int(node.raw)])
      switch tree.kind(parent) {
      case .program: return true
      case .variableStatement, .variableDeclaration, .expressionStatement, .objectLiteral, .propertyAssignment, .arrayLiteral,
        .propertyAccess, .elementAccess, .newExpression, .callExpression, .parenthesizedExpression, .asExpression,
        .satisfiesExpression, .nonNullExpression, .spreadElement:
        break
      case .assignmentExpression where AssignmentExpression(tree, parent).operator == .assign: break
      default: return false
      }
      node = parent
    }
  }

  /// Whether code of the file's functions, or code before `node`, contains `other`.
  func isEarlyOrInFunction(_ other: NodeID, before node: NodeID) -> Bool {
    if tree[other].start < tree[node].end { return true }
    var current = other
    while current != tree.root, current.exists {
      switch tree.kind(current) {
      case .functionDeclaration, .functionExpression, .arrowFunction, .methodDeclaration, .getAccessor, .setAccessor,
        .constructorDeclaration, .propertyDeclaration, .classStaticBlock:
        return true
      default: current = NodeID(parents[Int(current.raw)])
      }
    }
    return false
  }

  /// Whether the file may end before its last statement.
  var returnsEarly: Bool {
    for index in tree.nodes.indices where tree.nodes[index].kind == .returnStatement {
      var current = NodeID(UInt32(index))
      guard isReachable(current) else { continue }
      var isOwn = true
      while current.exists, current != tree.root, isOwn {
        switch tree.kind(current) {
        case .functionDeclaration, .functionExpression, .arrowFunction, .methodDeclaration, .getAccessor, .setAccessor,
          .constructorDeclaration:
          isOwn = false
        default: current = NodeID(parents[Int(current.raw)])
        }
      }
      if isOwn { return true }
    }
    return false
  }
}
