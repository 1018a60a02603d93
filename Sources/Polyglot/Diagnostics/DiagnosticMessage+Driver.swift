import Syntax

/// Messages of the command line, of project files and of writing the result.
extension DiagnosticMessage {
  /// {0}: the path.
  static let entryNotFound = DiagnosticMessage(
    "PG1010", .error, "There is neither a file nor a folder '{0}', nor '{0}' with the extension .ts, .mts, .js or .mjs.")
  /// {0}: the folder.
  static let noEntry = DiagnosticMessage(
    "PG1011", .error,
    "The folder '{0}' does not say where its program starts: name the entry in poly.toml, package.json ('main') or "
      + "tsconfig.json ('files'), or add index.ts or main.ts.")
  /// {0}: the project file, {1}: the entry it names.
  static let projectEntryMissing = DiagnosticMessage("PG1012", .error, "{0} names the entry '{1}', which does not exist.")
  /// {0}: what is wrong.
  static let invalidProjectFile = DiagnosticMessage("PG1013", .error, "Invalid project file: {0}.")
  /// {0}: the key.
  static let unknownProjectKey = DiagnosticMessage("PG1014", .warning, "The key '{0}' is not known and has no effect.")
  /// {0}: the file, {1}: the system's reason.
  static let cannotReadProjectFile = DiagnosticMessage("PG1015", .error, "Cannot read '{0}': {1}.")
  /// {0}: the list, {1}: the line.
  static let badBatchLine = DiagnosticMessage(
    "PG1016", .error, "A line of '{0}' is not 'module' or 'script', a path and paths of scripts, with tabs between: '{1}'.")
  /// {0}: the file.
  static let outputIsSource = DiagnosticMessage("PG3011", .error, "Writing to '{0}' would overwrite a source file of the program.")
  /// {0}: the folder, {1}: the system's reason.
  static let cannotMakeTemporary = DiagnosticMessage("PG3012", .error, "Cannot make a temporary folder in '{0}': {1}.")
  /// {0}: the program, {1}: the system's reason.
  static let cannotRun = DiagnosticMessage("PG3013", .error, "Cannot run '{0}': {1}.")
  /// No arguments.
  static let noWasmRunner = DiagnosticMessage(
    "PG3014", .error, "There is nothing to run a WASI module with: put wasmtime or wasmkit on PATH.")
  /// {0}: the folder or file.
  static let libraryMissing = DiagnosticMessage(
    "PG3015", .error, "The compiler's library is not complete: '{0}' is missing; reinstall, or set POLYGLOT_LIB.")
  /// {0}: the text.
  static let internalError = DiagnosticMessage("PG9001", .error, "Internal error: {0}. This is a mistake in Polyglot; please report it.")
}
