import Syntax

/// Checks the types of all user modules and reports what `tsc --strict` would.
@discardableResult
public func check(_ program: BoundProgram, diagnostics: DiagnosticSink) -> CheckedProgram {
  let checker = Checker(program)
  for file in program.graph.evaluationOrder where program.graph[file].kind == .user { checker.checkFile(file) }
  for module in program.graph.modules where module.kind == .user { checker.checkFile(module.file.id) }
  for finding in checker.sortedFindings() { diagnostics.report(finding) }
  return CheckedProgram(checker: checker)
}

/// What the checker found out about the program.
public struct CheckedProgram {
  let checker: Checker

  /// One line for each declaration and expression of `file`: `file:line:col expression: type`.
  public func typeListing(of file: FileID) -> String { checker.typeListing(file) }

  /// The type of an expression or declared name as TypeScript writes it; nil if it was not checked.
  public func type(of node: NodeID, in file: FileID) -> String? {
    guard let words = checker.nodeTypes[Int(file.raw)], words[Int(node.raw)] != 0 else { return nil }
    return checker.text(TypeID(words[Int(node.raw)] - 1))
  }
}

/// The state of checking: types are computed on demand, statements are walked in order.
///
/// Narrowing is a forward analysis: the walk carries a `FlowEnvironment`, splits it at conditions and joins it after
/// branches. What lies beyond the checker becomes `TypeID.unresolved`, which never leads to an error: a false alarm
/// is worse than silence.
final class Checker {
  let program: BoundProgram
  let graph: ModuleGraph
  let interner: Interner
  var arena = TypeArena()
  var signatures: [SignatureInfo] = []

  // MARK: Caches

  var symbolTypes: [TypeID?]
  var resolvingSymbols: Set<SymbolID> = []
  var declaredTypes: [SymbolID: TypeID] = [:]
  var resolvingAliases: Set<SymbolID> = []
  var typeNodeCache: [UInt64: TypeID] = [:]
  var members: [TypeID: Members] = [:]
  var resolvingMembers: Set<TypeID> = []
  var baseTypesCache: [SymbolID: [TypeID]] = [:]
  var signatureCache: [UInt64: [MapperID: SignatureID]] = [:]
  var resolvingReturns: Set<SignatureID> = []
  var instantiations: [UInt64: TypeID] = [:]
  var relations: [UInt64: Bool] = [:]
  var assumed: Set<UInt64> = []
  var relationDepth = 0
  var instantiationDepth = 0
  var parents: [[UInt32]?]
  var typeParametersAt: [UInt64: [TypeID]] = [:]
  /// Per file, per node: the type of an expression or declared name, plus one.
  var nodeTypes: [[UInt32]?]
  var aliasApplications: [TypeID: TypeID] = [:]

  // MARK: The walk

  var file = FileID(0)
  var tree: SyntaxTree
  var environment = FlowEnvironment()
  var references: [ReferenceKey: Int] = [:]
  var referenceKeys: [ReferenceKey] = []
  var jumps: [JumpTarget] = []
  /// Environments that may reach the handlers of the `try` statements around.
  var tryTargets: [FlowEnvironment] = []
  var pendingLabels: [UInt32] = []
  var function = FunctionState()
  /// Above zero, findings are dropped: the walk only computes types.
  var silent = 0
  var findings: [Diagnostic] = []
  var reported: Set<UInt64> = []
  var deferred: [() -> Void] = []
  var contextualParameters: [SymbolID: TypeID] = [:]
  /// The same for parameters that are patterns, by node.
  var contextualPatterns: [UInt64: TypeID] = [:]
  var resolvingBodies: Set<UInt64> = []
  /// Whether the optional chain being checked may stop early.
  var chainMayStop = false
  var aliasConditionDepth = 0
  var isInferringPredicate = false
  /// What the context expects of the `return`s of the functions around.
  var contextualReturns: [TypeID?] = []
  var loopAssignments: [UInt64: Set<UInt32>] = [:]
  var checkedFiles: Set<FileID> = []
  var depth = 0

  let names: WellKnownNames

  /// A reference that can be narrowed: a variable or `this` with a path of property names.
  struct ReferenceKey: Hashable {
    /// The symbol plus two; one for `this`.
    let root: UInt32
    let path: [UInt32]
  }

  /// What the function around asks of its `return` statements.
  struct FunctionState {
    var node = NodeID.none
    var expectedReturn: TypeID?
    var returns: [TypeID] = []
    var isAsync = false
    var isGenerator = false
  }

  init(_ program: BoundProgram) {
    self.program = program
    graph = program.graph
    interner = program.graph.interner
    symbolTypes = Array(repeating: nil, count: program.symbols.count)
    parents = Array(repeating: nil, count: program.graph.modules.count)
    nodeTypes = Array(repeating: nil, count: program.graph.modules.count)
    tree = program.graph.modules[0].tree
    names = WellKnownNames(program.graph.interner)
  }

  // MARK: Files

  func checkFile(_ file: FileID) {
    guard checkedFiles.insert(file).inserted else { return }
    enter(file)
    environment = FlowEnvironment()
    function = FunctionState()
    let statements = tree[Program(tree, tree.root).statements]
    checkStatements(statements)
    runDeferred()
  }

  /// Runs the checks of function bodies, which may add more.
  func runDeferred() {
    while !deferred.isEmpty {
      let batch = deferred
      deferred = []
      for check in batch { check() }
    }
  }

  /// Makes `file` the one that nodes belong to.
  func enter(_ file: FileID) {
    self.file = file
    tree = graph[file].tree
    if nodeTypes[Int(file.raw)] == nil { nodeTypes[Int(file.raw)] = [UInt32](repeating: 0, count: tree.nodes.count) }
  }

  /// Runs `body` with nodes of `file`, as far away from the current walk as necessary.
  func within<T>(_ other: FileID, _ body: () -> T) -> T {
    if other == file { return body() }
    let old = file
    enter(other)
    defer { enter(old) }
    return body()
  }

  /// Runs `body` apart from the walk: no findings, a fresh environment.
  func detached<T>(_ other: FileID, _ body: () -> T) -> T {
    let saved = (environment, jumps, tryTargets, function, pendingLabels)
    environment = FlowEnvironment()
    jumps = []
    tryTargets = []
    function = FunctionState()
    silent += 1
    defer {
      silent -= 1
      (environment, jumps, tryTargets, function, pendingLabels) = saved
    }
    return within(other, body)
  }

  // MARK: The tree

  /// The parent of `node` in the current file.
  func parent(_ node: NodeID) -> NodeID {
    if parents[Int(file.raw)] == nil { parents[Int(file.raw)] = computeParents() }
    return NodeID(parents[Int(file.raw)]![Int(node.raw)])
  }

  private func computeParents() -> [UInt32] {
    var result = [UInt32](repeating: 0, count: tree.nodes.count)
    for index in tree.nodes.indices {
      tree.forEachChild(tree.nodes[index]) { result[Int($0.raw)] = UInt32(index) }
    }
    return result
  }

  func key(_ node: NodeID) -> UInt64 { UInt64(file.raw) << 32 | UInt64(node.raw) }

  func symbol(_ node: NodeID) -> SymbolID? { node.exists ? program.symbol(of: node, in: file) : nil }

  func remember(_ node: NodeID, _ type: TypeID) {
    if silent == 0 { nodeTypes[Int(file.raw)]![Int(node.raw)] = type.raw + 1 }
  }

  // MARK: Findings

  func report(_ message: DiagnosticMessage, _ arguments: [String], at node: NodeID) {
    guard silent == 0, graph[file].kind == .user else { return }
    let position = UInt64(file.raw) << 32 | UInt64(tree[node].start)
    guard reported.insert(position).inserted else { return }
    findings.append(Diagnostic(message, arguments, at: tree.span(node)))
  }

  func sortedFindings() -> [Diagnostic] {
    findings.sorted { ($0.span!.file.raw, $0.span!.start) < ($1.span!.file.raw, $1.span!.start) }
  }
}

/// Names that the checker looks for.
struct WellKnownNames {
  let length, constructor, iterator, value, next, prototype, this, const, undefined, arguments, globalThis, `default`: Name
  let array, readonlyArray, string, number, boolean, symbol, bigint, function, object, promise, error, regExp: Name
  let globalSymbol, newTarget, templateStringsArray: Name

  init(_ interner: Interner) {
    length = interner.intern("length")
    constructor = interner.intern("constructor")
    iterator = interner.intern("@@iterator")
    value = interner.intern("value")
    next = interner.intern("next")
    prototype = interner.intern("prototype")
    this = interner.intern("this")
    const = interner.intern("const")
    undefined = interner.intern("undefined")
    arguments = interner.intern("arguments")
    globalThis = interner.intern("globalThis")
    self.default = interner.intern("default")
    array = interner.intern("Array")
    readonlyArray = interner.intern("ReadonlyArray")
    string = interner.intern("String")
    number = interner.intern("Number")
    boolean = interner.intern("Boolean")
    symbol = interner.intern("Symbol")
    bigint = interner.intern("BigInt")
    function = interner.intern("Function")
    object = interner.intern("Object")
    promise = interner.intern("Promise")
    error = interner.intern("Error")
    regExp = interner.intern("RegExp")
    globalSymbol = interner.intern("Symbol")
    newTarget = interner.intern("new.target")
    templateStringsArray = interner.intern("TemplateStringsArray")
  }
}
