import Syntax

/// What CommonJS files require.
extension ModuleLoader {
  func isRequire(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    tree.kind(node) == .identifier && Identifier(tree, node).name == commonJSNames.require
  }

  /// Whether `node` is `require.resolve`.
  func isResolve(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    guard tree.kind(node) == .propertyAccess else { return false }
    let view = PropertyAccess(tree, node)
    return isRequire(view.object, tree) && tree.kind(view.name) == .identifier
      && Identifier(tree, view.name).name == commonJSNames.resolve
  }

  /// Loads what a `require` names. What cannot be found is an error at run time, which programs often expect.
  func addRequire(_ specifier: NodeID, to index: Int) {
    let module = modules[index]
    let text = interner.string(StringLiteral(module.tree, specifier).value)
    guard let target = loadRequired(text, by: index, at: module.tree.span(specifier)) else { return }
    modules[index].references[specifier] = .file(target)
  }

  /// Says that a module of Node which the program names cannot do its work on the target.
  func warn(ofUnavailable name: String, in module: Module, at span: SourceSpan) {
    guard module.kind != .prelude, options.target.unavailableModules.contains(name) else { return }
    diagnostics.report(.nodeModuleUnavailable, ["node:" + name, options.target.name], at: span)
  }

  private func loadRequired(_ text: String, by index: Int, at span: SourceSpan) -> FileID? {
    let target: FileID?
    switch resolver.resolveRequire(text, from: Path.directory(modules[index].file.path)) {
    case .path(let path):
      target = load(path, kind: path.hasSuffix(".json") ? .json : .user, at: span).map { requiredModule($0) }
    case .node(let name, let facade?):
      warn(ofUnavailable: name, in: modules[index], at: span)
      target = load(facade, kind: .prelude, at: span)
    case .node(let name, nil):
      diagnostics.report(.nodeModuleNotSupported, ["node:" + name], at: span)
      return nil
    case .notFound, .declarations, .runtime: return nil
    }
    if let target {
      modules[index].requires.append(target)
      modules[index].requirable[text] = target
    }
    return target
  }

  /// What `require` gives for a file: an ES module with a default export seems to be compiled from one, so that compiled
  /// code knows what it has (https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require).
  private func requiredModule(_ target: FileID) -> FileID {
    let module = modules[Int(target.raw)]
    guard module.kind == .user, !module.isCommonJS, module.tree.exportsDefault(interner.intern("default")) else { return target }
    let path = options.files.realPath(module.file.path)
    let key = path + " as required"
    if case .some(.some(let known)) = loaded[key] { return known }
    let id = FileID(UInt32(modules.count))
    let text = """
      export * from "\(path)"; export { default } from "\(path)"; export const __esModule = true;
      """
    let file = SourceFile(id: id, path: path, text: Array(text.utf8))
    modules.append(Module(file: file, kind: .user, tree: parse(file, interner: interner, diagnostics: diagnostics)))
    loaded[key] = id
    return id
  }

  /// Notes what the constant specifier of a `require.resolve` stands for.
  func addResolution(_ specifier: NodeID, to index: Int) {
    let module = modules[index]
    let text = interner.string(StringLiteral(module.tree, specifier).value)
    switch resolver.resolveRequire(text, from: Path.directory(module.file.path)) {
    case .path(let path): modules[index].resolutions[specifier] = options.files.realPath(path)
    case .node: modules[index].resolutions[specifier] = text
    case .notFound, .declarations, .runtime: break
    }
  }

  /// Loads what a computed specifier may stand for: the files in the folder that it begins with, if it does with one,
  /// whose names begin and end as it does, and those that the file names in strings.
  func addCandidates(of specifier: NodeID, to index: Int) {
    let tree = modules[index].tree
    let span = tree.span(specifier)
    for raw in tree.nodes.indices where tree.nodes[raw].kind == .stringLiteral {
      let text = interner.string(StringLiteral(tree, NodeID(UInt32(raw))).value)
      if text.hasPrefix("./") || text.hasPrefix("../") { _ = loadRequired(text, by: index, at: span) }
    }
    guard specifier.exists else { return }
    let (prefix, suffix) = constantEnds(specifier, tree)
    guard prefix.hasPrefix("./") || prefix.hasPrefix("../"), let slash = prefix.lastIndex(of: "/") else { return }
    let written = prefix[...slash]
    let folder = Path.join(Path.directory(modules[index].file.path), String(written))
    let start = prefix[prefix.index(after: slash)...]
    for name in options.files.list(folder).sorted() where name.hasPrefix(start) && !name.hasSuffix(".d.ts") {
      guard let dot = name.lastIndex(of: "."), [".js", ".cjs", ".json", ".ts", ".cts"].contains(name[dot...]) else { continue }
      // The extension may be a part of what is computed, or left out.
      for spelling in [name, String(name[..<dot])] where spelling.hasSuffix(suffix) {
        _ = loadRequired(written + spelling, by: index, at: span)
      }
    }
  }

  /// The text that a computed string surely begins with, and the one that it ends with.
  private func constantEnds(_ node: NodeID, _ tree: SyntaxTree) -> (prefix: String, suffix: String) {
    let node = tree.withoutWrappers(node)
    switch tree.kind(node) {
    case .stringLiteral:
      let text = interner.string(StringLiteral(tree, node).value)
      return (text, text)
    case .templateExpression:
      let elements = tree[TemplateExpression(tree, node).elements]
      let text = { (element: NodeID) in self.interner.string(TemplateElement(tree, element).cooked) }
      return (elements.first.map(text) ?? "", elements.last.map(text) ?? "")
    case .binaryExpression:
      let view = BinaryExpression(tree, node)
      guard view.operator == .add else { return ("", "") }
      return (constantEnds(view.left, tree).prefix, constantEnds(view.right, tree).suffix)
    default: return ("", "")
    }
  }
}

extension SyntaxTree {
  /// Whether the module has a default export.
  fileprivate func exportsDefault(_ name: Name) -> Bool {
    nodes.contains { node in
      switch node.kind {
      case .exportAssignment: return true
      case .functionDeclaration, .classDeclaration: return node.flags.isSuperset(of: [.export, .default])
      case .exportSpecifier: return node.b != 0 && Name(self[NodeID(node.b)].a) == name
      default: return false
      }
    }
  }
}
