/// How bad a diagnostic is; errors stop the build after the phase that found them.
public enum Severity: String, Sendable { case error, warning, note }

/// One finding about the program, as a value; the wording lives in `DiagnosticMessage`.
public struct Diagnostic: Sendable {
  public let message: DiagnosticMessage
  /// Replaces `{0}`, `{1}`… in the message's text.
  public let arguments: [String]
  /// Where; nil for findings about the command or the file system.
  public let span: SourceSpan?
  public var notes: [Diagnostic]

  public init(_ message: DiagnosticMessage, _ arguments: [String] = [], at span: SourceSpan?, notes: [Diagnostic] = []) {
    self.message = message
    self.arguments = arguments
    self.span = span
    self.notes = notes
  }

  public var severity: Severity { message.severity }

  /// The message's text with its arguments filled in.
  public var text: String {
    var result = ""
    var rest = Substring(message.text)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let afterOpen = rest.index(after: open)
      if let close = rest[afterOpen...].firstIndex(of: "}"), let index = Int(rest[afterOpen..<close]), index < arguments.count {
        result += arguments[index]
        rest = rest[rest.index(after: close)...]
      } else {
        result += "{"
        rest = rest[afterOpen...]
      }
    }
    return result + rest
  }
}

/// Collects diagnostics of one compilation in the order they are found.
public final class DiagnosticSink: @unchecked Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  public private(set) var errorCount = 0
  /// How many of the errors keep Node from starting the program.
  public private(set) var earlyErrorCount = 0
  /// Whether findings are wanted that Node would run the program with.
  public let keepsTypeErrors: Bool

  public init(keepsTypeErrors: Bool = true) { self.keepsTypeErrors = keepsTypeErrors }

  public func report(_ diagnostic: Diagnostic) {
    guard keepsTypeErrors || !diagnostic.message.isTypeError else { return }
    if diagnostic.severity == .error {
      errorCount += 1
      if !diagnostic.message.isTypeError { earlyErrorCount += 1 }
    }
    diagnostics.append(diagnostic)
  }

  public func report(_ message: DiagnosticMessage, _ arguments: [String] = [], at span: SourceSpan?) {
    report(Diagnostic(message, arguments, at: span))
  }

  /// Takes those findings from `mark` on back that have a place and fulfil a condition, and returns them.
  public func withdraw(since mark: Int, where condition: (Diagnostic) -> Bool) -> [Diagnostic] {
    let (kept, withdrawn) = diagnostics[mark...].reduce(into: ([Diagnostic](), [Diagnostic]())) { result, finding in
      if finding.span != nil, condition(finding) { result.1.append(finding) } else { result.0.append(finding) }
    }
    diagnostics.replaceSubrange(mark..., with: kept)
    for finding in withdrawn where finding.severity == .error {
      errorCount -= 1
      if !finding.message.isTypeError { earlyErrorCount -= 1 }
    }
    return withdrawn
  }

  public var hasErrors: Bool { errorCount > 0 }

  public var hasEarlyErrors: Bool { earlyErrorCount > 0 }
}
