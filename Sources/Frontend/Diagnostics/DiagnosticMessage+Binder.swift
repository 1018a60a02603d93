/// Messages of name resolution.
extension DiagnosticMessage {
  public static let cannotFindName = DiagnosticMessage("TS2304", .error, "Cannot find name '{0}'.")
  public static let duplicateIdentifier = DiagnosticMessage("TS2300", .error, "Duplicate identifier '{0}'.")
  public static let cannotRedeclare = DiagnosticMessage(
    "TS2451", .error, "Cannot redeclare block-scoped variable '{0}'.")
  public static let duplicateFunction = DiagnosticMessage("TS2393", .error, "Duplicate function implementation.")
  public static let importConflict = DiagnosticMessage(
    "TS2440", .error, "Import declaration conflicts with local declaration of '{0}'.")
  public static let assignToConstant = DiagnosticMessage(
    "TS2588", .error, "Cannot assign to '{0}' because it is a constant.")
  public static let assignToEnum = DiagnosticMessage("TS2628", .error, "Cannot assign to '{0}' because it is an enum.")
  public static let assignToClass = DiagnosticMessage("TS2629", .error, "Cannot assign to '{0}' because it is a class.")
  public static let assignToFunction = DiagnosticMessage(
    "TS2630", .error, "Cannot assign to '{0}' because it is a function.")
  public static let assignToNamespace = DiagnosticMessage(
    "TS2631", .error, "Cannot assign to '{0}' because it is a namespace.")
  public static let assignToImport = DiagnosticMessage(
    "TS2632", .error, "Cannot assign to '{0}' because it is an import.")
  public static let noExportedMember = DiagnosticMessage("TS2305", .error, "Module '{0}' has no exported member '{1}'.")
  public static let noDefaultExport = DiagnosticMessage("TS1192", .error, "Module '{0}' has no default export.")
  public static let notExported = DiagnosticMessage(
    "TS2459", .error, "Module '{0}' declares '{1}' locally, but it is not exported.")
  public static let duplicateExport = DiagnosticMessage("TS2323", .error, "Cannot redeclare exported variable '{0}'.")
  public static let multipleDefaultExports = DiagnosticMessage(
    "TS2528", .error, "A module cannot have multiple default exports.")
  public static let variableUsedBeforeDeclaration = DiagnosticMessage(
    "TS2448", .error, "Block-scoped variable '{0}' used before its declaration.")
  public static let classUsedBeforeDeclaration = DiagnosticMessage(
    "TS2449", .error, "Class '{0}' used before its declaration.")
  public static let typeUsedAsValue = DiagnosticMessage(
    "TS2693", .error, "'{0}' only refers to a type, but is being used as a value here.")
  public static let typeImportUsedAsValue = DiagnosticMessage(
    "TS1361", .error, "'{0}' cannot be used as a value because it was imported using 'import type'.")
}
