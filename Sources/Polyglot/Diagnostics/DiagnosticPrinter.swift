import Syntax

/// Prints diagnostics as `tsc` does, each with the line of source it is about, or as JSON for tools.
struct DiagnosticPrinter {
  let files: (FileID) -> SourceFile?
  var usesColor: Bool

  /// How much of a long source line is shown.
  private static let windowWidth = 120
  /// A program with more findings than this has one cause for most of them.
  private static let limit = 100

  /// The text of all diagnostics, those of one file in the order of their positions.
  func text(of diagnostics: [Diagnostic], json: Bool) -> String {
    var output = ""
    let sorted = Self.sorted(diagnostics)
    for diagnostic in sorted.prefix(json ? .max : Self.limit) {
      if json { printJSON(diagnostic, &output) } else { print(diagnostic, &output) }
    }
    guard !json else { return output }
    if sorted.count > Self.limit { output += "… and \(sorted.count - Self.limit) more.\n" }
    let errors = sorted.reduce(0) { $0 + ($1.severity == .error ? 1 : 0) }
    if errors > 1 { output += "Found \(errors) errors.\n" }
    return output
  }

  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let keyed = diagnostics.enumerated().map { (offset: $0.offset, diagnostic: $0.element) }
    return keyed.sorted { a, b in
      guard let x = a.diagnostic.span, let y = b.diagnostic.span else {
        if a.diagnostic.span == nil && b.diagnostic.span == nil { return a.offset < b.offset }
        return a.diagnostic.span == nil
      }
      if x.file != y.file { return x.file.raw < y.file.raw }
      return x.start != y.start ? x.start < y.start : a.offset < b.offset
    }.map(\.diagnostic)
  }

  // MARK: Text

  private func colored(_ text: String, _ code: String) -> String { usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }

  private func color(of severity: Severity) -> String {
    switch severity {
    case .error: return "91"
    case .warning: return "93"
    case .note: return "94"
    }
  }

  private func print(_ diagnostic: Diagnostic, _ output: inout String, indent: String = "") {
    let location = diagnostic.span.flatMap { span in files(span.file).map { (file: $0, span: span) } }
    output += indent
    if let location {
      let position = location.file.lineColumn(at: location.span.start)
      output += colored(location.file.path, "96") + ":" + colored("\(position.line)", "93") + ":"
      output += colored("\(position.column)", "93") + " - "
    }
    let severity = diagnostic.severity
    output += colored(severity.rawValue, color(of: severity))
    output += severity == .note ? ": " : colored(" \(diagnostic.message.code): ", "90")
    output += diagnostic.text + "\n"
    if let location { printWindow(location.file, location.span, severity, &output, indent: indent) }
    for note in diagnostic.notes { print(note, &output, indent: indent + "  ") }
    if indent.isEmpty && location != nil { output += "\n" }
  }

  /// The first line of the span, with the span underlined; of a long line the part around it.
  private func printWindow(_ file: SourceFile, _ span: SourceSpan, _ severity: Severity, _ output: inout String, indent: String) {
    let position = file.lineColumn(at: span.start)
    let lineStart = Int(file.lineStarts[position.line - 1])
    var lineEnd = lineStart
    let start = min(Int(span.start), file.text.count)
    let stop = min(file.text.count, start + Self.windowWidth)
    lineEnd = start
    while lineEnd < stop && !Self.endsLine(file.text, lineEnd) { lineEnd += 1 }
    var windowStart = max(lineStart, start - Self.windowWidth / 2)
    // Whole characters only.
    while windowStart > lineStart && file.text[windowStart] & 0xC0 == 0x80 { windowStart -= 1 }
    while lineEnd < file.text.count && lineEnd > start && file.text[lineEnd] & 0xC0 == 0x80 { lineEnd -= 1 }
    let before = Self.printable(file.text[windowStart..<start])
    let rest = Self.printable(file.text[start..<lineEnd])
    let underlinedEnd = max(start, min(Int(span.end), lineEnd))
    let underlined = Self.printable(file.text[start..<underlinedEnd])
    let number = "\(position.line)"
    let dots = windowStart > lineStart ? "…" : ""
    output += "\n" + indent + colored(number, "7") + " " + dots + before + rest + "\n"
    let blank = String(repeating: " ", count: number.utf8.count)
    let lead = String(repeating: " ", count: dots.count + Self.width(before))
    let marks = String(repeating: "~", count: max(1, Self.width(underlined)))
    output += indent + colored(blank, "7") + " " + lead + colored(marks, color(of: severity)) + "\n"
  }

  private static func endsLine(_ text: [UInt8], _ offset: Int) -> Bool {
    switch text[offset] {
    case 0x0A, 0x0D: return true
    case 0xE2:
      return offset + 2 < text.count && text[offset + 1] == 0x80 && (text[offset + 2] == 0xA8 || text[offset + 2] == 0xA9)
    default: return false
    }
  }

  /// Source text as a terminal can show it: tabs as spaces, control characters as dots.
  private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
    var result = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        result += "  "
      } else if scalar.value < 0x20 || scalar.value == 0x7F {
        result += "·"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// How many columns a text takes in a terminal: two for the wide characters of East Asia and for pictures.
  private static func width(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: break
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        width += 2
      default: width += 1
      }
    }
    return width
  }

  // MARK: JSON

  private func printJSON(_ diagnostic: Diagnostic, _ output: inout String) {
    appendJSON(diagnostic, &output)
    output += "\n"
  }

  private func appendJSON(_ diagnostic: Diagnostic, _ output: inout String) {
    output += "{"
    if let span = diagnostic.span, let file = files(span.file) {
      let start = file.lineColumn(at: span.start)
      let end = file.lineColumn(at: span.end)
      output += "\"file\":\(Self.quoted(file.path)),\"line\":\(start.line),\"column\":\(start.column),"
      output += "\"endLine\":\(end.line),\"endColumn\":\(end.column),"
    }
    output += "\"severity\":\"\(diagnostic.severity.rawValue)\",\"code\":\"\(diagnostic.message.code)\","
    output += "\"message\":\(Self.quoted(diagnostic.text))"
    if !diagnostic.notes.isEmpty {
      output += ",\"notes\":["
      for (index, note) in diagnostic.notes.enumerated() {
        if index > 0 { output += "," }
        appendJSON(note, &output)
      }
      output += "]"
    }
    output += "}"
  }

  /// A JSON string literal.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
