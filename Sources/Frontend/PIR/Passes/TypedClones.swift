extension Pass {
  /// Gives functions that unknown callers can reach a second body for known callers.
  public static let typedClones = Pass(
    name: "typed-clones", purpose: "copy functions that also have known callers, so that those can pass native values"
  ) { module in
    let called = module.directlyCalledFunctions()
    var clones = [FunctionID?](repeating: nil, count: module.functions.count)
    for index in module.functions.indices where called[index] && module.functions[index].isWorthCloning && !module.functions[index].prefersSize {
      var clone = module.functions[index]
      clone.name += ".typed"
      clone.escapes = false
      clone.closureOf = clone.closureOf ?? FunctionID(UInt32(index))
      clones[index] = module.addFunction(clone)
    }
    // Generic bodies call generic bodies: what they pass is unknown and would make the clones generic too.
    for index in module.functions.indices where !module.functions[index].escapes {
      module.functions[index].retargetDirectCalls(clones)
    }
  }
}

extension PIRModule {
  /// Per function: whether some `call.direct` in a function with known callers names it.
  fileprivate func directlyCalledFunctions() -> [Bool] {
    var called = [Bool](repeating: false, count: functions.count)
    for function in functions {
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .callDirect {
          if case .function(let callee) = function[id].payload { called[Int(callee.raw)] = true }
        }
      }
    }
    return called
  }
}

extension PIRFunction {
  /// Functions that name themselves would see another closure; very large ones cost more than they gain.
  fileprivate var isWorthCloning: Bool {
    // Functions with annotations have their native body already.
    guard escapes, kind != .internal_, !kind.suspends, instructions.count < 2000, !parameters.contains(where: { $0.hint != nil }) else { return false }
    return !blocks.contains { $0.instructions.contains { self[$0].opcode == .callee } }
  }

  fileprivate mutating func retargetDirectCalls(_ clones: [FunctionID?]) {
    for index in instructions.indices where instructions[index].opcode == .callDirect {
      if case .function(let callee) = instructions[index].payload, Int(callee.raw) < clones.count,
        let clone = clones[Int(callee.raw)]
      {
        instructions[index].payload = .function(clone)
      }
    }
  }
}
