/// A JSON text as a value: for `package.json` and `tsconfig.json`, and to validate imported JSON.
public indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// Members in source order; `exports` conditions depend on it.
  case object([(key: String, value: JSONValue)])

  /// The member `key` of an object.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string value.
  public var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }
}

/// Why and where a text is not JSON.
public struct JSONError: Error, Sendable {
  public let offset: Int
  public let reason: String
}

/// A recursive JSON parser; `comments` also allows what `tsconfig.json` may hold: comments and trailing commas.
public struct JSONParser {
  private let text: [UInt8]
  private let comments: Bool
  private var position = 0
  private var depth = 0

  private init(_ text: [UInt8], comments: Bool) {
    self.text = text
    self.comments = comments
  }

  /// Parses a whole text.
  public static func parse(_ text: [UInt8], comments: Bool = false) throws -> JSONValue {
    var parser = JSONParser(text, comments: comments)
    let value = try parser.value()
    try parser.skipSpace()
    if parser.position < text.count { throw parser.error("text after the value") }
    return value
  }

  private func error(_ reason: String) -> JSONError { JSONError(offset: position, reason: reason) }

  private mutating func skipSpace() throws {
    while position < text.count {
      switch text[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "/") where comments && position + 1 < text.count && text[position + 1] == UInt8(ascii: "/"):
        while position < text.count && text[position] != 0x0A { position += 1 }
      case UInt8(ascii: "/") where comments && position + 1 < text.count && text[position + 1] == UInt8(ascii: "*"):
        position += 2
        while position + 1 < text.count && !(text[position] == UInt8(ascii: "*") && text[position + 1] == UInt8(ascii: "/")) {
          position += 1
        }
        guard position + 1 < text.count else { throw error("unterminated comment") }
        position += 2
      default: return
      }
    }
  }

  private mutating func value() throws -> JSONValue {
    try skipSpace()
    guard position < text.count else { throw error("a value is missing") }
    switch text[position] {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(_ body: (inout JSONParser) throws -> JSONValue) throws -> JSONValue {
    depth += 1
    if depth > 1000 { throw error("nested too deeply") }
    defer { depth -= 1 }
    position += 1
    return try body(&self)
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard text[position...].starts(with: bytes) else { throw error("unexpected character") }
    position += bytes.count
    return value
  }

  private mutating func object() throws -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    while true {
      try skipSpace()
      guard position < text.count else { throw error("'}' expected") }
      if text[position] == UInt8(ascii: "}") && (members.isEmpty || comments) {
        position += 1
        return .object(members)
      }
      guard text[position] == UInt8(ascii: "\"") else { throw error("a member name in double quotes expected") }
      let key = try string()
      try skipSpace()
      guard position < text.count, text[position] == UInt8(ascii: ":") else { throw error("':' expected") }
      position += 1
      members.append((key, try value()))
      if try !comma(before: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    while true {
      try skipSpace()
      guard position < text.count else { throw error("']' expected") }
      if text[position] == UInt8(ascii: "]") && (elements.isEmpty || comments) {
        position += 1
        return .array(elements)
      }
      elements.append(try value())
      if try !comma(before: UInt8(ascii: "]")) { return .array(elements) }
    }
  }

  /// Consumes `,` (true) or the closing bracket (false).
  private mutating func comma(before close: UInt8) throws -> Bool {
    try skipSpace()
    guard position < text.count, text[position] == UInt8(ascii: ",") || text[position] == close else {
      throw error("',' or '\(Character(Unicode.Scalar(close)))' expected")
    }
    position += 1
    return text[position - 1] != close
  }

  private mutating func string() throws -> String {
    position += 1
    var units: [UInt8] = []
    while true {
      guard position < text.count, text[position] >= 0x20 else { throw error("unterminated string") }
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        units.append(byte)
        continue
      }
      guard position < text.count else { throw error("unterminated string") }
      let escape = text[position]
      position += 1
      switch escape {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "u"):
        let first = try hexadecimal()
        var code = UInt32(first)
        if first & 0xFC00 == 0xD800, position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
          text[position + 1] == UInt8(ascii: "u")
        {
          position += 2
          let second = try hexadecimal()
          code = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
        }
        units.append(contentsOf: Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(escape)
      default: throw error("unknown escape in a string")
      }
    }
  }

  private mutating func hexadecimal() throws -> UInt16 {
    guard position + 4 <= text.count,
      let code = UInt16(String(decoding: text[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits expected") }
    position += 4
    return code
  }

  private mutating func number() throws -> JSONValue {
    let start = position
    func isDigit(_ index: Int) -> Bool { index < text.count && text[index] >= 0x30 && text[index] <= 0x39 }
    if text[position] == UInt8(ascii: "-") { position += 1 }
    guard isDigit(position) else { throw error("unexpected character") }
    if text[position] == UInt8(ascii: "0") { position += 1 } else { while isDigit(position) { position += 1 } }
    if position < text.count, text[position] == UInt8(ascii: ".") {
      position += 1
      guard isDigit(position) else { throw error("a digit expected") }
      while isDigit(position) { position += 1 }
    }
    if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") { position += 1 }
      guard isDigit(position) else { throw error("a digit expected") }
      while isDigit(position) { position += 1 }
    }
    return .number(Double(String(decoding: text[start..<position], as: UTF8.self)) ?? .nan)
  }
}
