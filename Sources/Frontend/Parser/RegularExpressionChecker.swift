import CRegExpParser

/// Finds what is wrong with the pattern of a regular expression literal (ECMA-262 13.2.7.1), by the runtime's parser.
final class RegularExpressionChecker {
  /// Memory that the parser of patterns takes piece by piece, and that every check uses anew.
  private var chunks: [(memory: UnsafeMutableRawPointer, size: Int)] = []
  private var chunk = 0
  private var used = 0

  deinit { for chunk in chunks { chunk.memory.deallocate() } }

  /// What is wrong with `pattern`, which is well-formed UTF-8, in V8's words, and at which of its bytes.
  func check(_ pattern: UnsafeBufferPointer<UInt8>, flags: [UInt8]) -> (message: String, offset: Int)? {
    chunk = 0
    used = 0
    var bits: UInt32 = 0
    let isValid = flags.withUnsafeBufferPointer {
      rt_regexp_parse_flags(
        rt_regexp_text(latin1: $0.baseAddress, utf16: nil, length: UInt32($0.count)), &bits)
    }
    // The lexer has reported that.
    if !isValid { return nil }
    if pattern.allSatisfy({ $0 < 0x80 }) {
      let text = rt_regexp_text(latin1: pattern.baseAddress, utf16: nil, length: UInt32(pattern.count))
      return parse(text, bits).map { ($0.message, $0.position) }
    }
    let units = Array(String(decoding: pattern, as: UTF8.self).utf16)
    return units.withUnsafeBufferPointer { units in
      let text = rt_regexp_text(latin1: nil, utf16: units.baseAddress, length: UInt32(units.count))
      return parse(text, bits).map { error in
        let before = String(decoding: units.prefix(error.position), as: UTF16.self)
        return (error.message, min(before.utf8.count, pattern.count))
      }
    }
  }

  private func parse(_ text: rt_regexp_text, _ flags: UInt32) -> (message: String, position: Int)? {
    var allocator = rt_regexp_allocator(
      allocate: { context, size in
        Unmanaged<RegularExpressionChecker>.fromOpaque(context!).takeUnretainedValue().allocate(size)
      },
      context: Unmanaged.passUnretained(self).toOpaque())
    var error = rt_regexp_error(message: nil, position: 0)
    let tree = withUnsafePointer(to: rt_regexp_unicode_properties) {
      rt_regexp_parse(text, flags, $0, &allocator, &error)
    }
    if tree != nil { return nil }
    return (error.message.map { String(cString: $0) } ?? "Invalid", Int(error.position))
  }

  private func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let size = (size + 15) & ~15
    while chunk < chunks.count && used + size > chunks[chunk].size {
      chunk += 1
      used = 0
    }
    if chunk == chunks.count {
      let length = max(size, 16 << 10)
      chunks.append((.allocate(byteCount: length, alignment: 16), length))
      used = 0
    }
    defer { used += size }
    return chunks[chunk].memory + used
  }
}

extension Parser {
  /// Reports a regular expression literal whose pattern is not valid.
  mutating func checkRegularExpression(_ literal: Token) {
    let pattern = interner.utf8(literal.value)
    let text = UnsafeBufferPointer(start: lexer.text + Int(literal.start) + 1, count: pattern.count)
    let flags = interner.utf8(literal.raw)
    guard let error = regularExpressionChecker.check(text, flags: Array(flags)) else { return }
    let start = literal.start + 1 + UInt32(error.offset)
    var shown = String(decoding: pattern.prefix(400), as: UTF8.self)
    if pattern.count > 400 { shown += "…" }
    reportEarly(
      .invalidRegularExpression, [shown, String(decoding: flags, as: UTF8.self), error.message],
      min(start, literal.end - 1), literal.end)
  }
}
