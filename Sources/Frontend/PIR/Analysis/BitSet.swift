/// A set of small integers below a capacity, for data flow.
public struct BitSet: Equatable {
  private var words: [UInt64]

  public init(_ capacity: Int) { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }

  public mutating func insert(_ element: UInt32) { words[Int(element >> 6)] |= 1 << UInt64(element & 63) }
  public mutating func remove(_ element: UInt32) { words[Int(element >> 6)] &= ~(1 << UInt64(element & 63)) }

  public func contains(_ element: UInt32) -> Bool { words[Int(element >> 6)] >> UInt64(element & 63) & 1 != 0 }

  /// Adds another set's elements without those of a third; tells whether anything is new.
  public mutating func formUnion(_ other: BitSet, without removed: BitSet? = nil) -> Bool {
    var changed = false
    for index in words.indices {
      let added = other.words[index] & ~(removed?.words[index] ?? 0) & ~words[index]
      if added != 0 {
        words[index] |= added
        changed = true
      }
    }
    return changed
  }

  public func forEach(_ body: (UInt32) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
  }

  public mutating func subtract(_ other: BitSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  public func subtracting(_ other: BitSet) -> BitSet {
    var result = self
    result.subtract(other)
    return result
  }

  /// Keeps only the elements of another set; tells whether any is gone.
  public mutating func formIntersection(_ other: BitSet) -> Bool {
    var changed = false
    for index in words.indices {
      let kept = words[index] & other.words[index]
      if kept != words[index] {
        words[index] = kept
        changed = true
      }
    }
    return changed
  }
}
