/// What a syntax node is; the operands of each kind are named by the view of the same name in `Views`.
public enum SyntaxKind: UInt8, Sendable, CaseIterable {
  // MARK: Names and literals
  /// A reference, a binding or a plain property name.
  case identifier
  /// `#name`; the name is stored without `#`.
  case privateIdentifier
  /// Also as a property name.
  case numericLiteral
  /// Normalised decimal digits, no suffix.
  case bigIntLiteral
  /// The cooked WTF-8 value.
  case stringLiteral
  /// A literal chunk of a template; flag `.invalidEscape` when it has no cooked value.
  case templateElement
  /// Always one element more than expressions.
  case templateExpression
  /// A template applied to a tag.
  case taggedTemplate
  /// `/pattern/flags`.
  case regularExpressionLiteral
  /// `null`.
  case nullLiteral
  /// `true`.
  case trueLiteral
  /// `false`.
  case falseLiteral
  /// A hole in an array literal or pattern.
  case omittedExpression
  /// Stands where the parser reported an error.
  case missing
  // MARK: Expressions
  /// `this`.
  case thisExpression
  /// `super`, as callee or object.
  case superExpression
  /// Expressions, `spreadElement`, `omittedExpression`.
  case arrayLiteral
  /// Property assignments, shorthands, spreads, methods and accessors.
  case objectLiteral
  /// `name: value`; the name is an identifier, literal or computed name.
  case propertyAssignment
  /// `{name}`.
  case shorthandPropertyAssignment
  /// `...expression` in a call, array or object.
  case spreadElement
  /// `[expression]` as a member name.
  case computedPropertyName
  /// Flags `.async`, `.generator`.
  case functionExpression
  /// The body is a block or an expression; flag `.async`.
  case arrowFunction
  /// The heritage is `classHeritage` or none.
  case classExpression
  /// Arithmetic, relational, equality, bitwise, `&&`, `||`, `??`, `in`, `instanceof`.
  case binaryExpression
  /// Destructuring targets are `arrayPattern` and `objectPattern`.
  case assignmentExpression
  /// `! ~ + - typeof void delete`.
  case prefixUnaryExpression
  /// `++ --`; flag `.prefix`.
  case updateExpression
  /// `c ? a : b`.
  case conditionalExpression
  /// Flag `.optional` for `?.(`.
  case callExpression
  /// `new C(...)`; arguments may be absent.
  case newExpression
  /// The name is an identifier or private identifier; flag `.optional` for `?.`.
  case propertyAccess
  /// Flag `.optional` for `?.[`.
  case elementAccess
  /// The whole chain that a `?.` inside short-circuits.
  case optionalChain
  /// Kept because it matters to function naming, chains and printing.
  case parenthesizedExpression
  /// `a, b`.
  case sequenceExpression
  /// Flag `.delegate` for `yield*`; the expression may be none.
  case yieldExpression
  /// `await e`.
  case awaitExpression
  /// `e as T`; `as const` has a `typeReference` to `const`.
  case asExpression
  /// `e satisfies T`.
  case satisfiesExpression
  /// `e!`.
  case nonNullExpression
  /// `<T>e`.
  case typeAssertion
  /// `f<T>` without a call.
  case instantiationExpression
  /// `new.target`.
  case newTarget
  /// `import.meta`.
  case importMeta
  /// `import(s)`.
  case importCall
  /// `#x in o`.
  case privateIn
  /// `eval(text)` with a constant text, parsed in its place; `failure` says what is wrong with it.
  case evalCall
  /// `(0, eval)(text)`, `Function(parameters, body)` and `new Function(…)` with constant texts: code of the global scope.
  case globalCode
  // MARK: Patterns
  /// `bindingElement` and `omittedExpression`.
  case arrayPattern
  /// `bindingElement`s.
  case objectPattern
  /// Flag `.rest`. In an assignment the target is any left-hand side. Without a property name the target is an identifier that also names the property.
  case bindingElement
  // MARK: Functions and classes
  /// Shared by functions, methods, signatures and function types.
  case signature
  /// Flags `.rest .optional` and, for parameter properties, accessibility and `.readonly`. A `this` parameter is an identifier named `this`.
  case parameter
  /// In classes and object literals; flags `.static .async .generator .optional .abstract`.
  case methodDeclaration
  /// `get name() {}`.
  case getAccessor
  /// `set name(v) {}`.
  case setAccessor
  /// The body is none for an overload.
  case constructorDeclaration
  /// A class field; flags `.static .readonly .optional .definite .declare .abstract .accessor`.
  case propertyDeclaration
  /// `static {}`.
  case classStaticBlock
  /// The superclass is an expression or none.
  case classHeritage
  /// `@expression`.
  case decorator
  // MARK: Statements
  /// The root of a file; flag `.module` if it has an import or export.
  case program
  /// `{ … }`.
  case block
  /// `;`.
  case emptyStatement
  /// Directive prologues included.
  case expressionStatement
  /// Also the head of `for`.
  case variableStatement
  /// Flag `.definite` for `!`.
  case variableDeclaration
  /// The else branch may be none.
  case ifStatement
  /// The initializer is a `variableStatement`, an expression or none.
  case forStatement
  /// The left side is a `variableStatement` or an assignment target.
  case forInStatement
  /// Flag `.await`.
  case forOfStatement
  /// `while`.
  case whileStatement
  /// `do … while`.
  case doStatement
  /// Empty name without a label.
  case continueStatement
  /// Empty name without a label.
  case breakStatement
  /// The expression may be none.
  case returnStatement
  /// `throw e`.
  case throwStatement
  /// `caseClause`s.
  case switchStatement
  /// No test for `default`.
  case caseClause
  /// `label: s`.
  case labeledStatement
  /// Either may be none, not both.
  case tryStatement
  /// The binding may be none.
  case catchClause
  /// `debugger`.
  case debuggerStatement
  /// No body for an overload or `declare`.
  case functionDeclaration
  /// Flags `.abstract .declare`.
  case classDeclaration
  // MARK: Modules and TypeScript declarations
  /// No clause for `import "x"`; flag `.typeOnly`.
  case importDeclaration
  /// Names are identifiers or none.
  case importClause
  /// Flag `.typeOnly`; imported may be a string literal.
  case importSpecifier
  /// `with { type: "json" }`.
  case importAttribute
  /// The reference is an entity name or `externalModuleReference`.
  case importEqualsDeclaration
  /// `require("x")`.
  case externalModuleReference
  /// `export {}` / `export * [as ns] from`; flags `.star .typeOnly`.
  case exportDeclaration
  /// Flag `.typeOnly`; equal nodes when there is no `as`.
  case exportSpecifier
  /// `export default e`; flag `.exportEquals` for `export =`.
  case exportAssignment
  /// `extends` holds `typeReference`s.
  case interfaceDeclaration
  /// `type N = T`.
  case typeAliasDeclaration
  /// Flags `.const .declare`.
  case enumDeclaration
  /// The initializer may be none.
  case enumMember
  /// `namespace A {}`, `declare module "x" {}`, `declare global {}`; the body is `moduleBlock`, a nested `moduleDeclaration` or none.
  case moduleDeclaration
  /// Body of a namespace.
  case moduleBlock
  // MARK: Types
  /// `any unknown never void string number …`.
  case keywordType
  /// The name is an identifier or `qualifiedName`.
  case typeReference
  /// `A.B`.
  case qualifiedName
  /// `{ … }`.
  case typeLiteral
  /// `T[]`.
  case arrayType
  /// Types, `namedTupleMember`, `optionalType`, `restType`.
  case tupleType
  /// Flags `.optional .rest`.
  case namedTupleMember
  /// `T?` in a tuple.
  case optionalType
  /// `...T` in a tuple.
  case restType
  /// `A | B`.
  case unionType
  /// `A & B`.
  case intersectionType
  /// `(a: A) => R`.
  case functionType
  /// Flag `.abstract`.
  case constructorType
  /// `A extends B ? C : D`.
  case conditionalType
  /// `infer T`.
  case inferType
  /// `(T)`.
  case parenthesizedType
  /// `keyof unique readonly`.
  case typeOperator
  /// `T[K]`.
  case indexedAccessType
  /// Flags `.readonlyAdd .readonlyRemove .optionalAdd .optionalRemove`.
  case mappedType
  /// A literal expression, or a negated number.
  case literalType
  /// A template of types.
  case templateLiteralType
  /// `typeof x`.
  case typeQuery
  /// `import("x").T`; flag `.typeofImport`.
  case importType
  /// `x is T`; flag `.asserts`; the name may be `thisType`.
  case typePredicate
  /// `this` as a type.
  case thisType
  /// Flags `.const .in .out`.
  case typeParameter
  /// Flags `.optional .readonly`.
  case propertySignature
  /// Flag `.optional`; also accessors, with flags `.getter .setter`.
  case methodSignature
  /// `(a: A): R` in a type.
  case callSignature
  /// `new (a: A): R` in a type.
  case constructSignature
  /// `[k: K]: V`; flags `.static .readonly`.
  case indexSignature
}

/// What an operand word of a node holds.
public enum OperandRole: Sendable { case node, list, name, number, enumeration }

extension SyntaxKind {
  /// The operands of a node of this kind, in order, for printers and walkers.
  public var operands: [(label: String, role: OperandRole)] {
    switch self {
    case .identifier: return [("name", .name)]
    case .privateIdentifier: return [("name", .name)]
    case .numericLiteral: return [("number", .number)]
    case .bigIntLiteral: return [("digits", .name)]
    case .stringLiteral: return [("value", .name)]
    case .templateElement: return [("cooked", .name), ("raw", .name)]
    case .templateExpression: return [("elements", .list), ("expressions", .list)]
    case .taggedTemplate: return [("tag", .node), ("template", .node), ("typeArguments", .list)]
    case .regularExpressionLiteral: return [("pattern", .name), ("regexpFlags", .name)]
    case .arrayLiteral: return [("elements", .list)]
    case .objectLiteral: return [("properties", .list)]
    case .propertyAssignment: return [("name", .node), ("value", .node)]
    case .shorthandPropertyAssignment: return [("name", .node)]
    case .spreadElement: return [("expression", .node)]
    case .computedPropertyName: return [("expression", .node)]
    case .functionExpression: return [("name", .node), ("signature", .node), ("body", .node)]
    case .arrowFunction: return [("signature", .node), ("body", .node)]
    case .classExpression: return [("name", .node), ("typeParameters", .list), ("heritage", .node), ("members", .list)]
    case .binaryExpression: return [("left", .node), ("right", .node), ("operator", .enumeration)]
    case .assignmentExpression: return [("target", .node), ("value", .node), ("operator", .enumeration)]
    case .prefixUnaryExpression: return [("operand", .node), ("operator", .enumeration)]
    case .updateExpression: return [("operand", .node), ("operator", .enumeration)]
    case .conditionalExpression: return [("condition", .node), ("whenTrue", .node), ("whenFalse", .node)]
    case .callExpression: return [("callee", .node), ("arguments", .list), ("typeArguments", .list)]
    case .newExpression: return [("callee", .node), ("arguments", .list), ("typeArguments", .list)]
    case .propertyAccess: return [("object", .node), ("name", .node)]
    case .elementAccess: return [("object", .node), ("index", .node)]
    case .optionalChain: return [("expression", .node)]
    case .parenthesizedExpression: return [("expression", .node)]
    case .sequenceExpression: return [("expressions", .list)]
    case .yieldExpression: return [("expression", .node)]
    case .awaitExpression: return [("expression", .node)]
    case .asExpression: return [("expression", .node), ("type", .node)]
    case .satisfiesExpression: return [("expression", .node), ("type", .node)]
    case .nonNullExpression: return [("expression", .node)]
    case .typeAssertion: return [("expression", .node), ("type", .node)]
    case .instantiationExpression: return [("expression", .node), ("typeArguments", .list)]
    case .importCall: return [("specifier", .node), ("options", .node)]
    case .privateIn: return [("name", .node), ("object", .node)]
    case .evalCall, .globalCode: return [("statements", .list), ("failure", .name)]
    case .arrayPattern: return [("elements", .list)]
    case .objectPattern: return [("properties", .list)]
    case .bindingElement: return [("target", .node), ("initializer", .node), ("propertyName", .node)]
    case .signature: return [("typeParameters", .list), ("parameters", .list), ("returnType", .node)]
    case .parameter: return [("target", .node), ("initializer", .node), ("type", .node), ("decorators", .list)]
    case .methodDeclaration: return [("name", .node), ("signature", .node), ("body", .node), ("decorators", .list)]
    case .getAccessor: return [("name", .node), ("signature", .node), ("body", .node), ("decorators", .list)]
    case .setAccessor: return [("name", .node), ("signature", .node), ("body", .node), ("decorators", .list)]
    case .constructorDeclaration: return [("signature", .node), ("body", .node)]
    case .propertyDeclaration: return [("name", .node), ("initializer", .node), ("type", .node), ("decorators", .list)]
    case .classStaticBlock: return [("body", .node)]
    case .classHeritage: return [("superclass", .node), ("superclassTypeArguments", .list), ("implements", .list), ("decorators", .list)]
    case .decorator: return [("expression", .node)]
    case .program: return [("statements", .list)]
    case .block: return [("statements", .list)]
    case .expressionStatement: return [("expression", .node)]
    case .variableStatement: return [("declarations", .list), ("keyword", .enumeration)]
    case .variableDeclaration: return [("target", .node), ("initializer", .node), ("type", .node)]
    case .ifStatement: return [("condition", .node), ("thenBranch", .node), ("elseBranch", .node)]
    case .forStatement: return [("initializer", .node), ("condition", .node), ("increment", .node), ("body", .node)]
    case .forInStatement: return [("left", .node), ("expression", .node), ("body", .node)]
    case .forOfStatement: return [("left", .node), ("expression", .node), ("body", .node)]
    case .whileStatement: return [("condition", .node), ("body", .node)]
    case .doStatement: return [("body", .node), ("condition", .node)]
    case .continueStatement: return [("label", .name)]
    case .breakStatement: return [("label", .name)]
    case .returnStatement: return [("expression", .node)]
    case .throwStatement: return [("expression", .node)]
    case .switchStatement: return [("discriminant", .node), ("clauses", .list)]
    case .caseClause: return [("test", .node), ("statements", .list)]
    case .labeledStatement: return [("label", .name), ("body", .node)]
    case .tryStatement: return [("block", .node), ("catchClause", .node), ("finallyBlock", .node)]
    case .catchClause: return [("binding", .node), ("type", .node), ("block", .node)]
    case .functionDeclaration: return [("name", .node), ("signature", .node), ("body", .node)]
    case .classDeclaration: return [("name", .node), ("typeParameters", .list), ("heritage", .node), ("members", .list)]
    case .importDeclaration: return [("specifier", .node), ("clause", .node), ("attributes", .list)]
    case .importClause: return [("defaultName", .node), ("namespaceName", .node), ("specifiers", .list)]
    case .importSpecifier: return [("imported", .node), ("local", .node)]
    case .importAttribute: return [("name", .node), ("value", .node)]
    case .importEqualsDeclaration: return [("name", .node), ("reference", .node)]
    case .externalModuleReference: return [("specifier", .node)]
    case .exportDeclaration: return [("specifier", .node), ("specifiers", .list), ("namespaceName", .node), ("attributes", .list)]
    case .exportSpecifier: return [("local", .node), ("exported", .node)]
    case .exportAssignment: return [("expression", .node)]
    case .interfaceDeclaration: return [("name", .node), ("typeParameters", .list), ("extends", .list), ("members", .list)]
    case .typeAliasDeclaration: return [("name", .node), ("typeParameters", .list), ("type", .node)]
    case .enumDeclaration: return [("name", .node), ("members", .list)]
    case .enumMember: return [("name", .node), ("initializer", .node)]
    case .moduleDeclaration: return [("name", .node), ("body", .node)]
    case .moduleBlock: return [("statements", .list)]
    case .keywordType: return [("keyword", .enumeration)]
    case .typeReference: return [("typeName", .node), ("typeArguments", .list)]
    case .qualifiedName: return [("left", .node), ("right", .node)]
    case .typeLiteral: return [("members", .list)]
    case .arrayType: return [("element", .node)]
    case .tupleType: return [("elements", .list)]
    case .namedTupleMember: return [("name", .node), ("type", .node)]
    case .optionalType: return [("type", .node)]
    case .restType: return [("type", .node)]
    case .unionType: return [("types", .list)]
    case .intersectionType: return [("types", .list)]
    case .functionType: return [("signature", .node)]
    case .constructorType: return [("signature", .node)]
    case .conditionalType: return [("check", .node), ("extends", .node), ("whenTrue", .node), ("whenFalse", .node)]
    case .inferType: return [("typeParameter", .node)]
    case .parenthesizedType: return [("type", .node)]
    case .typeOperator: return [("type", .node), ("operator", .enumeration)]
    case .indexedAccessType: return [("object", .node), ("index", .node)]
    case .mappedType: return [("typeParameter", .node), ("nameType", .node), ("type", .node)]
    case .literalType: return [("literal", .node)]
    case .templateLiteralType: return [("elements", .list), ("types", .list)]
    case .typeQuery: return [("expressionName", .node), ("typeArguments", .list)]
    case .importType: return [("argument", .node), ("qualifier", .node), ("typeArguments", .list)]
    case .typePredicate: return [("parameterName", .node), ("type", .node)]
    case .typeParameter: return [("name", .node), ("constraint", .node), ("defaultType", .node)]
    case .propertySignature: return [("name", .node), ("type", .node)]
    case .methodSignature: return [("name", .node), ("signature", .node)]
    case .callSignature: return [("signature", .node)]
    case .constructSignature: return [("signature", .node)]
    case .indexSignature: return [("parameter", .node), ("type", .node)]
    case .nullLiteral, .trueLiteral, .falseLiteral, .omittedExpression, .missing, .thisExpression, .superExpression, .newTarget, .importMeta, .emptyStatement, .debuggerStatement, .thisType: return []
    }
  }
}
