/// Messages of the lowering from syntax to PIR.
extension DiagnosticMessage {
  /// {0}: the construct, {1}: what to do instead.
  public static let notSupportedYet = DiagnosticMessage("PG2001", .error, "{0} is not supported yet; {1}.")
}
