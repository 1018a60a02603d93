import Glibc

/// Turns UTF-8 bytes into tokens, one at a time, as the parser asks for them.
///
/// The parser knows whether a `/` divides or opens a regular expression, and whether a `}` continues a template, and
/// asks for a second scan with `rescan…`. All state that a look-ahead has to restore is in `token`.
struct Lexer {
  let text: UnsafePointer<UInt8>
  let count: Int
  let interner: Interner
  /// Whether `<!--` and, at the start of a line, `-->` open a comment, as in scripts (ECMA-262 B.1.1).
  let allowsHTMLComments: Bool
  let keywordTable = KeywordTable.shared
  let identifierPart = ByteClasses.shared.identifierPart
  var token = Token()
  /// Findings about the token just scanned; the parser takes them away.
  var issues: [LexicalIssue] = []
  /// The first malformed escape of the template chunk scanned last; an error unless the template is tagged.
  var templateIssue: LexicalIssue?
  /// Where escapes are decoded before interning.
  var scratch: [UInt8] = []
  /// Where the raw text of templates is normalised before interning.
  var rawScratch: [UInt8] = []

  /// - Requires: `text` is followed by sixteen zero bytes.
  init(text: UnsafePointer<UInt8>, count: Int, interner: Interner, allowsHTMLComments: Bool) {
    self.text = text
    self.allowsHTMLComments = allowsHTMLComments
    self.count = count
    self.interner = interner
    if count >= 2 && text[0] == UInt8(ascii: "#") && text[1] == UInt8(ascii: "!") {
      // A hashbang is trivia, and the token after it starts a line.
      var position = 2
      while position < count && !isLineTerminator(at: position) { position = after(position) }
      token.end = UInt32(position)
    }
  }

  /// Notes a finding about the bytes `start..<end`.
  mutating func issue(_ message: DiagnosticMessage, _ start: Int, _ end: Int, _ arguments: [String] = []) {
    issues.append(LexicalIssue(message: message, arguments: arguments, start: UInt32(start), end: UInt32(end)))
  }

  /// The name of the current word token.
  func wordName() -> Name {
    if token.flags.contains(.escaped) { return token.value }
    return intern(Int(token.start), Int(token.end))
  }

  /// Interns the bytes `start..<end`.
  func intern(_ start: Int, _ end: Int) -> Name {
    interner.intern(UnsafeBufferPointer(start: text + start, count: end - start))
  }

  /// Makes end of file the current token, for a parser that gives up.
  mutating func jumpToEnd() {
    token = Token(kind: .endOfFile, flags: .newlineBefore, start: UInt32(count), end: UInt32(count))
  }

  // MARK: Scanning

  /// Scans the token after the current one.
  mutating func scan() {
    var position = Int(token.end)
    var flags: TokenFlags = token.flags.intersection(.insideConflict)
    while true {
      let byte = text[position]
      switch byte {
      case 0x20, 0x09, 0x0B, 0x0C:
        position += 1
      case 0x0A, 0x0D:
        position += 1
        flags.insert(.newlineBefore)
      case UInt8(ascii: "/") where text[position + 1] == UInt8(ascii: "/"):
        position = skipLineComment(position + 2)
      case UInt8(ascii: "/") where text[position + 1] == UInt8(ascii: "*"):
        position = skipBlockComment(position, &flags)
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        scanWord(position, flags)
        return
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "$"):
        scanIdentifier(position, flags)
        return
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        scanNumber(position, flags)
        return
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        scanString(position, quote: byte, flags)
        return
      case UInt8(ascii: "`"):
        scanTemplateChunk(position, isHead: true, flags)
        return
      case UInt8(ascii: "#"):
        scanPrivateName(position, flags)
        return
      case UInt8(ascii: "\\"):
        scanEscapedIdentifier(position, from: position, flags)
        return
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "|"):
        if allowsHTMLComments && byte == UInt8(ascii: "<") && isHTMLOpenComment(position) {
          position = skipLineComment(position + 4)
        } else if isConflictMarker(position) {
          position = skipConflictMarker(position, &flags)
        } else {
          scanPunctuator(position, byte, flags)
          return
        }
      case UInt8(ascii: "-") where allowsHTMLComments && isHTMLCloseComment(position, flags):
        position = skipLineComment(position + 3)
      case 0x80...0xFF:
        let scalar = decode(position)
        if isLineTerminator(at: position) {
          flags.insert(.newlineBefore)
          position += 3
        } else if scalar.isWhiteSpace {
          position += scalar.utf8Length
        } else if isIdentifierStart(scalar) {
          scanIdentifier(position, flags)
          return
        } else {
          finish(.unknown, position, position + scalar.utf8Length, flags)
          issue(.invalidCharacter, position, position + scalar.utf8Length)
          return
        }
      case 0 where position >= count:
        finish(.endOfFile, count, count, flags.union(.newlineBefore))
        return
      default:
        scanPunctuator(position, byte, flags)
        return
      }
    }
  }

  /// Makes the token `start..<end` current.
  @inline(__always)
  mutating func finish(_ kind: TokenKind, _ start: Int, _ end: Int, _ flags: TokenFlags) {
    token.kind = kind
    token.flags = flags
    token.start = UInt32(truncatingIfNeeded: start)
    token.end = UInt32(truncatingIfNeeded: end)
  }

  // MARK: Trivia

  /// The offset of the line terminator that ends a `//` comment.
  private func skipLineComment(_ start: Int) -> Int {
    var position = start
    while true {
      let byte = text[position]
      if byte == 0x0A || byte == 0x0D { return position }
      if byte == 0 && position >= count { return count }
      if byte == 0xE2 && isLineTerminator(at: position) { return position }
      position += 1
    }
  }

  /// The offset after a `/* */` comment.
  private mutating func skipBlockComment(_ start: Int, _ flags: inout TokenFlags) -> Int {
    var position = start + 2
    while true {
      let byte = text[position]
      if byte == UInt8(ascii: "*") && text[position + 1] == UInt8(ascii: "/") { return position + 2 }
      if byte == 0x0A || byte == 0x0D || (byte == 0xE2 && isLineTerminator(at: position)) {
        flags.insert(.newlineBefore)
      } else if byte == 0 && position >= count {
        issue(.unterminatedComment, start, start + 2)
        return count
      }
      position += 1
    }
  }

  /// Whether `<!--` stands at `position`.
  private func isHTMLOpenComment(_ position: Int) -> Bool {
    text[position + 1] == UInt8(ascii: "!") && text[position + 2] == UInt8(ascii: "-")
      && text[position + 3] == UInt8(ascii: "-")
  }

  /// Whether `-->` stands at `position`, with nothing but white space and comments before it on its line.
  private func isHTMLCloseComment(_ position: Int, _ flags: TokenFlags) -> Bool {
    let isFirst = token.kind == .endOfFile
    return (isFirst || flags.contains(.newlineBefore)) && text[position + 1] == UInt8(ascii: "-")
      && text[position + 2] == UInt8(ascii: ">")
  }

  /// Whether seven equal marker characters stand at the start of the line at `position`, as version control leaves them.
  private func isConflictMarker(_ position: Int) -> Bool {
    if position > 0 && text[position - 1] != 0x0A && text[position - 1] != 0x0D { return false }
    let byte = text[position]
    for offset in 1..<7 where text[position + offset] != byte { return false }
    let next = text[position + 7]
    return next == 0x20 || (byte == UInt8(ascii: "=") && (next == 0x0A || next == 0x0D || position + 7 >= count))
  }

  /// Reports a conflict once, at its first marker, and skips the second variant so that one side parses.
  private mutating func skipConflictMarker(_ start: Int, _ flags: inout TokenFlags) -> Int {
    let byte = text[start]
    var position = skipLineComment(start)
    flags.insert(.newlineBefore)
    if !flags.contains(.insideConflict) { issue(.mergeConflictMarker, start, position) }
    switch byte {
    case UInt8(ascii: "<"):
      flags.insert(.insideConflict)
    case UInt8(ascii: ">"):
      flags.remove(.insideConflict)
    default:
      flags.insert(.insideConflict)
      while position < count && !(text[position] == UInt8(ascii: ">") && isConflictMarker(position)) { position += 1 }
    }
    return position
  }

  // MARK: Words

  /// Scans a word that may be a keyword.
  @inline(__always)
  private mutating func scanWord(_ start: Int, _ flags: TokenFlags) {
    var position = start + 1
    while identifierPart[Int(text[position])] { position += 1 }
    let byte = text[position]
    if byte >= 0x80 || byte == UInt8(ascii: "\\") {
      scanIdentifierSlowly(start, position, flags)
      return
    }
    finish(keywordTable.kind(text + start, length: position - start), start, position, flags)
  }

  /// Scans a word that is no keyword.
  private mutating func scanIdentifier(_ start: Int, _ flags: TokenFlags) {
    var position = start
    while identifierPart[Int(text[position])] { position += 1 }
    let byte = text[position]
    if byte >= 0x80 || byte == UInt8(ascii: "\\") {
      scanIdentifierSlowly(start, position, flags)
      return
    }
    finish(.identifier, start, position, flags)
  }

  /// Continues a word at its first byte beyond ASCII or its first escape.
  private mutating func scanIdentifierSlowly(_ start: Int, _ from: Int, _ flags: TokenFlags) {
    var position = from
    while true {
      let byte = text[position]
      if identifierPart[Int(byte)] {
        position += 1
      } else if byte >= 0x80 {
        let scalar = decode(position)
        if !isIdentifierPart(scalar) { break }
        position += scalar.utf8Length
      } else if byte == UInt8(ascii: "\\") {
        scanEscapedIdentifier(start, from: position, flags)
        return
      } else {
        break
      }
    }
    finish(keywordTable.kind(text + start, length: position - start), start, position, flags)
  }

  /// Scans the rest of an identifier from its first escape at `from`.
  private mutating func scanEscapedIdentifier(_ start: Int, from: Int, _ flags: TokenFlags) {
    let nameEnd = decodeEscapedWord(start, from)
    if nameEnd == start {
      finish(.unknown, start, start + 1, flags)
      issue(.invalidCharacter, start, start + 1)
      return
    }
    scratch.append(contentsOf: [UInt8](repeating: 0, count: 16))
    let length = scratch.count - 16
    let word = scratch.withUnsafeBufferPointer { keywordTable.kind($0.baseAddress!, length: length) }
    scratch.removeLast(16)
    finish(.identifier, start, nameEnd, flags.union(.escaped))
    if word.isReservedWord || word.isStrictReservedWord || word == .awaitKeyword {
      token.flags.insert(.escapedReservedWord)
    }
    token.value = interner.intern(scratch)
  }

  /// Decodes a word with escapes into `scratch`; returns its end, or `start` when there is none.
  private mutating func decodeEscapedWord(_ start: Int, _ from: Int) -> Int {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: UnsafeBufferPointer(start: text + start, count: from - start))
    var position = from
    while true {
      let byte = text[position]
      if identifierPart[Int(byte)] {
        scratch.append(byte)
        position += 1
      } else if byte >= 0x80 {
        let scalar = decode(position)
        if !(scratch.isEmpty ? isIdentifierStart(scalar) : isIdentifierPart(scalar)) { break }
        let length = scalar.utf8Length
        scratch.append(contentsOf: UnsafeBufferPointer(start: text + position, count: length))
        position += length
      } else if byte == UInt8(ascii: "\\") {
        guard text[position + 1] == UInt8(ascii: "u"), let (value, end) = unicodeEscape(position + 2),
          let scalar = Unicode.Scalar(value),
          scratch.isEmpty ? isIdentifierStart(scalar) : isIdentifierPart(scalar)
        else { break }
        appendCodePoint(value)
        position = end
      } else {
        break
      }
    }
    return position
  }

  /// Scans `#name`, whose value is the name without `#`.
  private mutating func scanPrivateName(_ start: Int, _ flags: TokenFlags) {
    var position = start + 1
    let first = text[position]
    if identifierPart[Int(first)] && !(first >= 0x30 && first <= 0x39) {
      while identifierPart[Int(text[position])] { position += 1 }
    }
    if text[position] < 0x80 && text[position] != UInt8(ascii: "\\") && position > start + 1 {
      finish(.privateIdentifier, start, position, flags)
      token.value = intern(start + 1, position)
      return
    }
    let end = first >= 0x30 && first <= 0x39 ? start + 1 : decodeEscapedWord(start + 1, start + 1)
    if end == start + 1 {
      finish(.unknown, start, start + 1, flags)
      issue(.invalidCharacter, start, start + 1)
      return
    }
    finish(.privateIdentifier, start, end, flags)
    token.value = interner.intern(scratch)
  }

  // MARK: Punctuators

  private mutating func scanPunctuator(_ start: Int, _ byte: UInt8, _ flags: TokenFlags) {
    let second = text[start + 1]
    var kind = TokenKind.unknown
    var length = 1
    switch byte {
    case UInt8(ascii: "{"): kind = .leftBrace
    case UInt8(ascii: "}"): kind = .rightBrace
    case UInt8(ascii: "("): kind = .leftParen
    case UInt8(ascii: ")"): kind = .rightParen
    case UInt8(ascii: "["): kind = .leftBracket
    case UInt8(ascii: "]"): kind = .rightBracket
    case UInt8(ascii: ";"): kind = .semicolon
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "~"): kind = .tilde
    case UInt8(ascii: "@"): kind = .at
    case UInt8(ascii: "."):
      if second >= 0x30 && second <= 0x39 {
        scanNumber(start, flags)
        return
      }
      if second == UInt8(ascii: ".") && text[start + 2] == UInt8(ascii: ".") {
        (kind, length) = (.dotDotDot, 3)
      } else {
        kind = .dot
      }
    case UInt8(ascii: "?"):
      if second == UInt8(ascii: "?") {
        (kind, length) = text[start + 2] == UInt8(ascii: "=") ? (.questionQuestionEqual, 3) : (.questionQuestion, 2)
      } else if second == UInt8(ascii: ".") && !(text[start + 2] >= 0x30 && text[start + 2] <= 0x39) {
        (kind, length) = (.questionDot, 2)
      } else {
        kind = .question
      }
    case UInt8(ascii: "="):
      if second == UInt8(ascii: "=") {
        (kind, length) = text[start + 2] == UInt8(ascii: "=") ? (.equalEqualEqual, 3) : (.equalEqual, 2)
      } else if second == UInt8(ascii: ">") {
        (kind, length) = (.arrow, 2)
      } else {
        kind = .equal
      }
    case UInt8(ascii: "!"):
      if second == UInt8(ascii: "=") {
        (kind, length) = text[start + 2] == UInt8(ascii: "=") ? (.notEqualEqual, 3) : (.notEqual, 2)
      } else {
        kind = .exclamation
      }
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: "<") {
        (kind, length) = text[start + 2] == UInt8(ascii: "=") ? (.lessLessEqual, 3) : (.lessLess, 2)
      } else {
        (kind, length) = second == UInt8(ascii: "=") ? (.lessEqual, 2) : (.less, 1)
      }
    // Longer tokens that start with `>` are made by `rescanGreater`, because type arguments end in single ones.
    case UInt8(ascii: ">"): kind = .greater
    case UInt8(ascii: "+"):
      (kind, length) = double(byte, second, .plus, .plusPlus, .plusEqual)
    case UInt8(ascii: "-"):
      (kind, length) = double(byte, second, .minus, .minusMinus, .minusEqual)
    case UInt8(ascii: "*"):
      if second == UInt8(ascii: "*") {
        (kind, length) = text[start + 2] == UInt8(ascii: "=") ? (.starStarEqual, 3) : (.starStar, 2)
      } else {
        (kind, length) = second == UInt8(ascii: "=") ? (.starEqual, 2) : (.star, 1)
      }
    case UInt8(ascii: "/"): (kind, length) = second == UInt8(ascii: "=") ? (.slashEqual, 2) : (.slash, 1)
    case UInt8(ascii: "%"): (kind, length) = second == UInt8(ascii: "=") ? (.percentEqual, 2) : (.percent, 1)
    case UInt8(ascii: "^"): (kind, length) = second == UInt8(ascii: "=") ? (.caretEqual, 2) : (.caret, 1)
    case UInt8(ascii: "&"):
      if second == byte {
        (kind, length) = text[start + 2] == UInt8(ascii: "=") ? (.ampersandAmpersandEqual, 3) : (.ampersandAmpersand, 2)
      } else {
        (kind, length) = second == UInt8(ascii: "=") ? (.ampersandEqual, 2) : (.ampersand, 1)
      }
    case UInt8(ascii: "|"):
      if second == byte {
        (kind, length) = text[start + 2] == UInt8(ascii: "=") ? (.barBarEqual, 3) : (.barBar, 2)
      } else {
        (kind, length) = second == UInt8(ascii: "=") ? (.barEqual, 2) : (.bar, 1)
      }
    default:
      issue(.invalidCharacter, start, start + 1)
    }
    finish(kind, start, start + length, flags)
  }

  /// Chooses between `+`, `++` and `+=`.
  private func double(
    _ byte: UInt8, _ second: UInt8, _ single: TokenKind, _ doubled: TokenKind, _ assigning: TokenKind
  ) -> (TokenKind, Int) {
    if second == byte { return (doubled, 2) }
    if second == UInt8(ascii: "=") { return (assigning, 2) }
    return (single, 1)
  }

  /// Extends the current `>` to the longest operator, outside types.
  mutating func rescanGreater() {
    guard token.kind == .greater else { return }
    let start = Int(token.start)
    var length = 1
    while length < 3 && text[start + length] == UInt8(ascii: ">") { length += 1 }
    let assigns = text[start + length] == UInt8(ascii: "=")
    switch (length, assigns) {
    case (1, false): return
    case (1, true): token.kind = .greaterEqual
    case (2, false): token.kind = .greaterGreater
    case (2, true): token.kind = .greaterGreaterEqual
    case (_, false): token.kind = .greaterGreaterGreater
    case (_, true): token.kind = .greaterGreaterGreaterEqual
    }
    token.end = UInt32(start + length + (assigns ? 1 : 0))
  }

  /// Shortens the current `<<` to `<`, where type arguments may open with a generic function type.
  mutating func rescanLess() {
    guard token.kind == .lessLess else { return }
    token.kind = .less
    token.end = token.start + 1
  }
}

/// A finding of the lexer, before the parser decides whether to report it.
struct LexicalIssue {
  let message: DiagnosticMessage
  let arguments: [String]
  let start: UInt32
  let end: UInt32
}
