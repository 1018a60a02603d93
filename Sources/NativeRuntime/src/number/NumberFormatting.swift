/// The shortest decimal digits that read back as the same number.
///
/// Writes the digits as ASCII without zeros at the end, and the exponent `point` such that
/// `value` = 0.d₁d₂… × 10^`point`. Returns how many digits there are.
///
/// - Requires: `value` is finite and positive; `digits` has room for 17.
@_cdecl("rt__shortest_digits")
public func shortestDigits(
  of value: Double, into digits: UnsafeMutablePointer<UInt8>, point: UnsafeMutablePointer<Int32>
) -> Int32 {
  var reader = DescriptionReader(digits: digits)
  value.write(to: &reader)
  point.pointee = reader.position &+ (reader.exponentIsNegative ? 0 &- reader.exponent : reader.exponent)
  return Int32(truncatingIfNeeded: reader.significant)
}

/// Takes the digits out of a number's description ("1e-05", "100.0") while the standard library writes it.
///
/// The library gives it the ASCII text in one piece; no string is made, which halves the code.
private struct DescriptionReader: TextOutputStream {
  /// Where the digits go.
  let digits: UnsafeMutablePointer<UInt8>
  /// How many digits there were behind the leading zeros.
  var count = 0
  /// The same without the zeros at the end.
  var significant = 0
  /// Where the decimal point is, from the first digit.
  var position: Int32 = 0
  /// The digits behind the "e".
  var exponent: Int32 = 0
  /// Whether a minus stands before them.
  var exponentIsNegative = false
  /// Where the next character lies.
  private var part = Part.integer

  /// A reader before the description.
  init(digits: UnsafeMutablePointer<UInt8>) { self.digits = digits }

  /// Not called: floating-point numbers write ASCII.
  mutating func write(_ string: String) { preconditionFailure() }

  /// Takes a piece of the description.
  mutating func _writeASCII(_ text: UnsafeBufferPointer<UInt8>) {
    for unit in text { take(unit) }
  }

  /// Takes one character.
  private mutating func take(_ unit: UInt8) {
    switch unit {
    case UInt8(ascii: "."):
      part = .fraction
    case UInt8(ascii: "e"):
      part = .exponent
    case UInt8(ascii: "-"):
      exponentIsNegative = true
    case UInt8(ascii: "+"):
      break
    default:
      if part == .exponent {
        exponent = exponent &* 10 &+ Int32(unit &- 48)
        return
      }
      let isZero = unit == 48
      if isZero && count == 0 {
        // A leading zero of the fraction moves the point; that of the integer part says nothing.
        if part == .fraction { position &-= 1 }
        return
      }
      if part == .integer { position &+= 1 }
      // Zeros count only if another digit follows; at most 17 others do, so `count` stays within the room.
      if count < 17 { digits[count] = unit }
      count &+= 1
      if !isZero { significant = count }
    }
  }
}

/// Where in a number's description a character lies.
private enum Part { case integer, fraction, exponent }
