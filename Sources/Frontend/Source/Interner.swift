/// An interned string; equal texts have equal names within one `Interner`.
public struct Name: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
  /// The empty string, interned first in every interner.
  public static let empty = Name(0)
}

/// Maps texts to small integers and back.
///
/// Texts are WTF-8: UTF-8 in which a lone surrogate is its own three-byte sequence, so that every JavaScript
/// string has exactly one spelling. Bytes live in one buffer; the table is open-addressed.
public final class Interner: @unchecked Sendable {
  @usableFromInline var bytes: [UInt8] = []
  /// Start of each name's bytes; one more entry than there are names.
  @usableFromInline var starts: [UInt32] = [0]
  @usableFromInline var hashes: [UInt32] = []
  @usableFromInline var table: [UInt32]
  @usableFromInline var mask: Int

  public init() {
    table = [UInt32](repeating: .max, count: 4096)
    mask = 4095
    bytes.reserveCapacity(1 << 16)
    _ = intern("")
  }

  public var count: Int { hashes.count }

  public func intern(_ text: StaticString) -> Name {
    intern(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  public func intern(_ text: String) -> Name {
    var copy = text
    return copy.withUTF8 { intern($0) }
  }

  public func intern(_ text: [UInt8]) -> Name {
    text.withUnsafeBufferPointer { intern($0) }
  }

  /// Interns WTF-8 bytes.
  public func intern(_ text: UnsafeBufferPointer<UInt8>) -> Name {
    var hash: UInt32 = 2_166_136_261
    for byte in text { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    var slot = Int(hash) & mask
    while true {
      let candidate = table[slot]
      if candidate == .max { break }
      if hashes[Int(candidate)] == hash && matches(candidate, text) { return Name(candidate) }
      slot = (slot + 1) & mask
    }
    let raw = UInt32(hashes.count)
    hashes.append(hash)
    bytes.append(contentsOf: text)
    starts.append(UInt32(bytes.count))
    table[slot] = raw
    if hashes.count * 2 > table.count { grow() }
    return Name(raw)
  }

  /// The name of `text` if something interned it before.
  public func find(_ text: String) -> Name? {
    var copy = text
    return copy.withUTF8 { bytes in
      var hash: UInt32 = 2_166_136_261
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      var slot = Int(hash) & mask
      while table[slot] != .max {
        if hashes[Int(table[slot])] == hash && matches(table[slot], bytes) { return Name(table[slot]) }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  /// The WTF-8 bytes of `name`.
  public func utf8(_ name: Name) -> ArraySlice<UInt8> {
    bytes[Int(starts[Int(name.raw)])..<Int(starts[Int(name.raw) + 1])]
  }

  /// The text of `name` for people; lone surrogates become U+FFFD.
  public func string(_ name: Name) -> String { String(decoding: utf8(name), as: UTF8.self) }

  private func matches(_ candidate: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(candidate)])
    guard Int(starts[Int(candidate) + 1]) - start == text.count else { return false }
    for index in 0..<text.count where bytes[start + index] != text[index] { return false }
    return true
  }

  private func grow() {
    mask = table.count * 2 - 1
    table = [UInt32](repeating: .max, count: mask + 1)
    for (raw, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while table[slot] != .max { slot = (slot + 1) & mask }
      table[slot] = UInt32(raw)
    }
  }
}
