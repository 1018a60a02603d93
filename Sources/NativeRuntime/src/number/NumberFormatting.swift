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
  // The standard library's description has the right digits; only its layout ("1e-05", "100.0") is not ECMAScript's.
  var count = 0
  var significant = 0
  var position: Int32 = 0
  var exponent: Int32 = 0
  var exponentIsNegative = false
  var part = Part.integer
  for unit in value.description.utf8 {
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
        continue
      }
      let isZero = unit == 48
      if isZero && count == 0 {
        // A leading zero of the fraction moves the point; that of the integer part says nothing.
        if part == .fraction { position &-= 1 }
        continue
      }
      if part == .integer { position &+= 1 }
      // Zeros count only if another digit follows; at most 17 others do, so `count` stays within the room.
      if count < 17 { digits[count] = unit }
      count &+= 1
      if !isZero { significant = count }
    }
  }
  point.pointee = position &+ (exponentIsNegative ? 0 &- exponent : exponent)
  return Int32(truncatingIfNeeded: significant)
}

/// Where in a number's description a character lies.
private enum Part { case integer, fraction, exponent }
