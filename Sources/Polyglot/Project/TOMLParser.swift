/// A value of a `poly.toml`.
enum TOMLValue {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case array([TOMLValue])
}

/// An entry of a `poly.toml`, with the byte offset of its key.
struct TOMLEntry {
  /// The table and the key, joined by dots: `package.entry`.
  let key: String
  let value: TOMLValue
  let offset: Int
}

/// Why and where a text is not the TOML that we read.
struct TOMLError: Error {
  let text: String
  let offset: Int
}

/// Reads the part of TOML that project files need: tables, strings, whole numbers, booleans and arrays.
struct TOMLParser {
  private let bytes: [UInt8]
  private var position = 0
  private var table = ""
  private var entries: [TOMLEntry] = []
  private var keys: Set<String> = []

  /// Parses a whole text; entries come in its order.
  static func parse(_ bytes: [UInt8]) throws -> [TOMLEntry] {
    var parser = TOMLParser(bytes: bytes)
    try parser.parseLines()
    return parser.entries
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fail(_ text: String) -> TOMLError { TOMLError(text: text, offset: position) }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Skips spaces and tabs, and with `lines` also line ends and comments.
  private mutating func skipSpace(lines: Bool = false) {
    while let byte = current {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        guard lines else { return }
        position += 1
      case UInt8(ascii: "#"):
        while let next = current, next != UInt8(ascii: "\n") {
          _ = next
          position += 1
        }
      default: return
      }
    }
  }

  private mutating func parseLines() throws {
    skipSpace(lines: true)
    while current != nil {
      if accept("[") {
        if current == UInt8(ascii: "[") { throw fail("arrays of tables are not supported") }
        skipSpace()
        table = try parseKey() + "."
        guard accept("]") else { throw fail("expected ']' after the table's name") }
      } else {
        let start = position
        let key = table + (try parseKey())
        guard accept("=") else { throw fail("expected '=' after the key") }
        skipSpace()
        guard keys.insert(key).inserted else { throw TOMLError(text: "the key '\(key)' is given twice", offset: start) }
        entries.append(TOMLEntry(key: key, value: try parseValue(), offset: start))
      }
      skipSpace()
      guard current == nil || current == UInt8(ascii: "\n") || current == UInt8(ascii: "\r") else {
        throw fail("expected the end of the line")
      }
      skipSpace(lines: true)
    }
  }

  /// A key, possibly dotted, and the space after it.
  private mutating func parseKey() throws -> String {
    var key = ""
    repeat {
      skipSpace()
      if !key.isEmpty { key += "." }
      if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        key += try parseString()
      } else {
        let start = position
        while let byte = current, Self.isBare(byte) { position += 1 }
        guard position > start else { throw fail("expected a key") }
        key += String(decoding: bytes[start..<position], as: UTF8.self)
      }
      skipSpace()
    } while accept(".")
    return key
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      return true
    default: return false
    }
  }

  private mutating func parseValue() throws -> TOMLValue {
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try parseString())
    case UInt8(ascii: "["):
      position += 1
      return .array(try parseItems())
    default: break
    }
    let start = position
    while let byte = current, Self.isBare(byte) || byte == UInt8(ascii: "+") { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if word == "true" || word == "false" { return .boolean(word == "true") }
    if let number = Int(String(word.filter { $0 != "_" })) { return .integer(number) }
    position = start
    throw fail("expected a string, a whole number, true, false or an array")
  }

  private mutating func parseItems() throws -> [TOMLValue] {
    var items: [TOMLValue] = []
    while true {
      skipSpace(lines: true)
      if accept("]") { return items }
      items.append(try parseValue())
      skipSpace(lines: true)
      if accept("]") { return items }
      guard accept(",") else { throw fail("expected ',' or ']' in the array") }
    }
  }

  private mutating func parseString() throws -> String {
    let start = position
    let quote = bytes[position]
    position += 1
    if bytes[position...].starts(with: [quote, quote]) { throw fail("strings over several lines are not supported") }
    var text: [UInt8] = []
    while true {
      guard let byte = current, byte != UInt8(ascii: "\n") else {
        throw TOMLError(text: "this string is never closed", offset: start)
      }
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
      ]
      guard let escaped = current, let character = escapes[escaped] else { throw fail("unknown escape in a string") }
      text.append(character)
      position += 1
    }
  }
}
