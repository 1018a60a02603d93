import PIR

/// Who can call whom; unknown code is one more node, which can call every function that escapes.
struct CallGraph {
  /// By `FunctionID`: whether the function can be active more than once at a time.
  let recursive: [Bool]

  init(_ program: PIRModule) {
    let unknown = program.functions.count
    var edges = [[Int]](repeating: [], count: unknown + 1)
    for (index, function) in program.functions.enumerated() {
      var callees: Set<Int> = []
      for block in function.blocks {
        for id in block.instructions {
          let instruction = function[id]
          switch (instruction.opcode, instruction.payload) {
          case (.callDirect, .function(let target)): callees.insert(Int(target.raw))
          case (.callRuntime, .runtime(let target)):
            if program[target].effects.contains(.calls) { callees.insert(unknown) }
          default:
            if instruction.opcode.effects.contains(.calls) { callees.insert(unknown) }
          }
        }
      }
      edges[index] = callees.sorted()
      if function.escapes || function.kind == .resume { edges[unknown].append(index) }
    }
    for builtin in program.builtins {
      for property in builtin.properties {
        for value in [property.value, property.setter] {
          switch value {
          case .compiled(let id, _), .compiledGetter(let id): edges[unknown].append(Int(id.raw))
          default: break
          }
        }
      }
    }
    recursive = Array(stronglyConnected(unknown + 1) { edges[$0] }.dropLast())
  }
}
