extension Pass {
  /// Marks functions that only subtract their arguments, the usual comparators of numbers.
  public static let recognizeComparators = Pass.perFunction(
    "recognize-comparators", "mark functions that return the difference of their arguments, for sort"
  ) { $0.comparator = $0.differenceOfArguments() }
}

extension PIRFunction {
  /// Whether the body is `return a - b` or `return b - a` of the first two arguments.
  fileprivate func differenceOfArguments() -> Comparator {
    guard kind == .arrow || kind == .normal, blocks.count == 1, blocks[0].instructions.count == 2 else { return .unknown }
    let difference = self[blocks[0].instructions[0]]
    let end = self[blocks[0].instructions[1]]
    guard difference.opcode == .jsSub, end.opcode == .return, operand(end, 0) == difference.result else { return .unknown }
    switch (argument(operand(difference, 0)), argument(operand(difference, 1))) {
    case (0, 1): return .ascending
    case (1, 0): return .descending
    default: return .unknown
    }
  }

  /// The position of the argument that a value is.
  private func argument(_ value: ValueID) -> Int? {
    guard case .parameter(let index) = self[value].definition, case .positional(let position) = parameters[index].kind
    else { return nil }
    return position
  }
}
