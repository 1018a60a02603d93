import Glibc
import Syntax

@testable import Semantics

/// The folder of the tests' own files.
let testDirectory = Path.directory(#filePath)

/// A program made of files in memory (or one real file), taken through loading, binding and checking.
struct Analysis {
  let interner = Interner()
  let diagnostics = DiagnosticSink()
  let graph: ModuleGraph?
  let program: BoundProgram?

  /// - Parameter files: the sources by path; `main.ts` is the entry.
  init(_ files: [String: String], withLibrary: Bool = false, checking: Bool = false, prelude: [(file: String, names: [String])] = []) {
    let memory = FileAccess.memory(files)
    let library = Path.normalize(testDirectory + "/../../Sources/NativeRuntime")
    let access = FileAccess(
      read: { path in
        if case .bytes(let bytes) = memory.read(path) { return .bytes(bytes) }
        return withLibrary ? FileAccess.system.read(path) : memory.read(path)
      },
      kind: { memory.kind($0) }, list: { memory.list($0) }, realPath: { memory.realPath($0) })
    let options = ModuleLoaderOptions(
      files: access, libraryDirectory: withLibrary ? library : "lib", preludeFiles: prelude,
      typeFiles: withLibrary ? ModuleLoaderOptions.allTypeFiles : [])
    graph = ModuleLoader.load(entry: "main.ts", options: options, interner: interner, diagnostics: diagnostics)
    program = graph.map { [diagnostics] in bind($0, globals: withLibrary ? nil : ["console"], diagnostics: diagnostics) }
    if checking, let program { check(program, diagnostics: diagnostics) }
  }

  init(_ main: String) { self.init(["main.ts": main]) }

  /// The codes of all findings, in order.
  var codes: [String] { diagnostics.diagnostics.map(\.message.code) }

  /// The codes of the findings that keep Node from starting the program.
  var earlyErrors: [String] { diagnostics.diagnostics.filter { !$0.message.isTypeError }.map(\.message.code) }

  /// The findings as tsc prints them without colours.
  var listing: String {
    diagnostics.diagnostics.map { finding in
      guard let span = finding.span, let file = graph?[span.file].file else { return "\(finding.message.code): \(finding.text)\n" }
      let position = file.lineColumn(at: span.start)
      return "\(file.path)(\(position.line),\(position.column)): error \(finding.message.code): \(finding.text)\n"
    }.joined()
  }

  /// The flags of the variable `name` of the entry file.
  func flags(_ name: String) -> SymbolFlags? {
    program?.symbols.first { interner.string($0.name) == name && $0.file == graph?.entry }?.flags
  }

  /// The paths of the modules in the order in which they run.
  var order: [String] { graph?.evaluationOrder.map { graph![$0].file.path } ?? [] }
}

/// Reads a file of the tests.
func readTestFile(_ name: String) -> String {
  guard case .bytes(let bytes) = FileAccess.system.read(testDirectory + "/" + name) else { return "" }
  return String(decoding: bytes, as: UTF8.self)
}
