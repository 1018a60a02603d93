extension Pass {
  /// Removes instructions whose results nobody uses.
  public static let deadCode = Pass.perFunction("dead-code", "remove unused instructions and unreachable blocks") {
    $0.removeUnreachableBlocks()
    $0.removeUnusedBlockParameters()
    $0.removeDeadInstructions()
  }
}

extension PIRFunction {
  /// Removes instructions without observable effects whose results are unused, transitively.
  mutating func removeDeadInstructions() {
    var isLive = [Bool](repeating: false, count: instructions.count)
    var work: [InstructionID] = []
    func isRoot(_ instruction: Instruction) -> Bool {
      instruction.opcode.info.isTerminator || effects(instruction).isObservable || !instruction.result.exists
        || instruction.opcode == .catchException
    }
    for block in blocks {
      for id in block.instructions where isRoot(self[id]) {
        isLive[Int(id.raw)] = true
        work.append(id)
      }
    }
    func mark(_ value: ValueID) {
      if case .instruction(let id) = self[value].definition, !isLive[Int(id.raw)] {
        isLive[Int(id.raw)] = true
        work.append(id)
      }
    }
    while let id = work.popLast() {
      for operand in operands(self[id]) { mark(operand) }
      for edge in edges(self[id]) { for argument in arguments(edge) { mark(argument) } }
    }
    for index in blocks.indices { blocks[index].instructions.removeAll { !isLive[Int($0.raw)] } }
  }

  /// What executing `instruction` may do; a runtime function's effects need the module and are taken as unknown here.
  private func effects(_ instruction: Instruction) -> Effects {
    // Runtime calls keep their place unless a pass with the module proves them pure.
    instruction.opcode.info.effects
  }

  /// Removes block parameters that no instruction uses, or that always receive the same value.
  mutating func removeUnusedBlockParameters() {
    var changed = true
    while changed {
      changed = false
      var incoming: [UInt32: ValueID] = [:]  // The only value a parameter receives besides itself.
      var varied: Set<UInt32> = []
      for block in blocks {
        guard let last = block.instructions.last else { continue }
        for edge in edges(self[last]) {
          for (argument, parameter) in zip(arguments(edge), self[edge.target].parameters) where argument != parameter {
            if let known = incoming[parameter.raw], known != argument { varied.insert(parameter.raw) }
            incoming[parameter.raw] = argument
          }
        }
      }
      var replacement = [ValueID](repeating: .none, count: values.count)
      var removed: Set<UInt32> = []
      for block in blocks {
        for parameter in block.parameters where !varied.contains(parameter.raw) {
          guard let value = incoming[parameter.raw] else { continue }
          // Of two parameters that stand for each other only one can go at a time.
          if removed.contains(value.raw) { continue }
          replacement[Int(parameter.raw)] = value
          removed.insert(parameter.raw)
        }
      }
      let used = usedValues()
      for block in blocks {
        for parameter in block.parameters where !used[Int(parameter.raw)] { removed.insert(parameter.raw) }
      }
      guard !removed.isEmpty else { return }
      changed = true
      dropParameters(removed)
      replaceUses(replacement)
    }
  }

  /// Which values reach an instruction that is not just an edge into an unused parameter.
  private func usedValues() -> [Bool] {
    var used = [Bool](repeating: false, count: values.count)
    var feeds: [UInt32: [ValueID]] = [:]
    var work: [ValueID] = []
    func mark(_ value: ValueID) {
      if !used[Int(value.raw)] {
        used[Int(value.raw)] = true
        work.append(value)
      }
    }
    for block in blocks {
      for id in block.instructions {
        for operand in operands(self[id]) { mark(operand) }
        for edge in edges(self[id]) {
          for (argument, parameter) in zip(arguments(edge), self[edge.target].parameters) {
            feeds[parameter.raw, default: []].append(argument)
          }
        }
      }
    }
    while let value = work.popLast() {
      for source in feeds[value.raw] ?? [] { mark(source) }
    }
    return used
  }

  private mutating func dropParameters(_ removed: Set<UInt32>) {
    // Edges are rewritten while the targets' parameter lists are still whole.
    for block in blocks {
      guard let last = block.instructions.last else { continue }
      for index in self[last].edges.indices {
        let edge = edgePool[index]
        let kept = zip(arguments(edge), self[edge.target].parameters).filter { !removed.contains($0.1.raw) }.map(\.0)
        if kept.count != Int(edge.arguments.count) {
          edgePool[index] = Edge(target: edge.target, arguments: addOperands(kept))
        }
      }
    }
    for index in blocks.indices {
      blocks[index].parameters.removeAll { removed.contains($0.raw) }
      for (position, parameter) in blocks[index].parameters.enumerated() {
        self[parameter].definition = .blockParameter(BlockID(UInt32(index)), position)
      }
    }
  }
}
