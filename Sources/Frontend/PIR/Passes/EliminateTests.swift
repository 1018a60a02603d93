extension Pass {
  /// Answers tests of values that have been tested on every way to them.
  public static let eliminateTests = Pass(
    name: "eliminate-tests", purpose: "drop tests whose outcome is known where they stand", tellsChanges: true
  ) { module in
    let effects = module.runtimeFunctions.map(\.effects)
    let callees = CalleeEffects(module)
    let layouts = module.layouts
    changeConcurrently(&module.functions) { _, function in
      guard !function.runsBriefly else { return }
      var elimination = TestElimination(function.take(), effects, callees, layouts)
      elimination.run()
      function = elimination.function
    }
  }
}

/// Follows what tests found along the edges of their branches.
///
/// What kind of value a value is never changes. Its layout does, when code runs that may change objects at will, and so do
/// the length of a typed array and where a collection finds its methods; stores to fields and elements change none of them.
private struct TestElimination {
  private(set) var function: PIRFunction
  private var numbers: [Fact: UInt32] = [:]
  private var facts: [Fact] = []
  private let runtimeEffects: [Effects]
  private let callees: CalleeEffects
  private let layouts: [Layout]
  /// What is known of a field that is loaded if a fact about its object holds.
  private var consequences: [ValueID: [(given: UInt32, number: UInt32)]] = [:]
  /// By number of a fact: that of the one which it implies.
  private var implied: [UInt32: UInt32] = [:]
  /// The facts that code elsewhere can change.
  private var fleeting = BitSet(0)

  private struct Fact: Hashable {
    let opcode: Opcode
    let operands: [ValueID]
    let payload: Payload
    let holds: Bool
    /// Whether code elsewhere can change it.
    var isFleeting: Bool {
      switch (opcode, payload) {
      case (.isLayout, _), (.hasClass, _), (.typedHas, _): return true
      case (.isType, .test(let test)) where test.asksForMethods: return true
      default: return false
      }
    }

    /// What also holds then.
    var implied: Fact? {
      guard opcode == .isType, payload == .test(.builtinArray), holds else { return nil }
      return Fact(opcode: .isType, operands: operands, payload: .test(.array), holds: true)
    }
  }

  /// `runtimeEffects`: of runtime functions, by number.
  init(_ function: PIRFunction, _ runtimeEffects: [Effects], _ callees: CalleeEffects, _ layouts: [Layout]) {
    self.function = function
    self.runtimeEffects = runtimeEffects
    self.callees = callees
    self.layouts = layouts
  }

  mutating func run() {
    answerForFreshArrays()
    number()
    guard !facts.isEmpty else { return }
    findConsequences()
    let flow = ControlFlow(function)
    let known = solve(flow)
    for block in flow.reversePostorder {
      let instructions = function.blocks[Int(block.raw)].instructions
      guard instructions.contains(where: { Self.isTest(function[$0].opcode) }), var current = known[Int(block.raw)] else {
        continue
      }
      for id in instructions {
        if let test = fact(function[id], holds: true) {
          if let yes = numbers[test], current.contains(yes) {
            answer(id, true)
          } else if let no = numbers[opposite(test)], current.contains(no) {
            answer(id, false)
          }
        }
        pass(function[id], &current)
      }
    }
  }

  /// What holds of an object that was just made.
  private func fact(madeBy instruction: Instruction) -> Fact? {
    guard instruction.opcode == .instanceComplete else { return nil }
    return Fact(opcode: .isLayout, operands: [instruction.result], payload: instruction.payload, holds: true)
  }

  private mutating func answer(_ id: InstructionID, _ holds: Bool) {
    function.isSimple = false
    function[id].opcode = .constI1
    function[id].operands = .empty
    function[id].payload = .integer(holds ? 1 : 0)
  }

  /// What was made as an array in this function needs no test.
  private mutating func answerForFreshArrays() {
    var tests: [InstructionID] = []
    for block in function.blocks {
      tests += block.instructions.filter { function[$0].opcode == .isType && function[$0].payload == .test(.array) }
    }
    guard !tests.isEmpty, function.instructions.contains(where: { $0.opcode == .arrayNew }) else { return }
    let arrays = FreshArrays(function)
    for test in tests where arrays.contains(function.operand(function[test], 0)) { answer(test, true) }
  }

  // MARK: Facts

  /// What a test says if it has an outcome.
  private func fact(_ instruction: Instruction, holds: Bool) -> Fact? {
    guard Self.isTest(instruction.opcode) else { return nil }
    let operands = function.operands(instruction).map { function.reference($0) }
    return Fact(opcode: instruction.opcode, operands: operands, payload: instruction.payload, holds: holds)
  }

  private static func isTest(_ opcode: Opcode) -> Bool {
    switch opcode {
    case .isLayout, .hasClass, .isType, .isClosure, .typedHas: return true
    default: return false
    }
  }

  private func opposite(_ fact: Fact) -> Fact {
    Fact(opcode: fact.opcode, operands: fact.operands, payload: fact.payload, holds: !fact.holds)
  }

  /// Numbers what branches find out.
  private mutating func number() {
    for block in function.blocks {
      guard let last = block.instructions.last, let condition = condition(last) else { continue }
      for holds in [true, false] {
        guard let fact = fact(condition, holds: holds), numbers[fact] == nil else { continue }
        numbers[fact] = UInt32(facts.count)
        facts.append(fact)
      }
    }
    fleeting = BitSet(facts.count)
    for (number, fact) in facts.enumerated() where fact.isFleeting {
      fleeting.insert(UInt32(number))
      if let other = fact.implied { implied[UInt32(number)] = numbers[other] }
    }
  }

  /// Finds the fields that hold typed arrays of a known kind where their objects have their layout.
  private mutating func findConsequences() {
    guard layouts.contains(where: { !$0.typedArrays.isEmpty }) else { return }
    var tested: [ValueID: [(layout: Layout, number: UInt32)]] = [:]
    for (number, fact) in facts.enumerated() where fact.opcode == .isLayout && fact.holds {
      guard case .layout(let id) = fact.payload, id < LayoutID(LayoutID.typedArrays) else { continue }
      tested[fact.operands[0], default: []].append((layouts[Int(id.raw) - 1], UInt32(number)))
    }
    guard !tested.isEmpty else { return }
    for block in function.blocks {
      for id in block.instructions where function[id].opcode == .fieldLoad {
        guard case .integer(let slot) = function[id].payload else { continue }
        let value = function[id].result
        for (layout, given) in tested[function.reference(function.operand(function[id], 0))] ?? [] {
          guard let kind = layout.typedArrays[Int(slot)],
            let number = numbers[Fact(opcode: .isLayout, operands: [value], payload: .layout(kind.layout), holds: true)]
          else { continue }
          consequences[value, default: []].append((given, number))
        }
      }
    }
  }

  private func condition(_ terminator: InstructionID) -> Instruction? {
    guard function[terminator].opcode == .branch,
      case .instruction(let id) = function[function.operand(function[terminator], 0)].definition
    else { return nil }
    return function[id]
  }

  // MARK: Flow

  /// What a block does to the facts at its start.
  private struct Transfer {
    /// Whether those go that code elsewhere can change.
    var forgets = false
    /// The numbers of facts that hold at its end, and of those that hold on its edges in order.
    var made: [UInt32] = []
    var found: [UInt32?] = []
    /// Whether what it makes depends on what holds before.
    var hasConsequences = false
  }

  private func transfer(_ block: Block) -> Transfer {
    var result = Transfer()
    for id in block.instructions {
      if consequences[function[id].result] != nil { result.hasConsequences = true }
      if forgets(function[id]) {
        result.forgets = true
        // What objects are made to be is such a fact.
        result.made = []
      }
      if let made = fact(madeBy: function[id]), let number = numbers[made] { result.made.append(number) }
    }
    let edges = function.edges(function[block.instructions.last!])
    // An edge to where the other edge leads, too, says nothing.
    if let test = condition(block.instructions.last!), edges.first!.target != edges.last!.target {
      result.found = [true, false].map { holds in fact(test, holds: holds).flatMap { numbers[$0] } }
    }
    return result
  }

  /// Per reachable block: the facts at its start.
  private func solve(_ flow: ControlFlow) -> [BitSet?] {
    let transfers = function.blocks.indices.map { flow.order[$0] < 0 ? Transfer() : transfer(function.blocks[$0]) }
    var known = [BitSet?](repeating: nil, count: function.blocks.count)
    known[0] = BitSet(facts.count)
    var changed = true
    func arrive(_ facts: BitSet, at block: BlockID) {
      if known[Int(block.raw)] == nil {
        known[Int(block.raw)] = facts
        changed = true
      } else if known[Int(block.raw)]!.formIntersection(facts) {
        changed = true
      }
    }
    while changed {
      changed = false
      for block in flow.reversePostorder {
        let index = Int(block.raw)
        guard var current = known[index] else { continue }
        // A handler is reached before or after any instruction: what lasts is known there, what does not is not.
        if let handler = function.blocks[index].handler { arrive(current.subtracting(fleeting), at: handler) }
        if transfers[index].hasConsequences {
          for id in function.blocks[index].instructions { pass(function[id], &current) }
        } else {
          if transfers[index].forgets { current.subtract(fleeting) }
          for number in transfers[index].made { current.insert(number) }
        }
        let edges = function.instructions[Int(function.terminator(block).raw)].edges
        for (position, edge) in edges.indices.enumerated() {
          var passed = current
          if position < transfers[index].found.count, let number = transfers[index].found[position] {
            passed.insert(number)
            if let other = implied[number] { passed.insert(other) }
          }
          arrive(passed, at: function.edgePool[edge].target)
        }
      }
    }
    return known
  }

  /// What an instruction leaves of the facts before it.
  private func pass(_ instruction: Instruction, _ facts: inout BitSet) {
    if forgets(instruction) { facts.subtract(fleeting) }
    if let made = fact(madeBy: instruction), let number = numbers[made] { facts.insert(number) }
    guard instruction.opcode == .fieldLoad, let known = consequences[instruction.result] else { return }
    for (given, number) in known where facts.contains(given) { facts.insert(number) }
  }

  /// Whether an instruction may run code that changes objects.
  private func forgets(_ instruction: Instruction) -> Bool {
    if instruction.opcode == .callDirect, case .function(let callee) = instruction.payload {
      return !callees.keepsLayouts[Int(callee.raw)]
    }
    return !CalleeEffects.isQuiet(instruction, runtimeEffects)
  }
}
