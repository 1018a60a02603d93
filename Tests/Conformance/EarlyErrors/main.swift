import Glibc
import Semantics
import Syntax

/// Says for each file named on standard input whether it may run, as far as parsing, linking and binding tell.
///
/// A line is `script PATH` or `module PATH`; the answer is one line, `ok PATH` or `error PATH: CODE@line:column text`.
/// `toolchain/conformance/early-errors` compares the answers with what a suite of tests expects.

/// The first finding that keeps the file from running.
func firstError(_ path: String, _ goal: ParseGoal) -> String? {
  let interner = Interner()
  let diagnostics = DiagnosticSink(keepsTypeErrors: false)
  let graph: ModuleGraph
  if goal == .module {
    let options = ModuleLoaderOptions(files: .system, libraryDirectory: "/absent", typeFiles: [])
    guard
      let loaded = ModuleLoader.load(entry: path, options: options, interner: interner, diagnostics: diagnostics)
    else { return "unreadable" }
    graph = loaded
  } else {
    let id = FileID(0)
    guard let file = SourceLoader.load(path: path, displayPath: path, id: id, diagnostics: diagnostics) else {
      return "unreadable"
    }
    let tree = parse(file, interner: interner, diagnostics: diagnostics, goal: .script)
    graph = ModuleGraph(
      modules: [Module(file: file, kind: .user, tree: tree)], interner: interner, evaluationOrder: [id], entry: id)
  }
  if !diagnostics.hasEarlyErrors { _ = bind(graph, globals: nil, diagnostics: diagnostics) }
  // What is only not supported yet says nothing about the program.
  let finding = diagnostics.diagnostics.first {
    $0.severity == .error && $0.message != .globalNotSupported && $0.message != .nodeModuleNotSupported
  }
  guard let finding else { return nil }
  guard let span = finding.span, Int(span.file.raw) < graph.modules.count else {
    return "\(finding.message.code) \(finding.text)"
  }
  let place = graph[span.file].file.lineColumn(at: span.start)
  return "\(finding.message.code)@\(place.line):\(place.column) \(finding.text)"
}

/// Answers all questions.
func answer() {
  while let line = readLine() {
    let path = String(line.dropFirst(7))
    if let error = firstError(path, line.hasPrefix("script ") ? .script : .module) {
      print("error \(path): \(error)")
    } else {
      print("ok \(path)")
    }
    fflush(stdout)
  }
}

/// Answers on a thread with as deep a stack as the driver's.
func run() {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setstacksize(&attributes, 512 << 20)
  var thread = pthread_t()
  pthread_create(
    &thread, &attributes,
    { _ in
      answer()
      return nil
    }, nil)
  pthread_join(thread, nil)
}

run()
