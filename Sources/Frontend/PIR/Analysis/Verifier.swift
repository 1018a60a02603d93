/// A broken invariant of PIR.
public struct VerificationError: Error, CustomStringConvertible {
  public let function: String
  public let text: String
  public var description: String { "invalid PIR in @\(function): \(text)" }
}

/// Checks the invariants that lowering and every pass must keep.
public struct Verifier {
  private let module: PIRModule
  private let function: PIRFunction
  private let flow: ControlFlow

  /// Checks a whole module; throws at the first broken function.
  public static func verify(_ module: PIRModule) throws {
    for function in module.functions { try Verifier(module, function).verify() }
  }

  private init(_ module: PIRModule, _ function: PIRFunction) throws {
    self.module = module
    self.function = function
    guard !function.blocks.isEmpty else { throw VerificationError(function: function.name, text: "no blocks") }
    for (index, block) in function.blocks.enumerated() {
      guard let last = block.instructions.last, function[last].opcode.isTerminator else {
        throw VerificationError(function: function.name, text: "b\(index) does not end in a terminator")
      }
      for instruction in block.instructions {
        for edge in function.edges(function[instruction]) where Int(edge.target.raw) >= function.blocks.count {
          throw VerificationError(function: function.name, text: "b\(index) jumps to a block that does not exist")
        }
      }
    }
    flow = ControlFlow(function)
  }

  private func fail(_ text: String) -> VerificationError { VerificationError(function: function.name, text: text) }

  private func verify() throws {
    var definitionBlock = [Int](repeating: -1, count: function.values.count)
    var definitionIndex = [Int](repeating: -1, count: function.values.count)
    for parameter in function.parameters { definitionBlock[Int(parameter.value.raw)] = 0 }
    for (index, block) in function.blocks.enumerated() {
      for parameter in block.parameters { definitionBlock[Int(parameter.raw)] = index }
      for (position, instruction) in block.instructions.enumerated() where function[instruction].result.exists {
        let result = Int(function[instruction].result.raw)
        guard definitionBlock[result] < 0 else { throw fail("a value is defined twice in b\(index)") }
        definitionBlock[result] = index
        definitionIndex[result] = position
      }
    }
    func check(_ value: ValueID, usedIn block: BlockID, at position: Int) throws {
      guard value.exists, Int(value.raw) < definitionBlock.count, definitionBlock[Int(value.raw)] >= 0 else {
        throw fail("b\(block.raw) uses a value that nothing defines")
      }
      let definition = BlockID(UInt32(definitionBlock[Int(value.raw)]))
      let isBefore = definition == block && definitionIndex[Int(value.raw)] < position
      guard isBefore || (definition != block && flow.dominates(definition, block)) else {
        throw fail("a use in b\(block.raw) (instruction \(position)) is not dominated by its definition in b\(definition.raw)")
      }
    }
    for block in flow.reversePostorder {
      for (position, id) in function[block].instructions.enumerated() {
        let instruction = function[id]
        let isLast = position == function[block].instructions.count - 1
        guard instruction.opcode.isTerminator == isLast else { throw fail("a terminator inside b\(block.raw)") }
        for operand in function.operands(instruction) { try check(operand, usedIn: block, at: position) }
        for edge in function.edges(instruction) {
          let target = function[edge.target]
          let arguments = function.arguments(edge)
          guard arguments.count == target.parameters.count else {
            throw fail("b\(block.raw) passes \(arguments.count) values to b\(edge.target.raw)")
          }
          for (argument, parameter) in zip(arguments, target.parameters) {
            try check(argument, usedIn: block, at: position)
            try require(argument, function.representation(parameter), "an argument of b\(edge.target.raw)")
          }
        }
        try verify(instruction, in: block)
      }
      if let handler = function[block].handler {
        guard function[handler].parameters.isEmpty else { throw fail("handler b\(handler.raw) has parameters") }
      }
    }
  }

  private func require(_ value: ValueID, _ representation: Representation, _ what: String) throws {
    let actual = function.representation(value)
    guard actual == representation else { throw fail("\(what) is \(actual.name) instead of \(representation.name)") }
  }

  private func verify(_ instruction: Instruction, in block: BlockID) throws {
    let info = instruction.opcode.info
    let operands = function.operands(instruction)
    let what = "an operand of \(instruction.opcode.rawValue) in b\(block.raw)"
    switch instruction.opcode {
    case .return:
      guard operands.count == (function.result == .void ? 0 : 1) else { throw fail("return with \(operands.count) values") }
      if let value = operands.first { try require(value, function.result, "the returned value in b\(block.raw)") }
      return
    case .closureNew:
      guard case .function(let id) = instruction.payload else { throw fail("closure.new without a function") }
      let captures = module[id].captures
      guard captures.count == operands.count else { throw fail("closure.new of @\(module[id].name) captures \(operands.count)") }
      for (operand, capture) in zip(operands, captures) { try require(operand, capture, what) }
      return
    case .frameNew:
      guard case .function(let id) = instruction.payload else { throw fail("frame.new without a function") }
      let frame = module[id].frame
      guard operands.count >= 1, operands.count - 1 <= frame.count else {
        throw fail("frame.new of @\(module[id].name) with \(operands.count) operands")
      }
      try require(operands.first!, .boxed, what)
      for (operand, variable) in zip(operands.dropFirst(), frame) { try require(operand, variable, what) }
      return
    case .callDirect:
      guard case .function(let id) = instruction.payload else { throw fail("call.direct without a function") }
      let callee = module[id]
      let closures = operands.count - callee.parameters.count
      guard closures == 0 || closures == 1 else {
        throw fail("call.direct of @\(callee.name) with \(operands.count) of \(callee.parameters.count) operands")
      }
      for (operand, parameter) in zip(operands.dropFirst(closures), callee.parameters) {
        try require(operand, callee.representation(parameter.value), what)
      }
      try requireResult(instruction, callee.result)
      return
    case .callRuntime:
      guard case .runtime(let id) = instruction.payload else { throw fail("call.runtime without a function") }
      let callee = module[id]
      guard callee.parameters.count == operands.count else {
        throw fail("call.runtime of \(callee.symbol) with \(operands.count) of \(callee.parameters.count) operands")
      }
      for (operand, parameter) in zip(operands, callee.parameters) { try require(operand, parameter, what) }
      try requireResult(instruction, callee.result)
      return
    case .eq, .ne, .lt, .le, .gt, .ge:
      guard operands.count == 2 else { throw fail("\(instruction.opcode.rawValue) with \(operands.count) operands") }
      try require(operands.last!, function.representation(operands.first!), what)
      return
    default: break
    }
    guard operands.count >= info.operands.count, info.variadic != nil || operands.count == info.operands.count else {
      throw fail("\(instruction.opcode.rawValue) with \(operands.count) operands in b\(block.raw)")
    }
    for (index, operand) in operands.enumerated() {
      let expected = index < info.operands.count ? info.operands[index] : info.variadic
      if let expected { try require(operand, expected, what) }
    }
    if let result = info.result { try requireResult(instruction, result) }
    switch (instruction.opcode, instruction.payload) {
    case (.slotLoad, .slot(let slot)): try requireResult(instruction, function.slots[Int(slot.raw)].representation)
    case (.slotStore, .slot(let slot)): try require(operands.first!, function.slots[Int(slot.raw)].representation, what)
    case (.globalLoad, .global(let global)): try requireResult(instruction, module[global].representation)
    case (.globalStore, .global(let global)): try require(operands.first!, module[global].representation, what)
    case (.captureLoad, .integer(let index)):
      guard Int(index) < function.captures.count else { throw fail("capture.load beyond the captures") }
      try requireResult(instruction, function.captures[Int(index)])
    case (.frameLoad, .integer(let index)):
      guard Int(index) < function.frame.count else { throw fail("frame.load beyond the frame") }
      try requireResult(instruction, function.frame[Int(index)])
    case (.frameStore, .integer(let index)):
      guard Int(index) < function.frame.count else { throw fail("frame.store beyond the frame") }
      try require(operands.first!, function.frame[Int(index)], what)
    case (.slotLoad, _), (.slotStore, _), (.globalLoad, _), (.globalStore, _), (.captureLoad, _):
      throw fail("\(instruction.opcode.rawValue) without its payload")
    default: break
    }
  }

  private func requireResult(_ instruction: Instruction, _ representation: Representation) throws {
    guard instruction.result.exists else {
      guard representation == .void else { throw fail("\(instruction.opcode.rawValue) without a result") }
      return
    }
    try require(instruction.result, representation, "the result of \(instruction.opcode.rawValue)")
  }
}
