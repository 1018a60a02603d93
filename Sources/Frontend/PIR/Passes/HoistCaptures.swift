import Syntax

extension Pass {
  /// Loads captured variables once, so that later passes see that a loop works with the same value each time.
  public static let hoistCaptures = Pass.perFunction(
    "hoist-captures", "load what closures captured before their loops, once"
  ) { $0.hoistCaptures() }
}

extension PIRFunction {
  /// Moves loads of captured values and cells to the entry if they stand in a loop or more than once. A closure never
  /// captures anything else later.
  fileprivate mutating func hoistCaptures() {
    var found: [Int64: [InstructionID]] = [:]
    for block in blocks {
      for id in block.instructions where self[id].opcode == .captureLoad {
        if case .integer(let capture) = self[id].payload { found[capture, default: []].append(id) }
      }
    }
    guard !found.isEmpty else { return }
    let repeated = Loops(self).allBlocks
    let looping = Set(repeated.flatMap { self[$0].instructions }.filter { self[$0].opcode == .captureLoad })
    var replacement = [ValueID](repeating: .none, count: values.count)
    var moved: [InstructionID] = []
    for (_, loads) in found.sorted(by: { $0.key < $1.key }) where loads.count > 1 || looping.contains(loads[0]) {
      moved.append(loads[0])
      for load in loads.dropFirst() { replacement[Int(self[load].result.raw)] = self[loads[0]].result }
    }
    guard !moved.isEmpty else { return }
    let gone = Set(moved.flatMap { id -> [InstructionID] in
      guard case .integer(let capture) = self[id].payload else { return [] }
      return found[capture]!
    })
    for index in blocks.indices { blocks[index].instructions.removeAll { gone.contains($0) } }
    blocks[Int(Self.entry.raw)].instructions.insert(contentsOf: moved, at: 0)
    replaceUses(replacement)
  }
}
