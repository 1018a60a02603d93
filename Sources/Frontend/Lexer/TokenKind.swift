/// What a token is; the order of the keyword groups matters to the range checks below.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  case endOfFile, unknown
  case identifier, privateIdentifier, numericLiteral, bigIntLiteral, stringLiteral
  case noSubstitutionTemplate, templateHead, templateMiddle, templateTail, regularExpression
  // Punctuators.
  case leftBrace, rightBrace, leftParen, rightParen, leftBracket, rightBracket
  case dot, dotDotDot, semicolon, comma, colon, question, questionDot, at, arrow
  case less, greater, lessEqual, greaterEqual, equalEqual, notEqual, equalEqualEqual, notEqualEqual
  case plus, minus, star, starStar, slash, percent, plusPlus, minusMinus
  case lessLess, greaterGreater, greaterGreaterGreater
  case ampersand, bar, caret, exclamation, tilde, ampersandAmpersand, barBar, questionQuestion
  // Assignment operators, in the order of `AssignmentOperator`.
  case equal, plusEqual, minusEqual, starEqual, slashEqual, percentEqual, starStarEqual
  case ampersandEqual, barEqual, caretEqual, lessLessEqual, greaterGreaterEqual, greaterGreaterGreaterEqual
  case ampersandAmpersandEqual, barBarEqual, questionQuestionEqual
  // Reserved words.
  case breakKeyword, caseKeyword, catchKeyword, classKeyword, constKeyword, continueKeyword, debuggerKeyword
  case defaultKeyword, deleteKeyword, doKeyword, elseKeyword, enumKeyword, exportKeyword, extendsKeyword
  case falseKeyword, finallyKeyword, forKeyword, functionKeyword, ifKeyword, importKeyword, inKeyword
  case instanceofKeyword, newKeyword, nullKeyword, returnKeyword, superKeyword, switchKeyword, thisKeyword
  case throwKeyword, trueKeyword, tryKeyword, typeofKeyword, varKeyword, voidKeyword, whileKeyword, withKeyword
  // Words that strict mode reserves.
  case implementsKeyword, interfaceKeyword, letKeyword, packageKeyword, privateKeyword, protectedKeyword
  case publicKeyword, staticKeyword, yieldKeyword
  // Words with a meaning in some places; `await` is reserved in modules.
  case awaitKeyword, abstractKeyword, accessorKeyword, anyKeyword, asKeyword, assertsKeyword, asyncKeyword
  case bigintKeyword, booleanKeyword, constructorKeyword, declareKeyword, deferKeyword, fromKeyword, getKeyword
  case globalKeyword, inferKeyword, intrinsicKeyword, isKeyword, keyofKeyword, moduleKeyword, namespaceKeyword
  case neverKeyword, numberKeyword, objectKeyword, ofKeyword, outKeyword, overrideKeyword, readonlyKeyword
  case requireKeyword, satisfiesKeyword, setKeyword, stringKeyword, symbolKeyword, typeKeyword
  case undefinedKeyword, uniqueKeyword, unknownKeyword, usingKeyword

  /// Whether this is any word, reserved or not; every word may name a property.
  @inlinable var isWord: Bool { self == .identifier || rawValue >= TokenKind.breakKeyword.rawValue }
  /// Whether this word can never be an identifier.
  @inlinable var isReservedWord: Bool {
    rawValue >= TokenKind.breakKeyword.rawValue && rawValue <= TokenKind.withKeyword.rawValue
  }
  /// Whether strict mode code cannot use this word as an identifier.
  @inlinable var isStrictReservedWord: Bool {
    rawValue >= TokenKind.implementsKeyword.rawValue && rawValue <= TokenKind.yieldKeyword.rawValue
  }
  /// Whether this is an identifier or a word that reads as one, perhaps with an error.
  @inlinable var isIdentifierLike: Bool { self == .identifier || rawValue >= TokenKind.implementsKeyword.rawValue }
  /// Whether this is `=` or a compound assignment operator.
  @inlinable var isAssignment: Bool {
    rawValue >= TokenKind.equal.rawValue && rawValue <= TokenKind.questionQuestionEqual.rawValue
  }
  /// Whether this opens or continues a template.
  @inlinable var isTemplateStart: Bool { self == .noSubstitutionTemplate || self == .templateHead }

  /// The spelling of punctuators and words, and a description of the rest, for messages.
  public var spelling: String {
    switch self {
    case .endOfFile: return "end of file"
    case .unknown: return "unknown"
    case .identifier: return "identifier"
    case .privateIdentifier: return "private identifier"
    case .numericLiteral: return "number"
    case .bigIntLiteral: return "bigint"
    case .stringLiteral: return "string"
    case .noSubstitutionTemplate, .templateHead, .templateMiddle, .templateTail: return "template"
    case .regularExpression: return "regular expression"
    case .leftBrace: return "{"
    case .rightBrace: return "}"
    case .leftParen: return "("
    case .rightParen: return ")"
    case .leftBracket: return "["
    case .rightBracket: return "]"
    case .dot: return "."
    case .dotDotDot: return "..."
    case .semicolon: return ";"
    case .comma: return ","
    case .colon: return ":"
    case .question: return "?"
    case .questionDot: return "?."
    case .at: return "@"
    case .arrow: return "=>"
    case .less: return "<"
    case .greater: return ">"
    case .lessEqual: return "<="
    case .greaterEqual: return ">="
    case .equalEqual: return "=="
    case .notEqual: return "!="
    case .equalEqualEqual: return "==="
    case .notEqualEqual: return "!=="
    case .plus: return "+"
    case .minus: return "-"
    case .star: return "*"
    case .starStar: return "**"
    case .slash: return "/"
    case .percent: return "%"
    case .plusPlus: return "++"
    case .minusMinus: return "--"
    case .lessLess: return "<<"
    case .greaterGreater: return ">>"
    case .greaterGreaterGreater: return ">>>"
    case .ampersand: return "&"
    case .bar: return "|"
    case .caret: return "^"
    case .exclamation: return "!"
    case .tilde: return "~"
    case .ampersandAmpersand: return "&&"
    case .barBar: return "||"
    case .questionQuestion: return "??"
    case .equal: return "="
    case .plusEqual: return "+="
    case .minusEqual: return "-="
    case .starEqual: return "*="
    case .slashEqual: return "/="
    case .percentEqual: return "%="
    case .starStarEqual: return "**="
    case .ampersandEqual: return "&="
    case .barEqual: return "|="
    case .caretEqual: return "^="
    case .lessLessEqual: return "<<="
    case .greaterGreaterEqual: return ">>="
    case .greaterGreaterGreaterEqual: return ">>>="
    case .ampersandAmpersandEqual: return "&&="
    case .barBarEqual: return "||="
    case .questionQuestionEqual: return "??="
    default: return String("\(self)".dropLast("Keyword".count))
    }
  }
}

/// Circumstances of a token.
public struct TokenFlags: OptionSet, Sendable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// A line terminator stands between the previous token and this one.
  public static let newlineBefore = TokenFlags(rawValue: 1 << 0)
  /// An identifier spelled with escapes; `value` holds its name.
  public static let escaped = TokenFlags(rawValue: 1 << 1)
  /// An escaped spelling of a reserved word.
  public static let escapedReservedWord = TokenFlags(rawValue: 1 << 2)
  /// A template chunk without a cooked value.
  public static let invalidEscape = TokenFlags(rawValue: 1 << 3)
  /// A string literal with any escape or line continuation, which is therefore no directive.
  public static let hasEscape = TokenFlags(rawValue: 1 << 4)
  /// Inside a merge conflict whose first marker has been reported.
  public static let insideConflict = TokenFlags(rawValue: 1 << 5)
}

/// The current token, with everything that a look-ahead must put back.
public struct Token: Sendable {
  public var kind: TokenKind = .endOfFile
  public var flags: TokenFlags = []
  public var start: UInt32 = 0
  public var end: UInt32 = 0
  /// The cooked value of literals and of identifiers with escapes.
  public var value: Name = .empty
  /// The raw text of a template chunk, the flags of a regular expression.
  public var raw: Name = .empty
  public var number: Double = 0
}
