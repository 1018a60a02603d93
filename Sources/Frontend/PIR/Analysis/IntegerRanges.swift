/// Which numbers of a function are always integers that are not -0, and between which bounds.
///
/// It starts from integer representations, constants and what instructions make of them, and follows values through block
/// parameters. A parameter that keeps growing is widened in a few steps, until nothing is known of it. Where a test of a
/// value has passed, it is known to lie within the bounds that the test leaves.
struct IntegerRanges {
  private let function: PIRFunction
  /// By value, wherever it is used.
  private var ranges: [IntegerRange]
  /// Per block with a test behind it: the condition, and whether it held.
  private var tests: [(condition: InstructionID, holds: Bool)?]
  /// Per block: the nearest block at or above it in the dominator tree that has a test.
  private var tested: [BlockID?]
  /// Per value: whether some test speaks of it.
  private var isConstrained: [Bool]
  /// Per block: the nearest block above it that has a test.
  private var parents: [BlockID?] = []
  /// Per function of the program: what its result is where the fast version calls it.
  private let callResults: [IntegerRange]

  subscript(_ value: ValueID) -> ClosedRange<Int64>? {
    Int(value.raw) < ranges.count ? ranges[Int(value.raw)].bounds : nil
  }

  /// What an index is if nothing else is known of it.
  static let assumption: ClosedRange<Int64> = 0...Int64(UInt32.max)

  /// `trusted`: edges, by their place in the pool, that carry only what parameters get from other edges. `assumed`: edges
  /// that carry integers to some parameters, between bounds. `parameters`, `callResults`: what is known of the function's
  /// parameters, and of what it calls.
  init(
    _ function: PIRFunction, trusting trusted: Set<Int> = [], assuming assumed: [Int: [ValueID: ClosedRange<Int64>]] = [:],
    parameters: [IntegerRange]? = nil, callResults: [IntegerRange] = []
  ) {
    self.function = function
    self.callResults = callResults
    // Nothing is ever known of what is no number.
    ranges = function.values.map { $0.representation.isNumber ? .unvisited : .unknown }
    isConstrained = [Bool](repeating: false, count: function.values.count)
    tests = [(InstructionID, Bool)?](repeating: nil, count: function.blocks.count)
    tested = [BlockID?](repeating: nil, count: function.blocks.count)
    let flow = ControlFlow(function)
    findTests(flow)
    for (index, parameter) in function.parameters.enumerated() {
      ranges[Int(parameter.value.raw)] = parameters?[index] ?? .of(function.representation(parameter.value))
    }
    solve(flow, trusted, assumed)
  }

  // MARK: Flow

  /// What makes a number.
  private enum Step {
    case result(InstructionID, BlockID)
    /// An edge, by its place in the pool, passes an argument on.
    case transfer(ValueID, to: ValueID, by: Int, BlockID)
  }

  /// Lets ranges grow until nothing changes; without loops that is at once.
  private mutating func solve(_ flow: ControlFlow, _ trusted: Set<Int>, _ assumed: [Int: [ValueID: ClosedRange<Int64>]]) {
    let (steps, hasLoops) = steps(flow, trusted)
    var growth = [UInt8](repeating: 0, count: function.values.count)
    var changed = true
    while changed {
      changed = false
      for step in steps {
        switch step {
        case .result(let id, let block):
          let instruction = function[id]
          let range = result(instruction, in: block)
          if range != ranges[Int(instruction.result.raw)] {
            ranges[Int(instruction.result.raw)] = range
            changed = hasLoops
          }
        case .transfer(let argument, let parameter, let edge, let block):
          let old = ranges[Int(parameter.raw)]
          var incoming = range(argument, in: block)
          if incoming == .unknown, let bounds = assumed[edge]?[parameter] { incoming = .known(bounds) }
          var new = old.joined(incoming)
          guard new != old else { continue }
          growth[Int(parameter.raw)] += 1
          if growth[Int(parameter.raw)] > 3 { new = new.widened(from: old) }
          // What is held as an integer is one.
          if new == .unknown { new = .of(function.representation(parameter)) }
          guard new != old else { continue }
          ranges[Int(parameter.raw)] = new
          changed = hasLoops
        }
      }
    }
  }

  /// All that makes numbers, in the order of the blocks, and whether some of it comes before what it depends on.
  private func steps(_ flow: ControlFlow, _ trusted: Set<Int>) -> (steps: [Step], hasLoops: Bool) {
    var steps: [Step] = []
    var hasLoops = false
    for block in flow.reversePostorder {
      let index = Int(block.raw)
      for position in function.blocks[index].instructions.indices {
        let id = function.blocks[index].instructions[position]
        let result = function.instructions[Int(id.raw)].result
        if result.exists, function.representation(result).isNumber { steps.append(.result(id, block)) }
        for place in function.instructions[Int(id.raw)].edges.indices {
          let edge = function.edgePool[place]
          if flow.order[Int(edge.target.raw)] <= flow.order[index] { hasLoops = true }
          guard !trusted.contains(place) else { continue }
          for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters)
          where function.representation(parameter).isNumber {
            steps.append(.transfer(argument, to: parameter, by: place, block))
          }
        }
      }
    }
    return (steps, hasLoops)
  }

  // MARK: Tests

  private mutating func findTests(_ flow: ControlFlow) {
    for block in flow.reversePostorder {
      tested[Int(block.raw)] = block == PIRFunction.entry ? nil : tested[Int(flow.immediateDominator[Int(block.raw)].raw)]
      let predecessors = flow.predecessors[Int(block.raw)]
      guard predecessors.count == 1, let before = predecessors.first, function[before].handler != block
      else { continue }
      let last = function[function.terminator(before)]
      let edges = function.edges(last)
      guard last.opcode == .branch, edges.first!.target != edges.last!.target,
        case .instruction(let condition) = function[function.operand(last, 0)].definition
      else { continue }
      let holds = edges.first!.target == block
      switch function[condition].opcode {
      case .lt, .le, .gt, .ge, .eq, .isInteger:
        guard function.representation(function.operand(function[condition], 0)).isNumber else { continue }
        for operand in function.operands(function[condition]) { isConstrained[Int(root(operand).raw)] = true }
      case .typedHas, .isType:
        guard let index = foundIndex(function[condition], holds: holds) else { continue }
        isConstrained[Int(root(index).raw)] = true
      default: continue
      }
      tests[Int(block.raw)] = (condition, holds)
      tested[Int(block.raw)] = block
    }
    parents = function.blockIDs.map { block in
      flow.order[Int(block.raw)] <= 0 ? nil : tested[Int(flow.immediateDominator[Int(block.raw)].raw)]
    }
  }

  private static func excludesHoles(_ test: Payload) -> Bool { test == .test(.number) || test == .test(.string) }

  /// The key of an element that a test found to be there.
  private func foundIndex(_ test: Instruction, holds: Bool) -> ValueID? {
    let index: ValueID
    if test.opcode == .typedHas, holds {
      index = function.operand(test, 1)
    } else if test.opcode == .isType, test.payload == .test(.hole) ? !holds : holds && Self.excludesHoles(test.payload),
      case .instruction(let id) = function[function.operand(test, 0)].definition, function[id].opcode == .arrayAt
    {
      index = function.operand(function[id], 1)
    } else {
      return nil
    }
    if case .instruction(let id) = function[index].definition, function[id].opcode == .toIndex { return function.operand(function[id], 0) }
    return index
  }

  /// The same number before conversions.
  private func root(_ value: ValueID) -> ValueID {
    var current = value
    while case .instruction(let id) = function[current].definition, function[id].opcode == .convert { current = function.operand(function[id], 0) }
    return current
  }

  /// What is known of a value in a block.
  func range(_ value: ValueID, in block: BlockID) -> IntegerRange {
    guard Int(value.raw) < ranges.count else { return .unknown }
    var range = ranges[Int(value.raw)]
    let root = root(value)
    guard isConstrained[Int(root.raw)] else { return range }
    var next = tested[Int(block.raw)]
    while let place = next {
      if let (condition, holds) = tests[Int(place.raw)] {
        if range == .unknown, let proven = integerBounds(of: root, function[condition], holds: holds) { range = .known(proven) }
        if let limits = bounds(of: root, function[condition], holds: holds, in: place) { range = range.limited(limits) }
      }
      next = parents[Int(place.raw)]
    }
    return range
  }

  /// Whether a number is an index of a string: it is not negative, and a test before the block found it below the length.
  func isIndex(_ value: ValueID, of string: ValueID, in block: BlockID) -> Bool {
    guard let bounds = range(value, in: block).bounds, bounds.lowerBound >= 0 else { return false }
    let root = root(value)
    guard isConstrained[Int(root.raw)] else { return false }
    var next = tested[Int(block.raw)]
    while let place = next {
      if let (condition, holds) = tests[Int(place.raw)], finds(root, function[condition], holds: holds, below: string, in: place) {
        return true
      }
      next = parents[Int(place.raw)]
    }
    return false
  }

  /// Whether the outcome of a comparison says that an integer is less than the length of a string.
  private func finds(_ root: ValueID, _ test: Instruction, holds: Bool, below string: ValueID, in block: BlockID) -> Bool {
    let isLess: Bool
    switch (test.opcode, holds) {
    case (.lt, true), (.ge, false): isLess = true
    case (.gt, true), (.le, false): isLess = false
    default: return false
    }
    let smaller = function.operand(test, isLess ? 0 : 1)
    let larger = self.root(function.operand(test, isLess ? 1 : 0))
    guard self.root(smaller) == root, case .instruction(let id) = function[larger].definition else { return false }
    // A comparison fails also with NaN.
    guard holds || function.representation(smaller) != .f64 || found(smaller, in: block) != nil else { return false }
    return function[id].opcode == .stringLength && function.operand(function[id], 0) == string
  }

  /// The bounds that the outcome of a test leaves for a value.
  private func bounds(of root: ValueID, _ test: Instruction, holds: Bool, in block: BlockID) -> ClosedRange<Int64>? {
    switch test.opcode {
    case .isInteger: return integerBounds(of: root, test, holds: holds)
    case .typedHas, .isType:
      guard let index = foundIndex(test, holds: holds), self.root(index) == root else { return nil }
      // Only an index in an integer register can lie beyond what `to.index` gives.
      return function.representation(root) == .f64 || test.opcode == .isType ? Self.assumption : 0...(1 << 52)
    default: break
    }
    let left = function.operand(test, 0)
    let right = function.operand(test, 1)
    let isLeft = self.root(left) == root
    guard isLeft || self.root(right) == root, let other = found(isLeft ? right : left, in: block) else { return nil }
    let lowest = Int64.min / 2
    let highest = Int64.max / 2
    // A comparison fails also with NaN.
    let isOrdered = function.representation(left) != .f64 || (found(left, in: block) != nil && found(right, in: block) != nil)
    guard holds || isOrdered else { return nil }
    switch (test.opcode, isLeft, holds) {
    case (.eq, _, true): return other
    case (.lt, true, true), (.ge, true, false), (.gt, false, true), (.le, false, false): return lowest...(other.upperBound - 1)
    case (.le, true, true), (.gt, true, false), (.ge, false, true), (.lt, false, false): return lowest...other.upperBound
    case (.gt, true, true), (.le, true, false), (.lt, false, true), (.ge, false, false): return (other.lowerBound + 1)...highest
    case (.ge, true, true), (.lt, true, false), (.le, false, true), (.gt, false, false): return other.lowerBound...highest
    default: return nil
    }
  }

  /// What is known of a value wherever it is used, or what a test before a block found it to be.
  private func found(_ value: ValueID, in block: BlockID) -> ClosedRange<Int64>? {
    if let known = self[value] { return known }
    let root = root(value)
    guard isConstrained[Int(root.raw)] else { return nil }
    var next = parents[Int(block.raw)]
    while let place = next {
      if let (condition, holds) = tests[Int(place.raw)], let proven = integerBounds(of: root, function[condition], holds: holds) {
        return proven
      }
      next = parents[Int(place.raw)]
    }
    return nil
  }

  /// The bounds between which a test, or that an element was there, found a value to be an integer.
  private func integerBounds(of root: ValueID, _ test: Instruction, holds: Bool) -> ClosedRange<Int64>? {
    if let index = foundIndex(test, holds: holds) { return self.root(index) == root ? Self.assumption : nil }
    guard holds, test.opcode == .isInteger, self.root(function.operand(test, 0)) == root,
      let low = constant(function.operand(test, 1)), let high = constant(function.operand(test, 2))
    else { return nil }
    return low...high
  }

  private func constant(_ value: ValueID) -> Int64? {
    guard case .instruction(let id) = function[value].definition, case .integer(let number) = function[id].payload else { return nil }
    return number
  }

  // MARK: Results

  private func result(_ instruction: Instruction, in block: BlockID) -> IntegerRange {
    let representation = function.representation(instruction.result)
    guard representation.isNumber else { return .unknown }
    func operand(_ index: Int) -> IntegerRange { range(function.operand(instruction, index), in: block) }
    let exact: IntegerRange
    switch (instruction.opcode, instruction.payload) {
    case (.constF64, .number(let bits)): exact = .of(Double(bitPattern: bits))
    case (.constI32, .integer(let value)), (.constI64, .integer(let value)): exact = .known(value...value)
    case (.convert, _), (.truncate, _), (.f64Floor, _), (.f64Ceil, _), (.f64Trunc, _): exact = operand(0)
    case (.select, _): exact = operand(1).joined(operand(2))
    case (.f64Add, _), (.i64Add, _), (.i32Add, _): exact = operand(0).plus(operand(1))
    case (.f64Sub, _), (.i64Sub, _), (.i32Sub, _): exact = operand(0).minus(operand(1))
    case (.f64Mul, _), (.i64Mul, _): exact = operand(0).times(operand(1), zeroIsSigned: instruction.opcode == .f64Mul)
    case (.f64Rem, _), (.i64Rem, _): exact = operand(0).remainder(operand(1))
    case (.f64Neg, _): exact = operand(0).negated
    case (.f64Abs, _): exact = operand(0).magnitude
    case (.toInt32, _): exact = operand(0).fitting(.of(.i32))
    case (.i32And, _): exact = operand(0).and(operand(1))
    case (.i32Or, _), (.i32Xor, _): exact = operand(0).or(operand(1))
    case (.i32UShr, _): exact = operand(0).shiftedRight(by: operand(1))
    case (.typedLoad, .integer(let kind)): exact = ElementKind(rawValue: kind).map(IntegerRange.of) ?? .unknown
    case (.typedLength, _): exact = .known(0...(1 << 52))
    case (.stringUnit, _): exact = .known(0...0xFFFF)
    case (.callDirect, .function(let callee)) where Int(callee.raw) < callResults.count && !function[block].isCold:
      exact = callResults[Int(callee.raw)]
    default: exact = .unknown
    }
    // Beyond its bounds 32-bit arithmetic wraps around.
    switch representation {
    case .i32, .u32: return exact == .unvisited ? exact : exact.fitting(.of(representation))
    case .i64: return exact == .unknown ? .of(.i64) : exact
    default: return exact
    }
  }
}
