import Builtins
import PIR
import Semantics
import Syntax

/// The state of lowering one program: what was declared, what is still to be lowered.
final class ProgramLowering {
  let program: BoundProgram
  let builtins: BuiltinAccess
  let diagnostics: DiagnosticSink
  let names: WellKnownNames
  var module: PIRModule
  var uses: SymbolUses
  /// Globals of module-level variables and of the lowering's own variables at module level.
  var globals: [VariableKey: GlobalID] = [:]
  /// Functions that are declared but whose bodies are not lowered yet.
  var pending: [() -> Void] = []
  /// Module-level functions that can be called directly; nil for symbols that turned out not to be such.
  var staticFunctions: [SymbolID: StaticFunction?] = [:]
  /// Static functions in the order of their declaration, whose function objects are stored before any module runs.
  var hoistedFunctions: [StaticFunction] = []
  /// Per file: position in the order of evaluation.
  var evaluationIndex: [FileID: Int]
  /// What every file's functions are named after.
  let modulePrefixes: [String]
  /// Prelude statements that declare a symbol, found on first demand of a file.
  var preludeModules: [FileID: PreludeModule] = [:]
  /// Module bodies to run, by file.
  var initializers: [FileID: FunctionID] = [:]
  /// Compile-time values of enum members, by the enum's symbol.
  var enumConstants: [SymbolID: [Name: EnumConstant]] = [:]
  /// The functions behind `import()`: by file, what evaluates it, and its body with a guard.
  var evaluators: [FileID: FunctionID] = [:]
  var guardedBodies: [FileID: FunctionID] = [:]
  /// Per module that was asked about: whether it awaits at its top level.
  var awaitingModules: [FileID: Bool] = [:]
  var importTableFunction: FunctionID?
  var importMetaGlobals: [FileID: GlobalID] = [:]
  /// The functions that run CommonJS files for ES modules.
  var importBodies: [FileID: FunctionID] = [:]
  var requireFunctions: [FileID: FunctionID] = [:]
  let commonJSNames: CommonJSNames
  /// Files that only `import()` and `require` evaluate, and those of them whose bodies were asked for.
  let evaluatedOnDemand: Set<FileID>
  var loweredLater: Set<FileID> = []
  /// The bindings inside of class declarations whose outer binding changes, while such a class is lowered (ECMA-262
  /// 15.7.14 step 3).
  var classBindings: [SymbolID: VariableKey] = [:]
  var neededNamespaces: Set<FileID> = []
  var pendingNamespaces: [FileID] = []
  /// Globals that hold namespace objects exported by other modules.
  var namespaceGlobals: [FileID: GlobalID] = [:]
  /// How many names were mentioned when the prelude's functions were last looked for.
  var checkedNameCount = 0
  /// Per file: variables that closures may capture before they are initialized.
  private var captureAnalyses: [FileID: CaptureAnalysis] = [:]
  private var usedNames: [String: Int] = [:]
  private var usedGlobalNames: Set<String> = []
  private var builtinIDs: [String: BuiltinID] = [:]
  private var nextSynthetic = 0
  private var nextClass = 0

  init(_ program: BoundProgram, _ builtins: BuiltinAccess, _ diagnostics: DiagnosticSink) {
    self.program = program
    self.builtins = builtins
    self.diagnostics = diagnostics
    let graph = program.graph
    names = WellKnownNames(graph.interner)
    commonJSNames = CommonJSNames(graph.interner)
    evaluatedOnDemand = graph.evaluatedOnDemand
    module = PIRModule(interner: graph.interner, files: graph.modules.map(\.file))
    for source in graph.modules {
      module.traceNames[source.file.id] = source.traceName
      module.typeSyntax[source.file.id] = source.tree.typeSyntax
    }
    uses = SymbolUses(program)
    module.patchedBuiltins = PatchedBuiltins(program).names
    var order: [FileID: Int] = [:]
    for (index, file) in graph.evaluationOrder.enumerated() { order[file] = index }
    evaluationIndex = order
    modulePrefixes = Self.makePrefixes(graph.modules.map(\.file.path))
  }

  /// Lowers everything that the entry module can reach.
  func run() {
    let graph = program.graph
    declareImportBodies()
    for file in graph.evaluationOrder where graph[file].kind != .prelude { lowerModuleBody(file) }
    drain()
    repeat {
      lowerNamespaces()
      drain()
    } while demandPreludeFunctions() || !pending.isEmpty || !pendingNamespaces.isEmpty
    lowerGuardedBodies()
    lowerImportBodies()
    lowerImportTable()
    lowerEntry()
  }

  /// Lowers declared functions until none is left.
  func drain() {
    while let next = pending.popLast() { next() }
  }

  // MARK: Names

  func text(_ name: Name) -> String { program.graph.interner.string(name) }
  func intern(_ text: String) -> Name { program.graph.interner.intern(text) }

  /// Records that the program mentions a name, so that built-in members with that key stay.
  func mention(_ name: Name) { module.mentionedNames.insert(name) }

  /// A function name that no other function has, made of the characters that PIR allows.
  func uniqueFunctionName(_ wanted: String) -> String {
    let name = Self.sanitized(wanted)
    let count = usedNames[name, default: 0]
    usedNames[name] = count + 1
    return count == 0 ? name : uniqueFunctionName("\(name)$\(count)")
  }

  func uniqueGlobalName(_ wanted: String) -> String {
    var name = Self.sanitized(wanted)
    var count = 1
    while !usedGlobalNames.insert(name).inserted {
      name = Self.sanitized("\(wanted)$\(count)")
      count += 1
    }
    return name
  }

  func newSynthetic() -> VariableKey {
    nextSynthetic += 1
    return .synthetic(nextSynthetic)
  }

  /// Makes the private names of each class distinct.
  func newClassNumber() -> Int {
    nextClass += 1
    return nextClass
  }

  private static func sanitized(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x24: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "_"
      }
    }
    return result.isEmpty ? "_" : result
  }

  /// The file's base name without extension; a number where two files share it.
  private static func makePrefixes(_ paths: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return paths.map { path in
      var base = path.split(separator: "/").last.map(String.init) ?? "module"
      if let dot = base.firstIndex(of: "."), dot != base.startIndex { base = String(base[..<dot]) }
      base = sanitized(base)
      let count = seen[base, default: 0]
      seen[base] = count + 1
      return count == 0 ? base : "\(base)$\(count)"
    }
  }

  // MARK: Globals and built-ins

  /// Whether a symbol lives as long as the program.
  func isGlobal(_ symbol: SymbolID) -> Bool {
    switch program[program[symbol].scope].kind {
    case .module: return true
    case .namespace: return true
    default: return false
    }
  }

  /// The global behind a module-level variable.
  func global(_ key: VariableKey) -> GlobalID {
    if let known = globals[key] { return known }
    let id: GlobalID
    switch key {
    case .symbol(let symbol):
      let info = program[symbol]
      let name = uniqueGlobalName("\(modulePrefixes[Int(info.file.raw)]).\(text(info.name))")
      let startsUninitialized = info.flags.contains(.needsInitCheck) && hasUninitializedState(info.kind)
      id = module.addGlobal(Global(name: name, representation: .boxed, startsUninitialized: startsUninitialized))
      demand(symbol)
    case .defaultExport(let file):
      let name = uniqueGlobalName("\(modulePrefixes[Int(file.raw)]).default")
      id = module.addGlobal(Global(name: name, representation: .boxed, startsUninitialized: true))
      demandDefault(file)
    default:
      id = module.addGlobal(
        Global(name: uniqueGlobalName("lowering.temporary"), representation: .boxed, startsUninitialized: false))
    }
    globals[key] = id
    return id
  }

  /// A global for a variable of the lowering's own.
  func defineGlobal(_ key: VariableKey, named name: String) {
    globals[key] = module.addGlobal(
      Global(name: uniqueGlobalName(name), representation: .boxed, startsUninitialized: false))
  }

  /// Whether a closure may be made that captures `symbol` before it has its value.
  func isCapturedEarly(_ symbol: SymbolID) -> Bool { captureAnalysis(program[symbol].file).early.contains(symbol) }

  func captureAnalysis(_ file: FileID) -> CaptureAnalysis {
    if let known = captureAnalyses[file] { return known }
    let analysis = CaptureAnalysis(program, file)
    captureAnalyses[file] = analysis
    return analysis
  }

  /// Whether variables of a kind have a time before their initialization.
  func hasUninitializedState(_ kind: SymbolKind) -> Bool {
    switch kind {
    case .let, .const, .class, .parameter, .selfName: return true
    default: return false
    }
  }

  /// The built-in object called `name`, registered on first use.
  func builtin(_ name: String, index: Int) -> BuiltinID {
    if let known = builtinIDs[name] { return known }
    let id = BuiltinID(UInt32(module.builtins.count))
    module.builtins.append(BuiltinObject(name: name, index: index, properties: []))
    builtinIDs[name] = id
    return id
  }

  // MARK: Diagnostics

  func reportUnsupported(_ construct: String, instead: String, _ node: NodeID, _ file: FileID) {
    let span = program.graph[file].tree.span(node)
    diagnostics.report(.notSupportedYet, [construct, instead], at: span)
  }
}
