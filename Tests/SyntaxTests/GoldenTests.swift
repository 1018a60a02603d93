import Glibc
import Testing

@testable import Syntax

/// Compares what the front end says about the files in `Goldens` with the expectations beside them.
///
/// `NAME.errors.expected` holds the diagnostics as printed, `NAME.ast.expected` the tree and
/// `NAME.tokens.expected` the tokens. A name with `script-goal` in it makes the file a script. With `POLYGLOT_BLESS=1` in the environment the expectations are rewritten.
@Suite struct GoldenTests {
  @Test(arguments: GoldenFile.all) func golden(_ file: GoldenFile) throws {
    let source = try #require(file.load())
    let interner = Interner()
    let diagnostics = DiagnosticSink()
    let goal = file.name.contains("script-goal") ? ParseGoal.script : .module
    let tree = parse(source, interner: interner, diagnostics: diagnostics, goal: goal)
    #expect(TreeInvariants.violations(of: tree, length: source.text.count) == [])
    if diagnostics.diagnostics.isEmpty { #expect(TreeInvariants.orphans(of: tree) == []) }
    let renderer = DiagnosticRenderer(style: .pretty(color: false)) { _ in source }
    file.check(".errors.expected", renderer.render(diagnostics.diagnostics))
    if file.name.hasPrefix("tokens-") {
      let tokens = TokenPrinter.print(source, interner: Interner(), diagnostics: DiagnosticSink())
      file.check(".tokens.expected", tokens)
    }
    if !file.name.hasPrefix("errors-") {
      file.check(".ast.expected", SyntaxPrinter.print(tree, interner: interner))
    }
  }
}

/// A file in `Goldens` with its expectations.
struct GoldenFile: Sendable, CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  /// The folder of the golden files, beside this source file.
  static let folder = String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/")!)) + "/Goldens/"

  /// The source files in the folder, in order.
  static let all: [GoldenFile] = {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".ts") || name.hasSuffix(".js") { names.append(name) }
    }
    return names.sorted().map { GoldenFile(name: $0) }
  }()

  func load() -> SourceFile? {
    SourceLoader.load(path: Self.folder + name, displayPath: name, id: FileID(0), diagnostics: DiagnosticSink())
  }

  /// Compares `actual` with the expectation; no file expects the empty text.
  func check(_ suffix: String, _ actual: String) {
    let stem = name.prefix(upTo: name.lastIndex(of: ".")!)
    let path = Self.folder + stem + suffix
    if getenv("POLYGLOT_BLESS") != nil {
      if actual.isEmpty { unlink(path) } else { write(actual, to: path) }
      return
    }
    let expected =
      SourceLoader.load(path: path, id: FileID(1), diagnostics: DiagnosticSink()).map {
        String(decoding: $0.text, as: UTF8.self)
      } ?? ""
    let observed = Self.folder + stem + suffix.replacingSuffix(".expected", with: ".observed")
    if actual != expected { write(actual, to: observed) } else { unlink(observed) }
    #expect(firstDifference(actual, expected) == nil, "\(name): compare \(suffix) with its .observed")
  }

  private func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else {
      Issue.record("cannot write \(path)")
      return
    }
    fputs(text, file)
    fclose(file)
  }

  /// The first line that differs, for the failure's message.
  private func firstDifference(_ actual: String, _ expected: String) -> String? {
    if actual == expected { return nil }
    let left = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in left.enumerated() where index >= right.count || line != right[index] {
      return "line \(index + 1): \(line)"
    }
    return "the text ends early"
  }
}

extension String {
  fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
    hasSuffix(suffix) ? dropLast(suffix.count) + other : self
  }
}
