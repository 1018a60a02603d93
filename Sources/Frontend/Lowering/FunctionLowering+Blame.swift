import PIR
import Semantics
import Syntax

/// The source texts that messages of failing calls, iterations and destructurings show, as V8 prints them.
extension FunctionLowering {
  /// Notes that an exception of the next instruction in a role is about `node`.
  func blame(_ node: NodeID, _ role: BlameRole) {
    guard let text = blamedText(node) else { return }
    guard role == .iterable else { return blame(text: text, role) }
    let isCall = tree.kind(tree.withoutWrappers(node)) == .callExpression
    blame(text: isCall ? text.dropLast(5) + " is not a function or its return value" : text, role)
  }

  /// Notes what an exception of the next instruction in a role says.
  func blame(text: String, _ role: BlameRole) {
    // The prelude's own text is nothing that a program's author knows.
    guard program.graph[file].kind != .prelude else { return }
    context.module.blames[BlameKey(file: file, position: builder.position, role: role)] = text
  }

  /// Notes that an argument list's last element may not be iterable, which has a message of its own.
  func blameSpread(_ node: NodeID) { blame(text: "\n" + (blamedText(node) ?? ""), .iterable) }

  /// Notes that reading a property of a destructured value, or its first use at all, may fail.
  func blameDestructured(_ source: NodeID, property: String = "") {
    blame(text: property + "\n" + (source.exists ? blamedText(source) ?? "" : ""), .destructured)
  }

  /// An expression as V8 prints it in messages; nil for forms that it prints in ways of its own.
  private func blamedText(_ node: NodeID) -> String? {
    let inner = tree.withoutWrappers(node)
    switch tree.kind(inner) {
    case .identifier: return context.text(Identifier(tree, inner).name)
    case .thisExpression: return "this"
    case .nullLiteral: return "null"
    case .trueLiteral: return "true"
    case .falseLiteral: return "false"
    case .numericLiteral:
      let number = tree[NumericLiteral(tree, inner).number]
      return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    case .stringLiteral: return "\"" + context.text(StringLiteral(tree, inner).value) + "\""
    case .superExpression, .functionExpression, .arrowFunction, .newExpression, .importMeta:
      return "(intermediate value)"
    case .classExpression:
      // The functions that initialize fields count too.
      let fields = tree[ClassExpression(tree, inner).members].filter { tree.kind($0) == .propertyDeclaration }
      let isStatic = Set(fields.map { tree.flags($0).contains(.static) })
      return String(repeating: "(intermediate value)", count: 1 + isStatic.count)
    case .arrayLiteral:
      let elements = tree[ArrayLiteral(tree, inner).elements].map { blamedText($0) }
      return elements.contains(nil) ? nil : "[" + elements.map { $0! }.joined(separator: ",") + "]"
    case .objectLiteral:
      let count = tree[ObjectLiteral(tree, inner).properties].count
      return "{" + String(repeating: "(intermediate value)", count: count) + "}"
    case .assignmentExpression: return blamedText(AssignmentExpression(tree, inner).target)
    case .optionalChain: return blamedText(OptionalChain(tree, inner).expression)
    case .callExpression:
      return blamedText(CallExpression(tree, inner).callee).map { $0 + "(...)" }
    case .propertyAccess: return memberText(PropertyAccess(tree, inner), inner)
    case .elementAccess:
      let view = ElementAccess(tree, inner)
      let dot = tree.flags(inner).contains(.optional) ? "?." : ""
      guard let object = blamedText(view.object) else { return nil }
      let index = tree.withoutWrappers(view.index)
      if tree.kind(index) == .stringLiteral {
        return object + (dot.isEmpty ? "." : dot) + context.text(StringLiteral(tree, index).value)
      }
      return blamedText(index).map { "\(object)\(dot)[\($0)]" }
    default: return nil
    }
  }

  private func memberText(_ view: PropertyAccess, _ node: NodeID) -> String? {
    guard let object = blamedText(view.object) else { return nil }
    if tree.kind(view.name) == .privateIdentifier {
      return object + "[#" + context.text(PrivateIdentifier(tree, view.name).name) + "]"
    }
    let dot = tree.flags(node).contains(.optional) ? "?." : "."
    return object + dot + context.text(Identifier(tree, view.name).name)
  }
}
