/// Messages of the lowering from syntax to PIR.
extension DiagnosticMessage {
  /// {0}: the construct, {1}: what to do instead.
  public static let notSupportedYet = DiagnosticMessage("PG2001", .error, "{0} is not supported yet; {1}.")
  /// {0}: `FILE:EXPORT`. The installed prelude does not fit the installed manifest.
  public static let missingPreludeFunction = DiagnosticMessage(
    "PG9002", .error, "the prelude has no function '{0}', which the manifest of built-ins names.")
}
