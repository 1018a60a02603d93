/// Prints tokens for `--emit tokens`: a line a token with its position, kind and text.
///
/// The tokens are those that the parser consumed, because only the parser tells a regular expression from a division.
public enum TokenPrinter {
  /// The tokens of `file`, one a line; findings go to `diagnostics`.
  public static func print(_ file: SourceFile, interner: Interner, diagnostics: DiagnosticSink) -> String {
    let tokens = Parser.parse(file, interner: interner, diagnostics: diagnostics, recordingTokens: true).tokens
    var output = ""
    for token in tokens {
      let position = file.lineColumn(at: token.start)
      output += "\(position.line):\(position.column) \(token.kind) "
      output += quotedText(file.text[Int(token.start)..<Int(token.end)])
      switch token.kind {
      case .stringLiteral, .bigIntLiteral, .noSubstitutionTemplate, .templateHead, .templateMiddle, .templateTail:
        output += " value=" + quotedText(interner.utf8(token.value))
      case .numericLiteral: output += " value=\(token.number)"
      case .identifier where token.flags.contains(.escaped):
        output += " value=" + quotedText(interner.utf8(token.value))
      default: break
      }
      if token.flags.contains(.newlineBefore) { output += " newline" }
      output += "\n"
    }
    return output
  }
}
