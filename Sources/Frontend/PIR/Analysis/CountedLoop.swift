/// An innermost loop that counts up to a limit, and what it accesses by its counter.
///
/// All indices are linear in the counter, so that they lie within an array if those of the first and the last iteration do.
struct CountedLoop {
  let header: BlockID
  let body: Set<BlockID>
  /// The block before it, and the place of the edge from there in the pool.
  let entry: BlockID
  let entryEdge: Int
  /// What the counter begins with.
  let start: ValueID
  let counter: ValueID
  let limit: ValueID
  /// Whether it also runs with the limit.
  let includesLimit: Bool
  /// What is added to the counter.
  private(set) var steps: Set<ValueID> = []
  private(set) var accesses: [Access] = []
  /// Numbers from outside that the counter is multiplied with.
  private(set) var factors: Set<ValueID> = []
  /// Tests from before the loop that each lead out of it where they fail.
  private(set) var guards: [ValueID] = []
  /// Values from outside of which the loop asks more, so that nothing is known of them before.
  private var questioned: Set<ValueID> = []
  private let function: PIRFunction
  private let definitions: [BlockID?]
  private static let deepest = 6
  private static let mostBlocks = 60
  /// So many tests of the same values in each iteration are worth a copy of the loop.
  private static let manyGuards = 3
  private static let mostAccesses = 24
  /// The sum of more products might not fit 64 bits.
  private static let mostProducts = 2

  struct Access {
    let instruction: InstructionID
    let base: ValueID
    let index: ValueID
  }

  /// nil if the loop is none, or nothing would be gained. `definitions`: the block of each value.
  init?(_ header: BlockID, _ loops: Loops, _ function: PIRFunction, definitions: [BlockID?]) {
    let body = loops.blocks(of: header)
    let entries = loops.entries(of: header)
    guard entries.count == 1, body.count <= Self.mostBlocks,
      body.allSatisfy({ !function[$0].isCold && function[$0].handler == nil && $0 != PIRFunction.entry })
    else { return nil }
    let into = function[function.terminator(entries[0])].edges.indices.filter { function.edgePool[$0].target == header }
    guard into.count == 1 else { return nil }
    self.header = header
    self.body = body
    self.function = function
    self.definitions = definitions
    entry = entries[0]
    entryEdge = into[0]
    guard let test = Self.test(header, body, loops, function) else { return nil }
    counter = test.counter
    limit = test.limit
    includesLimit = test.includesLimit
    guard case .blockParameter(_, let position) = function[counter].definition else { return nil }
    start = Array(function.arguments(function.edgePool[entryEdge]))[position]
    for block in body {
      let last = function[function.terminator(block)]
      for edge in function.edges(last) where edge.target == header {
        guard let step = step(Array(function.arguments(edge))[position]) else { return nil }
        steps.insert(step)
      }
    }
    findGuards()
    guard isEvaluable(limit, Self.deepest), findAccesses(after: test.block, loops) else { return nil }
  }

  // MARK: Shape

  /// The comparison that leads out of the loop.
  private static func test(
    _ header: BlockID, _ body: Set<BlockID>, _ loops: Loops, _ function: PIRFunction
  ) -> (counter: ValueID, limit: ValueID, includesLimit: Bool, block: BlockID)? {
    for block in body.sorted(by: { $0.raw < $1.raw }) where loops.isInEachIteration(block, of: header) {
      let branch = function[function.terminator(block)]
      guard branch.opcode == .branch, let inside = function.edges(branch).first, let outside = function.edges(branch).last,
        body.contains(inside.target), !body.contains(outside.target), !function[outside.target].isCold,
        case .instruction(let id) = function[function.operand(branch, 0)].definition
      else { continue }
      let left = function.operand(function[id], 0)
      guard function.representation(left) == .i64 else { continue }
      let right = function.operand(function[id], 1)
      func isCounter(_ value: ValueID) -> Bool { function[header].parameters.contains(value) }
      switch function[id].opcode {
      case .lt where isCounter(left): return (left, right, false, block)
      case .le where isCounter(left): return (left, right, true, block)
      case .gt where isCounter(right): return (right, left, false, block)
      case .ge where isCounter(right): return (right, left, true, block)
      default: continue
      }
    }
    return nil
  }

  /// Finds which branches of the loop ask what was tested before it.
  private mutating func findGuards() {
    for block in body.sorted(by: { $0.raw < $1.raw }) {
      let branch = function[function.terminator(block)]
      guard branch.opcode == .branch, let hit = function.edges(branch).first, let miss = function.edges(branch).last else { continue }
      let condition = function.operand(branch, 0)
      guard isOutside(condition), let test = definition(condition), test.opcode == .isLayout || test.opcode == .isType else { continue }
      if body.contains(hit.target), !body.contains(miss.target), function[miss.target].isCold {
        if !guards.contains(condition) { guards.append(condition) }
      } else {
        questioned.insert(function.reference(function.operand(test, 0)))
      }
    }
  }

  private func step(_ value: ValueID) -> ValueID? {
    guard let sum = definition(value), sum.opcode == .i64Add else { return nil }
    let left = function.operand(sum, 0)
    let right = function.operand(sum, 1)
    if left == counter, isEvaluable(right, 1) { return right }
    if right == counter, isEvaluable(left, 1) { return left }
    return nil
  }

  private func definition(_ value: ValueID) -> Instruction? {
    if case .instruction(let id) = function[value].definition { return function[id] }
    return nil
  }

  func isOutside(_ value: ValueID) -> Bool {
    guard Int(value.raw) < definitions.count, let block = definitions[Int(value.raw)] else { return true }
    return !body.contains(block)
  }

  // MARK: Expressions

  /// Whether a value can be computed before the loop: it comes from outside, or is made of such values by instructions whose
  /// result nothing in the loop changes.
  func isEvaluable(_ value: ValueID, _ depth: Int) -> Bool {
    if isOutside(value) { return true }
    guard depth > 0, let source = definition(value) else { return false }
    switch source.opcode {
    case .constI64: return true
    case .convert, .truncate, .i64Add, .i64Sub, .unbox: break
    case .arrayLength, .typedLength: guard !isTested(function.operand(source, 0)) else { return false }
    default: return false
    }
    return function.operands(source).allSatisfy { isEvaluable($0, depth - 1) }
  }

  /// Whether the loop tests what a value is: nothing is known of it before. What a field holds may be known from the layout of
  /// its object.
  private func isTested(_ value: ValueID) -> Bool {
    let value = function.reference(value)
    if isQuestioned(value) { return true }
    guard let load = definition(value), load.opcode == .fieldLoad else { return false }
    return isQuestioned(function.reference(function.operand(load, 0)))
  }

  private func isQuestioned(_ value: ValueID) -> Bool {
    questioned.contains(value) || body.contains { block in
      function[block].instructions.contains {
        (function[$0].opcode == .isType || function[$0].opcode == .isLayout) && function.reference(function.operand(function[$0], 0)) == value
      }
    }
  }

  /// Whether an index is a sum of the counter, or of a product of it, and what is computed before the loop. Gathers what it
  /// is multiplied with.
  private func isLinear(_ value: ValueID, _ depth: Int, _ factors: inout [ValueID]) -> Bool {
    if value == counter || isEvaluable(value, depth) { return true }
    guard depth > 0, let source = definition(value) else { return false }
    let operands = function.operands(source)
    switch source.opcode {
    case .i64Add, .i64Sub: return operands.allSatisfy { isLinear($0, depth - 1, &factors) }
    case .i64Mul:
      let left = function.operand(source, 0)
      let right = function.operand(source, 1)
      for (factor, other) in [(left, right), (right, left)] where isFactor(factor) {
        factors.append(factor)
        return other == counter
      }
      return false
    default: return false
    }
  }

  /// Whether a value is an integer from outside, perhaps kept as a number there.
  private func isFactor(_ value: ValueID) -> Bool {
    if isOutside(value) { return true }
    guard let source = definition(value), source.opcode == .truncate else { return false }
    return isOutside(function.operand(source, 0))
  }

  // MARK: Accesses

  /// Gathers the accesses behind the test; false: there are none, or something else may change what was tested.
  private mutating func findAccesses(after test: BlockID, _ loops: Loops) -> Bool {
    var storesNumbers = false
    var readsElements = false
    for block in body.sorted(by: { $0.raw < $1.raw }) {
      for id in function[block].instructions {
        let instruction = function[id]
        switch instruction.opcode {
        case .arrayAt where isNumber(instruction.result): if add(id, block, test, loops) { readsElements = true }
        case .arrayPut:
          guard let value = definition(function.operand(instruction, 2)), value.opcode == .box,
            function.representation(function.operand(value, 0)).isNumber, add(id, block, test, loops)
          else { return false }
          storesNumbers = true
        case .typedHas: _ = add(id, block, test, loops)
        case .arrayAt, .typedLoad, .typedStore, .typedLength, .arrayLength, .fieldLoad, .fieldNumber, .extraLoad, .isLayout, .isType, .isInteger,
          .toIndex, .slotLoad, .globalLoad, .fieldStore, .globalStore:
          break
        case .jump, .branch: break
        default: guard instruction.opcode.effects.isEmpty, !instruction.opcode.isTerminator else { return false }
        }
      }
    }
    guard !accesses.isEmpty || guards.count >= Self.manyGuards, accesses.count <= Self.mostAccesses else { return false }
    guard readsElements || storesNumbers else { return true }
    // Who looks at all elements before must not look at more than the loop would. What was found is remembered.
    return endsAtLimit(test)
  }

  /// Whether only the comparison with the limit ends the loop, besides what is rare.
  private func endsAtLimit(_ test: BlockID) -> Bool {
    body.allSatisfy { block in
      block == test
        || function.edges(function[function.terminator(block)]).allSatisfy {
          body.contains($0.target) || function[$0.target].isCold
        }
    }
  }

  /// Whether the program expects an element to be a number.
  private func isNumber(_ element: ValueID) -> Bool {
    body.contains { block in
      function[block].instructions.contains {
        function[$0].opcode == .isType && function[$0].payload == .test(.number) && function.operand(function[$0], 0) == element
      }
    }
  }

  private mutating func add(_ id: InstructionID, _ block: BlockID, _ test: BlockID, _ loops: Loops) -> Bool {
    let base = function.operand(function[id], 0)
    let index = function.operand(function[id], 1)
    var found: [ValueID] = []
    guard block != test, loops.dominates(test, block), isOutside(base), !isTested(base), isLinear(index, Self.deepest, &found),
      found.count <= Self.mostProducts
    else { return false }
    factors.formUnion(found)
    accesses.append(Access(instruction: id, base: base, index: index))
    return true
  }
}
