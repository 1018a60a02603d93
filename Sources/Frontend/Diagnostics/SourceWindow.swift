/// The lines of a file around a span, with the span underlined.
struct SourceWindow {
  let file: SourceFile
  let span: SourceSpan

  /// How many columns of a line are shown; a longer line is clipped around the span.
  static let width = 140
  /// How many columns before the span a clipped line shows.
  static let lead = 50

  /// The window's lines, each with a line break.
  func render(indent: String, paint: Paint, severity: Severity) -> String {
    let firstLine = file.lineColumn(at: span.start).line - 1
    var lastLine = firstLine
    if span.end > span.start { lastLine = file.lineColumn(at: span.end - 1).line - 1 }
    let gutterWidth = max("\(lastLine + 1)".utf8.count, lastLine - firstLine >= 4 ? 3 : 0)
    var output = ""
    for line in firstLine...lastLine {
      // Long spans show their first two and last two lines.
      if lastLine - firstLine >= 4 && line > firstLine + 1 && line < lastLine - 1 {
        if line == firstLine + 2 {
          output += indent + paint.gutter(pad("...", gutterWidth)) + "\n"
        }
        continue
      }
      output += renderLine(line, indent, gutterWidth, paint, severity)
    }
    return output
  }

  private func renderLine(
    _ line: Int, _ indent: String, _ gutterWidth: Int, _ paint: Paint, _ severity: Severity
  ) -> String {
    let starts = file.lineStarts
    let start = Int(starts[line])
    var end = line + 1 < starts.count ? Int(starts[line + 1]) : file.text.count
    while end > start && isLineEnd(end) { end -= terminatorLength(end) }
    let from = min(max(Int(span.start), start), end)
    let to = min(max(Int(span.end), from), end)

    let (clipStart, clippedBefore) = clipStart(start, from)
    let visible = Clip(file.text, clipStart, end, limit: Self.width)
    let lead = clippedBefore ? "…" : ""
    let text = lead + visible.text + (visible.isCut ? "…" : "")
    let padding = lead.unicodeScalars.count + visible.columns(upTo: from)
    var length = visible.columns(upTo: to) + lead.unicodeScalars.count - padding
    // A place at the end of a line or file is shown by one mark.
    if length == 0 && (span.start == span.end || from == end) && line == file.lineColumn(at: span.start).line - 1 {
      length = 1
    }
    var output = indent + paint.gutter(pad("\(line + 1)", gutterWidth)) + " " + text + "\n"
    output += indent + paint.gutter(pad("", gutterWidth)) + " " + String(repeating: " ", count: padding)
    output += paint.squiggle(String(repeating: "~", count: length), severity) + "\n"
    return output
  }

  /// Where the shown part of a line starts: at its start unless the span is far to the right.
  private func clipStart(_ start: Int, _ from: Int) -> (offset: Int, isClipped: Bool) {
    if from - start <= Self.width - 20 { return (start, false) }
    var offset = from - Self.lead
    while offset > start && file.text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return (offset, offset > start)
  }

  /// Whether the bytes before `end` are a line terminator.
  private func isLineEnd(_ end: Int) -> Bool { terminatorLength(end) > 0 }

  private func terminatorLength(_ end: Int) -> Int {
    let text = file.text
    if text[end - 1] == 0x0A || text[end - 1] == 0x0D { return 1 }
    if end >= 3 && text[end - 3] == 0xE2 && text[end - 2] == 0x80 && text[end - 1] | 1 == 0xA9 { return 3 }
    return 0
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}

/// A part of a line made fit for a terminal: tabs are one space wide and control characters invisible.
private struct Clip {
  private(set) var text = ""
  private(set) var isCut = false
  /// Byte offsets of the shown characters.
  private var offsets: [Int] = []

  init(_ bytes: [UInt8], _ start: Int, _ end: Int, limit: Int) {
    var index = start
    while index < end {
      if offsets.count == limit {
        isCut = true
        break
      }
      let byte = bytes[index]
      let length = byte.utf8Length
      offsets.append(index)
      if byte < 0x20 || byte == 0x7F || (byte == 0xC2 && index + 1 < end && bytes[index + 1] < 0xA0) {
        text += " "
      } else {
        text += String(decoding: bytes[index..<min(end, index + length)], as: UTF8.self)
      }
      index += length
    }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
  }

  /// How many columns are shown before byte `offset`.
  func columns(upTo offset: Int) -> Int { offsets.partitioningIndex { $0 >= offset } }
}
