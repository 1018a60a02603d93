/// Messages of the type checker.
extension DiagnosticMessage {
  public static let notAssignable = DiagnosticMessage("TS2322", .error, "Type '{0}' is not assignable to type '{1}'.")
  public static let doesNotSatisfy = DiagnosticMessage("TS1360", .error, "Type '{0}' does not satisfy the expected type '{1}'.")
  public static let argumentNotAssignable = DiagnosticMessage(
    "TS2345", .error, "Argument of type '{0}' is not assignable to parameter of type '{1}'.")
  public static let propertyDoesNotExist = DiagnosticMessage(
    "TS2339", .error, "Property '{0}' does not exist on type '{1}'.")
  public static let propertyIsPrivate = DiagnosticMessage(
    "TS2341", .error, "Property '{0}' is private and only accessible within class '{1}'.")
  public static let argumentCount = DiagnosticMessage("TS2554", .error, "Expected {0} arguments, but got {1}.")
  public static let argumentCountAtLeast = DiagnosticMessage(
    "TS2555", .error, "Expected at least {0} arguments, but got {1}.")
  public static let operatorNotApplicable = DiagnosticMessage(
    "TS2365", .error, "Operator '{0}' cannot be applied to types '{1}' and '{2}'.")
  public static let arithmeticLeft = DiagnosticMessage(
    "TS2362", .error,
    "The left-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.")
  public static let arithmeticRight = DiagnosticMessage(
    "TS2363", .error,
    "The right-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.")
  public static let arithmeticOperand = DiagnosticMessage(
    "TS2356", .error, "An arithmetic operand must be of type 'any', 'number', 'bigint' or an enum type.")
  public static let objectPossiblyNull = DiagnosticMessage("TS2531", .error, "Object is possibly 'null'.")
  public static let objectPossiblyUndefined = DiagnosticMessage("TS2532", .error, "Object is possibly 'undefined'.")
  public static let objectPossiblyNullOrUndefined = DiagnosticMessage(
    "TS2533", .error, "Object is possibly 'null' or 'undefined'.")
  public static let possiblyNull = DiagnosticMessage("TS18047", .error, "'{0}' is possibly 'null'.")
  public static let possiblyUndefined = DiagnosticMessage("TS18048", .error, "'{0}' is possibly 'undefined'.")
  public static let possiblyNullOrUndefined = DiagnosticMessage(
    "TS18049", .error, "'{0}' is possibly 'null' or 'undefined'.")
  public static let isUnknown = DiagnosticMessage("TS18046", .error, "'{0}' is of type 'unknown'.")
  public static let cannotInvokeNull = DiagnosticMessage(
    "TS2721", .error, "Cannot invoke an object which is possibly 'null'.")
  public static let cannotInvokeUndefined = DiagnosticMessage(
    "TS2722", .error, "Cannot invoke an object which is possibly 'undefined'.")
  public static let notCallable = DiagnosticMessage("TS2349", .error, "This expression is not callable.")
  public static let classNotCallable = DiagnosticMessage(
    "TS2348", .error, "Value of type '{0}' is not callable. Did you mean to include 'new'?")
  public static let notConstructable = DiagnosticMessage("TS2351", .error, "This expression is not constructable.")
  public static let abstractInstance = DiagnosticMessage(
    "TS2511", .error, "Cannot create an instance of an abstract class.")
  public static let readonlyProperty = DiagnosticMessage(
    "TS2540", .error, "Cannot assign to '{0}' because it is a read-only property.")
  public static let missingProperty = DiagnosticMessage(
    "TS2741", .error, "Property '{0}' is missing in type '{1}' but required in type '{2}'.")
  public static let missingProperties = DiagnosticMessage(
    "TS2739", .error, "Type '{0}' is missing the following properties from type '{1}': {2}")
  public static let missingManyProperties = DiagnosticMessage(
    "TS2740", .error, "Type '{0}' is missing the following properties from type '{1}': {2}, and {3} more.")
  public static let excessProperty = DiagnosticMessage(
    "TS2353", .error, "Object literal may only specify known properties, and '{0}' does not exist in type '{1}'.")
  public static let noOverlap = DiagnosticMessage(
    "TS2367", .error,
    "This comparison appears to be unintentional because the types '{0}' and '{1}' have no overlap.")
  public static let conversionMistake = DiagnosticMessage(
    "TS2352", .error,
    "Conversion of type '{0}' to type '{1}' may be a mistake because neither type sufficiently overlaps with the "
      + "other. If this was intentional, convert the expression to 'unknown' first.")
  public static let implicitAnyParameter = DiagnosticMessage(
    "TS7006", .error, "Parameter '{0}' implicitly has an 'any' type.")
  public static let mustReturnValue = DiagnosticMessage(
    "TS2355", .error, "A function whose declared type is neither 'undefined', 'void', nor 'any' must return a value.")
  public static let lacksEndingReturn = DiagnosticMessage(
    "TS2366", .error, "Function lacks ending return statement and return type does not include 'undefined'.")
  public static let noOverloadMatches = DiagnosticMessage("TS2769", .error, "No overload matches this call.")
  public static let abstractMembersMissing = DiagnosticMessage(
    "TS2515", .error, "Non-abstract class '{0}' does not implement inherited abstract member {1} from class '{2}'.")
  public static let incompatibleMember = DiagnosticMessage(
    "TS2416", .error, "Property '{0}' in type '{1}' is not assignable to the same property in base type '{2}'.")
  public static let incorrectlyImplements = DiagnosticMessage(
    "TS2420", .error, "Class '{0}' incorrectly implements interface '{1}'.")
  public static let notInitialized = DiagnosticMessage(
    "TS2564", .error, "Property '{0}' has no initializer and is not definitely assigned in the constructor.")
  public static let usedBeforeAssigned = DiagnosticMessage(
    "TS2454", .error, "Variable '{0}' is used before being assigned.")
  public static let notIterable = DiagnosticMessage(
    "TS2488", .error, "Type '{0}' must have a '[Symbol.iterator]()' method that returns an iterator.")
}

/// Messages about statements and classes.
extension DiagnosticMessage {
  public static let caseNotComparable = DiagnosticMessage(
    "TS2678", .error, "Type '{0}' is not comparable to type '{1}'.")
}
