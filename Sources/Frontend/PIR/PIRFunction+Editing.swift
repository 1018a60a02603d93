import Syntax

/// Changes that passes make to finished functions.
extension PIRFunction {
  /// Moves the function out of its place, which keeps one without a body: so that who changes it has its arrays alone, and
  /// they are not copied first.
  mutating func take() -> PIRFunction {
    var taken = Self.none
    swap(&self, &taken)
    return taken
  }

  private static let none = PIRFunction(name: "", kind: .internal_, result: .void, file: FileID(0))

  /// Stores operands in the pool.
  public mutating func addOperands(_ operands: [ValueID]) -> PoolRange {
    let start = UInt32(operandPool.count)
    operandPool.append(contentsOf: operands)
    return PoolRange(start: start, count: UInt32(operands.count))
  }

  /// Makes an instruction without placing it in a block; its result value is new.
  public mutating func makeInstruction(
    _ opcode: Opcode, _ operands: [ValueID] = [], payload: Payload = .none, result: Representation? = nil, position: UInt32 = 0
  ) -> InstructionID {
    let representation = result ?? opcode.info.result!
    let id = InstructionID(UInt32(instructions.count))
    var value = ValueID.none
    if representation != .void {
      value = ValueID(UInt32(values.count))
      values.append(Value(representation: representation, definition: .instruction(id)))
    }
    instructions.append(
      Instruction(
        opcode: opcode, result: value, operands: addOperands(operands), edges: .empty, payload: payload, position: position))
    return id
  }

  /// Makes a new edge record and returns its range.
  public mutating func addEdges(_ edges: [Edge]) -> PoolRange {
    let start = UInt32(edgePool.count)
    edgePool.append(contentsOf: edges)
    return PoolRange(start: start, count: UInt32(edges.count))
  }

  /// Replaces every use of a value by what `replacement` gives for it; `none` keeps it.
  public mutating func replaceUses(_ replacement: [ValueID]) {
    guard replacement.contains(where: \.exists) else { return }
    operandPool.withUnsafeMutableBufferPointer { pool in
      for index in pool.indices {
        var value = pool[index]
        while value.exists, Int(value.raw) < replacement.count, replacement[Int(value.raw)].exists {
          value = replacement[Int(value.raw)]
        }
        pool[index] = value
      }
    }
  }

  /// Drops the blocks that control cannot reach and renumbers the others.
  public mutating func removeUnreachableBlocks() {
    let order = ControlFlow.reversePostorder(self)
    guard order.count < blocks.count else { return }
    var isReachable = [Bool](repeating: false, count: blocks.count)
    for block in order { isReachable[Int(block.raw)] = true }
    var newIndex = [UInt32](repeating: 0, count: blocks.count)
    var kept: [Block] = []
    kept.reserveCapacity(order.count)
    for index in blocks.indices where isReachable[index] {
      newIndex[index] = UInt32(kept.count)
      kept.append(blocks[index])
    }
    blocks = kept
    for index in blocks.indices {
      if let handler = blocks[index].handler { blocks[index].handler = BlockID(newIndex[Int(handler.raw)]) }
      for (position, parameter) in blocks[index].parameters.enumerated() {
        self[parameter].definition = .blockParameter(BlockID(UInt32(index)), position)
      }
      let edges = self[blocks[index].instructions.last!].edges
      for edge in edges.indices { edgePool[edge].target = BlockID(newIndex[Int(edgePool[edge].target.raw)]) }
    }
  }
}
