extension PIRModule {
  /// Functions without captures whose only `closure.new` runs at most once: in code that runs once, outside loops.
  public func singleClosures() -> Set<FunctionID> {
    guard let entry else { return [] }
    var calls = [Int](repeating: 0, count: functions.count)
    var closureSites = calls
    for function in functions {
      for block in function.blocks {
        for id in block.instructions {
          let instruction = function[id]
          guard case .function(let target) = instruction.payload else { continue }
          if instruction.opcode == .callDirect { calls[Int(target.raw)] += 1 }
          if instruction.opcode == .closureNew { closureSites[Int(target.raw)] += 1 }
        }
      }
    }
    var result: Set<FunctionID> = []
    var worklist = calls[Int(entry.raw)] == 0 ? [entry] : []
    while let id = worklist.popLast() {
      let function = self[id]
      let cyclic = function.blocksInCycles()
      for (index, block) in function.blocks.enumerated() where !cyclic[index] {
        for instructionID in block.instructions {
          guard case .function(let target) = function[instructionID].payload else { continue }
          let raw = Int(target.raw)
          switch function[instructionID].opcode {
          case .callDirect where self[target].kind == .internal_ && !self[target].escapes && calls[raw] == 1:
            worklist.append(target)
          case .closureNew where closureSites[raw] == 1 && self[target].captures.isEmpty: result.insert(target)
          default: break
          }
        }
      }
    }
    return result
  }
}
