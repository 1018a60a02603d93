import Glibc
import Syntax

/// What a file says about how to compile it: `// @optimize size` or `// @optimize speed` in its head holds for all of it; above a
/// declaration, either holds for what is declared, up to the bracket that closes it. `speed` also says that functions run often.
struct OptimizationComments: Sendable {
  enum Goal {
    case size, speed
  }

  /// What the file as a whole asks for.
  private var fileGoal: Goal?
  /// In the file's order.
  private var declarations: [(range: Range<Int>, goal: Goal)] = []

  private static let headSize = 1024

  init(_ file: SourceFile) {
    file.text.withUnsafeBytes { text in
      var start = 0
      while start < text.count, let hit = memchr(text.baseAddress! + start, 0x40, text.count - start) {
        let offset = UnsafeRawPointer(hit) - text.baseAddress!
        start = offset + 1
        guard offset >= 3, text[(offset - 3)..<offset].elementsEqual("// ".utf8) else { continue }
        let words = text[start...].prefix { $0 != 0x0A }
        let isSize = words.elementsEqual("optimize size".utf8)
        guard isSize || words.elementsEqual("optimize speed".utf8) else { continue }
        let goal = isSize ? Goal.size : .speed
        if fileGoal == nil && declarations.isEmpty && offset < Self.headSize && Self.isHead(text[..<offset]) {
          fileGoal = goal
        } else {
          declarations.append((offset..<Self.end(of: text, below: offset - 3), goal))
        }
      }
    }
  }

  /// What a function, or what a file consists of besides, asks for.
  func goal(of span: SourceSpan?) -> Goal? {
    guard let start = span.map({ Int($0.start) }) else { return fileGoal }
    return declarations.last { $0.range.contains(start) }?.goal ?? fileGoal
  }

  /// Whether there are only comments of lines.
  private static func isHead(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
    text.split(separator: 0x0A).allSatisfy { $0.starts(with: "//".utf8) }
  }

  /// Where a declaration ends: it is indented as the comment above it, and so is the line with its closing bracket.
  private static func end(of text: UnsafeRawBufferPointer, below comment: Int) -> Int {
    let indent = text[..<comment].reversed().prefix { $0 == 0x20 }.count
    var isFirst = true
    var line = text[comment...].drop { $0 != 0x0A }.dropFirst()
    while !line.isEmpty {
      let content = line.prefix { $0 != 0x0A }
      let rest = content.drop { $0 == 0x20 }
      let isInside = rest.isEmpty || content.count - rest.count > indent || content.last == 0x7B || content.last == 0x28
      if !isInside && (rest.first == 0x7D || isFirst) { return content.endIndex }
      isFirst = false
      line = line[content.endIndex...].dropFirst()
    }
    return text.count
  }
}
