/// A row of the message table: a stable code, a severity and a text with `{0}` places.
///
/// Codes are TypeScript's (`TS2322`) where `tsc` reports the same finding, in our own words; `PG` codes are ours:
/// PG1xxx command and files, PG2xxx language not supported yet, PG3xxx linking and tools, PG9xxx internal.
public struct DiagnosticMessage: Sendable, Equatable {
  public let code: String
  public let severity: Severity
  public let text: String

  public init(_ code: String, _ severity: Severity, _ text: String) {
    self.code = code
    self.severity = severity
    self.text = text
  }

  public static func == (a: DiagnosticMessage, b: DiagnosticMessage) -> Bool { a.code == b.code }
}
