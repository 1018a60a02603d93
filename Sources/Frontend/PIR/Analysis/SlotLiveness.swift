/// Which slots may be read before they are written, at the beginning of each block.
struct SlotLiveness {
  private let words: Int
  private var liveIn: [[UInt64]]

  init(_ function: PIRFunction) {
    words = (function.slots.count + 63) / 64
    let count = function.blocks.count
    let none = [UInt64](repeating: 0, count: words)
    var exposed = [[UInt64]](repeating: none, count: count)
    var killed = exposed
    for (index, block) in function.blocks.enumerated() {
      for id in block.instructions {
        guard case .slot(let slot) = function[id].payload else { continue }
        let (word, bit) = (Int(slot.raw) / 64, UInt64(1) << (UInt64(slot.raw) % 64))
        if function[id].opcode == .slotStore {
          killed[index][word] |= bit
        } else if killed[index][word] & bit == 0 {
          exposed[index][word] |= bit
        }
      }
    }
    liveIn = exposed
    let order = ControlFlow.reversePostorder(function)
    var changed = true
    while changed {
      changed = false
      for block in order.reversed() {
        let index = Int(block.raw)
        for successor in ControlFlow.successors(of: block, in: function) {
          let viaHandler = function[block].handler == successor
          for word in 0..<words {
            let added = liveIn[Int(successor.raw)][word] & (viaHandler ? .max : ~killed[index][word])
            if added & ~liveIn[index][word] != 0 {
              liveIn[index][word] |= added
              changed = true
            }
          }
        }
      }
    }
  }

  func isLive(_ slot: Int, at block: BlockID) -> Bool {
    liveIn[Int(block.raw)][slot / 64] & (UInt64(1) << (UInt64(slot) % 64)) != 0
  }
}
