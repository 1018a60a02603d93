import Syntax

/// Messages of the link step.
extension DiagnosticMessage {
  /// {0}: the file, {1}: what provides it.
  public static let missingLinkInput = DiagnosticMessage(
    "PG3001", .error, "Cannot link: '{0}' is missing; {1} provides it.")
  /// {0}: the output file, {1}: why.
  public static let cannotWriteOutput = DiagnosticMessage("PG3002", .error, "Cannot write '{0}': {1}.")
  /// {0}: what the linker said.
  public static let linkFailed = DiagnosticMessage("PG3003", .error, "The linker failed: {0}")
  /// {0}: why.
  public static let cannotPassObject = DiagnosticMessage(
    "PG3004", .error, "Cannot hand the program to the linker: {0}.")
}
