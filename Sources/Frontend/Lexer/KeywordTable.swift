/// Finds the keyword of a word by its bytes, packed into integers.
///
/// Every identifier passes here, so the table is probed with one multiplication and compares two integers; no
/// keyword is longer than twelve bytes.
struct KeywordTable: @unchecked Sendable {
  /// A slot: the first eight bytes, the next four, and the keyword; kind zero marks a free slot.
  struct Slot {
    var low: UInt64 = 0
    var high: UInt32 = 0
    var kind: UInt8 = 0
  }

  let slots: UnsafeMutablePointer<Slot>
  private static let size = 512

  /// The one table; it lives as long as the process.
  static let shared = KeywordTable()

  private init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(), count: Self.size)
    for kind in TokenKind.allCases where kind.rawValue >= TokenKind.breakKeyword.rawValue {
      var low: UInt64 = 0
      var high: UInt32 = 0
      for (index, byte) in kind.spelling.utf8.enumerated() {
        if index < 8 {
          low |= UInt64(byte) << UInt64(index * 8)
        } else {
          high |= UInt32(byte) << UInt32(index * 8 - 64)
        }
      }
      var index = Self.hash(low, high)
      while slots[index].kind != 0 { index = (index + 1) & (Self.size - 1) }
      slots[index] = Slot(low: low, high: high, kind: kind.rawValue)
    }
  }

  @inline(__always)
  private static func hash(_ low: UInt64, _ high: UInt32) -> Int {
    Int(truncatingIfNeeded: ((low ^ (UInt64(high) << 20)) &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }

  /// The keyword that the `length` bytes at `text` spell, or `.identifier`.
  ///
  /// - Requires: sixteen bytes from `text` are readable.
  @inline(__always)
  func kind(_ text: UnsafePointer<UInt8>, length: Int) -> TokenKind {
    if length < 2 || length > 12 { return .identifier }
    let raw = UnsafeRawPointer(text)
    var low = raw.loadUnaligned(as: UInt64.self)
    var high: UInt32 = 0
    if length < 8 {
      low &= (1 << UInt64(length * 8)) - 1
    } else if length > 8 {
      high = raw.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
      if length < 12 { high &= (1 << UInt32(length * 8 - 64)) - 1 }
    }
    var index = Self.hash(low, high)
    while slots[index].kind != 0 {
      if slots[index].low == low && slots[index].high == high {
        return unsafeBitCast(slots[index].kind, to: TokenKind.self)
      }
      index = (index + 1) & (Self.size - 1)
    }
    return .identifier
  }
}

/// One bit of classification for every byte, for the inner loops of the lexer.
struct ByteClasses: @unchecked Sendable {
  let identifierPart: UnsafeMutablePointer<Bool>

  /// The one table; it lives as long as the process.
  static let shared = ByteClasses()

  private init() {
    identifierPart = .allocate(capacity: 256)
    for byte in 0..<256 {
      let value = UInt8(byte)
      identifierPart[byte] =
        (value >= 0x61 && value <= 0x7A) || (value >= 0x41 && value <= 0x5A) || (value >= 0x30 && value <= 0x39)
        || value == 0x5F || value == 0x24
    }
  }
}
