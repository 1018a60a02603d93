/// What is known of one number.
enum IntegerRange: Hashable {
  /// Nothing reached it yet.
  case unvisited
  case known(ClosedRange<Int64>)
  /// It may be no integer, or -0, or too large for all integers near it to be numbers.
  case unknown

  private static let limit: Int64 = 1 << 53 - 1
  private static let exact = -limit...limit

  var bounds: ClosedRange<Int64>? {
    if case .known(let bounds) = self { return bounds }
    return nil
  }

  /// All values of an integer representation.
  static func of(_ representation: Representation) -> IntegerRange {
    switch representation {
    case .i32: return .known(Int64(Int32.min)...Int64(Int32.max))
    case .u32: return .known(0...Int64(UInt32.max))
    case .i64: return .known(exact)
    default: return .unknown
    }
  }

  static func of(_ kind: ElementKind) -> IntegerRange {
    switch kind {
    case .int8: return .known(-128...127)
    case .uint8: return .known(0...255)
    case .int16: return .known(-32768...32767)
    case .uint16: return .known(0...65535)
    case .int32: return .of(.i32)
    case .uint32: return .of(.u32)
    case .float32, .float64: return .unknown
    }
  }

  static func of(_ number: Double) -> IntegerRange {
    guard number.rounded(.towardZero) == number, abs(number) <= Double(limit), number.bitPattern != (-0.0).bitPattern else {
      return .unknown
    }
    return .known(Int64(number)...Int64(number))
  }

  private static func checked(_ low: Int64, _ high: Int64) -> IntegerRange {
    low >= -limit && high <= limit ? .known(low...high) : .unknown
  }

  private func combined(_ other: IntegerRange, _ body: (ClosedRange<Int64>, ClosedRange<Int64>) -> IntegerRange) -> IntegerRange {
    switch (self, other) {
    case (.unvisited, _), (_, .unvisited): return .unvisited
    case (.known(let left), .known(let right)): return body(left, right)
    default: return .unknown
    }
  }

  func joined(_ other: IntegerRange) -> IntegerRange {
    switch (self, other) {
    case (.unvisited, _): return other
    case (_, .unvisited): return self
    case (.known(let left), .known(let right)):
      return .known(min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound))
    default: return .unknown
    }
  }

  /// The next of a few bounds, so that loops end.
  func widened(from old: IntegerRange) -> IntegerRange {
    guard case .known(let new) = self, case .known(let before) = old else { return self }
    let steps: [Int64] = [0, 255, 65535, Int64(Int32.max), Int64(UInt32.max), 1 << 52, (1 << 53) - 1]
    let lower: [Int64] = [0, -1, -65536, Int64(Int32.min), -(1 << 52), -((1 << 53) - 1)]
    var bounds = (new.lowerBound, new.upperBound)
    if new.upperBound > before.upperBound {
      guard let next = steps.first(where: { $0 >= new.upperBound }) else { return .unknown }
      bounds.1 = next
    }
    if new.lowerBound < before.lowerBound {
      guard let next = lower.first(where: { $0 <= new.lowerBound }) else { return .unknown }
      bounds.0 = next
    }
    return .known(bounds.0...bounds.1)
  }

  /// Itself if it lies within another range, which all values have otherwise.
  func fitting(_ whole: IntegerRange) -> IntegerRange {
    guard case .known(let bounds) = self, case .known(let outer) = whole else { return self == .unvisited ? self : whole }
    return bounds.lowerBound >= outer.lowerBound && bounds.upperBound <= outer.upperBound ? self : whole
  }

  /// Without what lies outside of bounds. Nothing is known of what may be no integer.
  func limited(_ limits: ClosedRange<Int64>) -> IntegerRange {
    guard case .known(let bounds) = self else { return self }
    let low = max(bounds.lowerBound, limits.lowerBound)
    let high = min(bounds.upperBound, limits.upperBound)
    // If the bounds exclude each other, nothing gets here.
    return low <= high ? .known(low...high) : .unvisited
  }

  // MARK: Arithmetic

  func plus(_ other: IntegerRange) -> IntegerRange {
    combined(other) { .checked($0.lowerBound + $1.lowerBound, $0.upperBound + $1.upperBound) }
  }

  /// A difference of equal numbers is +0.
  func minus(_ other: IntegerRange) -> IntegerRange {
    combined(other) { .checked($0.lowerBound - $1.upperBound, $0.upperBound - $1.lowerBound) }
  }

  func times(_ other: IntegerRange, zeroIsSigned: Bool) -> IntegerRange {
    combined(other) { left, right in
      // 0 times a negative number is -0.
      if zeroIsSigned, (left.contains(0) && right.lowerBound < 0) || (right.contains(0) && left.lowerBound < 0) { return .unknown }
      var low = Int64.max
      var high = Int64.min
      for a in [left.lowerBound, left.upperBound] {
        for b in [right.lowerBound, right.upperBound] {
          let (product, overflow) = a.multipliedReportingOverflow(by: b)
          if overflow { return .unknown }
          low = min(low, product)
          high = max(high, product)
        }
      }
      return .checked(low, high)
    }
  }

  /// The remainder has the sign of the dividend, also where it is 0.
  func remainder(_ other: IntegerRange) -> IntegerRange {
    combined(other) { left, right in
      guard left.lowerBound >= 0, right.lowerBound > 0 else { return .unknown }
      return .known(0...min(left.upperBound, right.upperBound - 1))
    }
  }

  var negated: IntegerRange {
    guard case .known(let bounds) = self else { return self }
    return bounds.contains(0) ? .unknown : .known(-bounds.upperBound ... -bounds.lowerBound)
  }

  var magnitude: IntegerRange {
    guard case .known(let bounds) = self else { return self }
    return .known(0...max(bounds.upperBound, -bounds.lowerBound))
  }

  /// Of 32-bit words.
  func and(_ other: IntegerRange) -> IntegerRange {
    combined(other) { left, right in
      switch (left.lowerBound >= 0, right.lowerBound >= 0) {
      case (true, true): return .known(0...min(left.upperBound, right.upperBound))
      case (true, false): return .known(0...left.upperBound)
      case (false, true): return .known(0...right.upperBound)
      case (false, false): return .of(.i32)
      }
    }
  }

  /// Of 32-bit words; also exclusive.
  func or(_ other: IntegerRange) -> IntegerRange {
    combined(other) { left, right in
      guard left.lowerBound >= 0, right.lowerBound >= 0 else { return .of(.i32) }
      let bits = 64 - max(left.upperBound, right.upperBound).leadingZeroBitCount
      return .known(0...((1 << bits) - 1))
    }
  }

  /// `>>>`.
  func shiftedRight(by count: IntegerRange) -> IntegerRange {
    combined(count) { value, count in
      guard count.lowerBound == count.upperBound, (0...31).contains(count.lowerBound) else { return .of(.u32) }
      let highest = value.lowerBound >= 0 ? value.upperBound : Int64(UInt32.max)
      return .known(0...(highest >> count.lowerBound))
    }
  }
}
