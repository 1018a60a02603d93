/// Identifies a source file within one compilation; an index into `SourceManager.files`.
public struct FileID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A half-open range of UTF-8 byte offsets within one source file.
public struct SourceSpan: Hashable, Sendable {
  public let file: FileID
  public let start: UInt32
  public let end: UInt32

  @inlinable public init(file: FileID, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = end
  }
}

/// A human-readable position: one-based line and column, the column counted in UTF-16 units as `tsc` does.
public struct LineColumn: Hashable, Sendable {
  public let line: Int
  public let column: Int
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The text of one file, as UTF-8 bytes, with its line table.
///
/// A leading byte-order mark is dropped and ill-formed UTF-8 is reported by the loader, so that `text` is
/// always well-formed UTF-8 and offsets are stable for diagnostics.
public final class SourceFile: @unchecked Sendable {
  public let id: FileID
  /// The path as the user would write it; shown in diagnostics.
  public let path: String
  public let text: [UInt8]
  /// Byte offsets of the first byte of each line; LF, CRLF, CR, U+2028 and U+2029 end a line.
  public private(set) lazy var lineStarts: [UInt32] = computeLineStarts()

  public init(id: FileID, path: String, text: [UInt8]) {
    self.id = id
    self.path = path
    self.text = text
  }

  /// The one-based line and column of byte `offset`.
  public func lineColumn(at offset: UInt32) -> LineColumn {
    let line = lineStarts.partitioningIndex { $0 > offset }
    var column = 1
    var index = Int(lineStarts[line - 1])
    let limit = min(Int(offset), text.count)
    while index < limit {
      let byte = text[index]
      // Count UTF-16 units: one for each lead byte, one more for the four-byte forms.
      if byte & 0xC0 != 0x80 { column += byte >= 0xF0 ? 2 : 1 }
      index += 1
    }
    return LineColumn(line: line, column: column)
  }

  private func computeLineStarts() -> [UInt32] {
    var starts: [UInt32] = [0]
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x0A: starts.append(UInt32(index))
      case 0x0D:
        if index < count && text[index] == 0x0A { index += 1 }
        starts.append(UInt32(index))
      case 0xE2 where index + 1 < count && text[index] == 0x80 && (text[index + 1] == 0xA8 || text[index + 1] == 0xA9):
        index += 2
        starts.append(UInt32(index))
      default: break
      }
    }
    return starts
  }
}
