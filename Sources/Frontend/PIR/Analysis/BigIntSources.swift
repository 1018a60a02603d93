extension PIRModule {
  /// Whether a BigInt can come into being: by a literal, or through a built-in object that makes them. Programs that have
  /// none compute with numbers only.
  public var canMakeBigInts: Bool {
    let objects = ["BigInt", "BigInt64Array", "BigUint64Array"]
    let names = Set(builtins.map(\.name))
    if !names.isDisjoint(with: objects) { return true }
    let makers = Set((objects + ["getBigInt64", "getBigUint64"]).map { interner.intern($0) })
    var isNamed = false
    var canNameAny = false
    for function in functions {
      canNameAny = canNameAny || hasGlobalObjectAsValue(function)
      for instruction in function.instructions {
        switch (instruction.opcode, instruction.payload) {
        case (.constBigInt, _): return true
        case (.propGet, .name(let name)), (.callMethod, .name(let name)):
          if makers.contains(name) { return true }
        case (.constString, .name(let name)): isNamed = isNamed || makers.contains(name)
        default: break
        }
      }
      if isNamed && canNameAny { return true }
    }
    return false
  }

  /// Whether a function does more with the global object than to use properties of it that it names.
  public func hasGlobalObjectAsValue(_ function: PIRFunction) -> Bool {
    var objects: Set<ValueID> = []
    for instruction in function.instructions where instruction.opcode == .builtin {
      if case .builtin(let builtin) = instruction.payload, self[builtin].name == "globalThis" {
        objects.insert(instruction.result)
      }
    }
    if objects.isEmpty { return false }
    // What is in no block any more does not count.
    for block in function.blocks {
      for id in block.instructions {
        let instruction = function[id]
        var operands = function.operands(instruction)
        switch instruction.opcode {
        case .propGet, .propSet, .propDelete, .callMethod: operands = operands.dropFirst()
        default: break
        }
        if operands.contains(where: objects.contains) { return true }
        for edge in function.edges(instruction) where function.arguments(edge).contains(where: objects.contains) { return true }
      }
    }
    return false
  }
}
