import Syntax

/// Copies bodies of functions into one function.
struct Inliner {
  private(set) var function: PIRFunction
  /// Results of calls, and captures that copies read, by what they became.
  private var replacement: [ValueID: ValueID] = [:]
  private var positions: [InlinedPosition: UInt32] = [:]

  init(_ function: PIRFunction) {
    self.function = function
    for (index, position) in function.inlinedPositions.enumerated() {
      positions[position] = InlinedPosition.first + UInt32(index)
    }
  }

  /// Replaces a `call.direct` by the callee's body. Blocks after the call become new ones: calls of one block are inlined
  /// from the last to the first.
  mutating func inline(_ callee: PIRFunction, at call: InstructionID, in block: BlockID, captures: [ValueID], name: String) {
    let original = function[call]
    let arguments = Array(function.operands(original).suffix(callee.parameters.count))
    let rest = function.split(block, after: function[block].instructions.firstIndex(of: call)!)
    function[block].instructions.removeLast()
    function[rest].isGeneral = function[block].isGeneral
    if original.result.exists {
      let joined = ValueID(UInt32(function.values.count))
      function.values.append(Value(representation: callee.result, definition: .blockParameter(rest, 0)))
      function[rest].parameters = [joined]
      replacement[original.result] = joined
    }
    let entry = copy(callee, arguments: arguments, captures: captures, call: original.position, name, around: block, returningTo: rest)
    function.append(.jump, edges: [function.edge(to: entry)], to: block, position: original.position)
  }

  /// The function with all uses of what was replaced renamed.
  mutating func finish() -> PIRFunction {
    guard !replacement.isEmpty else { return function }
    var dense = [ValueID](repeating: .none, count: function.values.count)
    for (old, new) in replacement { dense[Int(old.raw)] = new }
    function.replaceUses(dense)
    return function
  }

  /// Appends the callee's pools and blocks; gives its entry.
  private mutating func copy(
    _ callee: PIRFunction, arguments: [ValueID], captures: [ValueID], call: UInt32, _ name: String, around block: BlockID,
    returningTo rest: BlockID
  ) -> BlockID {
    let values = UInt32(function.values.count)
    let instructions = UInt32(function.instructions.count)
    let blocks = UInt32(function.blocks.count)
    let operands = UInt32(function.operandPool.count)
    let edges = UInt32(function.edgePool.count)
    let names = UInt32(function.namePool.count)
    let integers = UInt32(function.integerPool.count)
    var parameters = [ValueID](repeating: .none, count: callee.values.count)
    for (parameter, argument) in zip(callee.parameters, arguments) { parameters[Int(parameter.value.raw)] = argument }
    func renamed(_ value: ValueID) -> ValueID {
      guard value.exists else { return value }
      let parameter = parameters[Int(value.raw)]
      return parameter.exists ? parameter : ValueID(value.raw + values)
    }

    for value in callee.values {
      var copy = value
      switch value.definition {
      case .instruction(let id): copy.definition = .instruction(InstructionID(id.raw + instructions))
      case .blockParameter(let block, let index): copy.definition = .blockParameter(BlockID(block.raw + blocks), index)
      // Nothing names the callee's parameters any more.
      case .parameter: break
      }
      function.values.append(copy)
    }
    for value in callee.operandPool { function.operandPool.append(renamed(value)) }
    for edge in callee.edgePool {
      function.edgePool.append(Edge(target: BlockID(edge.target.raw + blocks), arguments: edge.arguments.moved(by: operands)))
    }
    function.namePool += callee.namePool
    function.integerPool += callee.integerPool
    for instruction in callee.instructions {
      var copy = instruction
      if copy.result.exists { copy.result = ValueID(copy.result.raw + values) }
      copy.operands = copy.operands.moved(by: operands)
      copy.edges = copy.edges.moved(by: edges)
      switch copy.payload {
      case .names(let range): copy.payload = .names(range.moved(by: names))
      case .integers(let range): copy.payload = .integers(range.moved(by: integers))
      default: break
      }
      copy.position = position(instruction.position, in: callee, name, call: call)
      function.instructions.append(copy)
    }
    for body in callee.blocks {
      var copy = body
      copy.parameters = body.parameters.map { ValueID($0.raw + values) }
      copy.instructions = body.instructions.map { InstructionID($0.raw + instructions) }
      copy.handler = function[block].handler
      function.blocks.append(copy)
    }
    for index in Int(blocks)..<function.blocks.count {
      finish(BlockID(UInt32(index)), callee, captures: captures, returningTo: rest)
    }
    return BlockID(PIRFunction.entry.raw + blocks)
  }

  /// Turns returns into jumps, and reads of captures into what was captured.
  private mutating func finish(_ block: BlockID, _ callee: PIRFunction, captures: [ValueID], returningTo rest: BlockID) {
    var kept: [InstructionID] = []
    for id in function[block].instructions {
      let instruction = function[id]
      switch (instruction.opcode, instruction.payload) {
      case (.captureLoad, .integer(let index)) where !captures.isEmpty:
        replacement[instruction.result] = captures[Int(index)]
        continue
      case (.return, _):
        function[id].opcode = .jump
        let values = function[rest].parameters.isEmpty ? [] : Array(function.operands(instruction))
        function[id].operands = .empty
        let edge = function.edge(to: rest, values)
        function[id].edges = function.addEdges([edge])
      default: break
      }
      kept.append(id)
    }
    function[block].instructions = kept
  }

  /// A position of the callee as one of this function.
  private mutating func position(_ position: UInt32, in callee: PIRFunction, _ name: String, call: UInt32) -> UInt32 {
    let place: InlinedPosition
    if let inner = callee.inlined(position) {
      let caller = self.position(inner.caller, in: callee, name, call: call)
      place = InlinedPosition(function: inner.function, file: inner.file, position: inner.position, caller: caller)
    } else {
      place = InlinedPosition(function: name, file: callee.file, position: position, caller: call)
    }
    if let known = positions[place] { return known }
    let made = InlinedPosition.first + UInt32(function.inlinedPositions.count)
    function.inlinedPositions.append(place)
    positions[place] = made
    return made
  }
}

extension PoolRange {
  /// The same range of a pool that was appended to another.
  fileprivate func moved(by offset: UInt32) -> PoolRange { PoolRange(start: start + offset, count: count) }
}
