import Syntax

/// What the loader needs to know besides the entry file.
public struct ModuleLoaderOptions {
  public var files: FileAccess
  /// The installed library: the folder with `prelude/` and `node/`.
  public var libraryDirectory: String
  public var mapping: PathMapping?
  /// The prelude's files as the manifest names them, each with the member names that make it necessary.
  public var preludeFiles: [(file: String, names: [String])]
  /// The declaration files of the built-in globals, relative to the prelude; empty to do without types.
  public var typeFiles: [String]
  /// What the program is built for, and the modules of Node that stand on what it lacks.
  public var target: (name: String, unavailableModules: Set<String>) = ("", [])

  public init(
    files: FileAccess, libraryDirectory: String, mapping: PathMapping? = nil,
    preludeFiles: [(file: String, names: [String])] = [], typeFiles: [String] = ModuleLoaderOptions.allTypeFiles
  ) {
    self.typeFiles = typeFiles
    self.files = files
    self.libraryDirectory = libraryDirectory
    self.mapping = mapping
    self.preludeFiles = preludeFiles
  }

  /// Every declaration file of the library.
  public static let allTypeFiles = ["lib/core.d.ts", "lib/collections.d.ts", "lib/binary.d.ts", "lib/host.d.ts"]
}

/// Reads, parses and links the files of a program.
public final class ModuleLoader {
  let options: ModuleLoaderOptions
  let resolver: ModuleResolver
  let interner: Interner
  var diagnostics: DiagnosticSink
  var modules: [Module] = []
  /// Files by real path, so that two spellings of a path are one module.
  var loaded: [String: FileID?] = [:]
  private var preludeModules: [String: FileID] = [:]
  /// Specifiers of `import()`, which are followed when all that runs for sure is loaded.
  private var dynamicSpecifiers: [DynamicSpecifier] = []

  /// A string that `import()` gets, or one that a computed specifier may be made of.
  private struct DynamicSpecifier {
    let module: Int
    let node: NodeID
    let isGuess: Bool
  }

  /// Whether files are told apart into ES modules and CommonJS; those of a batch say what they are.
  private var findsFormats = true
  let commonJSNames: CommonJSNames

  private init(options: ModuleLoaderOptions, interner: Interner, diagnostics: DiagnosticSink) {
    self.options = options
    self.interner = interner
    self.diagnostics = diagnostics
    commonJSNames = CommonJSNames(interner)
    resolver = ModuleResolver(
      files: options.files, libraryDirectory: options.libraryDirectory, mapping: options.mapping)
  }

  /// Loads the program that starts at `entry`.
  ///
  /// Returns nil if the entry file itself cannot be read; other findings leave a graph that can still be checked.
  public static func load(
    entry: String, options: ModuleLoaderOptions, interner: Interner, diagnostics: DiagnosticSink
  ) -> ModuleGraph? {
    let loader = ModuleLoader(options: options, interner: interner, diagnostics: diagnostics)
    guard let entryFile = loader.load(entry, kind: entry.hasSuffix(".json") ? .json : .user, at: nil) else { return nil }
    loader.resolveAll(from: 0)
    loader.loadDynamic()
    loader.loadPrelude()
    for file in options.typeFiles {
      _ = loader.load(options.libraryDirectory + "/prelude/" + file, kind: .library, at: nil)
    }
    return ModuleGraph(
      modules: loader.modules, interner: interner, evaluationOrder: loader.evaluationOrder(from: loader.preludeRoots + [entryFile]),
      entry: entryFile, preludeModules: loader.preludeModules)
  }

  /// Loads programs that are to lie side by side in one executable (`ModuleGraph.batch`).
  ///
  /// What is wrong with one of them is reported and keeps none of the others from being loaded; a file that cannot be
  /// read at all takes its entry out of the batch.
  public static func load(
    batch: [BatchFile], options: ModuleLoaderOptions, interner: Interner, diagnostics: DiagnosticSink
  ) -> ModuleGraph? {
    let loader = ModuleLoader(options: options, interner: interner, diagnostics: diagnostics)
    loader.findsFormats = false
    var entries: [BatchEntry] = []
    var visible: [FileID: [FileID]] = [:]
    var later: [FileID: [FileID]] = [:]
    for (number, item) in batch.enumerated() {
      let scripts = item.scripts.compactMap { loader.load($0, kind: .script, at: nil) }
      guard scripts.count == item.scripts.count,
        let file = loader.load(item.path, kind: item.isModule ? .user : .script, at: nil)
      else { continue }
      for (index, script) in (scripts + [file]).enumerated() {
        let earlier = scripts[..<min(index, scripts.count)]
        let known = visible[script] ?? []
        visible[script] = known + earlier.filter { !known.contains($0) && $0 != script }
        let laterKnown = later[script] ?? []
        let following = scripts.dropFirst(index + 1)
        if !following.isEmpty { later[script] = laterKnown + following.filter { !laterKnown.contains($0) && $0 != script } }
      }
      entries.append(BatchEntry(number: number, scripts: scripts, file: file))
    }
    guard let first = entries.first else { return nil }
    loader.resolveAll(from: 0)
    loader.loadDynamic()
    loader.loadPrelude()
    for index in entries.indices {
      entries[index].evaluationOrder = loader.evaluationOrder(from: entries[index].scripts + [entries[index].file])
    }
    var graph = ModuleGraph(
      modules: loader.modules, interner: interner, evaluationOrder: [], entry: first.file,
      preludeModules: loader.preludeModules)
    graph.visibleScripts = visible
    graph.laterScripts = later
    graph.keep(entries, preludeOrder: loader.evaluationOrder(from: loader.preludeRoots))
    return graph
  }

  // MARK: Files

  /// The module of the file at `path`, read and parsed on first use; nil after reporting why there is none.
  func load(_ path: String, kind: ModuleKind, at span: SourceSpan?) -> FileID? {
    let key = options.files.realPath(path)
    if let known = loaded[key] {
      if known == nil, span != nil { diagnostics.report(.cannotReadFile, [path, "see the error above"], at: span) }
      return known
    }
    let id = FileID(UInt32(modules.count))
    let contents = options.files.read(path)
    guard let file = SourceLoader.makeFile(contents: contents, path: path, id: id, at: span, diagnostics: diagnostics) else {
      loaded[key] = .some(nil)
      return nil
    }
    let tree: SyntaxTree
    switch kind {
    case .json: tree = parseJSON(file)
    case .script: tree = parse(file, interner: interner, diagnostics: diagnostics, goal: .script)
    case .user where findsFormats: tree = parseByFormat(file)
    case .user, .prelude, .library: tree = parse(file, interner: interner, diagnostics: diagnostics)
    }
    loaded[key] = file.id
    var module = Module(file: file, kind: kind, tree: tree)
    if kind == .prelude { module.traceName = traceName(ofLibraryFile: path) }
    modules.append(module)
    return file.id
  }

  /// `node:fs/promises` or `node:internal/array-sort`: where the library lies is not part of what is compiled.
  private func traceName(ofLibraryFile path: String) -> String? {
    for (folder, scheme) in [("/node/", "node:"), ("/prelude/", "node:internal/")] {
      let prefix = options.libraryDirectory + folder
      if path.hasPrefix(prefix) { return scheme + path.dropFirst(prefix.count).prefix { $0 != "." } }
    }
    return nil
  }

  /// Parses a file as what Node would take it for.
  private func parseByFormat(_ file: SourceFile) -> SyntaxTree {
    let format = resolver.format(of: file.path)
    if format == .commonJS { return parse(file, interner: interner, diagnostics: diagnostics, goal: .commonJS) }
    let findings = DiagnosticSink(keepsTypeErrors: diagnostics.keepsTypeErrors)
    let tree = parse(file, interner: interner, diagnostics: findings)
    // A file that cannot tell the difference is a module.
    if format == .bySyntax, !tree.hasModuleSyntax, findings.hasEarlyErrors || tree.usesCommonJS(commonJSNames.parameters) {
      let findingsAsCommonJS = DiagnosticSink(keepsTypeErrors: diagnostics.keepsTypeErrors)
      let asCommonJS = parse(file, interner: interner, diagnostics: findingsAsCommonJS, goal: .commonJS)
      if findings.hasEarlyErrors || !findingsAsCommonJS.hasEarlyErrors {
        for finding in findingsAsCommonJS.diagnostics { diagnostics.report(finding) }
        return asCommonJS
      }
    }
    for finding in findings.diagnostics { diagnostics.report(finding) }
    return tree
  }

  /// A JSON file as the module `export default (…)`, with positions of the original text.
  private func parseJSON(_ file: SourceFile) -> SyntaxTree {
    do {
      _ = try JSONParser.parse(file.text)
    } catch {
      let offset = UInt32((error as? JSONError)?.offset ?? 0)
      let span = SourceSpan(file: file.id, start: offset, end: offset)
      diagnostics.report(.invalidJSON, [(error as? JSONError)?.reason ?? ""], at: span)
      let null = SourceFile(id: file.id, path: file.path, text: Array("export default null".utf8))
      return parse(null, interner: interner, diagnostics: diagnostics)
    }
    let prefix = Array("export default (".utf8)
    let wrapped = SourceFile(id: file.id, path: file.path, text: prefix + file.text + Array("\n)".utf8))
    var tree = parse(wrapped, interner: interner, diagnostics: diagnostics)
    let shift = UInt32(prefix.count)
    let limit = UInt32(file.text.count)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      tree.nodes[index].start = min(node.start < shift ? 0 : node.start - shift, limit)
      tree.nodes[index].end = min(node.end < shift ? 0 : node.end - shift, limit)
    }
    return tree
  }

  // MARK: Imports

  /// Resolves the imports of all modules from index `first` on, which may add more modules.
  private func resolveAll(from first: Int) {
    var index = first
    while index < modules.count {
      resolveImports(of: index)
      index += 1
    }
  }

  private func resolveImports(of index: Int) {
    let tree = modules[index].tree
    var isComputed = false
    // Children stand before their parents, so array order is source order for statements.
    for node in tree.nodes {
      switch node.kind {
      case .importDeclaration:
        add(NodeID(node.a), to: index, typeOnly: node.flags.contains(.typeOnly))
      case .exportDeclaration where node.a != 0:
        add(NodeID(node.a), to: index, typeOnly: node.flags.contains(.typeOnly))
      case .externalModuleReference: add(NodeID(node.a), to: index)
      case .callExpression where tree.goal == .commonJS:
        let specifier = tree[ListID(node.b)].first ?? .none
        if isRequire(NodeID(node.a), tree) {
          if tree.kind(specifier) == .stringLiteral {
            addRequire(specifier, to: index)
          } else {
            addCandidates(of: specifier, to: index)
          }
        } else if isResolve(NodeID(node.a), tree), tree.kind(specifier) == .stringLiteral {
          addResolution(specifier, to: index)
        }
      case .importCall where tree.kind(NodeID(node.a)) == .stringLiteral:
        dynamicSpecifiers.append(DynamicSpecifier(module: index, node: NodeID(node.a), isGuess: false))
      case .importCall: isComputed = true
      case .importType:
        let argument = NodeID(node.a)
        let literal = tree.kind(argument) == .literalType ? LiteralType(tree, argument).literal : argument
        if tree.kind(literal) == .stringLiteral { add(literal, to: index, evaluates: false, typeOnly: true) }
      default: break
      }
    }
    if isComputed { guessSpecifiers(of: index) }
  }

  /// A computed specifier is looked up at run time, among the files that the module names in strings.
  private func guessSpecifiers(of index: Int) {
    let tree = modules[index].tree
    for raw in tree.nodes.indices where tree.nodes[raw].kind == .stringLiteral {
      let node = NodeID(UInt32(raw))
      let text = interner.string(StringLiteral(tree, node).value)
      guard text.hasPrefix("./") || text.hasPrefix("../") else { continue }
      dynamicSpecifiers.append(DynamicSpecifier(module: index, node: node, isGuess: true))
    }
  }

  /// Loads what only `import()` names. A file that cannot be parsed is none of the program: importing it fails at run time.
  private func loadDynamic() {
    while let next = dynamicSpecifiers.first {
      dynamicSpecifiers.removeFirst()
      let mark = modules.count
      let outer = diagnostics
      let waiting = dynamicSpecifiers.count
      diagnostics = DiagnosticSink(keepsTypeErrors: outer.keepsTypeErrors)
      add(next.node, to: next.module, evaluates: false)
      resolveAll(from: mark)
      let found = diagnostics
      diagnostics = outer
      guard found.hasEarlyErrors else {
        if !next.isGuess { for finding in found.diagnostics { diagnostics.report(finding) } }
        if case .file(let target)? = modules[next.module].references[next.node] {
          modules[next.module].dynamicImports.append(target)
        }
        continue
      }
      modules.removeSubrange(mark...)
      loaded = loaded.filter { $0.value.map { Int($0.raw) < mark } ?? true }
      dynamicSpecifiers.removeSubrange(waiting...)
      modules[next.module].references[next.node] = nil
      modules[next.module].failedImports[next.node] = found.diagnostics.first { $0.severity == .error }?.text ?? ""
    }
  }

  /// - Parameter typeOnly: whether the import is stripped with the types.
  private func add(_ specifier: NodeID, to index: Int, evaluates: Bool = true, typeOnly: Bool = false) {
    let evaluates = evaluates && !typeOnly
    let module = modules[index]
    guard specifier.exists, module.tree.kind(specifier) == .stringLiteral else { return }
    let text = interner.string(StringLiteral(module.tree, specifier).value)
    let span = module.tree.span(specifier)
    let target: FileID?
    switch resolver.resolve(text, from: Path.directory(module.file.path)) {
    case .runtime:
      if module.kind == .prelude {
        modules[index].references[specifier] = .runtime
      } else {
        diagnostics.report(.runtimeModuleIsPrivate, at: span)
      }
      return
    case .node(let name, let facade):
      guard let facade else {
        diagnostics.report(.nodeModuleNotSupported.asTypeError(typeOnly), ["node:" + name], at: span)
        return
      }
      if !typeOnly { warn(ofUnavailable: name, in: module, at: span) }
      target = load(facade, kind: .prelude, at: span)
    case .path(let path):
      target = load(path, kind: path.hasSuffix(".json") ? .json : module.kind == .prelude ? .prelude : .user, at: span)
    case .declarations(let path):
      if evaluates {
        diagnostics.report(.declarationFileOnly, [path], at: span)
        return
      }
      target = load(path, kind: .user, at: span)
    case .notFound:
      // What only `import()` names is a rejection at run time.
      let isPath = text.hasPrefix(".") || text.hasPrefix("/")
      let missing = isPath ? Path.join(Path.directory(module.file.path), text) : text
      diagnostics.report(
        .cannotFindModule.asTypeError(!evaluates), [isPath ? "module" : "package", missing, module.file.path], at: span)
      return
    }
    guard let target else { return }
    modules[index].references[specifier] = .file(target)
    if evaluates { modules[index].requests.append(target) }
  }

  // MARK: Prelude

  /// Loads every prelude file one of whose names the program mentions, until no file brings new names.
  private func loadPrelude() {
    var remaining = options.preludeFiles
    while true {
      let before = remaining.count
      var waiting: [(file: String, names: [String])] = []
      for entry in remaining {
        guard entry.names.contains(where: { interner.find($0) != nil }) else {
          waiting.append(entry)
          continue
        }
        let folder = entry.file.hasPrefix("node/") ? options.libraryDirectory : options.libraryDirectory + "/prelude"
        let first = modules.count
        if let file = load(folder + "/" + entry.file, kind: .prelude, at: nil) { preludeModules[entry.file] = file }
        resolveAll(from: first)
      }
      remaining = waiting
      if remaining.count == before { return }
    }
  }

  // MARK: Order

  /// The loaded files of the prelude, which run before the program.
  private var preludeRoots: [FileID] { options.preludeFiles.compactMap { preludeModules[$0.file] } }

  private func evaluationOrder(from roots: [FileID]) -> [FileID] {
    ModuleGraph(modules: modules, interner: interner, evaluationOrder: [], entry: FileID(0)).evaluationOrder(from: roots)
  }
}
