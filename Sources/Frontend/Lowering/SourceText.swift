import Semantics
import Syntax

extension ProgramLowering {
  /// The text that `Function.prototype.toString` gives of a function or class: what its production matches (ECMA-262
  /// 20.2.3.5), so without modifiers in front. Functions of the library have none, as they count as built-in.
  func sourceText(of node: NodeID, _ file: FileID) -> SourceSpan? {
    let module = program.graph[file]
    guard node.exists, module.kind == .user || module.kind == .script else { return nil }
    let span = module.tree.span(node)
    var words: Set<String>
    switch module.tree.kind(node) {
    case .methodDeclaration, .getAccessor, .setAccessor: words = Self.modifiers(module.tree.flags(node))
    case .functionDeclaration, .classDeclaration: words = ["export", "default", "declare", "abstract"]
    case .arrowFunction where module.file.text[Int(span.start)] == UInt8(ascii: "<"):
      let types = module.tree.typeSyntax
      let next = types[types.partitioningIndex { $0.lowerBound >= span.start }...].first
      let end = next.flatMap { $0.lowerBound == span.start ? $0.upperBound : nil } ?? span.start
      let start = Self.skipTrivia(module.file.text[Int(end)..<Int(span.end)])
      return SourceSpan(file: file, start: UInt32(start), end: span.end)
    default: return span
    }
    let text = module.file.text[Int(span.start)..<Int(span.end)]
    var start = text.startIndex
    while !words.isEmpty {
      let end = text[start...].firstIndex { !($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) } ?? text.endIndex
      guard words.remove(String(decoding: text[start..<end], as: UTF8.self)) != nil else { break }
      start = Self.skipTrivia(text[end...])
    }
    return SourceSpan(file: file, start: UInt32(start), end: span.end)
  }

  /// The words before a member of a class that are no part of the method.
  private static func modifiers(_ flags: NodeFlags) -> Set<String> {
    let spellings: [(NodeFlags, String)] = [
      (.static, "static"), (.public, "public"), (.private, "private"), (.protected, "protected"),
      (.override, "override"),
    ]
    return Set(spellings.filter { flags.contains($0.0) }.map(\.1))
  }

  /// Where the first token of a text starts.
  private static func skipTrivia(_ text: ArraySlice<UInt8>) -> Int {
    var rest = text
    while let byte = rest.first {
      if rest.starts(with: "/*".utf8) {
        rest = rest.dropFirst(2)
        while !rest.isEmpty && !rest.starts(with: "*/".utf8) { rest.removeFirst() }
        rest = rest.dropFirst(2)
      } else if rest.starts(with: "//".utf8) {
        rest = rest.drop { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      } else {
        let scalar = String(decoding: rest.prefix(byte.utf8Length), as: UTF8.self).unicodeScalars.first!
        guard scalar.isWhiteSpace || scalar.isLineTerminator else { break }
        rest = rest.dropFirst(byte.utf8Length)
      }
    }
    return rest.startIndex
  }
}
