/// Messages of the lexer.
extension DiagnosticMessage {
  static let unterminatedString = DiagnosticMessage("TS1002", .error, "Unterminated string literal.")
  static let unterminatedComment = DiagnosticMessage("TS1010", .error, "'*/' expected: the comment is not closed.")
  static let octalLiteral = DiagnosticMessage(
    "TS1121", .error, "Octal literals are not allowed. Use the syntax '0o{0}'.")
  static let hexadecimalDigitExpected = DiagnosticMessage("TS1125", .error, "Hexadecimal digit expected.")
  static let invalidCharacter = DiagnosticMessage("TS1127", .error, "Invalid character.")
  static let digitExpected = DiagnosticMessage("TS1124", .error, "Digit expected.")
  static let unterminatedTemplate = DiagnosticMessage("TS1160", .error, "Unterminated template literal.")
  static let unterminatedRegularExpression = DiagnosticMessage(
    "TS1161", .error, "Unterminated regular expression literal.")
  static let binaryDigitExpected = DiagnosticMessage("TS1177", .error, "Binary digit expected.")
  static let octalDigitExpected = DiagnosticMessage("TS1178", .error, "Octal digit expected.")
  static let mergeConflictMarker = DiagnosticMessage("TS1185", .error, "Merge conflict marker encountered.")
  static let unicodeEscapeOutOfRange = DiagnosticMessage(
    "TS1198", .error, "An extended Unicode escape value must be between 0x0 and 0x10FFFF inclusive.")
  static let unterminatedUnicodeEscape = DiagnosticMessage("TS1199", .error, "Unterminated Unicode escape sequence.")
  static let keywordWithEscape = DiagnosticMessage("TS1260", .error, "Keywords cannot contain escape characters.")
  static let identifierAfterNumber = DiagnosticMessage(
    "TS1351", .error, "An identifier or keyword cannot immediately follow a numeric literal.")
  static let bigIntExponent = DiagnosticMessage(
    "TS1352", .error, "A bigint literal cannot use exponential notation.")
  static let bigIntFraction = DiagnosticMessage("TS1353", .error, "A bigint literal must be an integer.")
  static let bigIntTooLarge = DiagnosticMessage("PG1103", .error, "This bigint literal is too large.")
  static let octalEscape = DiagnosticMessage("TS1487", .error, "Octal escape sequences are not allowed.")
  static let invalidEscapeDigit = DiagnosticMessage(
    "TS1488", .error, "Escape sequences '\\8' and '\\9' are not allowed.")
  static let leadingZero = DiagnosticMessage("TS1489", .error, "Decimals with leading zeros are not allowed.")
  static let unknownRegularExpressionFlag = DiagnosticMessage("TS1499", .error, "Unknown regular expression flag.")
  static let duplicateRegularExpressionFlag = DiagnosticMessage(
    "TS1500", .error, "Duplicate regular expression flag.")
  static let conflictingRegularExpressionFlags = DiagnosticMessage(
    "TS1502", .error, "The Unicode 'u' flag and the Unicode Sets 'v' flag cannot be set simultaneously.")
  static let separatorNotAllowed = DiagnosticMessage("TS6188", .error, "Numeric separators are not allowed here.")
  static let consecutiveSeparators = DiagnosticMessage(
    "TS6189", .error, "Multiple consecutive numeric separators are not permitted.")
}

/// Messages of the grammar.
extension DiagnosticMessage {
  static let identifierExpected = DiagnosticMessage("TS1003", .error, "Identifier expected.")
  /// {0}: the token.
  static let expected = DiagnosticMessage("TS1005", .error, "'{0}' expected.")
  /// {0}: the missing closer, {1}: its opener.
  static let toMatch = DiagnosticMessage("TS1007", .note, "The '{0}' to match this '{1}' is missing.")
  static let trailingCommaNotAllowed = DiagnosticMessage("TS1009", .error, "Trailing comma not allowed.")
  static let elementAccessArgumentExpected = DiagnosticMessage(
    "TS1011", .error, "An element access expression should take an argument.")
  static let restTrailingComma = DiagnosticMessage(
    "TS1013", .error, "A rest parameter or binding pattern may not have a trailing comma.")
  static let restParameterNotLast = DiagnosticMessage(
    "TS1014", .error, "A rest parameter must be last in a parameter list.")
  static let optionalWithInitializer = DiagnosticMessage(
    "TS1015", .error, "Parameter cannot have question mark and initializer.")
  static let requiredAfterOptional = DiagnosticMessage.typeError(
    "TS1016", "A required parameter cannot follow an optional parameter.")
  static let indexSignatureParameters = DiagnosticMessage(
    "TS1096", .error, "An index signature must have exactly one parameter.")
  static let indexSignatureType = DiagnosticMessage.typeError(
    "TS1021", "An index signature must have a type annotation.")
  static let emptyTypeParameters = DiagnosticMessage.typeError("TS1098", "Type parameter list cannot be empty.")
  static let emptyTypeArguments = DiagnosticMessage("TS1099", .error, "Type argument list cannot be empty.")
  static let withStatement = DiagnosticMessage(
    "TS1101", .error, "'with' statements are not allowed in strict mode.")
  static let expressionExpected = DiagnosticMessage("TS1109", .error, "Expression expected.")
  static let typeExpected = DiagnosticMessage("TS1110", .error, "Type expected.")
  static let declarationListEmpty = DiagnosticMessage("TS1123", .error, "Variable declaration list cannot be empty.")
  static let statementExpected = DiagnosticMessage("TS1128", .error, "Declaration or statement expected.")
  static let caseExpected = DiagnosticMessage("TS1130", .error, "'case' or 'default' expected.")
  static let propertyOrSignatureExpected = DiagnosticMessage("TS1131", .error, "Property or signature expected.")
  static let enumMemberExpected = DiagnosticMessage("TS1132", .error, "Enum member expected.")
  static let variableDeclarationExpected = DiagnosticMessage("TS1134", .error, "Variable declaration expected.")
  static let propertyAssignmentExpected = DiagnosticMessage("TS1136", .error, "Property assignment expected.")
  static let argumentExpected = DiagnosticMessage("TS1135", .error, "Argument expression expected.")
  static let parameterExpected = DiagnosticMessage("TS1138", .error, "Parameter declaration expected.")
  static let stringLiteralExpected = DiagnosticMessage("TS1141", .error, "String literal expected.")
  static let lineBreakNotPermitted = DiagnosticMessage("TS1142", .error, "Line break not permitted here.")
  static let declarationExpected = DiagnosticMessage("TS1146", .error, "Declaration expected.")
  static let reservedWord = DiagnosticMessage(
    "TS1359", .error, "Identifier expected. '{0}' is a reserved word that cannot be used here.")
  static let strictReservedWord = DiagnosticMessage(
    "TS1212", .error, "Identifier expected. '{0}' is a reserved word in strict mode.")
  static let strictReservedWordInClass = DiagnosticMessage(
    "TS1213", .error,
    "Identifier expected. '{0}' is a reserved word in strict mode. Class definitions are automatically in strict mode.")
  static let strictReservedWordInModule = DiagnosticMessage(
    "TS1214", .error,
    "Identifier expected. '{0}' is a reserved word in strict mode. Modules are automatically in strict mode.")
  static let tryWithoutHandler = DiagnosticMessage("TS1472", .error, "'catch' or 'finally' expected.")
  static let classMemberExpected = DiagnosticMessage(
    "TS1068", .error, "Unexpected token. A constructor, method, accessor, or property was expected.")
  /// {0}: the limit.
  static let nestingTooDeep = DiagnosticMessage(
    "PG1101", .error, "This code nests too deeply: more than {0} levels.")
  /// {0}: the limit.
  static let tooManyErrors = DiagnosticMessage("PG1102", .error, "Too many errors; stopped after {0}.")
  /// {0}: the construct.
  static let notSupportedSyntax = DiagnosticMessage("PG2010", .error, "{0} is not supported.")
}
