/// Messages of name resolution.
extension DiagnosticMessage {
  public static let cannotFindName = DiagnosticMessage.typeError("TS2304", "Cannot find name '{0}'.")
  /// {0}: the name.
  public static let globalNotSupported = DiagnosticMessage("PG2004", .error, "The global '{0}' is not supported yet.")
  public static let duplicateIdentifier = DiagnosticMessage("TS2300", .error, "Duplicate identifier '{0}'.")
  public static let cannotRedeclare = DiagnosticMessage(
    "TS2451", .error, "Cannot redeclare block-scoped variable '{0}'.")
  public static let duplicateFunction = DiagnosticMessage("TS2393", .error, "Duplicate function implementation.")
  public static let importConflict = DiagnosticMessage(
    "TS2440", .error, "Import declaration conflicts with local declaration of '{0}'.")
  public static let assignToConstant = DiagnosticMessage.typeError(
    "TS2588", "Cannot assign to '{0}' because it is a constant.")
  public static let assignToEnum = DiagnosticMessage.typeError("TS2628", "Cannot assign to '{0}' because it is an enum.")
  public static let assignToClass = DiagnosticMessage.typeError("TS2629", "Cannot assign to '{0}' because it is a class.")
  public static let assignToFunction = DiagnosticMessage.typeError(
    "TS2630", "Cannot assign to '{0}' because it is a function.")
  public static let assignToNamespace = DiagnosticMessage.typeError(
    "TS2631", "Cannot assign to '{0}' because it is a namespace.")
  public static let assignToImport = DiagnosticMessage.typeError(
    "TS2632", "Cannot assign to '{0}' because it is an import.")
  // Of linking, in Node's words; {0}: the module, {1}: the name.
  public static let noExportedMember = DiagnosticMessage(
    "TS2305", .error, "The requested module '{0}' does not provide an export named '{1}'.")
  public static let ambiguousExport = DiagnosticMessage(
    "TS2308", .error, "The requested module '{0}' contains conflicting star exports for name '{1}'.")
  public static let noDefaultExport = DiagnosticMessage(
    "TS1192", .error, "The requested module '{0}' does not provide an export named 'default'.")
  public static let notExported = DiagnosticMessage(
    "TS2459", .error, "The requested module '{0}' does not provide an export named '{1}', although it declares it.")
  public static let circularExport = DiagnosticMessage(
    "TS2303", .error, "Detected cycle while resolving name '{1}' in '{0}'.")
  public static let duplicateExport = DiagnosticMessage("TS2323", .error, "Cannot redeclare exported variable '{0}'.")
  public static let multipleDefaultExports = DiagnosticMessage(
    "TS2528", .error, "A module cannot have multiple default exports.")
  public static let variableUsedBeforeDeclaration = DiagnosticMessage.typeError(
    "TS2448", "Block-scoped variable '{0}' used before its declaration.")
  public static let classUsedBeforeDeclaration = DiagnosticMessage.typeError(
    "TS2449", "Class '{0}' used before its declaration.")
  public static let typeUsedAsValue = DiagnosticMessage.typeError(
    "TS2693", "'{0}' only refers to a type, but is being used as a value here.")
  public static let typeImportUsedAsValue = DiagnosticMessage.typeError(
    "TS1361", "'{0}' cannot be used as a value because it was imported using 'import type'.")
}
