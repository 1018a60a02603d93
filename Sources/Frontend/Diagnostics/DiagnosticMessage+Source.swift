/// Messages about files.
extension DiagnosticMessage {
  /// {0}: the path, {1}: the system's reason.
  static let fileUnreadable = DiagnosticMessage("PG1001", .error, "Cannot read '{0}': {1}.")
  /// {0}: the byte.
  static let invalidUTF8Byte = DiagnosticMessage("PG1004", .error, "The file is not valid UTF-8: unexpected byte {0}.")
  /// {0}: the path.
  static let fileTooLargeToAddress = DiagnosticMessage("PG1007", .error, "'{0}' is too large: a file may have 4 GiB.")
}
