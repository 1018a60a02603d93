/// Messages of the type checker.
extension DiagnosticMessage {
  public static let notAssignable = DiagnosticMessage.typeError("TS2322", "Type '{0}' is not assignable to type '{1}'.")
  public static let doesNotSatisfy = DiagnosticMessage.typeError(
    "TS1360", "Type '{0}' does not satisfy the expected type '{1}'.")
  public static let argumentNotAssignable = DiagnosticMessage.typeError(
    "TS2345", "Argument of type '{0}' is not assignable to parameter of type '{1}'.")
  public static let propertyDoesNotExist = DiagnosticMessage.typeError(
    "TS2339", "Property '{0}' does not exist on type '{1}'.")
  public static let propertyIsPrivate = DiagnosticMessage.typeError(
    "TS2341", "Property '{0}' is private and only accessible within class '{1}'.")
  public static let argumentCount = DiagnosticMessage.typeError("TS2554", "Expected {0} arguments, but got {1}.")
  public static let argumentCountAtLeast = DiagnosticMessage.typeError(
    "TS2555", "Expected at least {0} arguments, but got {1}.")
  public static let operatorNotApplicable = DiagnosticMessage.typeError(
    "TS2365", "Operator '{0}' cannot be applied to types '{1}' and '{2}'.")
  public static let arithmeticLeft = DiagnosticMessage.typeError(
    "TS2362",
    "The left-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.")
  public static let arithmeticRight = DiagnosticMessage.typeError(
    "TS2363",
    "The right-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.")
  public static let arithmeticOperand = DiagnosticMessage.typeError(
    "TS2356", "An arithmetic operand must be of type 'any', 'number', 'bigint' or an enum type.")
  public static let objectPossiblyNull = DiagnosticMessage.typeError("TS2531", "Object is possibly 'null'.")
  public static let objectPossiblyUndefined = DiagnosticMessage.typeError("TS2532", "Object is possibly 'undefined'.")
  public static let objectPossiblyNullOrUndefined = DiagnosticMessage.typeError(
    "TS2533", "Object is possibly 'null' or 'undefined'.")
  public static let possiblyNull = DiagnosticMessage.typeError("TS18047", "'{0}' is possibly 'null'.")
  public static let possiblyUndefined = DiagnosticMessage.typeError("TS18048", "'{0}' is possibly 'undefined'.")
  public static let possiblyNullOrUndefined = DiagnosticMessage.typeError(
    "TS18049", "'{0}' is possibly 'null' or 'undefined'.")
  public static let isUnknown = DiagnosticMessage.typeError("TS18046", "'{0}' is of type 'unknown'.")
  public static let cannotInvokeNull = DiagnosticMessage.typeError(
    "TS2721", "Cannot invoke an object which is possibly 'null'.")
  public static let cannotInvokeUndefined = DiagnosticMessage.typeError(
    "TS2722", "Cannot invoke an object which is possibly 'undefined'.")
  public static let notCallable = DiagnosticMessage.typeError("TS2349", "This expression is not callable.")
  public static let classNotCallable = DiagnosticMessage.typeError(
    "TS2348", "Value of type '{0}' is not callable. Did you mean to include 'new'?")
  public static let notConstructable = DiagnosticMessage.typeError("TS2351", "This expression is not constructable.")
  public static let abstractInstance = DiagnosticMessage.typeError(
    "TS2511", "Cannot create an instance of an abstract class.")
  public static let readonlyProperty = DiagnosticMessage.typeError(
    "TS2540", "Cannot assign to '{0}' because it is a read-only property.")
  public static let missingProperty = DiagnosticMessage.typeError(
    "TS2741", "Property '{0}' is missing in type '{1}' but required in type '{2}'.")
  public static let missingProperties = DiagnosticMessage.typeError(
    "TS2739", "Type '{0}' is missing the following properties from type '{1}': {2}")
  public static let missingManyProperties = DiagnosticMessage.typeError(
    "TS2740", "Type '{0}' is missing the following properties from type '{1}': {2}, and {3} more.")
  public static let excessProperty = DiagnosticMessage.typeError(
    "TS2353", "Object literal may only specify known properties, and '{0}' does not exist in type '{1}'.")
  public static let noOverlap = DiagnosticMessage.typeError(
    "TS2367",
    "This comparison appears to be unintentional because the types '{0}' and '{1}' have no overlap.")
  public static let conversionMistake = DiagnosticMessage.typeError(
    "TS2352",
    "Conversion of type '{0}' to type '{1}' may be a mistake because neither type sufficiently overlaps with the "
      + "other. If this was intentional, convert the expression to 'unknown' first.")
  public static let implicitAnyParameter = DiagnosticMessage.typeError(
    "TS7006", "Parameter '{0}' implicitly has an 'any' type.")
  public static let mustReturnValue = DiagnosticMessage.typeError(
    "TS2355", "A function whose declared type is neither 'undefined', 'void', nor 'any' must return a value.")
  public static let lacksEndingReturn = DiagnosticMessage.typeError(
    "TS2366", "Function lacks ending return statement and return type does not include 'undefined'.")
  public static let noOverloadMatches = DiagnosticMessage.typeError("TS2769", "No overload matches this call.")
  public static let abstractMembersMissing = DiagnosticMessage.typeError(
    "TS2515", "Non-abstract class '{0}' does not implement inherited abstract member {1} from class '{2}'.")
  public static let incompatibleMember = DiagnosticMessage.typeError(
    "TS2416", "Property '{0}' in type '{1}' is not assignable to the same property in base type '{2}'.")
  public static let incorrectlyImplements = DiagnosticMessage.typeError(
    "TS2420", "Class '{0}' incorrectly implements interface '{1}'.")
  public static let notInitialized = DiagnosticMessage.typeError(
    "TS2564", "Property '{0}' has no initializer and is not definitely assigned in the constructor.")
  public static let usedBeforeAssigned = DiagnosticMessage.typeError(
    "TS2454", "Variable '{0}' is used before being assigned.")
  public static let notIterable = DiagnosticMessage.typeError(
    "TS2488", "Type '{0}' must have a '[Symbol.iterator]()' method that returns an iterator.")
}

/// Messages about statements and classes.
extension DiagnosticMessage {
  public static let caseNotComparable = DiagnosticMessage.typeError(
    "TS2678", "Type '{0}' is not comparable to type '{1}'.")
}
