/// String literals, templates and regular expressions.
extension Lexer {
  /// Scans a string literal that opens with `quote` at `start`.
  mutating func scanString(_ start: Int, quote: UInt8, _ flags: TokenFlags) {
    var position = start + 1
    while true {
      let byte = text[position]
      if byte == quote {
        finish(.stringLiteral, start, position + 1, flags)
        token.value = intern(start + 1, position)
        return
      }
      if byte == UInt8(ascii: "\\") { break }
      if byte == 0x0A || byte == 0x0D || (byte == 0 && position >= count) {
        endUnterminatedString(start, position, flags, value: intern(start + 1, position))
        return
      }
      position += 1
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: UnsafeBufferPointer(start: text + start + 1, count: position - start - 1))
    let flags = flags.union(.hasEscape)
    while true {
      let byte = text[position]
      if byte == quote {
        finish(.stringLiteral, start, position + 1, flags)
        token.value = interner.intern(scratch)
        return
      }
      if byte == 0x0A || byte == 0x0D || (byte == 0 && position >= count) {
        endUnterminatedString(start, position, flags, value: interner.intern(scratch))
        return
      }
      if byte == UInt8(ascii: "\\") {
        let (end, problem) = decodeEscape(position)
        if let problem { issue(problem, position, end) }
        position = end
      } else {
        scratch.append(byte)
        position += 1
      }
    }
  }

  private mutating func endUnterminatedString(_ start: Int, _ end: Int, _ flags: TokenFlags, value: Name) {
    issue(.unterminatedString, start, end)
    finish(.stringLiteral, start, end, flags)
    token.value = value
  }

  /// Scans a template chunk that opens with `` ` `` or `}` at `start`.
  mutating func scanTemplateChunk(_ start: Int, isHead: Bool, _ flags: TokenFlags) {
    var flags = flags
    var position = start + 1
    // Most chunks have neither escapes nor carriage returns; then cooked and raw are the same bytes of the file.
    while true {
      let byte = text[position]
      if byte == UInt8(ascii: "`") || (byte == UInt8(ascii: "$") && text[position + 1] == UInt8(ascii: "{")) {
        let name = intern(start + 1, position)
        endTemplateChunk(start, position, isHead: isHead, flags, cooked: name, raw: name)
        return
      }
      if byte == UInt8(ascii: "\\") || byte == 0x0D || (byte == 0 && position >= count) { break }
      position += 1
    }
    scratch.removeAll(keepingCapacity: true)
    rawScratch.removeAll(keepingCapacity: true)
    let plain = UnsafeBufferPointer(start: text + start + 1, count: position - start - 1)
    scratch.append(contentsOf: plain)
    rawScratch.append(contentsOf: plain)
    while true {
      let byte = text[position]
      if byte == UInt8(ascii: "`") || (byte == UInt8(ascii: "$") && text[position + 1] == UInt8(ascii: "{")) {
        let cooked = flags.contains(.invalidEscape) ? Name.empty : interner.intern(scratch)
        let raw = interner.intern(rawScratch)
        endTemplateChunk(start, position, isHead: isHead, flags, cooked: cooked, raw: raw)
        return
      }
      if byte == 0 && position >= count {
        issue(.unterminatedTemplate, start, start + 1)
        finish(isHead ? .noSubstitutionTemplate : .templateTail, start, count, flags)
        token.value = interner.intern(scratch)
        token.raw = interner.intern(rawScratch)
        return
      }
      if byte == 0x0D {
        scratch.append(0x0A)
        rawScratch.append(0x0A)
        position += text[position + 1] == 0x0A ? 2 : 1
      } else if byte == UInt8(ascii: "\\") {
        let (end, problem) = decodeEscape(position)
        if let problem {
          if !flags.contains(.invalidEscape) {
            templateIssue = LexicalIssue(
              message: problem, arguments: [], start: UInt32(position), end: UInt32(end))
          }
          flags.insert(.invalidEscape)
        }
        appendRaw(position, end)
        position = end
      } else {
        scratch.append(byte)
        rawScratch.append(byte)
        position += 1
      }
    }
  }

  private mutating func endTemplateChunk(
    _ start: Int, _ end: Int, isHead: Bool, _ flags: TokenFlags, cooked: Name, raw: Name
  ) {
    let closes = text[end] == UInt8(ascii: "`")
    let kind: TokenKind =
      closes ? (isHead ? .noSubstitutionTemplate : .templateTail) : (isHead ? .templateHead : .templateMiddle)
    finish(kind, start, end + (closes ? 1 : 2), flags)
    token.value = cooked
    token.raw = raw
  }

  /// Copies an escape to the raw text, with line ends normalised.
  private mutating func appendRaw(_ start: Int, _ end: Int) {
    var index = start
    while index < end {
      let byte = text[index]
      index += 1
      if byte == 0x0D {
        if index < end && text[index] == 0x0A { index += 1 }
        rawScratch.append(0x0A)
      } else {
        rawScratch.append(byte)
      }
    }
  }

  /// Scans a template chunk again from the `}` that is the current token.
  mutating func rescanTemplateContinuation() {
    scanTemplateChunk(Int(token.start), isHead: false, token.flags)
  }

  /// Decodes the escape at `start` into `scratch`; returns its end and what is wrong with it.
  private mutating func decodeEscape(_ start: Int) -> (end: Int, problem: DiagnosticMessage?) {
    let position = start + 1
    let byte = text[position]
    switch byte {
    case 0 where position >= count: return (count, nil)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "v"): scratch.append(0x0B)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case 0x0A: break
    case 0x0D: return (text[position + 1] == 0x0A ? position + 2 : position + 1, nil)
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      let next = text[position + 1]
      if byte == UInt8(ascii: "0") && !(next >= 0x30 && next <= 0x39) {
        scratch.append(0)
        return (position + 1, nil)
      }
      return decodeOctalEscape(position)
    case UInt8(ascii: "8"), UInt8(ascii: "9"):
      scratch.append(byte)
      return (position + 1, .invalidEscapeDigit)
    case UInt8(ascii: "x"):
      guard let high = Self.hexValue(text[position + 1]) else { return (position + 1, .hexadecimalDigitExpected) }
      guard let low = Self.hexValue(text[position + 2]) else { return (position + 2, .hexadecimalDigitExpected) }
      appendCodePoint(high << 4 | low)
      return (position + 3, nil)
    case UInt8(ascii: "u"):
      if let (value, end) = unicodeEscape(position + 1) {
        appendCodePoint(value)
        return (end, nil)
      }
      return malformedUnicodeEscape(position)
    default:
      if byte >= 0x80 {
        let end = after(position)
        if !isLineTerminator(at: position) {
          scratch.append(contentsOf: UnsafeBufferPointer(start: text + position, count: end - position))
        }
        return (end, nil)
      }
      scratch.append(byte)
    }
    return (position + 1, nil)
  }

  /// Decodes a legacy octal escape, which strict code may not have, so that scanning goes on sensibly.
  private mutating func decodeOctalEscape(_ start: Int) -> (end: Int, problem: DiagnosticMessage?) {
    var value: UInt32 = 0
    var position = start
    while position < start + 3 && text[position] >= 0x30 && text[position] <= 0x37 {
      let next = value << 3 | UInt32(text[position] - 0x30)
      if next > 255 { break }
      value = next
      position += 1
    }
    appendCodePoint(value)
    return (position, .octalEscape)
  }

  /// Explains what is wrong with the escape whose `u` is at `position`.
  private func malformedUnicodeEscape(_ position: Int) -> (end: Int, problem: DiagnosticMessage?) {
    var index = position + 1
    guard text[index] == UInt8(ascii: "{") else {
      while index < position + 5 && Self.hexValue(text[index]) != nil { index += 1 }
      return (index, .hexadecimalDigitExpected)
    }
    index += 1
    let digits = index
    while Self.hexValue(text[index]) != nil { index += 1 }
    if index == digits { return (index, .hexadecimalDigitExpected) }
    if text[index] != UInt8(ascii: "}") { return (index, .unterminatedUnicodeEscape) }
    return (index + 1, .unicodeEscapeOutOfRange)
  }

  /// Scans a regular expression from the `/` or `/=` that is the current token.
  mutating func rescanRegularExpression() {
    let start = Int(token.start)
    var position = start + 1
    var inClass = false
    while true {
      let byte = text[position]
      if (byte == 0 && position >= count) || isLineTerminator(at: position) {
        issue(.unterminatedRegularExpression, start, position)
        finish(.regularExpression, start, position, token.flags)
        token.value = intern(start + 1, position)
        token.raw = .empty
        return
      }
      if byte == UInt8(ascii: "\\") {
        position += 1
        if position < count && !isLineTerminator(at: position) { position = after(position) }
        continue
      }
      if byte == UInt8(ascii: "[") { inClass = true }
      if byte == UInt8(ascii: "]") { inClass = false }
      if byte == UInt8(ascii: "/") && !inClass { break }
      position += 1
    }
    let flagsStart = position + 1
    var end = flagsStart
    while text[end] >= 0x80 ? isIdentifierPart(decode(end)) : identifierPart[Int(text[end])] { end = after(end) }
    checkRegularExpressionFlags(flagsStart, end)
    finish(.regularExpression, start, end, token.flags)
    token.value = intern(start + 1, position)
    token.raw = intern(flagsStart, end)
  }

  /// Reports flags that do not exist, repeat or exclude each other.
  private mutating func checkRegularExpressionFlags(_ start: Int, _ end: Int) {
    var seen: UInt32 = 0
    for index in start..<max(start, end) {
      let byte = text[index]
      guard byte >= 0x61 && byte <= 0x7A, "dgimsuvy".utf8.contains(byte) else {
        issue(.unknownRegularExpressionFlag, index, after(index))
        return
      }
      let bit: UInt32 = 1 << UInt32(byte - 0x61)
      if seen & bit != 0 {
        issue(.duplicateRegularExpressionFlag, index, index + 1)
        return
      }
      seen |= bit
    }
    let unicode: UInt32 = 1 << 20
    let unicodeSets: UInt32 = 1 << 21
    if seen & unicode != 0 && seen & unicodeSets != 0 { issue(.conflictingRegularExpressionFlags, start, end) }
  }
}
