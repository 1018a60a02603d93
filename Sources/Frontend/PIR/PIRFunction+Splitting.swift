/// Splitting blocks for passes that expand one instruction into control flow.
extension PIRFunction {
  /// Cuts `block` after position `index`: what follows moves to a new block, which is returned. The first part is left
  /// without a terminator.
  public mutating func split(_ block: BlockID, after index: Int) -> BlockID {
    var tail = Block()
    tail.handler = self[block].handler
    tail.instructions = Array(self[block].instructions[(index + 1)...])
    self[block].instructions.removeSubrange((index + 1)...)
    blocks.append(tail)
    return BlockID(UInt32(blocks.count - 1))
  }

  /// A new, empty block with the handler of another.
  public mutating func addBlock(handlerOf other: BlockID) -> BlockID {
    var block = Block()
    block.handler = self[other].handler
    blocks.append(block)
    return BlockID(UInt32(blocks.count - 1))
  }

  /// Appends an instruction to a block and returns its result.
  @discardableResult
  public mutating func append(
    _ opcode: Opcode, _ operands: [ValueID] = [], payload: Payload = .none, result: Representation? = nil,
    edges: [Edge] = [], to block: BlockID, position: UInt32
  ) -> ValueID {
    let id = makeInstruction(opcode, operands, payload: payload, result: result, position: position)
    if !edges.isEmpty { self[id].edges = addEdges(edges) }
    self[block].instructions.append(id)
    return self[id].result
  }

  /// The value in another representation, by an instruction at the end of a block; itself if it has it already.
  public mutating func convert(
    _ value: ValueID, to representation: Representation, in block: BlockID, position: UInt32
  ) -> ValueID {
    let current = self.representation(value)
    if current == representation { return value }
    let opcode: Opcode = representation == .boxed ? .box : current == .boxed ? .unbox : .convert
    return append(opcode, [value], result: representation, to: block, position: position)
  }

  /// An edge with arguments.
  public mutating func edge(to target: BlockID, _ arguments: [ValueID] = []) -> Edge {
    Edge(target: target, arguments: addOperands(arguments))
  }
}
