import PIR

/// A set of small integers.
struct BitSet: Equatable {
  private var words: [UInt64]

  init(_ capacity: Int) { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }

  mutating func insert(_ element: UInt32) { words[Int(element >> 6)] |= 1 << UInt64(element & 63) }
  mutating func remove(_ element: UInt32) { words[Int(element >> 6)] &= ~(1 << UInt64(element & 63)) }

  func contains(_ element: UInt32) -> Bool { words[Int(element >> 6)] >> UInt64(element & 63) & 1 != 0 }

  /// Adds another set's elements without those of a third; tells whether anything is new.
  mutating func formUnion(_ other: BitSet, without removed: BitSet? = nil) -> Bool {
    var changed = false
    for index in words.indices {
      let added = other.words[index] & ~(removed?.words[index] ?? 0) & ~words[index]
      if added != 0 {
        words[index] |= added
        changed = true
      }
    }
    return changed
  }

  func forEach(_ body: (UInt32) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
  }
}

/// Which values are live at the borders of blocks.
struct Liveness {
  private var into: [BitSet]
  private var out: [BitSet]

  init(_ function: PIRFunction, order: [BlockID]) {
    let empty = BitSet(function.values.count)
    into = [BitSet](repeating: empty, count: function.blocks.count)
    out = into
    var defined = into
    for block in order {
      let index = Int(block.raw)
      for parameter in function[block].parameters { defined[index].insert(parameter.raw) }
      for id in function[block].instructions {
        let instruction = function[id]
        for operand in function.operands(instruction) { addUse(operand, index, defined[index]) }
        for edge in function.edges(instruction) {
          for argument in function.arguments(edge) { addUse(argument, index, defined[index]) }
        }
        if instruction.result.exists { defined[index].insert(instruction.result.raw) }
      }
    }
    var changed = true
    while changed {
      changed = false
      for block in order.reversed() {
        let index = Int(block.raw)
        for successor in function.successors(block) {
          if out[index].formUnion(into[Int(successor.raw)]) { changed = true }
        }
        if into[index].formUnion(out[index], without: defined[index]) { changed = true }
      }
    }
  }

  func liveIn(_ block: BlockID) -> BitSet { into[Int(block.raw)] }
  func liveOut(_ block: BlockID) -> BitSet { out[Int(block.raw)] }

  /// Notes a use in a block; not live into it if the block defined the value before.
  private mutating func addUse(_ value: ValueID, _ block: Int, _ defined: BitSet) {
    if !defined.contains(value.raw) { into[block].insert(value.raw) }
  }
}
