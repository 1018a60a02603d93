import Syntax

extension Pass {
  /// Loads captured variables and classes once, so that later passes see that a loop works with the same value each time.
  public static let hoistCaptures = Pass.perFunction(
    "hoist-captures", "load what closures captured, and classes, before their loops, once"
  ) { $0.hoistCaptures() }
}

extension PIRFunction {
  /// Moves loads of captured values and cells, and classes, to the entry if they stand in a loop or more than once. A
  /// closure never captures anything else later.
  fileprivate mutating func hoistCaptures() {
    var found: [Payload: [InstructionID]] = [:]
    for block in blocks {
      for id in block.instructions where self[id].opcode == .captureLoad || self[id].opcode == .closureStatic {
        found[self[id].payload, default: []].append(id)
      }
    }
    guard !found.isEmpty else { return }
    let looping = Set(Loops(self).allBlocks.flatMap { self[$0].instructions })
    var replacement = [ValueID](repeating: .none, count: values.count)
    var moved: [InstructionID] = []
    let sorted = found.values.sorted { $0[0].raw < $1[0].raw }
    for loads in sorted where loads.count > 1 || looping.contains(loads[0]) {
      moved.append(loads[0])
      for load in loads.dropFirst() { replacement[Int(self[load].result.raw)] = self[loads[0]].result }
    }
    guard !moved.isEmpty else { return }
    let gone = Set(moved.flatMap { found[self[$0].payload]! })
    for index in blocks.indices { blocks[index].instructions.removeAll { gone.contains($0) } }
    blocks[Int(Self.entry.raw)].instructions.insert(contentsOf: moved, at: 0)
    replaceUses(replacement)
  }
}
