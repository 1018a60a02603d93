extension Pass {
  /// Removes instructions whose results nobody uses.
  public static let deadCode = Pass.perFunction("dead-code", "remove unused instructions and unreachable blocks") {
    $0.removeUnreachableBlocks()
    $0.removeUnusedBlockParameters()
    $0.removeDeadInstructions()
  }
}

extension PIRFunction {
  /// Removes instructions without observable effects whose results are unused, transitively; whether there were any.
  @discardableResult
  mutating func removeDeadInstructions() -> Bool {
    var isLive = [Bool](repeating: false, count: instructions.count)
    var work: [InstructionID] = []
    for index in blocks.indices {
      for position in blocks[index].instructions.indices {
        let id = blocks[index].instructions[position]
        if isRoot(instructions[Int(id.raw)]) {
          isLive[Int(id.raw)] = true
          work.append(id)
        }
      }
    }
    func mark(_ operands: PoolRange) {
      for index in operands.indices {
        if case .instruction(let id) = values[Int(operandPool[index].raw)].definition, !isLive[Int(id.raw)] {
          isLive[Int(id.raw)] = true
          work.append(id)
        }
      }
    }
    while let id = work.popLast() {
      mark(instructions[Int(id.raw)].operands)
      for edge in instructions[Int(id.raw)].edges.indices { mark(edgePool[edge].arguments) }
    }
    var changed = false
    for index in blocks.indices where !blocks[index].instructions.allSatisfy({ isLive[Int($0.raw)] }) {
      blocks[index].instructions.removeAll { !isLive[Int($0.raw)] }
      changed = true
    }
    return changed
  }

  /// Whether an instruction stays even if nobody uses its result. A runtime function's effects need the module and are taken as
  /// unknown here: runtime calls keep their place unless a pass with the module proves them pure.
  private func isRoot(_ instruction: Instruction) -> Bool {
    !instruction.result.exists || instruction.opcode == .catchException || instruction.opcode.isTerminator
      || instruction.opcode.effects.isObservable
  }

  /// Removes block parameters that no instruction uses, or that always receive the same value; whether there were any.
  @discardableResult
  mutating func removeUnusedBlockParameters() -> Bool {
    guard blocks.contains(where: { !$0.parameters.isEmpty }) else { return false }
    let varied = ValueID(.max - 1)
    var isChanged = false
    while true {
      // The only value that a parameter receives besides itself.
      var incoming = [ValueID](repeating: .none, count: values.count)
      forEachArgument { argument, parameter in
        guard argument != parameter else { return }
        let index = Int(parameter.raw)
        incoming[index] = incoming[index].exists && incoming[index] != argument ? varied : argument
      }
      let used = usedValues()
      let isNeedless = blocks.contains { block in
        block.parameters.contains { parameter in
          !used[Int(parameter.raw)] || incoming[Int(parameter.raw)].exists && incoming[Int(parameter.raw)] != varied
        }
      }
      guard isNeedless else { return isChanged }
      isChanged = true
      var replacement = [ValueID](repeating: .none, count: values.count)
      var isRemoved = [Bool](repeating: false, count: values.count)
      for index in blocks.indices {
        for parameter in blocks[index].parameters {
          let value = incoming[Int(parameter.raw)]
          // Of two parameters that stand for each other only one can go at a time.
          if value.exists, value != varied, !isRemoved[Int(value.raw)] {
            replacement[Int(parameter.raw)] = value
            isRemoved[Int(parameter.raw)] = true
          }
        }
      }
      for index in blocks.indices {
        for parameter in blocks[index].parameters where !used[Int(parameter.raw)] { isRemoved[Int(parameter.raw)] = true }
      }
      dropParameters(isRemoved)
      replaceUses(replacement)
    }
  }

  /// Calls a function with all arguments of edges and the parameters that get them.
  @inline(__always)
  private func forEachArgument(_ body: (_ argument: ValueID, _ parameter: ValueID) -> Void) {
    for block in blocks.indices {
      guard let last = blocks[block].instructions.last else { continue }
      for index in instructions[Int(last.raw)].edges.indices {
        let edge = edgePool[index]
        let start = Int(edge.arguments.start)
        for position in 0..<min(Int(edge.arguments.count), blocks[Int(edge.target.raw)].parameters.count) {
          body(operandPool[start + position], blocks[Int(edge.target.raw)].parameters[position])
        }
      }
    }
  }

  /// Which values reach an instruction that is not just an edge into an unused parameter.
  private func usedValues() -> [Bool] {
    var used = [Bool](repeating: false, count: values.count)
    var work: [ValueID] = []
    for block in blocks.indices {
      for position in blocks[block].instructions.indices {
        for index in instructions[Int(blocks[block].instructions[position].raw)].operands.indices {
          let operand = operandPool[index]
          guard !used[Int(operand.raw)] else { continue }
          used[Int(operand.raw)] = true
          if case .blockParameter = values[Int(operand.raw)].definition { work.append(operand) }
        }
      }
    }
    // The arguments that parameters get, as lists in one array.
    var heads = [Int32](repeating: -1, count: values.count)
    var feeds: [(source: ValueID, next: Int32)] = []
    forEachArgument { argument, parameter in
      feeds.append((argument, heads[Int(parameter.raw)]))
      heads[Int(parameter.raw)] = Int32(feeds.count - 1)
    }
    while let value = work.popLast() {
      var feed = heads[Int(value.raw)]
      while feed >= 0 {
        let source = feeds[Int(feed)].source
        feed = feeds[Int(feed)].next
        guard !used[Int(source.raw)] else { continue }
        used[Int(source.raw)] = true
        work.append(source)
      }
    }
    return used
  }

  private mutating func dropParameters(_ isRemoved: [Bool]) {
    // Edges are rewritten while the targets' parameter lists are still whole.
    for block in blocks.indices {
      guard let last = blocks[block].instructions.last else { continue }
      for index in instructions[Int(last.raw)].edges.indices {
        let edge = edgePool[index]
        let parameters = blocks[Int(edge.target.raw)].parameters
        guard parameters.contains(where: { isRemoved[Int($0.raw)] }) else { continue }
        let kept = zip(arguments(edge), parameters).filter { !isRemoved[Int($0.1.raw)] }.map(\.0)
        edgePool[index] = Edge(target: edge.target, arguments: addOperands(kept))
      }
    }
    for index in blocks.indices where blocks[index].parameters.contains(where: { isRemoved[Int($0.raw)] }) {
      blocks[index].parameters.removeAll { isRemoved[Int($0.raw)] }
      for (position, parameter) in blocks[index].parameters.enumerated() {
        values[Int(parameter.raw)].definition = .blockParameter(BlockID(UInt32(index)), position)
      }
    }
  }
}
