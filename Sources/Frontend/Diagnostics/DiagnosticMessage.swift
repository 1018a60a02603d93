/// A row of the message table: a stable code, a severity and a text with `{0}` places.
///
/// Codes are TypeScript's (`TS2322`) where `tsc` reports the same finding, in our own words; `PG` codes are ours:
/// PG1xxx command and files, PG2xxx language not supported yet, PG3xxx linking and tools, PG9xxx internal.
///
/// An error either keeps the program from starting, as the early errors of ECMA-262 do in Node, or is a *type error*:
/// Node strips types and runs the program, perhaps into an exception at run time.
public struct DiagnosticMessage: Sendable, Equatable {
  public let code: String
  public let severity: Severity
  public let text: String
  /// Whether Node would start the program all the same.
  public private(set) var isTypeError = false

  public init(_ code: String, _ severity: Severity, _ text: String) {
    self.code = code
    self.severity = severity
    self.text = text
  }

  /// A row for what only a type checker refuses.
  public static func typeError(_ code: String, _ text: String) -> DiagnosticMessage {
    DiagnosticMessage(code, .error, text).asTypeError(true)
  }

  /// The same message where it does, or does not, keep Node from starting the program.
  public func asTypeError(_ isTypeError: Bool) -> DiagnosticMessage {
    var message = self
    message.isTypeError = isTypeError
    return message
  }

  public static func == (a: DiagnosticMessage, b: DiagnosticMessage) -> Bool { a.code == b.code }
}
