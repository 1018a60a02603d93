import LLVM
import PIR

/// Lists of boxed words: arguments of calls, elements of literals, captures.
extension FunctionEmitter {
  /// The longest list on the stack; longer literals are made in pieces.
  static let longestList = 256

  /// How many words on the stack an instruction needs.
  func argumentCount(_ instruction: Instruction) -> Int {
    guard let start = listStart(instruction.opcode) else { return 0 }
    let operands = function.operands(instruction).dropFirst(start)
    if operands.allSatisfy({ isConstant($0) }) { return 0 }
    return instruction.opcode == .arrayNew ? min(operands.count, Self.longestList) : operands.count
  }

  /// The list of an instruction's operands from an index up to another: in static data if all are constants, otherwise
  /// on the stack until the next list is made.
  func argumentList(_ instruction: Instruction, from start: Int, to end: Int? = nil) -> (count: IRValue, list: IRValue) {
    let range = start..<(end ?? Int(instruction.operands.count))
    let operands = function.operands(instruction)
    let ids = range.map { operands[operands.startIndex + $0] }
    let count = context.int32(ids.count)
    if ids.isEmpty { return (count, context.null) }
    let constants = ids.compactMap(constantWord)
    if constants.count == ids.count {
      let array = context.constant(array: constants, of: constants[0].type)
      return (count, unit.addConstant("values", array, alignment: 8))
    }
    for (index, id) in ids.enumerated() {
      let word = unit.box(get(id), function.representation(id))
      builder.store(word, builder.address(argumentList!, offset: 8 * index))
    }
    return (count, argumentList!)
  }

  /// Where the list among an opcode's operands begins; nil if it has none.
  private func listStart(_ opcode: Opcode) -> Int? {
    switch opcode {
    case .closureNew, .objectNew: return 0
    case .callNative: return 1
    default: return opcode.info.variadic == nil ? nil : opcode.info.operands.count
    }
  }

  private func isConstant(_ id: ValueID) -> Bool {
    guard case .instruction(let definition) = function[id].definition else { return false }
    switch function[definition].opcode {
    case .undefined, .null, .hole, .constF64, .constI32, .constI1, .constString, .constBigInt: return true
    case .box: return isConstant(function.operand(function[definition], 0))
    default: return false
    }
  }

  /// A value as a word of static data, if it is a constant.
  private func constantWord(_ id: ValueID) -> IRValue? {
    guard case .instruction(let definition) = function[id].definition else { return nil }
    let instruction = function[definition]
    switch (instruction.opcode, instruction.payload) {
    case (.undefined, _): return unit.constantWord(Boxed.undefined)
    case (.null, _): return unit.constantWord(Boxed.null)
    case (.hole, _): return unit.constantWord(Boxed.hole)
    case (.constF64, .number(let bits)): return unit.constantWord(bits)
    case (.constI32, .integer(let number)): return unit.constantWord(Double(number).bitPattern)
    case (.constI1, .integer(let number)): return unit.constantWord(number != 0 ? Boxed.true_ : Boxed.false_)
    case (.constString, .name(let name)): return unit.constantWord(string: unit.atom(name))
    case (.constBigInt, .name(let digits)):
      return unit.constantWord(address: unit.bigInt(digits), tag: Boxed.tagBigInt)
    case (.box, _): return constantWord(function.operand(instruction, 0))
    default: return nil
    }
  }
}
