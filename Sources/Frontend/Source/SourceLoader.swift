/// Turns files and bytes into `SourceFile`s.
public enum SourceLoader {
  /// Reads the file at `path`; nil when it cannot be read, which is reported.
  ///
  /// - Parameter displayPath: how diagnostics name the file; `path` itself when nil.
  public static func load(
    path: String, displayPath: String? = nil, id: FileID, diagnostics: DiagnosticSink
  ) -> SourceFile? {
    makeFile(contents: .read(path), path: displayPath ?? path, id: id, at: nil, diagnostics: diagnostics)
  }

  /// Makes a file of what reading `path` gave; nil when that is no text, which is reported.
  ///
  /// - Parameter span: the import that asks for the file; nil for the entry.
  public static func makeFile(
    contents: FileContents, path: String, id: FileID, at span: SourceSpan?, diagnostics: DiagnosticSink
  ) -> SourceFile? {
    switch contents {
    case .missing: diagnostics.report(.fileNotFound, [path], at: span)
    case .directory: diagnostics.report(.fileIsDirectory, [path], at: span)
    case .unreadable(let reason): diagnostics.report(.cannotReadFile, [path, reason], at: span)
    case .bytes(let bytes): return makeFile(bytes: bytes, path: path, id: id, diagnostics: diagnostics)
    }
    return nil
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
