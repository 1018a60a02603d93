import LLVM
import PIR
import Syntax

/// The source texts of functions, for `Function.prototype.toString`.
extension ModuleEmitter {
  /// The `rt_source` of a function; null if it has none or the program does not turn values into strings.
  func source(_ function: PIRFunction) -> IRValue {
    guard facts.showsSources, let span = function.source else { return context.null }
    if let known = sources[span] { return known }
    let text = program.files[Int(span.file.raw)].text[Int(span.start)..<Int(span.end)]
    let source = addConstant(
      "source." + function.name, context.constant([context.int32(text.count), context.constant(bytes: Array(text))]),
      alignment: 4)
    sources[span] = source
    return source
  }
}

extension PIRModule {
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
