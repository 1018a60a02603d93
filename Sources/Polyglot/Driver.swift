import Builtins
import CodeGen
import Glibc
import Linking
import Lowering
import PIR
import Semantics
import Syntax

/// Takes a program through the phases; each is one method, and an error ends the work after the phase that found it.
final class Driver {
  let invocation: Invocation
  let diagnostics: DiagnosticSink
  let interner = Interner()
  let timing = PhaseTiming()
  /// Project files that findings may point into.
  var projectSources: [SourceFile] = []

  var project: Project?
  var manifest = BuiltinManifest()
  var graph: ModuleGraph?
  /// The entry file when only its tokens are wanted and nothing is loaded.
  var entryFile: SourceFile?

  init(_ invocation: Invocation) {
    self.invocation = invocation
    // Node strips types and runs what a type checker would refuse; so do builds.
    diagnostics = DiagnosticSink(keepsTypeErrors: invocation.command == .check)
  }

  /// Does what the command line asks; gives the exit status.
  func run() -> Int32 {
    let status = compile()
    if invocation.timePhases { FileOutput.standardError(timing.table) }
    return status
  }

  private func compile() -> Int32 {
    if invocation.isBatch { return compileBatch() }
    guard phase("locate", locate) else { return finish() }
    if invocation.emit == .tokens { return emitTokens() }
    guard phase("load", load) else { return finish() }
    if invocation.emit == .ast { return emitTree() }
    guard let bound = phase("bind", bind) else { return finish() }
    if invocation.command == .check || invocation.emit == .types { return checkTypes(bound) }
    guard var module = phase("lower", { lower(bound) }), phase("optimize", { optimize(&module) }) else { return finish() }
    if invocation.emit == .pir { return emitPIR(module) }
    if let emit = invocation.emit { return emitMachineCode(module, emit) }
    return invocation.command == .run ? buildAndRun(module) : build(module)
  }

  // MARK: Phases

  /// Runs one phase and notes its time.
  func phase<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result { try timing.measure(name, body) }

  /// Prints what was found; gives the exit status.
  func finish() -> Int32 {
    report()
    return diagnostics.hasErrors ? 1 : 0
  }

  /// Finds the entry file and the compiler's own library.
  private func locate() -> Bool {
    let locator = ProjectLocator(files: .system, diagnostics: diagnostics)
    project = locator.locate(invocation.path)
    projectSources = locator.sources
    guard let project else { return false }
    verbose("entry: \(project.entry)")
    return readManifest()
  }

  /// Reads the list of built-ins.
  func readManifest() -> Bool {
    let library = Library.directory
    verbose("library: \(library)")
    let files = Library.manifests
    guard !files.isEmpty else {
      diagnostics.report(.libraryMissing, [library], at: nil)
      return false
    }
    for path in files {
      guard case .bytes(let text) = FileAccess.system.read(path) else {
        diagnostics.report(.libraryMissing, [library], at: nil)
        return false
      }
      do {
        try BuiltinManifestParser.parse(String(decoding: text, as: UTF8.self), file: path, into: &manifest)
      } catch {
        diagnostics.report(.internalError, ["\(error)"], at: nil)
        return false
      }
    }
    return true
  }

  /// Reads and parses the entry and all it imports.
  private func load() -> Bool {
    var options = ModuleLoaderOptions(
      files: .system, libraryDirectory: Library.directory, mapping: project!.mapping,
      preludeFiles: manifest.preludeFiles.map { ($0.file, $0.keys) },
      typeFiles: needsTypes ? ModuleLoaderOptions.allTypeFiles : [])
    options.target = (target.name, target.unavailableModules)
    graph = ModuleLoader.load(entry: project!.entry, options: options, interner: interner, diagnostics: diagnostics)
    if let graph, invocation.isVerbose {
      for module in graph.modules { verbose("read: \(module.file.path)") }
    }
    return graph != nil && !diagnostics.hasEarlyErrors
  }

  /// Resolves every name.
  func bind() -> BoundProgram? {
    let before = diagnostics.diagnostics.count
    var bound = Semantics.bind(graph!, globals: Set(manifest.globalNames), diagnostics: diagnostics)
    noteDynamicFailures(since: before)
    bound.graph.failures = graph!.failures
    return diagnostics.hasErrors && !needsTypes ? nil : bound
  }

  /// Takes errors back that are in files which only `import()` evaluates: they reject its promise at run time.
  func noteDynamicFailures(since mark: Int) {
    let files = graph!.dynamicOnly
    guard !files.isEmpty, !needsTypes else { return }
    for finding in diagnostics.withdraw(since: mark, where: { $0.severity == .error && files.contains($0.span!.file) }) {
      let file = finding.span!.file
      if graph!.failures[file] == nil { graph!.failures[file] = finding.text }
    }
  }

  /// Whether the declarations of the built-ins are wanted, which builds do without.
  private var needsTypes: Bool { invocation.command == .check || invocation.emit == .types }

  /// Checks the types, and prints them if that was asked for.
  private func checkTypes(_ program: BoundProgram) -> Int32 {
    let checked = phase("check") { Semantics.check(program, diagnostics: diagnostics) }
    guard invocation.emit == .types else { return finish() }
    let files = program.graph.modules.filter { $0.kind == .user }.map(\.file.id)
    return emit(files.map { checked.typeListing(of: $0) }.joined())
  }

  /// Translates the program to PIR.
  func lower(_ program: BoundProgram) -> PIRModule? {
    let errors = diagnostics.errorCount
    let module = Lowering.lower(program, builtins: manifest, diagnostics: diagnostics)
    if diagnostics.errorCount > errors { return nil }
    dump(after: "lowering", module)
    return module
  }

  /// Runs the passes over the program.
  func optimize(_ module: inout PIRModule) -> Bool {
    var manager = PassManager.standard(manifest, level: invocation.optimizationLevel)
    manager.verify = invocation.verify || Self.isDebugBuild
    var start = Moment.now
    var unspeculated: PIRModule?
    manager.beforePass = { [self] pass, module in
      if invocation.remarks != .none, pass.name == Pass.speculate.name { unspeculated = module }
      start = Moment.now
    }
    manager.afterPass = { [self] pass, module in
      timing.add(pass.name, since: start, indented: true)
      dump(after: pass.name, module)
    }
    do {
      try manager.run(&module)
      if let unspeculated { phase("remarks") { reportRemarks(module, unspeculated) } }
      return true
    } catch {
      diagnostics.report(.internalError, ["\(error)"], at: nil)
      return false
    }
  }

  /// Tells what could not be made fast.
  private func reportRemarks(_ module: PIRModule, _ unspeculated: PIRModule) {
    var trees: [FileID: SyntaxTree] = [:]
    for module in graph!.modules where module.kind == .user { trees[module.file.id] = module.tree }
    var finder = RemarkFinder(module, guessed: unspeculated, trees: trees)
    let report = RemarkReport(finder.find(includesOnce: invocation.remarks == .all), of: module)
    FileOutput.standardError(invocation.json ? report.json : report.text)
  }

  /// Whether the compiler itself was built for debugging, and so checks itself.
  static var isDebugBuild: Bool {
    #if DEBUG
      return true
    #else
      return false
    #endif
  }

  // MARK: Reporting

  /// Prints all findings so far.
  func report() {
    guard !diagnostics.diagnostics.isEmpty else { return }
    let usesColor = isatty(STDERR_FILENO) != 0 && getenv("NO_COLOR") == nil
    let renderer = DiagnosticRenderer(style: invocation.json ? .json : .pretty(color: usesColor)) { [self] in file($0) }
    FileOutput.standardError(DiagnosticReport.text(of: diagnostics.diagnostics, with: renderer))
  }

  private func file(_ id: FileID) -> SourceFile? {
    if id.raw >= ProjectLocator.firstFile {
      let index = Int(id.raw - ProjectLocator.firstFile)
      return index < projectSources.count ? projectSources[index] : nil
    }
    guard let graph, Int(id.raw) < graph.modules.count else { return entryFile }
    return graph[id].file
  }

  /// Says something to those who want to know everything.
  func verbose(_ text: @autoclosure () -> String) {
    if invocation.isVerbose { FileOutput.standardError("polyglot: \(text())\n") }
  }

  /// Prints the program after a pass if that was asked for.
  private func dump(after pass: String, _ module: PIRModule) {
    guard invocation.dumpAfter.contains(where: { $0 == pass || $0 == "all" }) else { return }
    FileOutput.standardError("// after \(pass)\n" + text(of: module))
  }

  /// The text of a module, or of the one function that was asked for.
  func text(of module: PIRModule) -> String {
    guard let name = invocation.dumpFunction else { return PIRPrinter.print(module) }
    let matches = module.functions.filter { $0.name == name || module.interner.string($0.displayName) == name }
    return matches.map { PIRPrinter.print($0, in: module) }.joined(separator: "\n")
  }
}
