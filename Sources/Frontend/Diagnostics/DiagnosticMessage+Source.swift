/// Messages about files.
extension DiagnosticMessage {
  /// {0}: the path, {1}: the system's reason.
  public static let cannotReadFile = DiagnosticMessage("PG1001", .error, "Cannot read '{0}': {1}.")
  /// {0}: the path.
  static let fileNotFound = DiagnosticMessage("PG1002", .error, "The file '{0}' does not exist.")
  /// {0}: the path.
  static let fileIsDirectory = DiagnosticMessage("PG1003", .error, "'{0}' is a directory, not a source file.")
  /// {0}: the byte.
  static let invalidUTF8Byte = DiagnosticMessage("PG1004", .error, "The file is not valid UTF-8: unexpected byte {0}.")
  /// {0}: the path.
  static let fileTooLargeToAddress = DiagnosticMessage("PG1007", .error, "'{0}' is too large: a file may have 4 GiB.")
}
