extension Pass {
  /// Finds functions that run once and whose loops are too short to be worth LLVM's time.
  public static let findBriefFunctions = Pass(
    name: "find-brief-functions", purpose: "find out which functions of large programs run once and not for long"
  ) { $0.findBriefFunctions(countingCallsOnly: false) }

  /// Finds those of them that are not worth guesses either. Before guesses most operations could call something, so only
  /// calls count as such.
  public static let findBriefCallers = Pass(
    name: "find-brief-callers", purpose: "find out which functions of large programs run once and only count or call others"
  ) { $0.findBriefFunctions(countingCallsOnly: true) }
}

extension PIRModule {
  fileprivate mutating func findBriefFunctions(countingCallsOnly: Bool) {
    let program = self
    changeConcurrently(&functions) { _, function in
      guard function.frequency == .once else { return }
      if BriefLoops(function, in: program, countsCallsOnly: countingCallsOnly).areAll { function.frequency = .brief }
    }
  }
}

/// Whether the loops of a function that runs once go once through something: no loop has another in it, and each counts by
/// constants, as loops over the elements of an array do, or calls something in each iteration, so that its own instructions
/// matter less. A loop that goes its own ways, as that of an interpreter does, may be what the program is about.
private struct BriefLoops {
  private let function: PIRFunction
  private let program: PIRModule
  private let countsCallsOnly: Bool
  private let loops: Loops

  init(_ function: PIRFunction, in program: PIRModule, countsCallsOnly: Bool) {
    self.function = function
    self.program = program
    self.countsCallsOnly = countsCallsOnly
    loops = Loops(function)
  }

  /// Whether all loops are brief; those of slow versions, or through them, do not count.
  var areAll: Bool {
    let headers = loops.headers.filter { !function[$0].isCold && !edgesBack(to: $0).isEmpty }
    return headers.allSatisfy { header in
      let body = loops.blocks(of: header)
      return !headers.contains { $0 != header && body.contains($0) } && (counts(header) || calls(header, body))
    }
  }

  /// The edges of a loop to its header.
  private func edgesBack(to header: BlockID) -> [Edge] {
    let tails = loops.blocks(of: header).filter { !function[$0].isCold }
    return tails.flatMap { function.edges(function[function.terminator($0)]).filter { $0.target == header } }
  }

  /// Whether a parameter of the header changes by a constant in each iteration.
  private func counts(_ header: BlockID) -> Bool {
    let parameters = function[header].parameters
    var counts = [Bool](repeating: true, count: parameters.count)
    for edge in edgesBack(to: header) {
      for (index, value) in function.arguments(edge).enumerated() {
        counts[index] = counts[index] && isStep(value, from: parameters[index])
      }
    }
    return counts.contains(true)
  }

  private func isStep(_ value: ValueID, from parameter: ValueID) -> Bool {
    guard let sum = function.source(value), [.f64Add, .i32Add, .i64Add].contains(sum.opcode) else { return false }
    let left = function.operand(sum, 0)
    let right = function.operand(sum, 1)
    return left == parameter && isConstant(right) || right == parameter && isConstant(left)
  }

  private func isConstant(_ value: ValueID) -> Bool {
    switch function.source(value)?.opcode {
    case .constF64, .constI32, .constI64: return true
    default: return false
    }
  }

  /// Whether each iteration calls something.
  private func calls(_ header: BlockID, _ body: Set<BlockID>) -> Bool {
    body.contains { block in
      function[block].instructions.contains { isCall(function[$0]) } && loops.isInEachIteration(block, of: header)
    }
  }

  private func isCall(_ instruction: Instruction) -> Bool {
    switch (instruction.opcode, instruction.payload) {
    case (.callDirect, _), (.callNative, _), (.callValue, _), (.callMethod, _), (.callSpread, _): return true
    case (.construct, _), (.constructSpread, _): return true
    case (.callRuntime, .runtime(let target)): return program[target].effects.contains(.allocates)
    default: return !countsCallsOnly && instruction.opcode.effects.contains(.calls)
    }
  }
}
