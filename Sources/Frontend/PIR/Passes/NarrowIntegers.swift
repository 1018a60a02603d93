import Syntax

extension Pass {
  /// Keeps counters and indices as integers.
  public static let narrowIntegers = Pass.perFunction(
    "narrow-integers", "keep loop counters, indices and bit patterns in integer registers"
  ) {
    var narrowing = IntegerNarrowing($0)
    narrowing.narrowCounters()
    var simplifier = Simplifier(narrowing.function)
    simplifier.run()
    var arithmetic = IntegerNarrowing(simplifier.function)
    arithmetic.narrowArithmetic()
    $0 = arithmetic.function
  }
}

/// Finds f64 values that are integers and computes them as i64.
///
/// A counter is a block parameter that starts at integers and changes only by adding constants of at most
/// `largestStep`. It cannot leave ±2^52 in any run: that would take 2^42 iterations. So 64-bit arithmetic gives what
/// f64 arithmetic gives, and since no constant is -0 no counter is. Sums of other integers stay f64: they can grow
/// beyond 2^53, where f64 rounds.
private struct IntegerNarrowing {
  var function: PIRFunction
  private static let largestStep = 1024.0
  /// Magnitude bound, as a power of two, of a counter and of what may be computed from it.
  private static let counterBits = 52
  private static let exactBits = 53

  init(_ function: PIRFunction) { self.function = function }

  private func definition(_ value: ValueID) -> Instruction? {
    if case .instruction(let id) = function[value].definition { return function[id] }
    return nil
  }

  /// The value of an integer constant that is not -0.
  private func integer(_ value: ValueID) -> Int64? {
    guard let source = definition(value), source.opcode == .constF64, case .number(let bits) = source.payload else { return nil }
    let number = Double(bitPattern: bits)
    guard number.rounded(.towardZero) == number, abs(number) <= 4_294_967_296, bits != (-0.0).bitPattern else { return nil }
    return Int64(number)
  }

  mutating func narrowCounters() {
    var candidates: Set<ValueID> = []
    for block in function.blocks {
      for parameter in block.parameters where function.representation(parameter) == .f64 { candidates.insert(parameter) }
    }
    guard !candidates.isEmpty else { return }
    var incoming: [ValueID: [ValueID]] = [:]
    for block in function.blocks {
      guard let last = block.instructions.last else { continue }
      for edge in function.edges(function[last]) {
        for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters)
        where candidates.contains(parameter) {
          incoming[parameter, default: []].append(argument)
        }
      }
    }
    var changed = true
    while changed {
      changed = false
      for candidate in candidates where !(incoming[candidate] ?? []).allSatisfy({ isCounterValue($0, candidates, depth: 8) }) {
        candidates.remove(candidate)
        changed = true
      }
    }
    guard !candidates.isEmpty else { return }
    convertParameters(candidates)
  }

  /// Whether a value is an integer constant, a converted integer, a counter, or a counter plus a small constant.
  private func isCounterValue(_ value: ValueID, _ candidates: Set<ValueID>, depth: Int) -> Bool {
    if candidates.contains(value) || integer(value) != nil { return true }
    guard depth > 0, let source = definition(value) else { return false }
    switch source.opcode {
    case .convert: return function.representation(function.operand(source, 0)).isNumber
    case .f64Add, .f64Sub:
      let left = function.operand(source, 0)
      let right = function.operand(source, 1)
      if let step = integer(right), abs(Double(step)) <= Self.largestStep {
        return isCounterValue(left, candidates, depth: depth - 1)
      }
      if source.opcode == .f64Add, let step = integer(left), abs(Double(step)) <= Self.largestStep {
        return isCounterValue(right, candidates, depth: depth - 1)
      }
      return false
    default: return false
    }
  }

  private mutating func convertParameters(_ counters: Set<ValueID>) {
    for index in function.blocks.indices {
      var conversions: [InstructionID] = []
      for position in function.blocks[index].parameters.indices {
        let old = function.blocks[index].parameters[position]
        guard counters.contains(old) else { continue }
        let native = ValueID(UInt32(function.values.count))
        function.values.append(Value(representation: .i64, definition: .blockParameter(BlockID(UInt32(index)), position)))
        function.blocks[index].parameters[position] = native
        let id = InstructionID(UInt32(function.instructions.count))
        function.instructions.append(
          Instruction(
            opcode: .convert, result: old, operands: function.addOperands([native]), edges: .empty, payload: .none, position: 0))
        function[old].definition = .instruction(id)
        conversions.append(id)
      }
      function.blocks[index].instructions.insert(contentsOf: conversions, at: 0)
    }
    for index in function.blocks.indices {
      guard let last = function.blocks[index].instructions.last else { continue }
      var before: [InstructionID] = []
      for edge in function[last].edges.indices {
        let parameters = function[function.edgePool[edge].target].parameters
        var arguments = Array(function.arguments(function.edgePool[edge]))
        for position in arguments.indices
        where function.representation(parameters[position]) == .i64 && function.representation(arguments[position]) == .f64 {
          arguments[position] = integerValue(arguments[position], depth: 9, &before)
        }
        function.edgePool[edge].arguments = function.addOperands(arguments)
      }
      let count = function.blocks[index].instructions.count
      function.blocks[index].instructions.insert(contentsOf: before, at: count - 1)
    }
  }

  /// The i64 form of a value that `isCounterValue` accepted.
  private mutating func integerValue(_ value: ValueID, depth: Int, _ before: inout [InstructionID]) -> ValueID {
    if let constant = integer(value) {
      return emit(.constI64, [], payload: .integer(constant), &before)
    }
    if let source = definition(value) {
      switch source.opcode {
      case .convert:
        let operand = function.operand(source, 0)
        return function.representation(operand) == .i64 ? operand : emit(.convert, [operand], payload: .none, &before)
      case .f64Add where depth > 0, .f64Sub where depth > 0:
        let left = integerValue(function.operand(source, 0), depth: depth - 1, &before)
        let right = integerValue(function.operand(source, 1), depth: depth - 1, &before)
        return emit(source.opcode == .f64Add ? .i64Add : .i64Sub, [left, right], payload: .none, &before)
      default: break
      }
    }
    return emit(.truncate, [value], payload: .none, &before)
  }

  private mutating func emit(
    _ opcode: Opcode, _ operands: [ValueID], payload: Payload, _ before: inout [InstructionID]
  ) -> ValueID {
    let id = function.makeInstruction(opcode, operands, payload: payload, result: .i64)
    before.append(id)
    return function[id].result
  }

  // MARK: Arithmetic and comparisons of integers

  /// Computes sums, differences and comparisons of converted integers without leaving the integer registers.
  mutating func narrowArithmetic() {
    for index in function.blocks.indices {
      var kept: [InstructionID] = []
      for id in function.blocks[index].instructions {
        let instruction = function[id]
        switch instruction.opcode {
        case .f64Add, .f64Sub:
          if let bits = bits(instruction.result, depth: 6), bits <= Self.exactBits {
            let native = integerValue(instruction.result, depth: 6, &kept)
            function[id].opcode = .convert
            function[id].operands = function.addOperands([native])
          }
        case .eq, .ne, .lt, .le, .gt, .ge:
          let left = function.operand(instruction, 0)
          let right = function.operand(instruction, 1)
          if function.representation(left) == .f64, isInteger(left), isInteger(right),
            definition(left)?.opcode == .convert || definition(right)?.opcode == .convert
          {
            let operands = [integerValue(left, depth: 0, &kept), integerValue(right, depth: 0, &kept)]
            function[id].operands = function.addOperands(operands)
          }
        case .elemGet, .elemSet: narrowKey(id, &kept)
        default: break
        }
        kept.append(id)
      }
      function.blocks[index].instructions = kept
    }
  }

  /// An element access whose key is an integer takes it in a register.
  private mutating func narrowKey(_ id: InstructionID, _ kept: inout [InstructionID]) {
    var operands = Array(function.operands(function[id]))
    guard let source = definition(operands[1]), source.opcode == .box else { return }
    let key = function.operand(source, 0)
    switch function.representation(key) {
    case .i32, .u32: operands[1] = emit(.convert, [key], payload: .none, &kept)
    case .f64 where isInteger(key): operands[1] = integerValue(key, depth: 0, &kept)
    default: return
    }
    function[id].opcode = function[id].opcode == .elemGet ? .elemGetIndex : .elemSetIndex
    function[id].operands = function.addOperands(operands)
  }

  private func isInteger(_ value: ValueID) -> Bool {
    if integer(value) != nil { return true }
    guard let source = definition(value), source.opcode == .convert else { return false }
    return function.representation(function.operand(source, 0)).isNumber
  }

  /// A bound on the magnitude of an integer value, as a power of two; nil if the value may not be an integer.
  private func bits(_ value: ValueID, depth: Int) -> Int? {
    if let constant = integer(value) { return 64 - constant.magnitude.leadingZeroBitCount }
    guard depth > 0, let source = definition(value) else { return nil }
    switch source.opcode {
    case .convert:
      switch function.representation(function.operand(source, 0)) {
      case .i32, .u32: return 32
      case .i64: return integerBits(function.operand(source, 0), depth: depth - 1)
      default: return nil
      }
    case .f64Add, .f64Sub:
      guard let left = bits(function.operand(source, 0), depth: depth - 1),
        let right = bits(function.operand(source, 1), depth: depth - 1)
      else { return nil }
      // A difference of equal values is +0 and a sum is -0 only of two -0, which integers here never are.
      return max(left, right) + 1
    default: return nil
    }
  }

  private func integerBits(_ value: ValueID, depth: Int) -> Int? {
    guard let source = definition(value) else { return Self.counterBits }
    guard depth > 0 else { return nil }
    switch source.opcode {
    case .constI64: return 33
    case .convert: return 32
    case .i64Add, .i64Sub:
      guard let left = integerBits(function.operand(source, 0), depth: depth - 1),
        let right = integerBits(function.operand(source, 1), depth: depth - 1)
      else { return nil }
      return max(left, right) + 1
    default: return nil
    }
  }
}
