import Syntax

extension Pass {
  /// Gives loops over arrays a version without tests of their elements.
  public static let versionLoops = Pass.perFunction("version-loops", "test once before a loop what it would test of each element") { function in
    guard function.prefersSpeed else { return }
    var versioning = LoopVersioning(function)
    if versioning.run() { function = versioning.function }
  }
}

/// Copies innermost loops that count: before the copy stand tests that all elements which it accesses exist, and are numbers
/// where the elements of ordinary arrays are used as such. Where one fails, the loop runs as it is.
private struct LoopVersioning {
  private(set) var function: PIRFunction
  /// The block of each value of the original function.
  private var definitions: [BlockID?] = []

  init(_ function: PIRFunction) { self.function = function }

  /// Whether anything was changed.
  mutating func run() -> Bool {
    guard function.blocks.contains(where: { !$0.isCold && $0.instructions.contains { function[$0].opcode.isWorthVersions } }) else {
      return false
    }
    let loops = Loops(function)
    definitions = function.definingBlocks()
    let found = loops.innermost.compactMap { CountedLoop($0, loops, function, definitions: definitions) }
    for loop in found { version(loop) }
    return !found.isEmpty
  }

  private mutating func version(_ loop: CountedLoop) {
    keepResults(of: loop)
    let copy = copyBody(of: loop)
    let into = function.edgePool[loop.entryEdge]
    let arguments = Array(function.arguments(into))
    let first = function.addBlock(handlerOf: loop.entry)
    function.edgePool[loop.entryEdge] = Edge(target: first)
    var tests = Tests(block: first, otherwise: loop.header, arguments)
    addTests(loop, &tests)
    function.append(.jump, edges: [function.edge(to: copy, arguments)], to: tests.block, position: 0)
  }

  // MARK: Tests

  /// Where tests are being put, and the loop that runs if one fails.
  private struct Tests {
    var block: BlockID
    let otherwise: BlockID
    let arguments: [ValueID]

    init(block: BlockID, otherwise: BlockID, _ arguments: [ValueID]) {
      self.block = block
      self.otherwise = otherwise
      self.arguments = arguments
    }
  }

  private mutating func require(_ condition: ValueID, _ tests: inout Tests) {
    let next = function.addBlock(handlerOf: tests.block)
    let fallback = function.edge(to: tests.otherwise, tests.arguments)
    function.append(.branch, [condition], edges: [function.edge(to: next), fallback], to: tests.block, position: 0)
    tests.block = next
  }

  private mutating func require(_ value: ValueID, _ comparison: Opcode, _ bound: Int64, _ tests: inout Tests) {
    let constant = function.append(.constI64, payload: .integer(bound), to: tests.block, position: 0)
    require(function.append(comparison, [value, constant], to: tests.block, position: 0), &tests)
  }

  private mutating func addTests(_ loop: CountedLoop, _ tests: inout Tests) {
    for test in loop.guards { require(test, &tests) }
    var last = evaluate(loop.limit, loop, counter: nil, in: tests.block)
    if !loop.includesLimit {
      let one = function.append(.constI64, payload: .integer(1), to: tests.block, position: 0)
      last = function.append(.i64Sub, [last, one], to: tests.block, position: 0)
    }
    require(function.append(.le, [loop.start, last], to: tests.block, position: 0), &tests)
    for step in loop.steps.sorted(by: { $0.raw < $1.raw }) {
      require(evaluate(step, loop, counter: nil, in: tests.block), .ge, 1, &tests)
    }
    if !loop.factors.isEmpty {
      // Sums of products of such integers do not overflow.
      require(loop.start, .ge, -(1 << 30), &tests)
      require(last, .lt, 1 << 30, &tests)
      for factor in loop.factors.sorted(by: { $0.raw < $1.raw }) {
        let value = evaluate(factor, loop, counter: nil, in: tests.block)
        require(value, .ge, -(1 << 31), &tests)
        require(value, .lt, 1 << 31, &tests)
      }
    }
    var done: Set<[ValueID]> = []
    let written = Set(loop.accesses.filter { function[$0.instruction].opcode == .arrayPut }.map(\.base))
    for access in loop.accesses where done.insert([access.base, access.index]).inserted {
      let low = evaluate(access.index, loop, counter: loop.start, in: tests.block)
      let high = evaluate(access.index, loop, counter: last, in: tests.block)
      if function[access.instruction].opcode == .typedHas {
        for index in [low, high] { require(function.append(.typedHas, [access.base, index], to: tests.block, position: 0), &tests) }
      } else {
        let isWritten = function.append(
          .constI1, payload: .integer(written.contains(access.base) ? 1 : 0), to: tests.block, position: 0)
        require(function.append(.arrayNumbers, [access.base, low, high, isWritten], to: tests.block, position: 0), &tests)
      }
    }
  }

  /// Computes a value before the loop, as it is in the iteration with a counter.
  private mutating func evaluate(_ value: ValueID, _ loop: CountedLoop, counter: ValueID?, in block: BlockID) -> ValueID {
    if value == loop.counter { return counter! }
    if loop.isOutside(value) { return value }
    guard case .instruction(let id) = function[value].definition else { preconditionFailure("a value of the loop has no form before it") }
    let operands = Array(function.operands(function[id])).map { evaluate($0, loop, counter: counter, in: block) }
    return function.append(
      function[id].opcode, operands, payload: function[id].payload, result: function.representation(value), to: block,
      position: function[id].position)
  }

  // MARK: The copy

  /// Keeps what the loop computes and others use in slots: both versions store it.
  private mutating func keepResults(of loop: CountedLoop) {
    var slots: [ValueID: SlotID] = [:]
    func isInside(_ value: ValueID) -> Bool { !loop.isOutside(value) }
    for block in function.blockIDs where !loop.body.contains(block) {
      var kept: [InstructionID] = []
      for id in function[block].instructions {
        for index in function[id].operands.indices where isInside(function.operandPool[index]) {
          function.operandPool[index] = load(function.operandPool[index], &slots, &kept)
        }
        for edge in function[id].edges.indices {
          for index in function.edgePool[edge].arguments.indices where isInside(function.operandPool[index]) {
            function.operandPool[index] = load(function.operandPool[index], &slots, &kept)
          }
        }
        kept.append(id)
      }
      function[block].instructions = kept
    }
    // What leaves the loop with an edge needs no slot.
    for (value, slot) in slots.sorted(by: { $0.key.raw < $1.key.raw }) {
      let block = definitions[Int(value.raw)]!
      let store = function.makeInstruction(.slotStore, [value], payload: .slot(slot))
      let position = function[block].instructions.firstIndex { function[$0].result == value }.map { $0 + 1 } ?? 0
      function[block].instructions.insert(store, at: position)
    }
  }

  private mutating func load(_ value: ValueID, _ slots: inout [ValueID: SlotID], _ kept: inout [InstructionID]) -> ValueID {
    let slot: SlotID
    if let known = slots[value] {
      slot = known
    } else {
      slot = SlotID(UInt32(function.slots.count))
      function.slots.append(Slot(name: function[value].name, representation: function.representation(value)))
      slots[value] = slot
    }
    let id = function.makeInstruction(.slotLoad, payload: .slot(slot), result: function.representation(value))
    kept.append(id)
    return function[id].result
  }

  /// Copies the blocks of a loop without the tests of its accesses; gives the copy of the header.
  private mutating func copyBody(of loop: CountedLoop) -> BlockID {
    let blocks = loop.body.sorted { $0.raw < $1.raw }
    let accesses = Set(loop.accesses.map(\.instruction))
    var copies: [BlockID: BlockID] = [:]
    var renamed: [ValueID: ValueID] = [:]
    for block in blocks {
      let copy = function.addBlock(handlerOf: block)
      copies[block] = copy
      for (position, parameter) in function[block].parameters.enumerated() {
        let new = ValueID(UInt32(function.values.count))
        function.values.append(Value(representation: function.representation(parameter), definition: .blockParameter(copy, position)))
        function[copy].parameters.append(new)
        renamed[parameter] = new
      }
    }
    if !loop.guards.isEmpty {
      let passed = function.append(.constI1, payload: .integer(1), to: copies[loop.header]!, position: 0)
      for test in loop.guards { renamed[test] = passed }
    }
    // A value may be used before the block that defines it is copied.
    for block in blocks {
      for id in function[block].instructions {
        let new = copyInstruction(id, isAccess: accesses.contains(id), to: copies[block]!)
        if function[id].result.exists { renamed[function[id].result] = new }
      }
    }
    for block in blocks {
      for id in function[copies[block]!].instructions {
        for index in function[id].operands.indices {
          function.operandPool[index] = renamed[function.operandPool[index]] ?? function.operandPool[index]
        }
        for edge in function[id].edges.indices {
          let old = function.edgePool[edge]
          let arguments = Array(function.arguments(old)).map { renamed[$0] ?? $0 }
          function.edgePool[edge] = function.edge(to: copies[old.target] ?? old.target, arguments)
        }
      }
    }
    return copies[loop.header]!
  }

  /// Copies an instruction, its operands not yet renamed; gives its result.
  private mutating func copyInstruction(_ id: InstructionID, isAccess: Bool, to block: BlockID) -> ValueID {
    let original = function[id]
    let operands = Array(function.operands(original))
    let position = original.position
    switch original.opcode {
    case .typedHas where isAccess: return function.append(.constI1, payload: .integer(1), to: block, position: position)
    case .arrayAt where isAccess:
      let number = function.append(.arrayNumber, operands, to: block, position: position)
      return function.append(.box, [number], to: block, position: position)
    case .arrayPut where isAccess:
      let number = function.append(.unbox, [operands[2]], result: .f64, to: block, position: position)
      function.append(.arrayPutNumber, [operands[0], operands[1], number], to: block, position: position)
      return function.append(.constI1, payload: .integer(1), to: block, position: position)
    default:
      return function.append(
        original.opcode, operands, payload: original.payload,
        result: original.result.exists ? function.representation(original.result) : .void,
        edges: Array(function.edges(original)), to: block, position: position)
    }
  }
}

extension Opcode {
  /// Whether a version of a loop may save a test for such an instruction.
  fileprivate var isWorthVersions: Bool {
    switch self {
    case .typedHas, .arrayAt, .arrayPut, .fieldLoad, .fieldNumber: true
    default: false
    }
  }
}
