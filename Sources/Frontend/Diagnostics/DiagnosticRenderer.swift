/// Prints diagnostics for people and for tools.
///
/// The pretty form is tsc's:
///
///     app.ts:1:5 - error TS1005: ';' expected.
///
///     1 let a b
///             ~
public struct DiagnosticRenderer {
  /// How a diagnostic is printed.
  public enum Style: Sendable {
    /// A header, then the lines around the place, with colours when asked for.
    case pretty(color: Bool)
    /// The header alone.
    case plain
    /// One JSON object on a line.
    case json
  }

  public let style: Style
  /// Finds the file of a span.
  private let file: (FileID) -> SourceFile?

  public init(style: Style, file: @escaping (FileID) -> SourceFile?) {
    self.style = style
    self.file = file
  }

  /// The printed form of `diagnostic`, with a line break at its end.
  public func render(_ diagnostic: Diagnostic) -> String {
    switch style {
    case .json: return renderJSON(diagnostic) + "\n"
    case .plain:
      var output = header(diagnostic) + "\n"
      for note in diagnostic.notes { output += "  " + header(note) + "\n" }
      return output
    case .pretty(let color): return renderPretty(diagnostic, color: color)
    }
  }

  /// The printed forms of `diagnostics`, one after the other.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var output = ""
    for diagnostic in diagnostics { output += render(diagnostic) }
    return output
  }

  /// `path:line:column - error CODE: text`.
  private func header(_ diagnostic: Diagnostic) -> String {
    let text = "\(diagnostic.severity.rawValue) \(diagnostic.message.code): \(diagnostic.text)"
    guard let place = place(of: diagnostic) else { return text }
    return "\(place.file.path):\(place.start.line):\(place.start.column) - \(text)"
  }

  // MARK: Pretty

  private func renderPretty(_ diagnostic: Diagnostic, color: Bool) -> String {
    let paint = Paint(isOn: color)
    var output = ""
    let place = place(of: diagnostic)
    if let place { output += pathText(place, paint) + " - " }
    output += paint.severity(diagnostic.severity) + paint.dim(" \(diagnostic.message.code): ") + diagnostic.text + "\n"
    if let place {
      let window = SourceWindow(file: place.file, span: place.span)
      output += "\n" + window.render(indent: "", paint: paint, severity: diagnostic.severity)
    }
    for note in diagnostic.notes {
      output += "\n"
      if let notePlace = self.place(of: note) {
        output += "  " + pathText(notePlace, paint) + "\n"
        let window = SourceWindow(file: notePlace.file, span: notePlace.span)
        output += window.render(indent: "    ", paint: paint, severity: note.severity)
      }
      output += "    " + note.text + "\n"
    }
    return output + "\n"
  }

  private func pathText(_ place: Place, _ paint: Paint) -> String {
    paint.path(place.file.path) + ":" + paint.number("\(place.start.line)") + ":"
      + paint.number("\(place.start.column)")
  }

  // MARK: JSON

  private func renderJSON(_ diagnostic: Diagnostic) -> String {
    var output = "{"
    if let place = place(of: diagnostic) {
      let end = place.file.lineColumn(at: place.span.end)
      output += "\"file\":\(Self.jsonString(place.file.path))"
      output += ",\"line\":\(place.start.line),\"column\":\(place.start.column)"
      output += ",\"endLine\":\(end.line),\"endColumn\":\(end.column)"
    } else {
      output += "\"file\":null,\"line\":null,\"column\":null,\"endLine\":null,\"endColumn\":null"
    }
    output += ",\"severity\":\(Self.jsonString(diagnostic.severity.rawValue))"
    output += ",\"code\":\(Self.jsonString(diagnostic.message.code))"
    output += ",\"message\":\(Self.jsonString(diagnostic.text))"
    if !diagnostic.notes.isEmpty {
      output += ",\"notes\":[" + diagnostic.notes.map { renderJSON($0) }.joined(separator: ",") + "]"
    }
    return output + "}"
  }

  /// A text as JSON spells it.
  public static func jsonString(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    return output + "\""
  }

  // MARK: Places

  /// A span with its file and position.
  private struct Place {
    let file: SourceFile
    let span: SourceSpan
    let start: LineColumn
  }

  private func place(of diagnostic: Diagnostic) -> Place? {
    guard let span = diagnostic.span, let file = file(span.file) else { return nil }
    return Place(file: file, span: span, start: file.lineColumn(at: span.start))
  }
}

/// Terminal colours, as tsc chooses them.
struct Paint {
  let isOn: Bool

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: return wrap(severity.rawValue, "91")
    case .warning: return wrap(severity.rawValue, "93")
    case .note: return wrap(severity.rawValue, "94")
    }
  }

  func squiggle(_ text: String, _ severity: Severity) -> String {
    wrap(text, severity == .error ? "91" : severity == .warning ? "93" : "96")
  }

  func path(_ text: String) -> String { wrap(text, "96") }
  func number(_ text: String) -> String { wrap(text, "93") }
  func dim(_ text: String) -> String { wrap(text, "90") }
  func gutter(_ text: String) -> String { wrap(text, "7") }

  private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
