import LLVM
import PIR
import Syntax

/// The source texts of functions, for `Function.prototype.toString`.
extension ModuleEmitter {
  /// The `rt_source` of a function; null if it has none or the program does not turn values into strings.
  func source(_ function: PIRFunction) -> IRValue {
    guard facts.showsSources, let span = function.source else { return context.null }
    if let known = sources[span] { return known }
    let text = program.textWithoutTypes(span)
    let source = addConstant(
      "source." + function.name, context.constant([context.int32(text.count), context.constant(bytes: text)]), alignment: 4)
    sources[span] = source
    return source
  }
}

extension PIRModule {
  /// A text with blanks for what is there for types alone, as Node strips it: white space and line ends stay, and other
  /// characters become blanks of as many bytes.
  fileprivate func textWithoutTypes(_ span: SourceSpan) -> [UInt8] {
    var text = Array(files[Int(span.file.raw)].text[Int(span.start)..<Int(span.end)])
    let ranges = typeSyntax[span.file] ?? []
    let first = ranges.partitioningIndex { $0.lowerBound >= span.start }
    for range in ranges[first...].prefix(while: { $0.lowerBound < span.end }) {
      Self.blank(&text, Int(range.lowerBound - span.start)..<Int(min(range.upperBound, span.end) - span.start))
    }
    return text
  }

  /// By length in bytes: U+0020, U+00A0, U+2002, U+0020 with U+FEFF.
  private static let blanks: [[UInt8]] = [[0x20], [0xC2, 0xA0], [0xE2, 0x80, 0x82], [0x20, 0xEF, 0xBB, 0xBF]]

  private static func blank(_ text: inout [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let length = text[index].utf8Length
      let scalar = String(decoding: text[index..<min(index + length, text.count)], as: UTF8.self).unicodeScalars.first!
      if !scalar.isWhiteSpace && !scalar.isLineTerminator {
        for (offset, byte) in blanks[length - 1].enumerated() where index + offset < text.count { text[index + offset] = byte }
      }
      index += length
    }
  }

  /// Whether code of the program's own turns values into strings that could be functions: by an operator on values of
  /// unknown type, or by naming what calls ToString on them. Where it is done behind the back of such code, functions
  /// show as native ones, as 20.2.3.5 allows where no source text is available.
  func showsSources() -> Bool {
    let files = Set(functions.compactMap { $0.source?.file })
    let converters = Set(["toString", "toLocaleString", "String", "join", "concat"].map(interner.intern))
    return functions.contains { function in
      guard files.contains(function.file) else { return false }
      return function.blocks.contains { block in
        block.instructions.contains { id in
          let instruction = function[id]
          switch (instruction.opcode, instruction.payload) {
          case (.jsAdd, _), (.jsToString, _), (.jsToPropertyKey, _): return true
          case (.callNative, _): return false
          case (_, .name(let name)): return converters.contains(name)
          case (_, .builtin(let id)): return self[id].name == "String"
          default: return false
          }
        }
      }
    }
  }
}
