import Syntax

/// The source texts of what instructions do, found by the positions that lowering gives them.
final class SourceTexts {
  private let module: PIRModule
  private let trees: [FileID: SyntaxTree]
  private var indices: [FileID: Index] = [:]
  private static let longest = 40

  /// Nodes of one file by position.
  private struct Index {
    /// Member accesses by their name or index.
    var accesses: [UInt32: NodeID] = [:]
    /// Calls by where their callee is accessed, and `new` by itself.
    var calls: [UInt32: NodeID] = [:]
    /// Signatures by the range of their function.
    var signatures: [SourceSpan: NodeID] = [:]
  }

  /// - Parameter trees: those of the user's files.
  init(_ module: PIRModule, _ trees: [FileID: SyntaxTree]) {
    self.module = module
    self.trees = trees
  }

  /// Whether a file is the user's.
  func isUser(_ file: FileID) -> Bool { trees[file] != nil }

  /// A member access, as `a.b` or `a[i]`.
  func access(_ file: FileID, _ position: UInt32) -> String? {
    index(file).accesses[position].map { text(file, $0) }
  }

  /// The object of a member access.
  func object(_ file: FileID, _ position: UInt32) -> String? {
    index(file).accesses[position].map { text(file, NodeID(trees[file]![$0].a)) }
  }

  /// What a call calls, as `a.f`.
  func callee(_ file: FileID, _ position: UInt32) -> String? {
    guard let node = index(file).calls[position] else { return nil }
    return text(file, NodeID(trees[file]![node].a))
  }

  /// The name and the place of a parameter of a function.
  func parameter(_ number: Int, of function: PIRFunction) -> (name: String, position: UInt32)? {
    guard let span = function.span, let tree = trees[function.file], let signature = index(function.file).signatures[span]
    else { return nil }
    let parameters = tree[Signature(tree, signature).parameters].filter { node in
      let target = Syntax.Parameter(tree, node).target
      return tree.kind(target) != .identifier || module.interner.string(Identifier(tree, target).name) != "this"
    }
    guard number < parameters.count else { return nil }
    let target = Syntax.Parameter(tree, parameters[number]).target
    return (text(function.file, target), tree[target].start)
  }

  private func text(_ file: FileID, _ node: NodeID) -> String {
    let span = trees[file]!.span(trees[file]!.withoutWrappers(node))
    let source = module.files[Int(file.raw)].text[Int(span.start)..<Int(span.end)]
    let words = String(decoding: source, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let line = words.joined(separator: " ")
    return line.count <= Self.longest ? line : line.prefix(Self.longest - 1) + "…"
  }

  private func index(_ file: FileID) -> Index {
    if let known = indices[file] { return known }
    var result = Index()
    if let tree = trees[file] {
      // Children come before their parents: of calls that begin alike, the inner one is kept.
      for raw in 1..<max(1, tree.nodes.count) {
        let id = NodeID(UInt32(raw))
        let node = tree[id]
        switch node.kind {
        case .propertyAccess, .elementAccess: result.accesses[tree[NodeID(node.b)].start] = id
        case .callExpression:
          let position = accessPosition(NodeID(node.a), tree)
          if result.calls[position] == nil { result.calls[position] = id }
          if result.calls[node.start] == nil { result.calls[node.start] = id }
        case .newExpression: result.calls[node.start] = id
        default: break
        }
        guard let place = node.kind.operands.firstIndex(where: { $0.label == "signature" }) else { continue }
        result.signatures[tree.span(id)] = NodeID([node.a, node.b, node.c, node.d][place])
      }
    }
    indices[file] = result
    return result
  }

  /// Where lowering says that a callee is accessed.
  private func accessPosition(_ node: NodeID, _ tree: SyntaxTree) -> UInt32 {
    let inner = tree.kind(node) == .optionalChain ? NodeID(tree[node].a) : tree.withoutWrappers(node)
    switch tree.kind(inner) {
    case .propertyAccess, .elementAccess: return tree[NodeID(tree[inner].b)].start
    default: return tree[inner].start
    }
  }
}
