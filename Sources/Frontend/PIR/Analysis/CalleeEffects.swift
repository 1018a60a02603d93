/// Which functions of the program leave alone what tests and loads found, through all that they call.
struct CalleeEffects {
  /// Per function: whether no object's layout and no typed array's length can be another after a call.
  private(set) var keepsLayouts: [Bool]
  /// Per function: whether no field of an object can hold another value after a call.
  private(set) var keepsFields: [Bool]

  init(_ module: PIRModule) {
    keepsLayouts = [Bool](repeating: true, count: module.functions.count)
    keepsFields = keepsLayouts
    let effects = module.runtimeFunctions.map(\.effects)
    var callees = [[FunctionID]](repeating: [], count: module.functions.count)
    for (index, function) in module.functions.enumerated() {
      for block in function.blocks {
        for id in block.instructions {
          switch (function[id].opcode, function[id].payload) {
          case (.callDirect, .function(let callee)): callees[index].append(callee)
          case (.fieldStore, _), (.extraStore, _): keepsFields[index] = false
          default:
            if !Self.isQuiet(function[id], effects) {
              keepsLayouts[index] = false
              keepsFields[index] = false
            }
          }
        }
      }
    }
    var changed = true
    while changed {
      changed = false
      for index in callees.indices {
        let layouts = keepsLayouts[index] && callees[index].allSatisfy { keepsLayouts[Int($0.raw)] }
        let fields = keepsFields[index] && callees[index].allSatisfy { keepsFields[Int($0.raw)] }
        guard layouts != keepsLayouts[index] || fields != keepsFields[index] else { continue }
        keepsLayouts[index] = layouts
        keepsFields[index] = fields
        changed = true
      }
    }
  }

  /// Whether an instruction that is no call of the program's functions changes neither layouts nor fields, other than by
  /// storing to a field. `runtimeEffects`: of runtime functions, by number.
  static func isQuiet(_ instruction: Instruction, _ runtimeEffects: [Effects]) -> Bool {
    switch (instruction.opcode, instruction.payload) {
    case (.fieldStore, _), (.extraStore, _), (.arrayPut, _), (.arrayPutNumber, _), (.typedStore, _), (.cellStore, _), (.globalStore, _),
      (.frameStore, _), (.slotStore, _), (.catchException, _):
      return true
    case (.callRuntime, .runtime(let callee)): return runtimeEffects[Int(callee.raw)].isDisjoint(with: [.calls, .writes])
    default: return instruction.opcode.effects.isDisjoint(with: [.calls, .writes])
    }
  }
}
