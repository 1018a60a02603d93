import Syntax

extension Pass {
  /// Makes two versions of functions: a fast one that assumes the guesses about its values, and one that assumes nothing.
  public static let speculate = Pass(
    name: "speculate", purpose: "run functions on what their values probably are, with a way out where they are not"
  ) { module in
    let prediction = Prediction(module)
    for index in module.layouts.indices {
      module.layouts[index].numbers = prediction.numbers(in: LayoutID(UInt32(index + 1)))
      module.layouts[index].typedArrays = prediction.typedArrays(in: LayoutID(UInt32(index + 1)))
    }
    let planner = SpeculationPlanner(module, prediction)
    changeConcurrently(&module.functions) { index, function in
      guard function.prefersSpeed, function.instructions.count < Speculation.largestFunction else { return }
      var speculation = Speculation(function)
      if speculation.run(index, planner) { function = speculation.function }
    }
  }
}

/// Two versions of one function.
///
/// Before an instruction that has a plan, the fast version tests what the plan assumes and, where it does not hold, goes
/// on in the slow version at the same instruction: nothing of it has run. Both versions keep their values in the same
/// slots, so that any edge may lead from one to the other; once they are values again (`promote-slots`), only the slow
/// version sees values of unknown kind join those that were tested, and the fast one is narrowed to native code without
/// calls. At loops the slow version tries to return: it tests the variables that the fast version knows to be numbers,
/// strings or truth values there. The fast loop has a block of its own before it for that, so that it stays a loop
/// without calls.
struct Speculation {
  var function: PIRFunction
  static let largestFunction = 3000
  private var plans: [InstructionID: SpeculationPlan] = [:]
  /// By value of the original function.
  private var slots: [SlotID?] = []
  /// By block of the original function: its copy that assumes nothing.
  private var slow: [BlockID] = []

  init(_ function: PIRFunction) { self.function = function }

  /// Whether there was anything to assume.
  mutating func run(_ index: Int, _ planner: SpeculationPlanner) -> Bool {
    let general = unexpectedGeneralEdges(index, planner)
    let needless = needlessTests(index, planner)
    findPlans(index, planner, general)
    guard !plans.isEmpty else { return false }
    isolatePlans()
    slots = function.convertToSlotForm(forced: Set(plans.keys.compactMap { function[$0].result.exists ? function[$0].result : nil }))
    let loops = Loops(function)
    let fastCount = function.blocks.count
    let returning = loops.headers.filter { header in
      loops.blocks(of: header).contains { block in function[block].instructions.contains { plans[$0] != nil } }
    }
    copyBlocks()
    leave(general)
    skip(needless)
    let preheaders = addPreheaders(returning, loops)
    // Without what it skips, the fast version passes more tests in each iteration.
    let fastLoops = Loops(function)
    for header in returning { testBefore(header, preheaders[header]!, fastLoops, general) }
    for block in 1..<fastCount { assume(BlockID(UInt32(block))) }
    let reentries = addReentries(preheaders, fastCount)
    test(reentries, from: preheaders)
    return true
  }

  private mutating func findPlans(_ index: Int, _ planner: SpeculationPlanner, _ general: Set<InstructionID>) {
    let left = Set(general.map { function.edges(function[$0]).last!.target })
    // What runs once is not worth two versions, only its loops are.
    var once: Set<BlockID> = []
    if function.kind == .internal_ || function.frequency == .once {
      once = Set(function.blockIDs).subtracting(Loops(function).allBlocks)
    }
    let usual = UsualValues(function)
    for block in function.blockIDs where !left.contains(block) && !once.contains(block) {
      for id in function[block].instructions {
        if let plan = planner.plan(function[id], in: index, function, usual) { plans[id] = plan }
      }
    }
  }

  /// Edges to general blocks that the guesses do not expect to be taken, by terminator.
  private func unexpectedGeneralEdges(_ index: Int, _ planner: SpeculationPlanner) -> Set<InstructionID> {
    var result: Set<InstructionID> = []
    for block in function.blocks where !block.isGeneral {
      guard let last = block.instructions.last, function[last].opcode == .branch, let edge = function.edges(function[last]).last,
        function[edge.target].isGeneral, !planner.expectsGeneral(function[last], edge.target, in: index, function)
      else { continue }
      result.insert(last)
    }
    return result
  }

  /// Tests for what the guesses exclude, by terminator, where others follow that lead to the general way: those tell whether
  /// the guess was right.
  private func needlessTests(_ index: Int, _ planner: SpeculationPlanner) -> [InstructionID] {
    function.blocks.compactMap { block in
      guard !block.isGeneral, let last = block.instructions.last, function[last].opcode == .branch,
        planner.excludes(function[last], in: index, function), endsGenerally(function.edges(function[last]).last!.target)
      else { return nil }
      return last
    }
  }

  /// Whether a block only tests for further kinds until nothing but the general way is left.
  private func endsGenerally(_ first: BlockID) -> Bool {
    var current = first
    for _ in 0..<4 {
      if function[current].isGeneral { return true }
      guard let last = function[current].instructions.last, function[current].instructions.count <= 2,
        let edge = function.edges(function[last]).last,
        function[last].opcode == .branch, function.source(function.operand(function[last], 0))?.opcode == .isType
      else { return false }
      current = edge.target
    }
    return false
  }

  private mutating func skip(_ branches: [InstructionID]) {
    for id in branches {
      let edges = function[id].edges
      function[id].opcode = .jump
      function[id].operands = .empty
      function[id].edges = PoolRange(start: edges.start + edges.count - 1, count: 1)
    }
  }

  /// Lets each instruction with a plan begin a block.
  private mutating func isolatePlans() {
    var index = 0
    while index < function.blocks.count {
      let block = BlockID(UInt32(index))
      let found = function[block].instructions.indices.dropFirst().first { plans[function[block].instructions[$0]] != nil }
      if let position = found {
        let rest = function.split(block, after: position - 1)
        function[rest].isGeneral = function[block].isGeneral
        function.append(.jump, edges: [function.edge(to: rest)], to: block, position: 0)
      }
      index += 1
    }
  }

  // MARK: The slow version

  private mutating func copyBlocks() {
    let count = function.blocks.count
    // Everything starts in the fast version: the entry is not copied.
    slow = (0..<count).map { BlockID(UInt32($0 == 0 ? 0 : count + $0 - 1)) }
    for index in 1..<count {
      var copy = Block()
      copy.isCold = true
      copy.isGeneral = function.blocks[index].isGeneral
      copy.handler = function.blocks[index].handler.map { slow[Int($0.raw)] }
      var renamed: [ValueID: ValueID] = [:]
      for id in function.blocks[index].instructions {
        let original = function[id]
        let operands = function.operands(original).map { renamed[$0] ?? $0 }
        let edges = function.edges(original).map { Edge(target: slow[Int($0.target.raw)]) }
        let result = original.result.exists ? function.representation(original.result) : .void
        let new = function.makeInstruction(
          original.opcode, operands, payload: original.payload, result: result, position: original.position)
        if !edges.isEmpty { function[new].edges = function.addEdges(edges) }
        if original.result.exists { renamed[original.result] = function[new].result }
        copy.instructions.append(new)
      }
      function.blocks.append(copy)
    }
  }

  /// Where the fast version leaves a diamond for the general side, the slow version goes on.
  private mutating func leave(_ terminators: Set<InstructionID>) {
    for id in terminators {
      let edge = function[id].edges.indices.last!
      let target = function.edgePool[edge].target
      if Int(target.raw) < slow.count { function.edgePool[edge].target = slow[Int(target.raw)] }
    }
  }

  // MARK: Assumptions

  /// Puts the tests of a plan before the instruction that a block begins with.
  private mutating func assume(_ block: BlockID) {
    guard let id = function[block].instructions.first(where: { plans[$0] != nil }), let plan = plans[id] else { return }
    let instruction = function[id]
    let position = instruction.position
    let way = slow[Int(block.raw)]
    var body = Block()
    body.handler = function[block].handler
    body.instructions = function[block].instructions
    function.blocks.append(body)
    let rest = BlockID(UInt32(function.blocks.count - 1))
    function[block].instructions = []
    var current = block
    for (index, kind) in plan.operands {
      current = refine(operandSlot(instruction, index), kind, in: current, miss: way, position)
    }
    switch plan.access {
    case nil: function.append(.jump, edges: [function.edge(to: rest)], to: current, position: position)
    case .field(let layouts): accessField(id, layouts, from: current, rest, miss: way)
    case .construction(let layout): construct(id, layout, from: current, rest, miss: way)
    case .method(let layouts): findMethod(id, layouts, from: current, rest, miss: way)
    case .instance(let layout):
      let operands = place(reload(id, in: rest), of: id, in: current)
      current = branch(on: .hasClass, operands[0], payload: .none, in: current, miss: way, position)
      let answer = function.append(.isLayout, [operands[0]], payload: .layout(layout), to: current, position: position)
      finish(instruction, answer, in: current, rest)
    case .element(let kind): accessElement(id, kind, from: current, rest, miss: way)
    case .typedElement(let kind): accessTypedElement(id, kind, from: current, rest, miss: way)
    case .typedLength(let kind):
      let operands = place(reload(id, in: rest), of: id, in: current)
      current = branch(on: .isLayout, operands[0], payload: .layout(kind.layout), in: current, miss: way, position)
      let length = function.append(.typedLength, [operands[0]], to: current, position: position)
      finish(instruction, function.append(.box, [length], to: current, position: position), in: current, rest)
    }
  }

  /// The slot that an operand was loaded from.
  private func operandSlot(_ instruction: Instruction, _ index: Int) -> SlotID? {
    var value = function.operand(instruction, index)
    // A plan's operands come from other blocks.
    while case .instruction(let id) = function[value].definition {
      if case .slot(let slot) = function[id].payload { return slot }
      guard function[id].opcode == .box else { return nil }
      value = function.operand(function[id], 0)
    }
    return nil
  }

  private static func test(for kind: Representation) -> TypeTest {
    switch kind {
    case .string: return .string
    case .i1: return .boolean
    default: return .number
    }
  }

  /// Tests a boxed variable and stores it again as what it was found to be.
  private mutating func refine(
    _ slot: SlotID?, _ kind: Representation, in block: BlockID, miss: BlockID, _ position: UInt32
  ) -> BlockID {
    guard let slot, function.slots[Int(slot.raw)].representation == .boxed else { return block }
    let value = function.append(.slotLoad, payload: .slot(slot), result: .boxed, to: block, position: position)
    let next = branch(on: .isType, value, payload: .test(Self.test(for: kind)), in: block, miss: miss, position)
    let native = function.append(.unbox, [value], result: kind, to: next, position: position)
    let boxed = function.append(.box, [native], to: next, position: position)
    function.append(.slotStore, [boxed], payload: .slot(slot), to: next, position: position)
    return next
  }

  /// Ends a block with a test; gives the block where it passed.
  private mutating func branch(
    on opcode: Opcode, _ value: ValueID, payload: Payload, in block: BlockID, miss: BlockID, _ position: UInt32
  ) -> BlockID {
    let next = function.addBlock(handlerOf: block)
    let condition = function.append(opcode, [value], payload: payload, to: block, position: position)
    function.append(.branch, [condition], edges: [function.edge(to: next), function.edge(to: miss)], to: block, position: position)
    return next
  }

  private mutating func accessField(
    _ id: InstructionID, _ layouts: [LayoutChoice.Place], from block: BlockID, _ rest: BlockID, miss: BlockID
  ) {
    let instruction = function[id]
    let isLoad = instruction.opcode == .propGet || instruction.opcode == .privateGet
    let operands = place(reload(id, in: rest), of: id, in: block)
    let hits = distinguish(operands[0], layouts.map(\.layout), in: block, miss: miss, instruction.position)
    for (hit, candidate) in zip(hits, layouts) {
      let slot = Payload.integer(Int64(candidate.slot))
      if isLoad {
        let opcode = candidate.isOutside ? Opcode.extraLoad : candidate.isNumber ? .fieldNumber : .fieldLoad
        var value = function.append(opcode, [operands[0]], payload: slot, to: hit, position: instruction.position)
        if candidate.isNumber { value = function.append(.box, [value], to: hit, position: instruction.position) }
        finish(instruction, value, in: hit, rest)
      } else {
        let opcode = candidate.isOutside ? Opcode.extraStore : .fieldStore
        var current = hit
        if candidate.isNumber {
          current = branch(on: .isType, operands[1], payload: .test(.number), in: hit, miss: miss, instruction.position)
        } else if let kind = candidate.elements {
          current = branch(on: .isLayout, operands[1], payload: .layout(kind.layout), in: hit, miss: miss, instruction.position)
        }
        function.append(opcode, [operands[0], operands[1]], payload: slot, to: current, position: instruction.position)
        function.append(.jump, edges: [function.edge(to: rest)], to: current, position: instruction.position)
      }
    }
  }

  private mutating func construct(_ id: InstructionID, _ layout: LayoutID, from block: BlockID, _ rest: BlockID, miss: BlockID) {
    let instruction = function[id]
    let position = instruction.position
    let operands = place(reload(id, in: rest), of: id, in: block)
    let made = function.append(.instanceComplete, operands, payload: .layout(layout), to: block, position: position)
    let isHole = function.append(.isType, [made], payload: .test(.hole), to: block, position: position)
    let hit = function.addBlock(handlerOf: block)
    function.append(.branch, [isHole], edges: [function.edge(to: miss), function.edge(to: hit)], to: block, position: position)
    let object = function.append(.unbox, [made], result: .object, to: hit, position: position)
    finish(instruction, function.append(.box, [object], to: hit, position: position), in: hit, rest)
  }

  private mutating func findMethod(
    _ id: InstructionID, _ layouts: [LayoutChoice.Method], from block: BlockID, _ rest: BlockID, miss: BlockID
  ) {
    let instruction = function[id]
    let position = instruction.position
    let operands = place(reload(id, in: rest), of: id, in: block)
    let hits = distinguish(operands[0], layouts.map(\.layout), in: block, miss: miss, position)
    for (hit, candidate) in zip(hits, layouts) {
      let method = function.append(.closureStatic, payload: .function(candidate.function), to: hit, position: position)
      finish(instruction, function.append(.box, [method], to: hit, position: position), in: hit, rest)
    }
  }

  /// Ends a block with a branch for each layout that an object may be of; gives their targets.
  private mutating func distinguish(
    _ object: ValueID, _ layouts: [LayoutID], in block: BlockID, miss: BlockID, _ position: UInt32
  ) -> [BlockID] {
    var current = block
    var hits: [BlockID] = []
    for (index, layout) in layouts.enumerated() {
      hits.append(function.addBlock(handlerOf: block))
      let next = index == layouts.count - 1 ? miss : function.addBlock(handlerOf: block)
      let condition = function.append(.isLayout, [object], payload: .layout(layout), to: current, position: position)
      function.append(
        .branch, [condition], edges: [function.edge(to: hits[index]), function.edge(to: next)], to: current, position: position)
      current = next
    }
    return hits
  }

  private mutating func accessElement(
    _ id: InstructionID, _ kind: Representation?, from block: BlockID, _ rest: BlockID, miss: BlockID
  ) {
    let instruction = function[id]
    let position = instruction.position
    let loads = reload(id, in: rest)
    let operands = place(loads, of: id, in: block)
    let current = branch(on: .isType, operands[0], payload: .test(.array), in: block, miss: miss, position)
    let index = self.index(operands[1], in: current, position)
    if instruction.opcode == .elemGet || instruction.opcode == .elemGetIndex {
      let value = function.append(.arrayAt, [operands[0], index], to: current, position: position)
      if let kind {
        // What is a number is no hole.
        let hit = branch(on: .isType, value, payload: .test(Self.test(for: kind)), in: current, miss: miss, position)
        let native = function.append(.unbox, [value], result: kind, to: hit, position: position)
        return finish(instruction, function.append(.box, [native], to: hit, position: position), in: hit, rest)
      }
      let isHole = function.append(.isType, [value], payload: .test(.hole), to: current, position: position)
      let hit = function.addBlock(handlerOf: block)
      function.append(.branch, [isHole], edges: [function.edge(to: miss), function.edge(to: hit)], to: current, position: position)
      finish(instruction, value, in: hit, rest)
    } else {
      let done = function.append(.arrayPut, [operands[0], index, operands[2]], to: current, position: position)
      let hit = function.addBlock(handlerOf: block)
      function.append(.branch, [done], edges: [function.edge(to: hit), function.edge(to: miss)], to: current, position: position)
      function.append(.jump, edges: [function.edge(to: rest)], to: hit, position: position)
    }
  }

  /// A key that is a number as an index.
  private mutating func index(_ key: ValueID, in block: BlockID, _ position: UInt32) -> ValueID {
    if function.representation(key) == .i64 { return key }
    let number = function.append(.unbox, [key], result: .f64, to: block, position: position)
    return function.append(.toIndex, [number], to: block, position: position)
  }

  private mutating func accessTypedElement(
    _ id: InstructionID, _ kind: ElementKind, from block: BlockID, _ rest: BlockID, miss: BlockID
  ) {
    let instruction = function[id]
    let position = instruction.position
    let operands = place(reload(id, in: rest), of: id, in: block)
    let typed = branch(on: .isLayout, operands[0], payload: .layout(kind.layout), in: block, miss: miss, position)
    let index = self.index(operands[1], in: typed, position)
    let isThere = function.append(.typedHas, [operands[0], index], to: typed, position: position)
    let hit = function.addBlock(handlerOf: block)
    function.append(.branch, [isThere], edges: [function.edge(to: hit), function.edge(to: miss)], to: typed, position: position)
    let payload = Payload.integer(kind.rawValue)
    if operands.count == 2 {
      let element = function.append(
        .typedLoad, [operands[0], index], payload: payload, result: kind.representation, to: hit, position: position)
      finish(instruction, function.append(.box, [element], to: hit, position: position), in: hit, rest)
    } else {
      let number = function.append(.unbox, [operands[2]], result: .f64, to: hit, position: position)
      let isInteger = kind.representation != .f64
      let value = isInteger ? function.append(.toInt32, [number], to: hit, position: position) : number
      function.append(.typedStore, [operands[0], index, value], payload: payload, to: hit, position: position)
      function.append(.jump, edges: [function.edge(to: rest)], to: hit, position: position)
    }
  }

  /// Takes an instruction, and the store of its result, out of its block; gives the loads that stood before it.
  private mutating func reload(_ id: InstructionID, in rest: BlockID) -> [InstructionID] {
    let position = function[rest].instructions.firstIndex(of: id)!
    let loads = Array(function[rest].instructions[..<position])
    function[rest].instructions.remove(at: position)
    if function[id].result.exists { function[rest].instructions.remove(at: position) }
    return loads
  }

  /// Copies what loads an instruction's operands to the end of a block; gives the operands there.
  private mutating func place(_ loads: [InstructionID], of id: InstructionID, in block: BlockID) -> [ValueID] {
    var renamed: [ValueID: ValueID] = [:]
    for load in loads {
      let original = function[load]
      guard original.result.exists else { continue }
      renamed[original.result] = function.append(
        original.opcode, function.operands(original).map { renamed[$0] ?? $0 }, payload: original.payload,
        result: function.representation(original.result), to: block, position: original.position)
    }
    return function.operands(function[id]).map { renamed[$0] ?? $0 }
  }

  /// Stores the result of an instruction that was replaced. Its block may still use the value: it gets it from the slot.
  private mutating func finish(_ instruction: Instruction, _ value: ValueID, in block: BlockID, _ rest: BlockID) {
    let slot = slots[Int(instruction.result.raw)]!
    function.append(.slotStore, [value], payload: .slot(slot), to: block, position: instruction.position)
    function.append(.jump, edges: [function.edge(to: rest)], to: block, position: instruction.position)
    let isDefined = function[rest].instructions.contains { function[$0].result == instruction.result }
    guard !isDefined else { return }
    // The load takes over the value's name.
    let load = InstructionID(UInt32(function.instructions.count))
    function.instructions.append(
      Instruction(
        opcode: .slotLoad, result: instruction.result, operands: .empty, edges: .empty, payload: .slot(slot), position: 0))
    function[instruction.result].definition = .instruction(load)
    function[rest].instructions.insert(load, at: 0)
  }

  // MARK: Loops

  /// Gives each fast loop a block before it, by header.
  private mutating func addPreheaders(_ headers: [BlockID], _ loops: Loops) -> [BlockID: BlockID] {
    var result: [BlockID: BlockID] = [:]
    for header in headers {
      let preheader = function.addBlock(handlerOf: header)
      function.append(.jump, edges: [function.edge(to: header)], to: preheader, position: 0)
      result[header] = preheader
      for predecessor in loops.entries(of: header) {
        let last = function.terminator(predecessor)
        for edge in function[last].edges.indices where function.edgePool[edge].target == header {
          function.edgePool[edge].target = preheader
        }
      }
    }
    return result
  }

  /// Tests before a fast loop what each of its iterations would test of the same object: the tests inside are dropped where
  /// nothing in the loop can change the outcome.
  private mutating func testBefore(_ header: BlockID, _ preheader: BlockID, _ loops: Loops, _ general: Set<InstructionID>) {
    let body = loops.blocks(of: header)
    var stored: Set<SlotID> = []
    for block in body {
      for id in function[block].instructions where function[id].opcode == .slotStore {
        if case .slot(let slot) = function[id].payload { stored.insert(slot) }
      }
    }
    var current = preheader
    var tested: Set<SlotID> = []
    function[preheader].instructions.removeLast()
    for block in body.sorted(by: { $0.raw < $1.raw }) where loops.isInEachIteration(block, of: header) {
      guard let (opcode, payload, slot) = objectTest(in: block, general), !stored.contains(slot), tested.insert(slot).inserted
      else { continue }
      let representation = function.slots[Int(slot.raw)].representation
      var value = function.append(.slotLoad, payload: .slot(slot), result: representation, to: current, position: 0)
      if representation != .boxed { value = function.append(.box, [value], to: current, position: 0) }
      current = branch(on: opcode, value, payload: payload, in: current, miss: slow[Int(header.raw)], 0)
    }
    if body.contains(where: { indexesWith(stored, $0) }) { current = allowTests(in: current, miss: slow[Int(header.raw)]) }
    function.append(.jump, edges: [function.edge(to: header)], to: current, position: 0)
  }

  /// What a block tests of an object to go on in the fast version: for its plan, or as one of several kinds.
  private func objectTest(in block: BlockID, _ general: Set<InstructionID>) -> (Opcode, Payload, SlotID)? {
    if let id = function[block].instructions.first(where: { plans[$0] != nil }), let (opcode, payload) = Self.objectTest(plans[id]!.access) {
      return operandSlot(function[id], 0).map { (opcode, payload, $0) }
    }
    let last = function.terminator(block)
    guard general.contains(last), let test = function.source(function.operand(function[last], 0)),
      test.opcode == .isLayout || test.opcode == .isType && test.payload.asksForArray
    else { return nil }
    return operandSlot(test, 0).map { (test.opcode, test.payload, $0) }
  }

  /// Whether a block accesses an element by a variable that its loop changes.
  private func indexesWith(_ stored: Set<SlotID>, _ block: BlockID) -> Bool {
    guard let id = function[block].instructions.first(where: { plans[$0] != nil }) else { return false }
    switch plans[id]!.access {
    case .element, .typedElement: return operandSlot(function[id], 1).map(stored.contains) ?? false
    default: return false
    }
  }

  /// The test of a plan's base object, if it is one.
  private static func objectTest(_ access: SpeculationPlan.Access?) -> (Opcode, Payload)? {
    switch access {
    case nil, .construction: return nil
    case .field(let layouts): return layouts.count == 1 ? (.isLayout, .layout(layouts[0].layout)) : nil
    case .method(let layouts): return layouts.count == 1 ? (.isLayout, .layout(layouts[0].layout)) : nil
    case .instance: return (.hasClass, .none)
    case .element: return (.isType, .test(.array))
    case .typedElement(let kind), .typedLength(let kind): return (.isLayout, .layout(kind.layout))
    }
  }

  /// Leads the slow version's ways to loop headers through a block that will test whether to return; by header.
  private mutating func addReentries(_ preheaders: [BlockID: BlockID], _ fastCount: Int) -> [BlockID: BlockID] {
    var result: [BlockID: BlockID] = [:]
    for header in preheaders.keys.sorted(by: { $0.raw < $1.raw }) {
      let target = slow[Int(header.raw)]
      let reentry = function.addBlock(handlerOf: header)
      function[reentry].isCold = true
      function[reentry].handler = function[target].handler
      result[header] = reentry
      for index in 1..<fastCount {
        let copy = slow[index]
        let last = function.terminator(copy)
        for edge in function[last].edges.indices where function.edgePool[edge].target == target {
          function.edgePool[edge].target = reentry
        }
      }
      function.append(.jump, edges: [function.edge(to: target)], to: reentry, position: 0)
    }
    return result
  }

  /// Fills the blocks that try to return to the fast version.
  private mutating func test(_ reentries: [BlockID: BlockID], from preheaders: [BlockID: BlockID]) {
    guard !reentries.isEmpty else { return }
    let kinds = SlotKinds(function)
    let liveness = SlotLiveness(function)
    for (header, reentry) in reentries.sorted(by: { $0.key.raw < $1.key.raw }) {
      let preheader = preheaders[header]!
      guard let known = kinds[preheader] else { continue }
      function[reentry].instructions.removeLast()
      var current = reentry
      for slot in function.slots.indices where function.slots[slot].representation == .boxed && liveness.isLive(slot, at: header) {
        guard let kind = known[slot].representation, kind != .object else { continue }
        current = refine(SlotID(UInt32(slot)), kind, in: current, miss: slow[Int(header.raw)], 0)
        function[current].isCold = true
      }
      current = allowTests(in: current, miss: slow[Int(header.raw)])
      function[current].isCold = true
      function.append(.jump, edges: [function.edge(to: preheader)], to: current, position: 0)
    }
  }

  /// Gives what leads to a fast loop a way to the slow one.
  private mutating func allowTests(in block: BlockID, miss: BlockID) -> BlockID {
    let next = function.addBlock(handlerOf: block)
    let entry = function.append(.loopEntry, to: block, position: 0)
    function.append(.branch, [entry], edges: [function.edge(to: next), function.edge(to: miss)], to: block, position: 0)
    return next
  }
}
