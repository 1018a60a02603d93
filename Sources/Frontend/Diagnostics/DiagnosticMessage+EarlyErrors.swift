/// Messages of early errors: rules of the grammar that productions cannot say.
extension DiagnosticMessage {
  // MARK: Names and targets
  static let invalidStrictUse = DiagnosticMessage("TS1100", .error, "Invalid use of '{0}' in strict mode.")
  static let invalidStrictUseInModule = DiagnosticMessage(
    "TS1215", .error, "Invalid use of '{0}'. Modules are automatically in strict mode.")
  static let deleteIdentifier = DiagnosticMessage(
    "TS1102", .error, "'delete' cannot be called on an identifier in strict mode.")
  static let deletePrivate = DiagnosticMessage(
    "TS18011", .error, "The operand of a 'delete' operator cannot be a private identifier.")
  static let assignmentTarget = DiagnosticMessage(
    "TS2364", .error, "The left-hand side of an assignment expression must be a variable or a property access.")
  static let updateTarget = DiagnosticMessage(
    "TS2357", .error, "The operand of an increment or decrement operator must be a variable or a property access.")
  static let optionalAssignmentTarget = DiagnosticMessage(
    "TS2779", .error, "The left-hand side of an assignment expression may not be an optional property access.")
  static let optionalUpdateTarget = DiagnosticMessage(
    "TS2777", .error,
    "The operand of an increment or decrement operator may not be an optional property access.")
  static let forInTarget = DiagnosticMessage(
    "TS2406", .error, "The left-hand side of a 'for...in' statement must be a variable or a property access.")
  static let forOfTarget = DiagnosticMessage(
    "TS2487", .error, "The left-hand side of a 'for...of' statement must be a variable or a property access.")
  static let restTarget = DiagnosticMessage(
    "TS2701", .error, "The target of an object rest assignment must be a variable or a property access.")
  static let initializerOnlyInPattern = DiagnosticMessage(
    "TS1312", .error,
    "Did you mean to use a ':'? An '=' can only follow a property name when the containing object literal "
      + "is part of a destructuring pattern."
  )
  static let restNotLast = DiagnosticMessage(
    "TS2462", .error, "A rest element must be last in a destructuring pattern.")
  static let restInitializer = DiagnosticMessage("TS1186", .error, "A rest element cannot have an initializer.")
  static let restPattern = DiagnosticMessage("TS2501", .error, "A rest element cannot contain a binding pattern.")
  static let restPropertyName = DiagnosticMessage("TS2566", .error, "A rest element cannot have a property name.")
  static let duplicateProto = DiagnosticMessage(
    "TS1117", .error, "An object literal cannot have multiple '__proto__' properties.")
  static let argumentsInInitializer = DiagnosticMessage(
    "TS2815", .error, "'arguments' cannot be referenced in property initializers or class static initialization blocks."
  )
  static let letAsName = DiagnosticMessage(
    "TS2480", .error, "'let' is not allowed to be used as a name in 'let' or 'const' declarations.")

  // MARK: Operators
  static let unaryBeforeExponent = DiagnosticMessage(
    "TS17006", .error,
    "An unary expression with the '{0}' operator is not allowed in the left-hand side of an "
      + "exponentiation expression. Consider enclosing the expression in parentheses."
  )
  static let assertionBeforeExponent = DiagnosticMessage(
    "TS17007", .error,
    "A type assertion expression is not allowed in the left-hand side of an exponentiation expression. "
      + "Consider enclosing the expression in parentheses."
  )
  static let mixedNullish = DiagnosticMessage(
    "TS5076", .error, "'{0}' and '{1}' operations cannot be mixed without parentheses.")
  static let newOptionalChain = DiagnosticMessage(
    "TS1209", .error, "Invalid optional chain from new expression. Did you mean to call '{0}()'?")
  static let taggedOptionalChain = DiagnosticMessage(
    "TS1358", .error, "Tagged template expressions are not permitted in an optional chain.")
  static let instantiationBeforeAccess = DiagnosticMessage(
    "TS1477", .error, "An instantiation expression cannot be followed by a property access.")
  static let privateInLeft = DiagnosticMessage(
    "TS1451", .error,
    "Private identifiers are only allowed in class bodies and may only be used as part of a class member "
      + "declaration, property access, or on the left-hand-side of an 'in' expression"
  )
  static let superWithoutMember = DiagnosticMessage(
    "TS1034", .error, "'super' must be followed by an argument list or member access.")
  static let superPropertyPlacement = DiagnosticMessage(
    "TS2660", .error, "'super' can only be referenced in members of derived classes or object literal expressions.")
  static let superCallPlacement = DiagnosticMessage(
    "TS2337", .error,
    "Super calls are not permitted outside constructors or in nested functions inside constructors.")
  static let superOutsideDerived = DiagnosticMessage(
    "TS2335", .error, "'super' can only be referenced in a derived class.")
  static let newTargetPlacement = DiagnosticMessage(
    "TS17013", .error,
    "Meta-property 'new.target' is only allowed in the body of a function declaration, function "
      + "expression, or constructor."
  )
  /// {0}: what was written, {1}: the keyword, {2}: what is meant.
  static let unknownMetaProperty = DiagnosticMessage(
    "TS17012", .error, "'{0}' is not a valid meta-property for keyword '{1}'. Did you mean '{2}'?")
  static let importCallArguments = DiagnosticMessage(
    "TS1450", .error,
    "Dynamic imports can only accept a module specifier and an optional set of attributes as arguments")
  static let importCallSpread = DiagnosticMessage(
    "TS1325", .error, "Argument of dynamic import cannot be spread element.")
  static let newImport = DiagnosticMessage("TS1326", .error, "This use of 'import' is invalid.")
  static let lineBreakBeforeArrow = DiagnosticMessage(
    "TS1200", .error, "Line terminator not permitted before arrow.")

  /// {0}: the pattern, {1}: the flags, {2}: what is wrong with them.
  static let invalidRegularExpression = DiagnosticMessage(
    "PG1109", .error, "Invalid regular expression: /{0}/{1}: {2}.")

  // MARK: Await and yield
  static let awaitOutsideAsync = DiagnosticMessage(
    "TS1308", .error, "'await' expressions are only allowed within async functions and at the top levels of modules.")
  static let forAwaitOutsideAsync = DiagnosticMessage(
    "TS1103", .error, "'for await' loops are only allowed within async functions and at the top levels of modules.")
  static let awaitUsingOutsideAsync = DiagnosticMessage(
    "TS2852", .error,
    "'await using' statements are only allowed within async functions and at the top levels of modules.")
  static let awaitInParameter = DiagnosticMessage(
    "TS2524", .error, "'await' expressions cannot be used in a parameter initializer.")
  static let yieldInParameter = DiagnosticMessage(
    "TS2523", .error, "'yield' expressions cannot be used in a parameter initializer.")
  static let awaitInStaticBlock = DiagnosticMessage(
    "TS18037", .error, "'await' expression cannot be used inside a class static block.")
  static let yieldOutsideGenerator = DiagnosticMessage(
    "TS1163", .error, "A 'yield' expression is only allowed in a generator body.")

  // MARK: Statements
  static let continueOutsideLoop = DiagnosticMessage(
    "TS1104", .error, "A 'continue' statement can only be used within an enclosing iteration statement.")
  static let breakOutsideLoop = DiagnosticMessage(
    "TS1105", .error, "A 'break' statement can only be used within an enclosing iteration or switch statement.")
  static let jumpAcrossFunction = DiagnosticMessage("TS1107", .error, "Jump target cannot cross function boundary.")
  static let returnOutsideFunction = DiagnosticMessage(
    "TS1108", .error, "A 'return' statement can only be used within a function body.")
  static let duplicateDefault = DiagnosticMessage(
    "TS1113", .error, "A 'default' clause cannot appear more than once in a 'switch' statement.")
  static let duplicateLabel = DiagnosticMessage("TS1114", .error, "Duplicate label '{0}'.")
  static let continueToNonLoop = DiagnosticMessage(
    "TS1115", .error, "A 'continue' statement can only jump to a label of an enclosing iteration statement.")
  static let breakToUnknownLabel = DiagnosticMessage(
    "TS1116", .error, "A 'break' statement can only jump to a label of an enclosing statement.")
  static let labelNotAllowed = DiagnosticMessage("TS1344", .error, "A label is not allowed here.")
  /// {0}: the keyword.
  static let declarationOutsideBlock = DiagnosticMessage(
    "TS1156", .error, "'{0}' declarations can only be declared inside a block.")
  static let initializerRequired = DiagnosticMessage("TS1155", .error, "'{0}' declarations must be initialized.")
  static let patternInitializerRequired = DiagnosticMessage(
    "TS1182", .error, "A destructuring declaration must have an initializer.")
  static let usingPattern = DiagnosticMessage(
    "TS1492", .error, "'{0}' declarations may not have binding patterns.")
  static let usingInForIn = DiagnosticMessage(
    "TS1493", .error, "The left-hand side of a 'for...in' statement cannot be a '{0}' declaration.")
  static let oneForInDeclaration = DiagnosticMessage(
    "TS1091", .error, "Only a single variable declaration is allowed in a 'for...in' statement.")
  static let oneForOfDeclaration = DiagnosticMessage(
    "TS1188", .error, "Only a single variable declaration is allowed in a 'for...of' statement.")
  static let forInInitializer = DiagnosticMessage(
    "TS1189", .error, "The variable declaration of a 'for...in' statement cannot have an initializer.")
  static let forOfInitializer = DiagnosticMessage(
    "TS1190", .error, "The variable declaration of a 'for...of' statement cannot have an initializer.")
  static let forInAnnotation = DiagnosticMessage(
    "TS2404", .error, "The left-hand side of a 'for...in' statement cannot use a type annotation.")
  static let forOfAnnotation = DiagnosticMessage(
    "TS2483", .error, "The left-hand side of a 'for...of' statement cannot use a type annotation.")
  static let forOfAsync = DiagnosticMessage(
    "TS1106", .error, "The left-hand side of a 'for...of' statement may not be 'async'.")
  static let forOfLet = DiagnosticMessage(
    "TS1166", .error, "The left-hand side of a 'for...of' statement may not start with 'let'.")
  static let catchInitializer = DiagnosticMessage(
    "TS1197", .error, "Catch clause variable cannot have an initializer.")

  // MARK: Functions
  static let restOptional = DiagnosticMessage("TS1047", .error, "A rest parameter cannot be optional.")
  static let restParameterInitializer = DiagnosticMessage(
    "TS1048", .error, "A rest parameter cannot have an initializer.")
  static let setterParameterCount = DiagnosticMessage(
    "TS1049", .error, "A 'set' accessor must have exactly one parameter.")
  static let setterOptional = DiagnosticMessage.typeError(
    "TS1051", "A 'set' accessor cannot have an optional parameter.")
  static let setterRest = DiagnosticMessage("TS1053", .error, "A 'set' accessor cannot have rest parameter.")
  static let getterParameters = DiagnosticMessage("TS1054", .error, "A 'get' accessor cannot have parameters.")
  static let setterReturnType = DiagnosticMessage.typeError(
    "TS1095", "A 'set' accessor cannot have a return type annotation.")
  static let accessorTypeParameters = DiagnosticMessage(
    "TS1094", .error, "An accessor cannot have type parameters.")
  static let useStrictParameters = DiagnosticMessage(
    "TS1347", .error, "'use strict' directive cannot be used with non-simple parameter list.")
  static let implementationMissing = DiagnosticMessage.typeError(
    "TS2391", "Function implementation is missing or not immediately following the declaration.")
  static let constructorImplementationMissing = DiagnosticMessage(
    "TS2390", .error, "Constructor implementation is missing.")
  static let implementationName = DiagnosticMessage.typeError(
    "TS2389", "Function implementation name must be '{0}'.")
  static let parameterPropertyPlacement = DiagnosticMessage(
    "TS2369", .error, "A parameter property is only allowed in a constructor implementation.")
  static let parameterPropertyPattern = DiagnosticMessage(
    "TS1187", .error, "A parameter property may not be declared using a binding pattern.")
  static let parameterPropertyRest = DiagnosticMessage(
    "TS1317", .error, "A parameter property cannot be declared using a rest parameter.")
  static let thisParameterFirst = DiagnosticMessage("TS2680", .error, "A 'this' parameter must be the first parameter.")
  static let thisParameterArrow = DiagnosticMessage(
    "TS2730", .error, "An arrow function cannot have a 'this' parameter.")
  static let thisParameterConstructor = DiagnosticMessage(
    "TS2681", .error, "A constructor cannot have a 'this' parameter.")
  static let constructorReturnType = DiagnosticMessage(
    "TS1093", .error, "Type annotation cannot appear on a constructor declaration.")
  static let constructorTypeParameters = DiagnosticMessage(
    "TS1092", .error, "Type parameters cannot appear on a constructor declaration.")

  // MARK: Classes
  static let duplicateConstructor = DiagnosticMessage(
    "TS2392", .error, "Multiple constructor implementations are not allowed.")
  static let generatorConstructor = DiagnosticMessage("TS1368", .error, "Class constructor may not be a generator.")
  static let accessorConstructor = DiagnosticMessage("TS1341", .error, "Class constructor may not be an accessor.")
  static let modifierOnConstructor = DiagnosticMessage(
    "TS1089", .error, "'{0}' modifier cannot appear on a constructor declaration.")
  static let fieldNamedConstructor = DiagnosticMessage(
    "TS18006", .error, "Classes may not have a field named 'constructor'.")
  static let privateConstructorName = DiagnosticMessage(
    "TS18012", .error, "'#constructor' is a reserved word.")
  static let staticPrototype = DiagnosticMessage(
    "TS2699", .error, "Static property 'prototype' conflicts with built-in property 'Function.prototype'.")
  static let privateNameOutsideClass = DiagnosticMessage(
    "TS18016", .error, "Private identifiers are not allowed outside class bodies.")
  static let undeclaredPrivateName = DiagnosticMessage(
    "TS2339", .error, "Property '#{0}' does not exist: no enclosing class declares it.")
  static let duplicatePrivateName = DiagnosticMessage("TS2300", .error, "Duplicate identifier '#{0}'.")
  static let modifierWithPrivateName = DiagnosticMessage(
    "TS18010", .error, "An accessibility modifier cannot be used with a private identifier.")
  static let otherModifierWithPrivateName = DiagnosticMessage(
    "TS18019", .error, "'{0}' modifier cannot be used with a private identifier.")
  static let accessibilitySeen = DiagnosticMessage("TS1028", .error, "Accessibility modifier already seen.")
  static let modifierOrder = DiagnosticMessage.typeError("TS1029", "'{0}' modifier must precede '{1}' modifier.")
  static let modifierSeen = DiagnosticMessage("TS1030", .error, "'{0}' modifier already seen.")
  static let modifierOnMember = DiagnosticMessage(
    "TS1031", .error, "'{0}' modifier cannot appear on class elements of this kind.")
  static let modifierNotAllowed = DiagnosticMessage("TS1042", .error, "'{0}' modifier cannot be used here.")
  static let modifierOnStatement = DiagnosticMessage(
    "TS1044", .error, "'{0}' modifier cannot appear on a module or namespace element.")
  static let modifierOnTypeMember = DiagnosticMessage(
    "TS1070", .error, "'{0}' modifier cannot appear on a type member.")
  static let modifierOnParameter = DiagnosticMessage("TS1090", .error, "'{0}' modifier cannot appear on a parameter.")
  static let modifierOnTypeParameter = DiagnosticMessage(
    "TS1274", .error, "'{0}' modifier can only appear on a type parameter of a class, interface or type alias")
  static let modifierPair = DiagnosticMessage("TS1243", .error, "'{0}' modifier cannot be used with '{1}' modifier.")
  static let modifiersNotAllowed = DiagnosticMessage("TS1184", .error, "Modifiers cannot appear here.")
  static let abstractOutsideAbstractClass = DiagnosticMessage(
    "TS1244", .error, "Abstract methods can only appear within an abstract class.")
  static let abstractPropertyOutsideAbstractClass = DiagnosticMessage(
    "TS1253", .error, "Abstract properties can only appear within an abstract class.")
  static let abstractBody = DiagnosticMessage(
    "TS1245", .error, "Method '{0}' cannot have an implementation because it is marked abstract.")
  static let abstractInitializer = DiagnosticMessage(
    "TS1267", .error, "Property '{0}' cannot have an initializer because it is marked abstract.")
  static let extendsSeen = DiagnosticMessage("TS1172", .error, "'extends' clause already seen.")
  static let implementsSeen = DiagnosticMessage("TS1175", .error, "'implements' clause already seen.")
  static let extendsBeforeImplements = DiagnosticMessage(
    "TS1173", .error, "'extends' clause must precede 'implements' clause.")
  static let extendsOneClass = DiagnosticMessage("TS1174", .error, "Classes can only extend a single class.")
  static let interfaceImplements = DiagnosticMessage(
    "TS1176", .error, "Interface declaration cannot have 'implements' clause.")
  static let listEmpty = DiagnosticMessage.typeError("TS1097", "'{0}' list cannot be empty.")
  static let definiteWithInitializer = DiagnosticMessage.typeError(
    "TS1263", "Declarations with initializers cannot also have definite assignment assertions.")
  static let definiteWithoutType = DiagnosticMessage.typeError(
    "TS1264", "Declarations with definite assignment assertions must also have type annotations.")
  static let decoratorsNotValid = DiagnosticMessage("TS1206", .error, "Decorators are not valid here.")
  static let classNameRequired = DiagnosticMessage(
    "TS1211", .error, "A class declaration without the 'default' modifier must have a name.")

  // MARK: Modules and ambient code
  static let importInScript = DiagnosticMessage("PG1106", .error, "Cannot use import statement outside a module.")
  static let exportInScript = DiagnosticMessage("PG1107", .error, "Cannot use export statement outside a module.")
  static let importMetaInScript = DiagnosticMessage("PG1108", .error, "Cannot use 'import.meta' outside a module.")
  static let importNotTopLevel = DiagnosticMessage(
    "TS1232", .error, "An import declaration can only be used at the top level of a namespace or module.")
  static let exportNotTopLevel = DiagnosticMessage(
    "TS1233", .error, "An export declaration can only be used at the top level of a namespace or module.")
  static let namespaceNotTopLevel = DiagnosticMessage(
    "TS1235", .error, "A namespace declaration is only allowed at the top level of a namespace or module.")
  static let importInNamespace = DiagnosticMessage(
    "TS1147", .error, "Import declarations in a namespace cannot reference a module.")
  static let importEqualsInModule = DiagnosticMessage(
    "TS1202", .error,
    "'import = require()' does not exist in ECMAScript modules. Use 'import * as name from \"module\"' or "
      + "a similar form."
  )
  static let exportEqualsInModule = DiagnosticMessage(
    "TS1203", .error, "'export =' does not exist in ECMAScript modules. Use 'export default'.")
  static let exportEqualsInNamespace = DiagnosticMessage(
    "TS1063", .error, "An export assignment cannot be used in a namespace.")
  static let exportInNamespace = DiagnosticMessage(
    "TS1194", .error, "Export declarations are not permitted in a namespace.")
  static let stringModuleNotAmbient = DiagnosticMessage(
    "TS1035", .error, "Only ambient modules can use quoted names.")
  static let typeImportDefaultAndNamed = DiagnosticMessage.typeError(
    "TS1363", "A type-only import can specify a default import or named bindings, but not both.")
  static let typeModifierTwice = DiagnosticMessage(
    "TS2206", .error,
    "The 'type' modifier cannot be used on a named import when 'import type' is used on its import statement.")
  static let typeExportModifierTwice = DiagnosticMessage(
    "TS2207", .error,
    "The 'type' modifier cannot be used on a named export when 'export type' is used on its export statement.")
  static let stringExportNeedsFrom = DiagnosticMessage(
    "TS18057", .error, "A string literal export name can only be re-exported from another module.")
  static let loneSurrogateName = DiagnosticMessage(
    "PG1104", .error, "A module export name must be well-formed Unicode, without lone surrogates.")
  static let duplicateAttribute = DiagnosticMessage("PG1105", .error, "Duplicate import attribute '{0}'.")
  static let importAttributeValue = DiagnosticMessage(
    "TS2858", .error, "Import attribute values must be string literal expressions.")
  static let statementsInAmbient = DiagnosticMessage(
    "TS1036", .error, "Statements are not allowed in ambient contexts.")
  static let declareInAmbient = DiagnosticMessage(
    "TS1038", .error, "A 'declare' modifier cannot be used in an already ambient context.")
  static let initializerInAmbient = DiagnosticMessage(
    "TS1039", .error, "Initializers are not allowed in ambient contexts.")
  static let implementationInAmbient = DiagnosticMessage(
    "TS1183", .error, "An implementation cannot be declared in ambient contexts.")

  // MARK: Types
  static let requiredAfterOptionalElement = DiagnosticMessage.typeError(
    "TS1257", "A required element cannot follow an optional element.")
  static let twoRestElements = DiagnosticMessage.typeError(
    "TS1265", "A rest element cannot follow another rest element.")
  static let inferOutsideConditional = DiagnosticMessage.typeError(
    "TS1338", "'infer' declarations are only permitted in the 'extends' clause of a conditional type.")
  static let functionTypeInUnion = DiagnosticMessage.typeError(
    "TS1385", "Function type notation must be parenthesized when used in a union type.")
  static let functionTypeInIntersection = DiagnosticMessage.typeError(
    "TS1387", "Function type notation must be parenthesized when used in an intersection type.")
  static let importTypeArgument = DiagnosticMessage("TS1141", .error, "String literal expected.")
  static let numericEnumName = DiagnosticMessage("TS2452", .error, "An enum member cannot have a numeric name.")
  static let computedEnumName = DiagnosticMessage(
    "TS1164", .error, "Computed property names are not allowed in enums.")
  static let readonlyTypeOperand = DiagnosticMessage.typeError(
    "TS1354", "'readonly' type modifier is only permitted on array and tuple literal types.")

  // MARK: JavaScript files
  static let importEqualsInJavaScript = DiagnosticMessage(
    "TS8002", .error, "'import ... =' can only be used in TypeScript files.")
  static let exportEqualsInJavaScript = DiagnosticMessage(
    "TS8003", .error, "'export =' can only be used in TypeScript files.")
  static let typeParametersInJavaScript = DiagnosticMessage(
    "TS8004", .error, "Type parameter declarations can only be used in TypeScript files.")
  static let implementsInJavaScript = DiagnosticMessage(
    "TS8005", .error, "'implements' clauses can only be used in TypeScript files.")
  static let declarationInJavaScript = DiagnosticMessage(
    "TS8006", .error, "'{0}' declarations can only be used in TypeScript files.")
  static let typeAliasInJavaScript = DiagnosticMessage(
    "TS8008", .error, "Type aliases can only be used in TypeScript files.")
  static let modifierInJavaScript = DiagnosticMessage(
    "TS8009", .error, "The '{0}' modifier can only be used in TypeScript files.")
  static let annotationInJavaScript = DiagnosticMessage(
    "TS8010", .error, "Type annotations can only be used in TypeScript files.")
  static let typeArgumentsInJavaScript = DiagnosticMessage(
    "TS8011", .error, "Type arguments can only be used in TypeScript files.")
  static let parameterModifierInJavaScript = DiagnosticMessage(
    "TS8012", .error, "Parameter modifiers can only be used in TypeScript files.")
  static let nonNullInJavaScript = DiagnosticMessage(
    "TS8013", .error, "Non-null assertions can only be used in TypeScript files.")
  static let assertionInJavaScript = DiagnosticMessage(
    "TS8016", .error, "Type assertion expressions can only be used in TypeScript files.")
  static let signatureInJavaScript = DiagnosticMessage(
    "TS8017", .error, "Signature declarations can only be used in TypeScript files.")
  static let satisfiesInJavaScript = DiagnosticMessage(
    "TS8037", .error, "Type satisfaction expressions can only be used in TypeScript files.")
}
