import PIR

/// Which numbers of a function can be a NaN other than the one that values use.
///
/// Programs can store any bits in a typed array and read them as a number. Arithmetic may carry such bits on, and they must
/// not become a value: where anything but arithmetic, comparisons and stores to typed arrays uses such a number, it is made
/// the usual NaN first. So a loop over typed arrays need not look at what it reads.
struct RawNumbers {
  private var values: Set<ValueID> = []

  init(_ function: PIRFunction) {
    for block in function.blocks {
      for id in block.instructions where function[id].opcode == .typedLoad {
        if function.representation(function[id].result) == .f64 { values.insert(function[id].result) }
      }
    }
    guard !values.isEmpty else { return }
    var changed = true
    while changed {
      let count = values.count
      for block in function.blocks {
        for id in block.instructions { propagate(function[id], function) }
      }
      changed = values.count > count
    }
  }

  func contains(_ value: ValueID) -> Bool { !values.isEmpty && values.contains(value) }

  /// Whether an instruction's result has the bits of its operands if those are a NaN.
  private static func carries(_ opcode: Opcode) -> Bool {
    switch opcode {
    case .f64Add, .f64Sub, .f64Mul, .f64Div, .f64Neg, .f64Abs, .f64Sqrt, .select: return true
    default: return false
    }
  }

  private mutating func propagate(_ instruction: Instruction, _ function: PIRFunction) {
    if Self.carries(instruction.opcode), function.representation(instruction.result) == .f64,
      function.operands(instruction).contains(where: values.contains)
    {
      values.insert(instruction.result)
    }
    for edge in function.edges(instruction) {
      for (parameter, argument) in zip(function[edge.target].parameters, function.arguments(edge)) where values.contains(argument) {
        values.insert(parameter)
      }
    }
  }
}

extension Opcode {
  /// Whether an instruction does the same with each NaN, or gives one if it gets one.
  var acceptsRawNumbers: Bool {
    switch self {
    case .f64Add, .f64Sub, .f64Mul, .f64Div, .f64Neg, .f64Abs, .f64Sqrt, .select, .eq, .ne, .lt, .le, .gt, .ge, .toInt32,
      .truncate, .isInteger, .toIndex, .typedStore:
      return true
    default: return false
    }
  }
}
