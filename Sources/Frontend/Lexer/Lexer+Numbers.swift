/// Numeric literals.
extension Lexer {
  /// Scans a number that starts at `start` with a digit or a point.
  mutating func scanNumber(_ start: Int, _ flags: TokenFlags) {
    let first = text[start]
    let second = text[start + 1] | 0x20
    if first == UInt8(ascii: "0") {
      switch second {
      case UInt8(ascii: "x"): return scanRadixNumber(start, bitsPerDigit: 4, flags)
      case UInt8(ascii: "o"): return scanRadixNumber(start, bitsPerDigit: 3, flags)
      case UInt8(ascii: "b"): return scanRadixNumber(start, bitsPerDigit: 1, flags)
      default: break
      }
      if text[start + 1] >= 0x30 && text[start + 1] <= 0x39 { return scanLegacyNumber(start, flags) }
      if text[start + 1] == UInt8(ascii: "_") { issue(.separatorNotAllowed, start + 1, start + 2) }
    }
    var position = start
    var integer: UInt64 = 0
    while text[position] >= 0x30 && text[position] <= 0x39 {
      integer = integer &* 10 &+ UInt64(text[position] - 0x30)
      position += 1
    }
    let byte = text[position]
    // Plain integers are nearly all numbers; up to fifteen digits they are exact as they are.
    if byte != UInt8(ascii: ".") && byte | 0x20 != UInt8(ascii: "e") && byte != UInt8(ascii: "_")
      && byte != UInt8(ascii: "n") && position - start <= 15 && position > start
    {
      endNumber(start, position, value: Double(integer), flags)
      return
    }
    scanGeneralNumber(start, flags)
  }

  /// Scans a decimal number with a fraction, an exponent, separators or many digits.
  private mutating func scanGeneralNumber(_ start: Int, _ flags: TokenFlags) {
    var digits: [UInt8] = []
    var position = scanDigits(start, into: &digits)
    if text[position] == UInt8(ascii: "n") {
      while digits.count > 1 && digits[0] == 0x30 { digits.removeFirst() }
      endBigInt(start, position + 1, digits: digits, flags)
      return
    }
    var isInteger = true
    var hasExponent = false
    if text[position] == UInt8(ascii: ".") {
      isInteger = false
      if digits.isEmpty { digits.append(0x30) }
      digits.append(0x2E)
      let before = digits.count
      position = scanDigits(position + 1, into: &digits)
      if digits.count == before { digits.append(0x30) }
    }
    if text[position] | 0x20 == UInt8(ascii: "e") {
      hasExponent = true
      digits.append(0x65)
      position += 1
      if text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
        digits.append(text[position])
        position += 1
      }
      let before = digits.count
      position = scanDigits(position, into: &digits)
      if digits.count == before {
        issue(.digitExpected, position, position)
        digits.append(0x30)
      }
    }
    if text[position] == UInt8(ascii: "n") && (!isInteger || hasExponent) {
      issue(hasExponent ? .bigIntExponent : .bigIntFraction, start, position + 1)
      position += 1
    }
    let value = Double(String(decoding: digits, as: UTF8.self)) ?? .nan
    endNumber(start, position, value: value, flags)
  }

  /// Copies decimal digits without their separators, which it checks.
  private mutating func scanDigits(_ start: Int, into digits: inout [UInt8]) -> Int {
    var position = start
    while true {
      let byte = text[position]
      if byte >= 0x30 && byte <= 0x39 {
        digits.append(byte)
        position += 1
      } else if byte == UInt8(ascii: "_") {
        position = checkSeparator(position, isDigit: { $0 >= 0x30 && $0 <= 0x39 })
      } else {
        return position
      }
    }
  }

  /// Checks that a separator stands between two digits; returns the offset after it.
  private mutating func checkSeparator(_ position: Int, isDigit: (UInt8) -> Bool) -> Int {
    let before = position > 0 ? text[position - 1] : 0
    let next = text[position + 1]
    if next == UInt8(ascii: "_") {
      issue(.consecutiveSeparators, position + 1, position + 2)
    } else if !isDigit(next) || (!isDigit(before) && before != UInt8(ascii: "_")) {
      issue(.separatorNotAllowed, position, position + 1)
    }
    return position + 1
  }

  /// The most bits of a bigint literal that is not decimal; converting one takes quadratic time.
  private static let bigIntBitLimit = 1 << 18

  /// Scans `0x`, `0o` and `0b` numbers.
  private mutating func scanRadixNumber(_ start: Int, bitsPerDigit: Int, _ flags: TokenFlags) {
    let limit = UInt32(1) << UInt32(bitsPerDigit)
    let isDigit: (UInt8) -> Bool = { byte in
      guard let value = Self.hexValue(byte) else { return false }
      return value < limit
    }
    var digits: [UInt8] = []
    var position = start + 2
    while true {
      let byte = text[position]
      if isDigit(byte) {
        digits.append(UInt8(Self.hexValue(byte)!))
        position += 1
      } else if byte == UInt8(ascii: "_") {
        if digits.isEmpty {
          issue(.separatorNotAllowed, position, position + 1)
          position += 1
        } else {
          position = checkSeparator(position, isDigit: isDigit)
        }
      } else {
        break
      }
    }
    if digits.isEmpty {
      let message: DiagnosticMessage
      switch bitsPerDigit {
      case 4: message = .hexadecimalDigitExpected
      case 3: message = .octalDigitExpected
      default: message = .binaryDigitExpected
      }
      issue(message, position, position)
      digits.append(0)
    }
    if text[position] == UInt8(ascii: "n") {
      let isTooLarge = digits.count * bitsPerDigit > Self.bigIntBitLimit
      if isTooLarge { issue(.bigIntTooLarge, start, position + 1) }
      let decimal = isTooLarge ? [0x30] : Self.decimalDigits(digits, bitsPerDigit: bitsPerDigit)
      endBigInt(start, position + 1, digits: decimal, flags)
      return
    }
    endNumber(start, position, value: Self.doubleValue(digits, bitsPerDigit: bitsPerDigit), flags)
  }

  /// Scans a number with a leading zero, which strict code may not have.
  private mutating func scanLegacyNumber(_ start: Int, _ flags: TokenFlags) {
    var position = start
    var digits: [UInt8] = []
    var isOctal = true
    while identifierPart[Int(text[position])] && text[position] >= 0x30 && text[position] <= 0x39 {
      if text[position] >= 0x38 { isOctal = false }
      digits.append(text[position])
      position += 1
    }
    if isOctal {
      issue(.octalLiteral, start, position, [String(decoding: digits.drop(while: { $0 == 0x30 }), as: UTF8.self)])
      endNumber(start, position, value: Self.doubleValue(digits.map { $0 - 0x30 }, bitsPerDigit: 3), flags)
    } else {
      issue(.leadingZero, start, position)
      endNumber(start, position, value: Double(String(decoding: digits, as: UTF8.self)) ?? .nan, flags)
    }
  }

  private mutating func endNumber(_ start: Int, _ end: Int, value: Double, _ flags: TokenFlags) {
    finish(.numericLiteral, start, end, flags)
    token.number = value
    checkNothingFollows(end)
  }

  private mutating func endBigInt(_ start: Int, _ end: Int, digits: [UInt8], _ flags: TokenFlags) {
    finish(.bigIntLiteral, start, end, flags)
    token.value = interner.intern(digits)
    checkNothingFollows(end)
  }

  /// A number may not run into an identifier or another digit.
  private mutating func checkNothingFollows(_ end: Int) {
    var position = end
    while text[position] >= 0x80 ? isIdentifierPart(decode(position)) : identifierPart[Int(text[position])] {
      position = after(position)
    }
    if position > end || text[end] == UInt8(ascii: "\\") {
      if issues.isEmpty { issue(.identifierAfterNumber, end, max(position, end + 1)) }
      token.end = UInt32(position)
    }
  }

  /// The nearest double to an integer given by its digits, most significant first; ties go to even.
  static func doubleValue(_ digits: [UInt8], bitsPerDigit: Int) -> Double {
    var mantissa: UInt64 = 0
    var dropped = 0
    var sticky = false
    for digit in digits {
      for bit in stride(from: bitsPerDigit - 1, through: 0, by: -1) {
        let isSet = digit >> UInt8(bit) & 1 != 0
        if mantissa >> 62 != 0 {
          dropped += 1
          sticky = sticky || isSet
        } else {
          mantissa = mantissa << 1 | (isSet ? 1 : 0)
        }
      }
    }
    // The mantissa has 63 bits, ten more than a double, so a sticky last bit decides ties rightly.
    if sticky { mantissa |= 1 }
    if dropped > 1100 && mantissa != 0 { return .infinity }
    var value = Double(mantissa)
    for _ in 0..<dropped { value *= 2 }
    return value
  }

  /// The decimal digits of an integer given by digits of a power of two, most significant first.
  static func decimalDigits(_ digits: [UInt8], bitsPerDigit: Int) -> [UInt8] {
    let base: UInt64 = 1_000_000_000
    var limbs: [UInt64] = [0]
    // Several digits at a time keep the quadratic conversion short.
    let group = 30 / bitsPerDigit
    var index = 0
    while index < digits.count {
      let take = min(group, digits.count - index)
      var carry: UInt64 = 0
      for digit in digits[index..<index + take] { carry = carry << UInt64(bitsPerDigit) | UInt64(digit) }
      let shift = UInt64(take * bitsPerDigit)
      for limb in limbs.indices {
        let value = limbs[limb] << shift + carry
        limbs[limb] = value % base
        carry = value / base
      }
      while carry > 0 {
        limbs.append(carry % base)
        carry /= base
      }
      index += take
    }
    var result: [UInt8] = []
    for (position, limb) in limbs.reversed().enumerated() {
      let text = String(limb)
      if position > 0 { result.append(contentsOf: [UInt8](repeating: 0x30, count: 9 - text.utf8.count)) }
      result.append(contentsOf: text.utf8)
    }
    return result
  }
}
