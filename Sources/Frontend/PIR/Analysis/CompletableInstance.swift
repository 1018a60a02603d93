import Syntax

extension PIRFunction {
  /// The `instance.new` of a constructor whose object can have all fields of its layout from the start: nobody can tell,
  /// since each field is defined, in the layout's order, before anything else is done with the object.
  func completableInstance(_ fields: [Layout.Field]) -> InstructionID? {
    guard isClassConstructor, !fields.isEmpty, !blocks.contains(where: { $0.handler != nil }) else { return nil }
    var makers: [(block: BlockID, index: Int)] = []
    for block in blockIDs {
      for (index, id) in self[block].instructions.enumerated() where self[id].opcode == .instanceNew { makers.append((block, index)) }
    }
    guard makers.count == 1 else { return nil }
    let maker = self[makers[0].block].instructions[makers[0].index]
    // A fast version leaves where another super constructor is called.
    let usual = UsualValues(self)
    var known = self
    for block in usual.general {
      let end = known.terminator(block)
      known[end].opcode = .unreachable
      known[end].edges = .empty
    }
    var check = CompletionCheck(known, usual, fields, of: self[maker].result)
    return check.passes(from: makers[0].block, makers[0].index) ? maker : nil
  }
}

/// Looks at all uses of an object under construction.
private struct CompletionCheck {
  private let function: PIRFunction
  private let usual: UsualValues
  private let fields: [Layout.Field]
  private let object: ValueID
  private let flow: ControlFlow
  /// Per field: where it is defined.
  private var definitions: [[(block: BlockID, index: Int)]]

  init(_ function: PIRFunction, _ usual: UsualValues, _ fields: [Layout.Field], of object: ValueID) {
    self.function = function
    self.usual = usual
    self.fields = fields
    self.object = object
    flow = ControlFlow(function)
    definitions = [[(BlockID, Int)]](repeating: [], count: fields.count)
  }

  mutating func passes(from block: BlockID, _ index: Int) -> Bool {
    var uses: [(block: BlockID, index: Int, field: Int?)] = []
    for block in flow.reversePostorder {
      for (index, id) in function[block].instructions.enumerated() where usesObject(function[id]) {
        let field = definedField(function[id])
        uses.append((block, index, field))
        if let field { definitions[field].append((block, index)) }
      }
    }
    // A field needs those before it, anything else all.
    return uses.allSatisfy { use in (0..<(use.field ?? fields.count)).allSatisfy { isDefined($0, before: use.block, use.index) } }
      && (0..<fields.count).allSatisfy { isDefinedQuietly($0, from: block, index) }
  }

  private func isObject(_ value: ValueID) -> Bool { usual.source(value)?.result == object }

  private func usesObject(_ instruction: Instruction) -> Bool {
    switch instruction.opcode {
    case .box, .unbox, .convert, .checkInit: return false
    default:
      return function.operands(instruction).contains(where: isObject)
        || function.edges(instruction).contains { edge in
          zip(function.arguments(edge), function[edge.target].parameters).contains { isObject($0) && !usual.isJoin($1) }
        }
    }
  }

  /// The field that an instruction defines, if it does nothing else with the object.
  private func definedField(_ instruction: Instruction) -> Int? {
    switch instruction.opcode {
    case .propDefine, .propSet, .privateDefine: break
    default: return nil
    }
    guard case .name(let name) = instruction.payload, isObject(function.operand(instruction, 0)),
      !isObject(function.operand(instruction, 1))
    else { return nil }
    return fields.firstIndex(of: Layout.Field(name, isPrivate: instruction.opcode == .privateDefine))
  }

  private func isDefined(_ field: Int, before block: BlockID, _ index: Int) -> Bool {
    definitions[field].contains { $0.block == block ? $0.index < index : flow.dominates($0.block, block) }
  }

  /// An assignment could run a setter that code before it gave the prototype; the definition of a field cannot.
  private func isDefinedQuietly(_ field: Int, from block: BlockID, _ index: Int) -> Bool {
    guard let first = definitions[field].first else { return false }
    let instructions = function[first.block].instructions
    guard function[instructions[first.index]].opcode == .propSet else { return true }
    return first.block == block && instructions[index + 1..<first.index].allSatisfy { id in
      definedField(function[id]) != nil || function[id].opcode.effects.isDisjoint(with: [.calls])
    }
  }
}
