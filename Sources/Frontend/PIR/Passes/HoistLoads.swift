import Syntax

extension Pass {
  /// Loads before a loop what it loads again and again, and asks there what it asks of it, so that `version-loops` sees arrays
  /// in fields and module variables as it sees those in local ones. Texts are compared before it, too.
  public static let hoistLoads = Pass(
    name: "hoist-loads", purpose: "load before a loop the fields and module variables that it does not change, and compare texts"
  ) { module in
    let fieldCounts = module.layouts.map { $0.object == nil ? min($0.fields.count, Layout.mostFields) : 0 }
    changeConcurrently(&module.functions) { _, function in
      guard function.prefersSpeed else { return }
      var hoisting = LoadHoisting(function, fieldCounts)
      if hoisting.run() { function = hoisting.function }
    }
  }
}

/// Moves comparisons of texts out of innermost loops; loads, and tests of kinds, out of those that only change elements, other
/// fields and other variables.
private struct LoadHoisting {
  private(set) var function: PIRFunction
  /// By layout number - 1: how many fields lie in its objects.
  private let fieldCounts: [Int]
  private var definitions: [BlockID?] = []
  /// Which tests of layouts were passed where, by the tested object.
  private var passed: [ValueID: [(layout: LayoutID, hit: BlockID)]] = [:]
  /// What stands for values that were loaded twice.
  private var replacement: [ValueID] = []
  /// Whether the loop at hand compares texts.
  private var comparesTexts = false
  private static let mostBlocks = 60
  /// How many joins are followed back to tests.
  private static let deepest = 3

  /// What a load or test computes.
  private struct Computation: Hashable {
    let opcode: Opcode
    let payload: Payload
    var operands: [ValueID] = []
  }

  init(_ function: PIRFunction, _ fieldCounts: [Int]) {
    self.function = function
    self.fieldCounts = fieldCounts
  }

  /// Whether anything was changed.
  mutating func run() -> Bool {
    let hasWork = function.blocks.contains { block in
      !block.isCold
        && block.instructions.contains {
          switch function[$0].opcode {
          case .fieldLoad, .fieldNumber, .globalLoad: return true
          case .eq, .ne: return isTextComparison(function[$0])
          default: return false
          }
        }
    }
    guard hasWork else { return false }
    var loops = Loops(function)
    guard !loops.headers.isEmpty else { return false }
    if addPreheaders(loops) { loops = Loops(function) }
    definitions = function.definingBlocks()
    replacement = [ValueID](repeating: .none, count: function.values.count)
    findTests(ControlFlow(function))
    var changed = false
    for header in loops.innermost where hoist(from: header, loops) { changed = true }
    if changed { function.replaceUses(replacement) }
    return changed
  }

  /// Gives loops that are entered by a branch a block of their own before them; whether there are any.
  private mutating func addPreheaders(_ loops: Loops) -> Bool {
    let count = function.blocks.count
    for header in loops.innermost {
      let entries = loops.entries(of: header)
      guard entries.count == 1 else { continue }
      let last = function[function.terminator(entries[0])]
      guard last.opcode == .branch else { continue }
      let into = last.edges.indices.filter { function.edgePool[$0].target == header }
      guard into.count == 1 else { continue }
      let block = function.addBlock(handlerOf: header)
      let edge = function.edgePool[into[0]]
      function.append(.jump, edges: [edge], to: block, position: 0)
      function.edgePool[into[0]] = Edge(target: block)
    }
    return function.blocks.count > count
  }

  private mutating func findTests(_ flow: ControlFlow) {
    for block in flow.reversePostorder {
      let last = function[function.terminator(block)]
      guard last.opcode == .branch, let test = function.source(function.operand(last, 0)), test.opcode == .isLayout,
        case .layout(let layout) = test.payload, Int(layout.raw) <= fieldCounts.count,
        let hit = function.edges(last).first?.target, flow.predecessors[Int(hit.raw)] == [block]
      else { continue }
      passed[root(function.operand(test, 0)), default: []].append((layout, hit))
    }
  }

  /// A value before it was boxed.
  private func root(_ value: ValueID) -> ValueID {
    var value = current(value)
    while let source = function.source(value), source.opcode == .box { value = current(function.operand(source, 0)) }
    return value
  }

  private func current(_ value: ValueID) -> ValueID {
    let index = Int(value.raw)
    return index < replacement.count && replacement[index].exists ? replacement[index] : value
  }

  private mutating func hoist(from header: BlockID, _ loops: Loops) -> Bool {
    let body = loops.blocks(of: header)
    let entries = loops.entries(of: header)
    guard entries.count == 1, body.count <= Self.mostBlocks, !body.contains(PIRFunction.entry) else { return false }
    let isPlain = body.allSatisfy { !function[$0].isCold && function[$0].handler == nil }
    // Texts never change, whatever a loop does.
    let changes = isPlain ? self.changes(in: body) : nil
    comparesTexts = body.contains { block in
      !function[block].isCold && function[block].instructions.contains { isTextComparison(function[$0]) }
    }
    guard changes != nil || comparesTexts else { return false }
    let order = body.filter { !function[$0].isCold }.sorted { $0.raw < $1.raw }
    var moved: [InstructionID] = []
    var known: [Computation: ValueID] = [:]
    var isChanged = true
    var gone: Set<InstructionID> = []
    while isChanged {
      isChanged = false
      for block in order {
        for id in function[block].instructions where !gone.contains(id) {
          guard let computation = invariant(id, body, changes, before: entries[0], loops) else { continue }
          isChanged = true
          gone.insert(id)
          let result = function[id].result
          if let same = known[computation] {
            replacement[Int(result.raw)] = same
          } else {
            known[computation] = result
            moved.append(id)
            definitions[Int(result.raw)] = entries[0]
          }
        }
      }
    }
    guard !moved.isEmpty else { return false }
    for block in order { function[block].instructions.removeAll { gone.contains($0) } }
    let last = function[entries[0]].instructions.count - 1
    function[entries[0]].instructions.insert(contentsOf: moved, at: last)
    return true
  }

  /// Whether tests on every way to a block say that an object has a field.
  private func hasField(_ slot: Int, _ object: ValueID, at block: BlockID, _ loops: Loops, _ depth: Int) -> Bool {
    let tests = passed[object] ?? []
    if tests.contains(where: { slot < fieldCounts[Int($0.layout.raw) - 1] && loops.dominates($0.hit, block) }) { return true }
    guard depth > 0, case .blockParameter(let join, let position) = function[object].definition, join != PIRFunction.entry,
      loops.dominates(join, block)
    else { return false }
    return loops.predecessors(of: join).allSatisfy { predecessor in
      function[predecessor].handler != join
        && function.edges(function[function.terminator(predecessor)]).filter { $0.target == join }.allSatisfy { edge in
          hasField(slot, root(Array(function.arguments(edge))[position]), at: predecessor, loops, depth - 1)
        }
    }
  }

  /// What a loop stores; nil: it may change anything.
  private func changes(in body: Set<BlockID>) -> Set<Payload>? {
    var result: Set<Payload> = []
    for block in body {
      for id in function[block].instructions {
        switch function[id].opcode {
        case .fieldStore, .globalStore: result.insert(function[id].payload)
        case .typedStore, .arrayPut, .arrayPutNumber, .slotStore: break
        default: guard function[id].opcode.effects.isDisjoint(with: [.writes, .calls]) else { return nil }
        }
      }
    }
    return result
  }

  /// What an instruction of a loop computes, if that is the same in each iteration and can be computed before the first.
  private func invariant(
    _ id: InstructionID, _ body: Set<BlockID>, _ changes: Set<Payload>?, before entry: BlockID, _ loops: Loops
  ) -> Computation? {
    let instruction = function[id]
    if comparesTexts, instruction.opcode == .constString { return Computation(opcode: .constString, payload: instruction.payload) }
    if isTextComparison(instruction) {
      let operands = function.operands(instruction).map(current)
      guard !operands.contains(where: { isInside($0, body) }) else { return nil }
      return Computation(opcode: instruction.opcode, payload: .none, operands: operands)
    }
    guard let changes else { return nil }
    switch instruction.opcode {
    case .globalLoad:
      return changes.contains(instruction.payload) ? nil : Computation(opcode: .globalLoad, payload: instruction.payload)
    case .box, .isLayout, .isType, .fieldLoad, .fieldNumber: break
    default: return nil
    }
    let operand = current(function.operand(instruction, 0))
    if isInside(operand, body) { return nil }
    if instruction.opcode == .fieldLoad || instruction.opcode == .fieldNumber {
      guard !changes.contains(instruction.payload), case .integer(let slot) = instruction.payload,
        hasField(Int(slot), root(operand), at: entry, loops, Self.deepest)
      else { return nil }
    }
    return Computation(opcode: instruction.opcode, payload: instruction.payload, operands: [operand])
  }

  private func isInside(_ value: ValueID, _ body: Set<BlockID>) -> Bool {
    definitions[Int(value.raw)].map(body.contains) ?? false
  }

  /// Whether two texts are compared: the same in each iteration if they are.
  private func isTextComparison(_ instruction: Instruction) -> Bool {
    (instruction.opcode == .eq || instruction.opcode == .ne) && function.representation(function.operand(instruction, 0)) == .string
  }
}
