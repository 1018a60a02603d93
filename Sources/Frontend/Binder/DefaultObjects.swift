import Syntax

/// Default imports of the library's modules whose default export is an object of the other exports.
///
/// After `import fs from "node:fs"` a program that only reads members, as in `fs.readFileSync(…)`, means the same as with
/// `import * as fs`. It is treated so then, since of a namespace only those members are linked that are used. If anything
/// in the program could change the object, or hold it as a value, it stays an object for all.
struct DefaultObjects {
  private let graph: ModuleGraph
  private let nodeSymbols: [[UInt32]]
  private let imports: [SymbolID: ResolvedExport]
  private let defaultName: Name
  /// Per module: the members of its default object that are its exports of the same name.
  private var members: [FileID: Set<Name>] = [:]
  /// Modules whose object may be changed or held.
  private var escaped: Set<FileID> = []

  init(
    _ graph: ModuleGraph, nodeSymbols: [[UInt32]], imports: [SymbolID: ResolvedExport],
    exports: [[(name: Name, target: ResolvedExport)]]
  ) {
    self.graph = graph
    self.nodeSymbols = nodeSymbols
    self.imports = imports
    defaultName = graph.interner.intern("default")
    for module in graph.modules where module.kind == .prelude {
      members[module.file.id] = exportedMembers(module, exports[Int(module.file.id.raw)])
    }
    for module in graph.modules {
      escaped.formUnion(module.requires)
      escaped.formUnion(module.dynamicImports)
      // Who imports the namespace of a module that passes the object on may hold that as a value.
      for case .defaultExpression(let file) in exports[Int(module.file.id.raw)].map(\.target) where file != module.file.id {
        escaped.insert(file)
      }
    }
    for module in graph.modules where module.kind != .json { noteUses(module) }
  }

  /// The imports that mean namespaces.
  var namespaces: [SymbolID: ResolvedExport] {
    imports.compactMapValues { target in
      guard case .defaultExpression(let file) = target, members[file] != nil, !escaped.contains(file) else { return nil }
      return .namespace(file)
    }
  }

  /// The object literal that an expression gives: itself, a constant, or what a call completes, its first argument.
  private func literal(_ expression: NodeID, _ tree: SyntaxTree) -> NodeID? {
    let inner = tree.withoutWrappers(expression)
    switch tree.kind(inner) {
    case .objectLiteral: return inner
    case .callExpression: return tree[CallExpression(tree, inner).arguments].first.flatMap { literal($0, tree) }
    case .identifier:
      let symbol = symbol(inner, tree.file)
      let declaration = tree.nodes.indices.first {
        let node = tree.nodes[$0]
        return node.kind == .variableDeclaration && self.symbol(NodeID(node.a), tree.file) == symbol
      }
      guard symbol != nil, let declaration else { return nil }
      let initializer = VariableDeclaration(node: tree.nodes[declaration]).initializer
      return initializer.exists && tree.kind(initializer) == .objectLiteral ? initializer : nil
    default: return nil
    }
  }

  /// Nil unless the default export is an object literal.
  private func exportedMembers(_ module: Module, _ exports: [(name: Name, target: ResolvedExport)]) -> Set<Name>? {
    let tree = module.tree
    let statement = tree.nodes.indices.first { tree.nodes[$0].kind == .exportAssignment }
    guard let statement else { return nil }
    guard let literal = literal(ExportAssignment(node: tree.nodes[statement]).expression, tree) else { return nil }
    var names: Set<Name> = []
    for property in tree[ObjectLiteral(tree, literal).properties] where tree.kind(property) == .shorthandPropertyAssignment {
      let identifier = ShorthandPropertyAssignment(tree, property).name
      let name = Identifier(tree, identifier).name
      guard let symbol = symbol(identifier, module.file.id) else { continue }
      let value = imports[symbol] ?? .symbol(symbol)
      if exports.contains(where: { $0.name == name && $0.target == value }) { names.insert(name) }
    }
    return names
  }

  private func symbol(_ node: NodeID, _ file: FileID) -> SymbolID? {
    let word = nodeSymbols[Int(file.raw)][Int(node.raw)]
    return word == 0 ? nil : SymbolID(word - 1)
  }

  /// The module whose default object, or namespace, an identifier stands for.
  private func module(_ node: NodeID, _ tree: SyntaxTree) -> (file: FileID, isNamespace: Bool)? {
    guard node.exists, tree.kind(node) == .identifier, let symbol = symbol(node, tree.file) else { return nil }
    switch imports[symbol] {
    case .defaultExpression(let file)? where members[file] != nil: return (file, false)
    case .namespace(let file)? where members[file] != nil: return (file, true)
    default: return nil
    }
  }

  /// Notes modules that are used other than by reading members.
  private mutating func noteUses(_ module: Module) {
    let tree = module.tree
    var uses: [FileID: Int] = [:]
    for raw in tree.nodes.indices {
      let id = NodeID(UInt32(raw))
      let node = tree.nodes[raw]
      switch node.kind {
      case .identifier:
        if let used = self.module(id, tree) { uses[used.file, default: 0] += 1 }
      case .importClause:
        for name in [NodeID(node.a), NodeID(node.b)] { noteHarmless(name, tree, &uses) }
      case .importSpecifier:
        noteHarmless(NodeID(node.a), tree, &uses)
        if node.a != node.b { noteHarmless(NodeID(node.b), tree, &uses) }
      case .propertyAccess:
        if reads(node, tree) { noteHarmless(NodeID(node.a), tree, &uses) }
      case .assignmentExpression: noteChange(AssignmentExpression(node: node).target, tree)
      case .updateExpression: noteChange(NodeID(node.a), tree)
      case .prefixUnaryExpression:
        let view = PrefixUnaryExpression(node: node)
        if view.operator == .delete { noteChange(view.operand, tree) }
      case .bindingElement: noteChange(BindingElement(node: node).target, tree)
      case .forInStatement, .forOfStatement: noteChange(NodeID(node.a), tree)
      default: break
      }
    }
    for (file, count) in uses where count > 0 { escaped.insert(file) }
  }

  private func noteHarmless(_ node: NodeID, _ tree: SyntaxTree, _ uses: inout [FileID: Int]) {
    if let used = module(node, tree) { uses[used.file, default: 0] -= 1 }
  }

  /// Whether a member access means the same on the object and on the namespace.
  private func reads(_ node: Node, _ tree: SyntaxTree) -> Bool {
    let view = PropertyAccess(node: node)
    guard let used = module(view.object, tree), tree.kind(view.name) == .identifier else { return false }
    let name = Identifier(tree, view.name).name
    if used.isNamespace { return name != defaultName }
    return !node.flags.contains(.optional) && members[used.file]!.contains(name)
  }

  /// Notes a member that is given a value, or taken away.
  private mutating func noteChange(_ target: NodeID, _ tree: SyntaxTree) {
    let inner = tree.withoutWrappers(target)
    guard tree.kind(inner) == .propertyAccess, let used = module(PropertyAccess(tree, inner).object, tree) else { return }
    escaped.insert(used.file)
  }
}
