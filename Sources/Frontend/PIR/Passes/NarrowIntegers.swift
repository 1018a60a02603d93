import Syntax

extension Pass {
  /// Keeps counters and indices as integers.
  public static let narrowIntegers = Pass.perFunction(
    "narrow-integers", "keep counters, indices and other integers in integer registers", tellsChanges: true
  ) {
    guard !$0.runsBriefly else { return }
    var narrowing = IntegerNarrowing($0.take())
    narrowing.narrowCounters()
    narrowing.simplify()
    narrowing.narrowCodes()
    narrowing.narrowParameters()
    narrowing.simplify()
    narrowing.narrowArithmetic()
    narrowing.removeEntries()
    $0 = narrowing.function
  }
}

/// Finds f64 values that are integers and computes them as i64.
///
/// A counter is a block parameter that starts at integers and changes only by adding constants of at most
/// `largestStep`. It cannot leave ±2^52 in any run: that would take 2^42 iterations. So 64-bit arithmetic gives what
/// f64 arithmetic gives, and since no constant is -0 no counter is. What other values can be, `IntegerRanges` says: those
/// that always are integers of less than 2^53 are computed as such.
///
/// Where the slow version of a function returns to the fast one, its numbers can be anything. So that this does not make
/// the fast loop compute with doubles, the way back tests that they are what the fast version would have made of them. The
/// way into a loop tests that what indexes something is an integer to begin with.
private struct IntegerNarrowing {
  private(set) var function: PIRFunction
  private var ranges: IntegerRanges?
  private static let largestStep = 1024.0
  private static let counterBounds: ClosedRange<Int64> = -(1 << 52)...(1 << 52)

  init(_ function: PIRFunction) { self.function = function }

  /// What a counter must be that comes back. Perhaps it only changes in the slow version: then nothing but its sign is known.
  private static func counterBounds(from known: ClosedRange<Int64>?) -> ClosedRange<Int64> {
    known.map { $0.lowerBound >= 0 ? 0...counterBounds.upperBound : counterBounds } ?? counterBounds
  }

  mutating func simplify() {
    guard !function.isSimple else { return }
    var simplifier = Simplifier(function.take())
    simplifier.run()
    function = simplifier.function
  }

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

  // MARK: Returns from slow versions

  /// Adds tests to the ways back into fast loops, for what is an integer on all other ways, and to the ways into loops, for
  /// what is an integer if it was one at the beginning and is used as an index.
  private mutating func testReturns(_ ways: [Way], counters: Set<ValueID>) {
    let indices = IndexForm.parameters(of: function)
    var assumed: [Int: [ValueID: ClosedRange<Int64>]] = [:]
    for way in ways where !way.isReturn {
      for edge in function[way.jump].edges.indices { assumed[edge] = indices.filter { !counters.contains($0.key) } }
    }
    let ranges = IntegerRanges(function, trusting: edges(of: ways.filter(\.isReturn)), assuming: assumed)
    let loops = Loops(function)
    for way in ways {
      let edge = function.edges(function[way.jump]).first!
      var tests: [(value: ValueID, bounds: ClosedRange<Int64>)] = []
      for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters) {
        guard function.representation(argument) == .f64,
          let bounds = counters.contains(parameter) ? Self.counterBounds(from: ranges[parameter]) : ranges[parameter]
        else { continue }
        let known = ranges.range(argument, in: way.block)
        if way.isReturn {
          if let known = known.bounds, bounds.contains(known.lowerBound), bounds.contains(known.upperBound) { continue }
          tests.append((argument, bounds))
        } else if known == .unknown, let bounds = indices[parameter] {
          tests.append((argument, bounds))
        }
      }
      if !way.isReturn { tests += invariantTests(of: edge.target, ranges, in: way.block, loops) }
      addTests(tests, on: way)
    }
  }

  /// What to test before a loop of the numbers that it gets from outside.
  private func invariantTests(
    of header: BlockID, _ ranges: IntegerRanges, in block: BlockID, _ loops: Loops
  ) -> [(value: ValueID, bounds: ClosedRange<Int64>)] {
    guard loops.entries(of: header) == [block] else { return [] }
    return IndexForm.invariants(of: loops.blocks(of: header), function).filter {
      function.representation($0.value) == .f64 && ranges.range($0.value, in: block) == .unknown
    }
  }

  /// The places in the pool of the edges that lead back.
  private func edges(of ways: [Way]) -> Set<Int> {
    ways.reduce(into: []) { $0.formUnion(function[$1.jump].edges.indices) }
  }

  /// A jump into a fast loop.
  private struct Way {
    let block: BlockID
    let jump: InstructionID
    /// Where to go on slowly.
    let miss: Edge
    /// Whether it comes from the slow version.
    let isReturn: Bool
  }

  /// Blocks that jump to fast ones after a test that leads on in the slow version if it fails.
  private mutating func ways() -> [Way] {
    guard function.blocks.contains(where: \.isCold) else { return [] }
    isolateWays()
    let flow = ControlFlow(function)
    return flow.reversePostorder.compactMap { block in
      guard let jump = function[block].instructions.last, function[jump].opcode == .jump,
        let edge = function.edges(function[jump]).first, !function[edge.target].isCold, edge.arguments.count > 0,
        flow.predecessors[Int(block.raw)].count == 1, let before = flow.predecessors[Int(block.raw)].first,
        function[block].instructions.allSatisfy({ !function[$0].opcode.effects.isObservable || $0 == jump })
      else { return nil }
      let branch = function[function.terminator(before)]
      guard branch.opcode == .branch, let miss = function.edges(branch).last, miss.target != block, function[miss.target].isCold
      else { return nil }
      return Way(block: block, jump: jump, miss: miss, isReturn: function[block].isCold)
    }
  }

  /// Gives edges that lead on where a test passed a block of their own.
  private mutating func isolateWays() {
    for block in function.blockIDs {
      let branch = function[function.terminator(block)]
      guard branch.opcode == .branch, let hit = function.edges(branch).first, let miss = function.edges(branch).last,
        hit.arguments.count > 0, !function[hit.target].isCold, function[miss.target].isCold,
        function.arguments(hit).contains(where: { function.representation($0) == .f64 })
      else { continue }
      function.isSimple = false
      let way = function.addBlock(handlerOf: block)
      function[way].isCold = function[block].isCold
      function.append(.jump, edges: [hit], to: way, position: branch.position)
      function.edgePool[Int(branch.edges.start)] = Edge(target: way)
    }
  }

  private mutating func addTests(_ tests: [(value: ValueID, bounds: ClosedRange<Int64>)], on way: Way) {
    var block = way.block
    for (value, bounds) in tests {
      function.isSimple = false
      let next = function.split(block, after: function[block].instructions.count - 2)
      function[next].isCold = way.isReturn
      let low = function.append(.constI64, payload: .integer(bounds.lowerBound), to: block, position: 0)
      let high = function.append(.constI64, payload: .integer(bounds.upperBound), to: block, position: 0)
      let condition = function.append(.isInteger, [value, low, high], to: block, position: 0)
      let miss = function.edge(to: way.miss.target, Array(function.arguments(way.miss)))
      function.append(.branch, [condition], edges: [function.edge(to: next), miss], to: block, position: 0)
      block = next
    }
  }

  /// Lets all loops be entered: what had to be tested is.
  mutating func removeEntries() {
    var hasEntries = false
    for block in function.blocks {
      for id in block.instructions where function[id].opcode == .loopEntry {
        function[id].opcode = .constI1
        function[id].payload = .integer(1)
        hasEntries = true
      }
    }
    if hasEntries {
      function.isSimple = false
      simplify()
      function.removeUnreachableBlocks()
      function.removeUnusedBlockParameters()
      function.removeDeadInstructions()
    }
  }

  // MARK: Counters

  mutating func narrowCounters() {
    var candidates: Set<ValueID> = []
    for block in function.blocks {
      for parameter in block.parameters where function.representation(parameter) == .f64 { candidates.insert(parameter) }
    }
    guard !candidates.isEmpty else { return }
    let ways = ways()
    let incoming = incomingValues(of: candidates, except: edges(of: ways.filter(\.isReturn)))
    var changed = true
    while changed {
      changed = false
      for candidate in candidates where !(incoming[candidate] ?? []).allSatisfy({ isCounterValue($0, candidates, depth: 8) }) {
        candidates.remove(candidate)
        changed = true
      }
    }
    if !ways.isEmpty { testReturns(ways, counters: candidates) }
    guard !candidates.isEmpty else { return }
    convertParameters(candidates)
  }

  /// Block parameters that are always integers are held as such if what flows into them is.
  mutating func narrowParameters() {
    let hasNumbers = function.blocks.contains { $0.parameters.contains { function.representation($0) == .f64 } }
    guard hasNumbers else { return }
    ranges = IntegerRanges(function)
    var candidates: Set<ValueID> = []
    for block in function.blocks {
      for parameter in block.parameters where function.representation(parameter) == .f64 && ranges![parameter] != nil {
        candidates.insert(parameter)
      }
    }
    guard !candidates.isEmpty else { return }
    let incoming = incomingValues(of: candidates, except: [])
    var native: Set<ValueID> = []
    var changed = true
    while changed {
      changed = false
      for candidate in candidates where !native.contains(candidate) {
        guard (incoming[candidate] ?? []).contains(where: { native.contains($0) || isComputed($0) }) else { continue }
        native.insert(candidate)
        changed = true
      }
    }
    if !native.isEmpty { convertParameters(native) }
  }

  /// Whether an integer value comes out of integer registers, or can.
  private func isComputed(_ value: ValueID) -> Bool {
    switch definition(value)?.opcode {
    case .convert, .f64Add, .f64Sub, .f64Mul, .f64Rem: return true
    default: return false
    }
  }

  private func incomingValues(of parameters: Set<ValueID>, except ignored: Set<Int>) -> [ValueID: [ValueID]] {
    var result: [ValueID: [ValueID]] = [:]
    for block in function.blocks {
      guard let last = block.instructions.last else { continue }
      for index in function[last].edges.indices where !ignored.contains(index) {
        let edge = function.edgePool[index]
        for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters)
        where parameters.contains(parameter) {
          result[parameter, default: []].append(argument)
        }
      }
    }
    return result
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
    function.isSimple = false
    for index in function.blocks.indices {
      var conversions: [InstructionID] = []
      for position in function.blocks[index].parameters.indices {
        let old = function.blocks[index].parameters[position]
        guard counters.contains(old) else { continue }
        let native = ValueID(UInt32(function.values.count))
        function.values.append(
          Value(representation: .i64, definition: .blockParameter(BlockID(UInt32(index)), position), name: function[old].name))
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

  /// The i64 form of a value that is always an integer.
  private mutating func integerValue(_ value: ValueID, depth: Int, _ before: inout [InstructionID]) -> ValueID {
    if function.representation(value) == .i64 { return value }
    if let constant = integer(value) {
      return emit(.constI64, [], payload: .integer(constant), &before)
    }
    if let source = definition(value) {
      switch source.opcode {
      case .convert:
        let operand = function.operand(source, 0)
        return function.representation(operand) == .i64 ? operand : emit(.convert, [operand], payload: .none, &before)
      case .f64Add where depth > 0 && isIntegerSum(source, depth: depth), .f64Sub where depth > 0 && isIntegerSum(source, depth: depth):
        let left = integerValue(function.operand(source, 0), depth: depth - 1, &before)
        let right = integerValue(function.operand(source, 1), depth: depth - 1, &before)
        return emit(source.opcode == .f64Add ? .i64Add : .i64Sub, [left, right], payload: .none, &before)
      default: break
      }
    }
    return emit(.truncate, [value], payload: .none, &before)
  }

  /// Whether not only a sum is an integer, but what is added too: what comes back to a fast loop was tested as a whole.
  private func isIntegerSum(_ sum: Instruction, depth: Int) -> Bool {
    function.operands(sum).allSatisfy { value in
      if integer(value) != nil || isInteger(value) { return true }
      guard depth > 0, let source = definition(value) else { return false }
      switch source.opcode {
      case .convert: return function.representation(function.operand(source, 0)).isNumber
      case .f64Add, .f64Sub: return isIntegerSum(source, depth: depth - 1)
      default: return false
      }
    }
  }

  private mutating func emit(
    _ opcode: Opcode, _ operands: [ValueID], payload: Payload, _ before: inout [InstructionID]
  ) -> ValueID {
    let id = function.makeInstruction(opcode, operands, payload: payload, result: .i64)
    before.append(id)
    return function[id].result
  }

  // MARK: Units of strings

  /// Takes the positions of `charCodeAt` in integer registers, and gives what lies inside the string as an integer.
  mutating func narrowCodes() {
    guard function.blocks.contains(where: { $0.instructions.contains { function[$0].opcode == .stringCode } }) else { return }
    function.isSimple = false
    let ranges = IntegerRanges(function)
    self.ranges = ranges
    for block in ControlFlow(function).reversePostorder {
      var kept: [InstructionID] = []
      for id in function[block].instructions {
        if function[id].opcode == .stringCode { narrowCode(id, in: block, ranges, &kept) }
        kept.append(id)
      }
      function[block].instructions = kept
    }
  }

  private mutating func narrowCode(
    _ id: InstructionID, in block: BlockID, _ ranges: IntegerRanges, _ kept: inout [InstructionID]
  ) {
    let string = function.operand(function[id], 0)
    let position = function.operand(function[id], 1)
    guard isNative(position) || integer(position) != nil, isInteger(position, in: block) else { return }
    let index = integerValue(position, depth: 0, &kept)
    guard ranges.isIndex(position, of: string, in: block) else {
      function[id].opcode = .stringCodeIndex
      function[id].operands = function.addOperands([string, index])
      return
    }
    let unit = function.makeInstruction(.stringUnit, [string, index], payload: .none, result: .u32, position: function[id].position)
    kept.append(unit)
    function[id].opcode = .convert
    function[id].operands = function.addOperands([function[unit].result])
  }

  // MARK: Arithmetic and comparisons of integers

  private static let integerForms: [Opcode: Opcode] = [.f64Add: .i64Add, .f64Sub: .i64Sub, .f64Mul: .i64Mul, .f64Rem: .i64Rem]

  /// Whether anything is done with numbers that integer registers could do.
  private var hasArithmetic: Bool {
    function.blocks.contains { block in
      block.instructions.contains { id in
        switch function[id].opcode {
        case .f64Add, .f64Sub, .f64Mul, .f64Rem, .toIndex: return true
        case .eq, .ne, .lt, .le, .gt, .ge: return function.representation(function.operand(function[id], 0)) == .f64
        case .elemGet, .elemSet: return definition(function.operand(function[id], 1))?.opcode == .box
        default: return false
        }
      }
    }
  }

  /// Computes with integers, and compares them, without leaving the integer registers.
  mutating func narrowArithmetic() {
    guard hasArithmetic else { return }
    function.isSimple = false
    let ranges = IntegerRanges(function)
    self.ranges = ranges
    var limits = LoopLimits(function)
    for block in ControlFlow.reversePostorder(function) {
      let index = Int(block.raw)
      var kept: [InstructionID] = []
      for id in function.blocks[index].instructions {
        let instruction = function[id]
        switch instruction.opcode {
        case .f64Add, .f64Sub, .f64Mul, .f64Rem:
          guard ranges[instruction.result] != nil, isIntegerOperation(instruction, in: block) else { break }
          let operands = function.operands(instruction).map { integerValue($0, depth: 0, &kept) }
          let native = emit(Self.integerForms[instruction.opcode]!, operands, payload: .none, &kept)
          function[id].opcode = .convert
          function[id].operands = function.addOperands([native])
        case .eq, .ne, .lt, .le, .gt, .ge:
          let left = function.operand(instruction, 0)
          let right = function.operand(instruction, 1)
          if function.representation(left) == .f64, isInteger(left, in: block), isInteger(right, in: block), isNative(left) || isNative(right) {
            let operands = [integerValue(left, depth: 0, &kept), integerValue(right, depth: 0, &kept)]
            function[id].operands = function.addOperands(operands)
          } else {
            limitComparison(id, in: block, &limits, &kept)
          }
        case .toIndex:
          let number = function.operand(instruction, 0)
          let native: ValueID
          if ranges[number] != nil, isNative(number) {
            native = integerValue(number, depth: 0, &kept)
          } else if IndexForm(function, ranges).isComputed(number, in: block) {
            native = indexValue(number, in: block, &kept)
          } else {
            break
          }
          function[id].opcode = .convert
          function[id].operands = function.addOperands([native])
        case .elemGet, .elemSet: narrowKey(id, &kept)
        default: break
        }
        kept.append(id)
      }
      function.blocks[index].instructions = kept
    }
  }

  /// The i64 form of what `IndexForm` accepts.
  private mutating func indexValue(_ value: ValueID, in block: BlockID, _ kept: inout [InstructionID]) -> ValueID {
    if ranges!.range(value, in: block).bounds != nil { return integerValue(value, depth: 0, &kept) }
    let source = definition(value)!
    let operands = function.operands(source).map { indexValue($0, in: block, &kept) }
    return emit(Self.integerForms[source.opcode]!, operands, payload: .none, &kept)
  }

  private func isNative(_ value: ValueID) -> Bool { definition(value)?.opcode == .convert }

  private static let mirrored: [Opcode: Opcode] = [.lt: .gt, .le: .ge, .gt: .lt, .ge: .le]

  /// Compares an integer with the limit of a loop, which may be any number.
  private mutating func limitComparison(
    _ id: InstructionID, in block: BlockID, _ limits: inout LoopLimits, _ kept: inout [InstructionID]
  ) {
    let left = function.operand(function[id], 0)
    let right = function.operand(function[id], 1)
    guard let mirror = Self.mirrored[function[id].opcode], function.representation(left) == .f64 else { return }
    let isLeft = isNative(left) && isInteger(left, in: block)
    guard isLeft || isNative(right) && isInteger(right, in: block) else { return }
    let opcode = isLeft ? function[id].opcode : mirror
    guard let limit = limits.integer(for: isLeft ? right : left, comparedBy: opcode, in: block, &function) else { return }
    let number = integerValue(isLeft ? left : right, depth: 0, &kept)
    function[id].opcode = opcode
    function[id].operands = function.addOperands([number, limit])
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

  /// Whether the operands are integers: everywhere, or behind tests if one is in an integer register already.
  private func isIntegerOperation(_ instruction: Instruction, in block: BlockID) -> Bool {
    let operands = function.operands(instruction)
    return operands.allSatisfy { isInteger($0) }
      || operands.contains { isNative($0) } && operands.allSatisfy { isInteger($0, in: block) }
  }

  /// The same behind the tests that a block stands behind.
  private func isInteger(_ value: ValueID, in block: BlockID) -> Bool { ranges?.range(value, in: block).bounds != nil }

  /// Whether integer registers can hold a value without a test.
  private func isInteger(_ value: ValueID) -> Bool { ranges?[value] != nil }
}
