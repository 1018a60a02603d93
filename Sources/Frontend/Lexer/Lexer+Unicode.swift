/// Code points, line terminators and identifier characters.
extension Lexer {
  /// The code point at `position` of the well-formed text.
  func decode(_ position: Int) -> Unicode.Scalar {
    let first = UInt32(text[position])
    if first < 0x80 { return Unicode.Scalar(UInt8(first)) }
    let second = UInt32(text[position + 1]) & 0x3F
    var value: UInt32
    if first < 0xE0 {
      value = (first & 0x1F) << 6 | second
    } else if first < 0xF0 {
      value = (first & 0x0F) << 12 | second << 6 | UInt32(text[position + 2]) & 0x3F
    } else {
      value = (first & 0x07) << 18 | second << 12 | (UInt32(text[position + 2]) & 0x3F) << 6
      value |= UInt32(text[position + 3]) & 0x3F
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The offset after the code point at `position`.
  func after(_ position: Int) -> Int { min(count, position + text[position].utf8Length) }

  /// Whether LF, CR, U+2028 or U+2029 stands at `position`.
  func isLineTerminator(at position: Int) -> Bool {
    let byte = text[position]
    if byte == 0x0A || byte == 0x0D { return true }
    return byte == 0xE2 && text[position + 1] == 0x80 && (text[position + 2] | 1) == 0xA9
  }

  func isIdentifierStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return identifierPart[Int(scalar.value)] && !(scalar.value >= 0x30 && scalar.value <= 0x39)
    }
    return scalar.properties.isIDStart
  }

  func isIdentifierPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return identifierPart[Int(scalar.value)] }
    return scalar.properties.isIDContinue || scalar.value == 0x200C || scalar.value == 0x200D
  }

  /// Reads `XXXX` or `{X…}` at `position`, after `\u`; nil when it is malformed or out of range.
  func unicodeEscape(_ position: Int) -> (value: UInt32, end: Int)? {
    if text[position] == UInt8(ascii: "{") {
      var value: UInt32 = 0
      var index = position + 1
      while let digit = Self.hexValue(text[index]) {
        value = value << 4 | digit
        if value > 0x10FFFF { return nil }
        index += 1
      }
      if index == position + 1 || text[index] != UInt8(ascii: "}") { return nil }
      return (value, index + 1)
    }
    var value: UInt32 = 0
    for offset in 0..<4 {
      guard let digit = Self.hexValue(text[position + offset]) else { return nil }
      value = value << 4 | digit
    }
    return (value, position + 4)
  }

  /// Appends `value` to `scratch` as WTF-8, joining a surrogate pair into its code point.
  mutating func appendCodePoint(_ value: UInt32) {
    if value < 0x80 {
      scratch.append(UInt8(value))
    } else if value < 0x800 {
      scratch.append(UInt8(0xC0 | value >> 6))
      scratch.append(UInt8(0x80 | value & 0x3F))
    } else if value < 0x10000 {
      let count = scratch.count
      if value >= 0xDC00 && value <= 0xDFFF && count >= 3 && scratch[count - 3] == 0xED && scratch[count - 2] >= 0xA0
        && scratch[count - 2] <= 0xAF
      {
        let high = 0xD000 | UInt32(scratch[count - 2] & 0x3F) << 6 | UInt32(scratch[count - 1] & 0x3F)
        scratch.removeLast(3)
        appendCodePoint(0x10000 + (high - 0xD800) << 10 + (value - 0xDC00))
        return
      }
      scratch.append(UInt8(0xE0 | value >> 12))
      scratch.append(UInt8(0x80 | value >> 6 & 0x3F))
      scratch.append(UInt8(0x80 | value & 0x3F))
    } else {
      scratch.append(UInt8(0xF0 | value >> 18))
      scratch.append(UInt8(0x80 | value >> 12 & 0x3F))
      scratch.append(UInt8(0x80 | value >> 6 & 0x3F))
      scratch.append(UInt8(0x80 | value & 0x3F))
    }
  }

  /// The value of a hexadecimal digit.
  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return UInt32(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return UInt32(byte) - 0x37
    default: return nil
    }
  }
}
