import Glibc

/// Turns files and bytes into `SourceFile`s.
public enum SourceLoader {
  /// Reads the file at `path`; nil when it cannot be read, which is reported.
  ///
  /// - Parameter displayPath: how diagnostics name the file; `path` itself when nil.
  public static func load(
    path: String, displayPath: String? = nil, id: FileID, diagnostics: DiagnosticSink
  ) -> SourceFile? {
    let shown = displayPath ?? path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      diagnostics.report(.fileUnreadable, [shown, String(cString: strerror(errno))], at: nil)
      return nil
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      diagnostics.report(.fileUnreadable, [shown, String(cString: strerror(errno))], at: nil)
      return nil
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      diagnostics.report(.fileUnreadable, [shown, String(cString: strerror(EISDIR))], at: nil)
      return nil
    }
    guard let bytes = readAll(descriptor, expected: Int(status.st_size)) else {
      diagnostics.report(.fileUnreadable, [shown, String(cString: strerror(errno))], at: nil)
      return nil
    }
    return makeFile(bytes: bytes, path: shown, id: id, diagnostics: diagnostics)
  }

  /// Makes a file of raw bytes: drops a byte-order mark and reports ill-formed UTF-8.
  ///
  /// Ill-formed bytes become `?`, byte for byte, so that positions stay true and the file can still be shown.
  public static func makeFile(bytes: [UInt8], path: String, id: FileID, diagnostics: DiagnosticSink) -> SourceFile {
    var text = bytes
    if text.count > maximumSize {
      diagnostics.report(.fileTooLargeToAddress, [path], at: nil)
      text = []
    }
    if text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF { text.removeFirst(3) }
    if let first = UTF8Check.firstError(in: text) {
      let span = SourceSpan(file: id, start: UInt32(first), end: UInt32(first + 1))
      diagnostics.report(.invalidUTF8Byte, [hexadecimal(text[first])], at: span)
      UTF8Check.replaceErrors(in: &text, from: first)
    }
    return SourceFile(id: id, path: path, text: text)
  }

  /// Offsets are 32-bit and the parser looks a little beyond the end.
  private static let maximumSize = Int(UInt32.max) - 64

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  /// Reads to the end; nil on an error, which is in `errno`.
  private static func readAll(_ descriptor: Int32, expected: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: max(expected + 1, 4096))
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: bytes.count)) }
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + filled, $0.count - filled) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}

/// Well-formedness of UTF-8 (Unicode, table 3-7).
enum UTF8Check {
  /// The offset of the first byte that is not part of a well-formed sequence.
  static func firstError(in text: [UInt8]) -> Int? {
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      let count = bytes.count
      while index < count {
        // Eight ASCII bytes at a time: that is what source text is.
        while index + 8 <= count
          && UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        if index >= count { break }
        let length = sequenceLength(bytes, index)
        if length == 0 { return index }
        index += length
      }
      return nil
    }
  }

  /// Replaces every ill-formed byte from `start` on.
  static func replaceErrors(in text: inout [UInt8], from start: Int) {
    text.withUnsafeMutableBufferPointer { bytes in
      var index = start
      while index < bytes.count {
        let length = sequenceLength(UnsafeBufferPointer(bytes), index)
        if length == 0 { bytes[index] = UInt8(ascii: "?") }
        index += max(length, 1)
      }
    }
  }

  /// The length of the well-formed sequence at `index`, or zero.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    func isContinuation(_ offset: Int) -> Bool { index + offset < bytes.count && bytes[index + offset] & 0xC0 == 0x80 }
    guard isContinuation(1) else { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xC2...0xDF: return 2
    case 0xE0: return second >= 0xA0 && isContinuation(2) ? 3 : 0
    case 0xED: return second < 0xA0 && isContinuation(2) ? 3 : 0
    case 0xE1...0xEF: return isContinuation(2) ? 3 : 0
    case 0xF0: return second >= 0x90 && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF4: return second < 0x90 && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF1...0xF3: return isContinuation(2) && isContinuation(3) ? 4 : 0
    default: return 0
    }
  }
}
