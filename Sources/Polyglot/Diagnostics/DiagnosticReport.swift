import Syntax

/// The findings of one compilation, put in order for printing.
enum DiagnosticReport {
  /// A program with more findings than this has one cause for most of them.
  private static let limit = 100

  /// The text of all diagnostics: those without a position first, the others by file and position.
  static func text(of diagnostics: [Diagnostic], with renderer: DiagnosticRenderer) -> String {
    let sorted = sorted(diagnostics)
    if case .json = renderer.style { return renderer.render(sorted) }
    var text = renderer.render(Array(sorted.prefix(limit)))
    if sorted.count > limit { text += "… and \(sorted.count - limit) more.\n" }
    let errors = sorted.reduce(0) { $0 + ($1.severity == .error ? 1 : 0) }
    if errors > 1 { text += "Found \(errors) errors.\n" }
    return text
  }

  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    func key(_ index: Int) -> (Int, UInt32, Int) {
      guard let span = diagnostics[index].span else { return (-1, 0, index) }
      return (Int(span.file.raw), span.start, index)
    }
    return diagnostics.indices.sorted { key($0) < key($1) }.map { diagnostics[$0] }
  }
}
