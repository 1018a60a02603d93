/// Splits PIR text into words and punctuation.
struct PIRScanner {
  private let text: [UInt8]
  private var index = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  /// Whether only white space and comments are left.
  var atEnd: Bool {
    mutating get {
      skip()
      return index >= text.count
    }
  }

  /// Whether the next word begins another block or ends the function.
  var atBlockEnd: Bool {
    mutating get {
      skip()
      guard index < text.count else { return true }
      if text[index] == UInt8(ascii: "}") { return true }
      guard text[index] == UInt8(ascii: "b"), index + 1 < text.count else { return false }
      let next = text[index + 1]
      return next >= UInt8(ascii: "0") && next <= UInt8(ascii: "9")
    }
  }

  /// Whether nothing more stands on the current line; an instruction ends with its line.
  var atLineEnd: Bool {
    var position = index
    while position < text.count, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
    guard position < text.count, text[position] != 10 else { return true }
    return text[position] == UInt8(ascii: "/") && position + 1 < text.count && text[position + 1] == UInt8(ascii: "/")
  }

  /// Letters, digits and `_ . $ -`; the spelling of names, opcodes and integers.
  mutating func symbol() -> Substring {
    skip()
    let start = index
    while index < text.count, isSymbol(text[index]) || (text[index] == UInt8(ascii: "-") && !follows("->")) { index += 1 }
    return Substring(decoding: text[start..<index], as: UTF8.self)
  }

  mutating func word() -> Substring { symbol() }

  /// A number as Swift prints doubles.
  mutating func number() -> Substring {
    skip()
    let start = index
    while index < text.count, isSymbol(text[index]) || text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      index += 1
    }
    return Substring(decoding: text[start..<index], as: UTF8.self)
  }

  mutating func peek(_ token: String) -> Bool {
    skip()
    return follows(token)
  }

  mutating func take(_ token: String) -> Bool {
    guard peek(token) else { return false }
    // A word must not be the beginning of a longer one.
    let end = index + token.utf8.count
    if let last = token.utf8.last, isSymbol(last), end < text.count, isSymbol(text[end]) { return false }
    index = end
    return true
  }

  mutating func expect(_ token: String) throws {
    guard take(token) else { throw error("'\(token)' expected") }
  }

  /// A quoted text with the escapes of `PIRText.quote`.
  mutating func quoted() throws -> [UInt8] {
    try expect("\"")
    var bytes: [UInt8] = []
    while index < text.count, text[index] != UInt8(ascii: "\"") {
      var byte = text[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < text.count {
        byte = text[index]
        index += 1
        if let high = hex(byte), index < text.count, let low = hex(text[index]) {
          byte = high << 4 | low
          index += 1
        }
      }
      bytes.append(byte)
    }
    try expect("\"")
    return bytes
  }

  func error(_ message: String) -> PIRParseError {
    PIRParseError(line: text[..<min(index, text.count)].reduce(1) { $0 + ($1 == 10 ? 1 : 0) }, text: message)
  }

  private func hex(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) }

  private func follows(_ token: String) -> Bool {
    var position = index
    for byte in token.utf8 {
      guard position < text.count, text[position] == byte else { return false }
      position += 1
    }
    return true
  }

  private func isSymbol(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "."):
      return true
    // `$` separates parts of generated names, but begins a global.
    case UInt8(ascii: "$"): return index < text.count && index > 0 && text[index - 1] > 0x20
    default: return byte >= 0x80
    }
  }

  private mutating func skip() {
    while index < text.count {
      if text[index] <= 0x20 {
        index += 1
      } else if follows("//") {
        while index < text.count, text[index] != 10 { index += 1 }
      } else {
        return
      }
    }
  }
}
