/// Characters of source text, in UTF-8.
extension UInt8 {
  /// How many bytes the character has that begins with this one; 1 for one in its middle.
  @inlinable public var utf8Length: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
}

extension Unicode.Scalar {
  /// How many bytes it takes in UTF-8.
  var utf8Length: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }

  /// ECMA-262's WhiteSpace (12.2).
  public var isWhiteSpace: Bool {
    switch value {
    case 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0xFEFF, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  /// ECMA-262's LineTerminator (12.3).
  public var isLineTerminator: Bool { value == 0x0A || value == 0x0D || value == 0x2028 || value == 0x2029 }
}
