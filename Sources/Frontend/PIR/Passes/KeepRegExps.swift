import Syntax

extension Pass {
  /// Makes regular expression literals once where only built-in functions get to see them.
  public static let keepRegExps = Pass(
    name: "keep-regexps", purpose: "make regular expressions once that only built-in functions see"
  ) { module in
    let interner = module.interner
    changeConcurrently(&module.functions) { _, function in
      if !function.prefersSize { keepLiterals(of: &function, interner) }
    }
  }

  /// A literal gives a new object each time it is evaluated (ECMA-262 13.2.7.3), but whoever only asks it for a match cannot
  /// tell. The runtime makes a new one all the same if RegExp.prototype has been changed, since then others may see it.
  private static func keepLiterals(of function: inout PIRFunction, _ interner: Interner) {
    let literals = function.blocks.flatMap(\.instructions).filter { function[$0].opcode == .regexpNew }
    guard !literals.isEmpty else { return }
    var uses: [ValueID: (count: Int, last: InstructionID, operand: Int)] = [:]
    for id in literals { uses[function[id].result] = (0, id, 0) }
    for block in function.blocks {
      for id in block.instructions {
        for (index, operand) in function.operands(function[id]).enumerated() {
          if let use = uses[operand] { uses[operand] = (use.count + 1, id, index) }
        }
        for edge in function.edges(function[id]) {
          for argument in function.arguments(edge) { uses[argument]?.count += 2 }
        }
      }
    }
    for id in literals {
      guard let use = uses[function[id].result], use.count == 1, case .names(let range) = function[id].payload,
        let flags = function.names(range).last
      else { continue }
      let isAnswered = onlyAnswers(function[use.last], operand: use.operand, flags: interner.string(flags), interner)
      if isAnswered { function[id].opcode = .regexpKept }
    }
  }

  /// Whether a call gives nothing away of the expression that is one of its operands, and leaves it as it was.
  private static func onlyAnswers(_ call: Instruction, operand: Int, flags: String, _ interner: Interner) -> Bool {
    // A sticky one keeps the place where its last match ended; a global one does so for `test` and `exec`.
    guard !flags.contains("y") else { return false }
    switch call.payload {
    case .name(let name) where call.opcode == .callMethod && operand == 0:
      return !flags.contains("g") && ["test", "exec"].contains(interner.string(name))
    case .name(let symbol) where call.opcode == .callNative && operand == 1:
      return [
        "rt_native_string_replace", "rt_native_string_replace_all", "rt_native_string_match", "rt_native_string_search",
        "rt_native_string_split",
      ].contains(interner.string(symbol))
    default: return false
    }
  }
}
