/// Messages of loading files and resolving imports.
extension DiagnosticMessage {
  /// {0}: "module" or "package", {1}: the path or the name, {2}: the importing file.
  public static let cannotFindModule = DiagnosticMessage(
    "TS2307", .error, "Cannot find {0} '{1}' imported from {2}.")
  /// {0}: what is wrong.
  public static let invalidJSON = DiagnosticMessage("PG1005", .error, "Invalid JSON: {0}.")
  /// {0}: the path.
  public static let declarationFileOnly = DiagnosticMessage(
    "PG1006", .error, "'{0}' only declares types; there is no source file to compile for this import.")
  /// {0}: the module.
  public static let nodeModuleNotSupported = DiagnosticMessage(
    "PG2002", .error, "The Node module '{0}' is not supported yet.")
  /// {0}: the module, {1}: the target.
  public static let nodeModuleUnavailable = DiagnosticMessage(
    "PG2005", .warning, "What '{0}' needs of the system does not exist on the target '{1}': it fails with ENOSYS.")
  /// No arguments.
  public static let runtimeModuleIsPrivate = DiagnosticMessage(
    "PG2003", .error, "'polyglot:runtime' is only for the files of the library.")
}
