import Lowering
import PIR
import Semantics
import Syntax

/// Batches: many programs side by side in one executable, so that what they share is compiled once.
///
/// The list names one program a line: `module` or `script`, its path, and the paths of the scripts that run before it and
/// whose top-level names it sees, with tabs between. A program with an error is left out of the executable and reported
/// on standard output as a line of JSON; the executable runs the program whose number, from 0, is its first argument.
extension Driver {
  func compileBatch() -> Int32 {
    guard readManifest(), let list = readBatchList() else { return finish() }
    graph = phase("load") { loadBatch(list) }
    guard graph != nil else { return finish() }
    dropBroken(in: "parse", since: 0, all: list.count)
    let loaded = diagnostics.diagnostics.count
    var bound = phase("bind") {
      Semantics.bind(graph!, globals: Set(manifest.globalNames), diagnostics: diagnostics)
    }
    noteDynamicFailures(since: loaded)
    dropBroken(in: "link", since: loaded)
    while !graph!.batch.isEmpty {
      bound.graph = graph!
      let before = diagnostics.diagnostics.count
      if var module = phase("lower", { lower(bound) }) {
        guard phase("optimize", { optimize(&module) }) else { return finish() }
        if invocation.emit == .pir { return emitPIR(module) }
        if let emit = invocation.emit { return emitMachineCode(module, emit) }
        return finishBatch(build(module))
      }
      // What lowering does not support is not known before.
      guard dropBroken(in: "lower", since: before) else { return finish() }
    }
    return finishBatch(0)
  }

  /// Errors in programs are results of a batch; others fail it.
  private func finishBatch(_ status: Int32) -> Int32 {
    let isOurs = diagnostics.diagnostics.contains { $0.severity == .error && $0.span == nil }
    return isOurs ? status : 0
  }

  private func readBatchList() -> [BatchFile]? {
    guard case .bytes(let text) = FileAccess.system.read(invocation.path) else {
      diagnostics.report(.entryNotFound, [invocation.path], at: nil)
      return nil
    }
    var files: [BatchFile] = []
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 2, fields[0] == "module" || fields[0] == "script" else {
        diagnostics.report(.badBatchLine, [invocation.path, String(line)], at: nil)
        return nil
      }
      files.append(BatchFile(path: fields[1], isModule: fields[0] == "module", scripts: Array(fields[2...])))
    }
    project = Project(entry: invocation.path, name: "batch", mapping: nil)
    return files
  }

  private func loadBatch(_ list: [BatchFile]) -> ModuleGraph? {
    let options = ModuleLoaderOptions(
      files: .system, libraryDirectory: Library.directory,
      preludeFiles: manifest.preludeFiles.map { ($0.file, $0.keys) }, typeFiles: [])
    return ModuleLoader.load(batch: list, options: options, interner: interner, diagnostics: diagnostics)
  }

  /// Takes the programs out that a finding since `mark` concerns, and prints for each what it was; false if there were none.
  ///
  /// - Parameter all: how many programs there are, to report those that could not even be read.
  @discardableResult
  private func dropBroken(in phase: String, since mark: Int, all: Int = 0) -> Bool {
    var firstError: [FileID: Diagnostic] = [:]
    for finding in diagnostics.diagnostics[mark...] where finding.severity == .error {
      if let file = finding.span?.file, firstError[file] == nil { firstError[file] = finding }
    }
    var dropped: Set<Int> = []
    var lines = ""
    for entry in graph!.batch {
      let files = [entry.file] + entry.evaluationOrder
      guard let error = files.lazy.compactMap({ firstError[$0] }).first else { continue }
      dropped.insert(entry.number)
      lines += batchResult(
        entry.number, phase, error.message.code, error.text, isOwn: error.span?.file == entry.file)
    }
    let known = Set(graph!.batch.map(\.number))
    for number in 0..<all where !known.contains(number) { lines += batchResult(number, phase, "", "cannot be read", isOwn: true) }
    if !lines.isEmpty, let reason = FileOutput.standardOutput(lines) {
      diagnostics.report(.cannotWriteOutput, ["standard output", reason], at: nil)
    }
    graph!.dropFromBatch(dropped)
    return !dropped.isEmpty
  }

  /// - Parameter isOwn: whether the finding is in the program's entry file.
  private func batchResult(
    _ number: Int, _ phase: String, _ code: String, _ message: String, isOwn: Bool
  ) -> String {
    let quoted = [phase, code, message].map(DiagnosticRenderer.jsonString)
    return "{\"entry\":\(number),\"phase\":\(quoted[0]),\"code\":\(quoted[1]),\"message\":\(quoted[2]),\"own\":\(isOwn)}\n"
  }
}
