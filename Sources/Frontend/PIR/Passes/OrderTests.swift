import Syntax

extension Pass {
  /// Asks of an element that is read first what most elements are: "no hole, not undefined, a number" becomes "a number", and
  /// only what is none is looked at further.
  public static let orderTests = Pass.perFunction("order-tests", "test first what answers other tests of a value too") { function in
    guard function.prefersSpeed, function.mayOrderTests else { return }
    var ordering = TestOrdering(function.take())
    ordering.run()
    function = ordering.function
  }
}

extension PIRFunction {
  /// Whether anything asks for what elements that are not there read as.
  fileprivate var mayOrderTests: Bool {
    instructions.contains { $0.opcode == .isType && ($0.payload == .test(.hole) || $0.payload == .test(.undefined)) }
  }
}

private struct TestOrdering {
  private(set) var function: PIRFunction
  /// How often a value is used.
  private var uses: [UInt32]

  init(_ function: PIRFunction) {
    self.function = function
    uses = [UInt32](repeating: 0, count: function.values.count)
    for block in function.blocks {
      for id in block.instructions {
        for operand in function.operands(function[id]) { uses[Int(operand.raw)] += 1 }
        for edge in function.edges(function[id]) {
          for argument in function.arguments(edge) { uses[Int(argument.raw)] += 1 }
        }
      }
    }
  }

  /// Later tests first, so that one that answers several rises past all of them.
  mutating func run() {
    for block in ControlFlow.reversePostorder(function).reversed() where !function[block].isCold { order(block) }
  }

  /// A block that ends by asking whether a value is missing, and asks something that no missing value is if not.
  private mutating func order(_ block: BlockID) {
    let branch = function.terminator(block)
    guard let (test, asked) = soleTest(branch), function[asked].opcode == .isType,
      function[asked].payload == .test(.hole) || function[asked].payload == .test(.undefined),
      function[block].instructions.contains(asked)
    else { return }
    let edges = Array(function.edges(function[branch]))
    let next = edges[1].target
    guard next != block, edges[0].target != next, !function[next].isCold, function[next].parameters.isEmpty,
      function[next].handler == function[block].handler, function[next].instructions.count == 2,
      let (_, better) = soleTest(function.terminator(next)), function[next].instructions[0] == better,
      excludesMissing(function[better]),
      function.reference(function.operand(function[better], 0)) == function.reference(function.operand(function[asked], 0))
    else { return }
    let found = Array(function.edges(function[function.terminator(next)]))
    guard !function[found[0].target].isCold, found[0].target != next, found[0].target != block else { return }
    let position = function[better].position
    let rest = function.addBlock(handlerOf: block)
    function[rest].isCold = function[edges[0].target].isCold && function[found[1].target].isCold
    function[rest].isGeneral = function[edges[0].target].isGeneral && function[found[1].target].isGeneral
    function[block].instructions.removeAll { $0 == asked || $0 == branch }
    let passes = function.append(
      function[better].opcode, Array(function.operands(function[better])), payload: function[better].payload, to: block,
      position: position)
    uses.append(1)
    function.append(
      .branch, [passes], edges: [copy(found[0]), function.edge(to: rest)], to: block, position: position)
    function[rest].instructions = [asked]
    function.append(
      .branch, [test], edges: [copy(edges[0]), copy(found[1])], to: rest, position: function[branch].position)
  }

  /// What a branch asks, if nothing else uses the answer.
  private func soleTest(_ branch: InstructionID) -> (ValueID, InstructionID)? {
    guard function[branch].opcode == .branch else { return nil }
    let value = function.operand(function[branch], 0)
    guard uses[Int(value.raw)] == 1, case .instruction(let id) = function[value].definition else { return nil }
    return (value, id)
  }

  /// Whether a test fails for holes and for undefined.
  private func excludesMissing(_ test: Instruction) -> Bool {
    switch (test.opcode, test.payload) {
    case (.isLayout, _): return true
    case (.isType, .test(let kind)):
      switch kind {
      case .number, .string, .boolean, .object, .function, .array, .builtinArray, .symbol, .bigint, .map, .set: return true
      case .undefined, .null, .nullish, .hole: return false
      }
    default: return false
    }
  }

  private mutating func copy(_ edge: Edge) -> Edge { function.edge(to: edge.target, Array(function.arguments(edge))) }
}
