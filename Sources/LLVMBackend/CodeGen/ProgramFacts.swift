import PIR

/// What code generation derives from the whole program before it emits anything.
struct ProgramFacts {
  private var closures: [Bool]
  private var throwers: [Bool]
  private var recursive: [Bool]
  private var statics: Set<FunctionID> = []
  /// Whether function objects carry their source texts.
  let showsSources: Bool

  init(_ program: PIRModule) {
    let count = program.functions.count
    showsSources = program.showsSources()
    closures = program.functions.map { function in
      !function.captures.isEmpty || function.instructions.contains { $0.opcode == .callee }
    }
    let graph = CallGraph(program)
    recursive = graph.recursive
    throwers = [Bool](repeating: false, count: count)
    findThrowers(program)
    statics = program.singleClosures()
    // Code that was copied since then still runs only once.
    for layout in program.layouts { statics.formUnion((layout.methods + layout.getters).map(\.function)) }
    for function in program.functions {
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .closureStatic {
          if case .function(let callee) = function[id].payload { statics.insert(callee) }
        }
      }
    }
  }

  /// Whether the function takes its closure as the first parameter.
  func needsClosure(_ id: FunctionID) -> Bool { closures[Int(id.raw)] }
  /// Whether the function can end in a pending exception.
  func canThrow(_ id: FunctionID) -> Bool { throwers[Int(id.raw)] }
  /// Whether the function can be running twice, so that it must check the stack.
  func isRecursive(_ id: FunctionID) -> Bool { recursive[Int(id.raw)] }
  /// Whether one static object serves as the function's only closure.
  func hasStaticClosure(_ id: FunctionID) -> Bool { statics.contains(id) }

  /// Whether the first operand of a `call.direct` is a closure that its callee takes. One static object needs no operand.
  func passesClosure(_ call: Instruction, in program: PIRModule) -> Bool {
    guard case .function(let id) = call.payload else { return false }
    return needsClosure(id) && call.operands.count > program[id].parameters.count
  }

  /// What an instruction does, with the callee's facts where it is known.
  func effects(_ instruction: Instruction, in program: PIRModule) -> Effects {
    switch (instruction.opcode, instruction.payload) {
    case (.callRuntime, .runtime(let id)): return program[id].effects
    case (.callDirect, .function(let id)):
      return canThrow(id) ? .any : Effects.any.subtracting(.throws_)
    default: return instruction.opcode.effects
    }
  }

  /// Propagates exceptions from callees to callers until nothing changes.
  private mutating func findThrowers(_ program: PIRModule) {
    var changed = true
    for index in throwers.indices { throwers[index] = recursive[index] }
    while changed {
      changed = false
      for (index, function) in program.functions.enumerated() where !throwers[index] {
        let throwing = function.blocks.contains { block in
          block.handler == nil
            && block.instructions.contains {
              effects(function[$0], in: program).contains(.throws_) || function[$0].opcode == .throwError
            }
        }
        if throwing {
          throwers[index] = true
          changed = true
        }
      }
    }
  }
}

extension PIRFunction {
  /// Where control can go from a block: its edges, then its handler.
  func successors(_ block: BlockID) -> [BlockID] {
    guard !self[block].instructions.isEmpty else { return [] }
    var result = edges(self[terminator(block)]).map(\.target)
    if let handler = self[block].handler { result.append(handler) }
    return result
  }

  /// Reachable blocks, each before its successors except along loops.
  func reversePostorder() -> [BlockID] {
    var visited = [Bool](repeating: false, count: blocks.count)
    var order: [BlockID] = []
    var stack: [(block: BlockID, successors: [BlockID], next: Int)] = []
    visited[0] = true
    stack.append((PIRFunction.entry, successors(PIRFunction.entry), 0))
    while let top = stack.last {
      if top.next < top.successors.count {
        stack[stack.count - 1].next += 1
        let successor = top.successors[top.next]
        if !visited[Int(successor.raw)] {
          visited[Int(successor.raw)] = true
          stack.append((successor, successors(successor), 0))
        }
      } else {
        order.append(top.block)
        stack.removeLast()
      }
    }
    return order.reversed()
  }
}
