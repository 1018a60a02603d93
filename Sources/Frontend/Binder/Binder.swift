import Syntax

/// Resolves every name of the program: scopes, symbols, imports and exports.
///
/// - Parameter globals: the names of the built-in global values; nil to take those that the library's types declare.
public func bind(_ graph: ModuleGraph, globals: Set<String>?, diagnostics: DiagnosticSink) -> BoundProgram {
  let binder = Binder(graph, globals: globals)
  return binder.bind(reportingTo: diagnostics)
}

/// The state of binding: one walk over each tree that declares on entering a scope and resolves on the way.
///
/// Visible names are kept in two tables indexed by name, with an undo log that scopes roll back on leaving, so that
/// resolving a reference is one array access whatever the nesting.
final class Binder {
  /// A function-like body on the way from the module to the current node.
  struct FunctionContext {
    let node: NodeID
    /// The declaration through which alone the function can be reached: it cannot run before that is used.
    let entity: SymbolID?
    /// Where the function comes into being.
    let position: UInt32
    /// For static initializers, which run while their class comes into being: the class.
    var staticOf: SymbolID?
  }

  /// What an import or export specifier leaves to do once all files are known.
  struct PendingImport {
    let symbol: SymbolID
    let specifier: NodeID
    let file: FileID
    /// Empty for the namespace object.
    let imported: Name
    let node: NodeID
    /// Whether the import is stripped with the types.
    var typeOnly = false
  }

  /// An export as its module states it.
  enum LocalExport {
    case symbol(SymbolID)
    case reexport(specifier: NodeID, name: Name, node: NodeID)
    case namespace(specifier: NodeID)
    case defaultExpression
  }

  /// An `export { a }` whose names are looked up after the file's walk.
  struct PendingExport {
    let specifier: NodeID
    let local: Name
    let exported: Name
    let typeOnly: Bool
  }

  let graph: ModuleGraph
  let interner: Interner
  var symbols: [Symbol] = []
  var scopes: [Scope] = []
  var nodeSymbols: [[UInt32]] = []
  var nodeScopes: [[UInt32]] = []

  // MARK: Facts per symbol, parallel to `symbols`

  /// How many functions enclose the declaration.
  var depths: [UInt16] = []
  /// The offset at which the symbol is initialised; zero for symbols that always are.
  var initializedFrom: [UInt32] = []
  /// The offset from which it may have been skipped again: the end of its `case`.
  var initializedUntil: [UInt32] = []
  /// For entities: the first offset at which something refers to them; `.max` for never.
  var earliest: [UInt32] = []
  /// Whether functions inside the declaration can only be reached through the symbol.
  var isEntity: [Bool] = []

  // MARK: The current file

  var tree: SyntaxTree
  var file: FileID
  var isLibrary = false
  var nodeSymbolWords: [UInt32] = []
  var nodeScopeWords: [UInt32] = []
  /// Per name: the visible value or type, plus one.
  var values: [UInt32]
  var types: [UInt32]
  var undo: [(name: UInt32, old: UInt32, isType: Bool)] = []
  var scope = ScopeID(0)
  var functions: [FunctionContext] = []
  /// The entity whose initializer is being walked, as long as nothing but literals stands around.
  var directEntity: SymbolID?
  var ambientDepth = 0
  /// Counts function-like nodes, to see whether a parameter initializer contains one.
  var functionCount = 0
  /// The end of the current `case`, which limits what it declares.
  var clauseEnd = UInt32.max
  /// The end of the pattern whose defaults are being walked; zero elsewhere.
  var patternEnd: UInt32 = 0
  /// Classes whose heritage or computed names are being walked: their own names are not initialised yet.
  var classHeads: [NodeID] = []
  /// Uses that depend on when an entity is first used.
  var deferredChecks: [(symbol: SymbolID, entity: SymbolID)] = []
  var entityEdges: [(from: SymbolID, to: SymbolID)] = []
  var exportLists: [(declaration: NodeID, specifiers: [PendingExport])] = []

  // MARK: Across files

  var pendingImports: [PendingImport] = []
  /// References of scripts that nothing before them declares.
  var laterScriptReferences: [(file: FileID, node: NodeID, name: Name)] = []
  var importsBySymbol: [SymbolID: PendingImport] = [:]
  var moduleScopes: [FileID: ScopeID] = [:]
  var localExports: [[Name: LocalExport]] = []
  var localTypeExports: [[Name: LocalExport]] = []
  var starExports: [[NodeID]] = []
  var imports: [SymbolID: ResolvedExport] = [:]
  var importedTypes: [SymbolID: SymbolID] = [:]
  var importUses: [SymbolID: NodeID] = [:]
  var namespaceMembers: [SymbolID: [Name: SymbolID]] = [:]
  var namespaceTypes: [SymbolID: [Name: SymbolID]] = [:]
  /// The CommonJS files with what their text exports.
  var commonJS: [FileID: CommonJSFile] = [:]
  var commonJSExports: [FileID: CommonJSExportFinder] = [:]
  /// Whether a file asks for the object of the main module.
  var needsMainModule = false
  let commonJSNames: CommonJSNames
  var globalScope: ScopeID?
  var isGlobal: [Bool]
  let acceptsLibraryValues: Bool
  /// Names that are global values in Node but not here.
  private(set) var isMissingGlobal: [Bool] = []
  var findings: [Diagnostic] = []
  var reportedDuplicates: Set<SymbolID> = []

  let defaultName: Name
  let thisName: Name
  let globalName: Name

  init(_ graph: ModuleGraph, globals: Set<String>?) {
    self.graph = graph
    let interner = graph.interner
    self.interner = interner
    commonJSNames = CommonJSNames(interner)
    defaultName = interner.intern("default")
    thisName = interner.intern("this")
    globalName = interner.intern("global")
    let always = ["undefined", "arguments", "globalThis"].map { interner.intern($0) }
    let names = (globals ?? []).map { interner.intern($0) }
    tree = SyntaxTree(file: FileID(0))
    file = FileID(0)
    values = [UInt32](repeating: 0, count: interner.count)
    types = values
    isGlobal = [Bool](repeating: false, count: interner.count)
    acceptsLibraryValues = globals == nil
    isMissingGlobal = isGlobal
    for name in always + names { isGlobal[Int(name.raw)] = true }
    for global in NodeGlobals.names {
      // Names that the program does not mention need no entry.
      guard let name = interner.find(global), Int(name.raw) < isMissingGlobal.count else { continue }
      isMissingGlobal[Int(name.raw)] = !isGlobal[Int(name.raw)]
    }
  }

  func bind(reportingTo sink: DiagnosticSink) -> BoundProgram {
    let count = graph.modules.count
    nodeSymbols = Array(repeating: [], count: count)
    nodeScopes = nodeSymbols
    localExports = Array(repeating: [:], count: count)
    localTypeExports = localExports
    starExports = Array(repeating: [], count: count)
    // The library first: its types are visible everywhere.
    for module in graph.modules where module.kind == .library { bindFile(module) }
    undo.removeAll()
    for module in graph.modules where module.kind != .library { bindFile(module) }
    resolveLaterScriptReferences()
    declareCommonJSExports()
    linkModules()
    findings.sort { a, b in
      guard let first = a.span, let second = b.span else { return false }
      return (first.file.raw, first.start) < (second.file.raw, second.start)
    }
    for finding in findings { sink.report(finding) }
    let exports = graph.modules.indices.map { exportedValues(FileID(UInt32($0))) }
    let objects = DefaultObjects(graph, nodeSymbols: nodeSymbols, imports: imports, exports: exports)
    imports.merge(objects.namespaces) { $1 }
    return BoundProgram(
      graph: graph, symbols: symbols, scopes: scopes, nodeSymbols: nodeSymbols, nodeScopes: nodeScopes,
      exports: exports, imports: imports,
      importedTypes: importedTypes, exportedTypes: graph.modules.indices.map { exportedTypes(FileID(UInt32($0))) },
      namespaceMembers: namespaceMembers, namespaceTypes: namespaceTypes, globalScope: globalScope, commonJS: commonJS)
  }

  // MARK: Files

  private func bindFile(_ module: Module) {
    tree = module.tree
    file = module.file.id
    isLibrary = module.kind == .library
    nodeSymbolWords = [UInt32](repeating: 0, count: tree.nodes.count)
    nodeScopeWords = nodeSymbolWords
    functions = [FunctionContext(node: .none, entity: nil, position: 0)]
    ambientDepth = isLibrary || module.file.path.hasSuffix(".d.ts") ? 1 : 0
    clauseEnd = .max
    let mark = undo.count
    if isLibrary, let globalScope {
      scope = globalScope
      nodeScopeWords[Int(tree.root.raw)] = globalScope.raw + 1
    } else {
      scope = addScope(.module, tree.root, parent: nil)
      if isLibrary { globalScope = scope }
    }
    moduleScopes[file] = scope
    showVisibleScripts()
    let statements = tree[Program(tree, tree.root).statements]
    if module.isCommonJS { declareCommonJS() }
    hoist(statements)
    hoistVariables(statements)
    for statement in statements { visit(statement) }
    if !isLibrary {
      resolveExportLists()
      settleInitChecks()
      noteCommonJSUses()
      leave(to: mark)
    }
    nodeSymbols[Int(file.raw)] = nodeSymbolWords
    nodeScopes[Int(file.raw)] = nodeScopeWords
  }

  /// Shows the top-level names of the scripts that run before this one.
  private func showVisibleScripts() {
    for script in graph.visibleScripts[file] ?? [] {
      guard let scope = moduleScopes[script] else { continue }
      for (name, symbol) in scopes[Int(scope.raw)].symbols { show(symbol, name, asValue: true, asType: false) }
    }
  }

  // MARK: Scopes

  func addScope(_ kind: ScopeKind, _ node: NodeID, parent: ScopeID?) -> ScopeID {
    let id = ScopeID(UInt32(scopes.count))
    scopes.append(Scope(kind: kind, file: file, node: node, parent: parent, function: functions[functions.count - 1].node))
    nodeScopeWords[Int(node.raw)] = id.raw + 1
    return id
  }

  /// Runs `body` inside a new scope of `node`.
  func withScope(_ kind: ScopeKind, _ node: NodeID, _ body: () -> Void) {
    let outer = scope
    let mark = undo.count
    scope = addScope(kind, node, parent: outer)
    body()
    leave(to: mark)
    scope = outer
  }

  /// Makes the names declared since `mark` invisible again.
  func leave(to mark: Int) {
    while undo.count > mark {
      let entry = undo.removeLast()
      if entry.isType { types[Int(entry.name)] = entry.old } else { values[Int(entry.name)] = entry.old }
    }
  }

  /// Makes `symbol` what its name means from here to the end of the scope.
  func show(_ symbol: SymbolID, _ name: Name, asValue: Bool, asType: Bool) {
    let index = Int(name.raw)
    if asValue {
      undo.append((name.raw, values[index], false))
      values[index] = symbol.raw + 1
    }
    if asType {
      undo.append((name.raw, types[index], true))
      types[index] = symbol.raw + 1
    }
  }

  // MARK: Findings

  func report(_ message: DiagnosticMessage, _ arguments: [String], at node: NodeID) {
    findings.append(Diagnostic(message, arguments, at: tree.span(node)))
  }

  func report(_ message: DiagnosticMessage, _ arguments: [String], at node: NodeID, in file: FileID) {
    findings.append(Diagnostic(message, arguments, at: graph[file].tree.span(node)))
  }

  func text(_ name: Name) -> String { interner.string(name) }

  // MARK: Late facts

  /// Decides which symbols need a check when they are read, now that all uses of the entities are known.
  private func settleInitChecks() {
    var changed = true
    while changed {
      changed = false
      for (from, to) in entityEdges where earliest[Int(from.raw)] < earliest[Int(to.raw)] {
        earliest[Int(to.raw)] = earliest[Int(from.raw)]
        changed = true
      }
    }
    for (symbol, entity) in deferredChecks {
      let position = earliest[Int(entity.raw)]
      if position < initializedFrom[Int(symbol.raw)] || symbols[Int(entity.raw)].flags.contains(.exported) && inCycle(file) {
        symbols[Int(symbol.raw)].flags.insert(.needsInitCheck)
      }
    }
    entityEdges.removeAll(keepingCapacity: true)
    deferredChecks.removeAll(keepingCapacity: true)
  }

  /// For each module, the number of its group of mutually importing modules; nil outside cycles.
  private lazy var cycles: [Int?] = moduleCycles(graph)

  func inCycle(_ file: FileID) -> Bool { cycles[Int(file.raw)] != nil }

  func inSameCycle(_ a: FileID, _ b: FileID) -> Bool {
    guard let first = cycles[Int(a.raw)] else { return false }
    return first == cycles[Int(b.raw)]
  }
}
