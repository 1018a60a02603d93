import Syntax

extension Pass {
  /// Defines fields of objects under construction with what is assigned to them before anybody sees them.
  public static let defineFields = Pass(
    name: "define-fields", purpose: "define fields with what the constructor assigns to them first"
  ) { module in
    changeConcurrently(&module.functions) { _, function in
      guard function.isClassConstructor, function.kind == .baseConstructor else { return }
      for block in function.blockIDs where function[block].handler == nil { function.defineFields(in: block) }
    }
  }
}

extension PIRFunction {
  /// A declared field without an initialiser is `undefined` until the constructor's body assigns it. Nobody sees that where
  /// the object is only used to define its fields and to assign them: then they can all be defined, in their order, where
  /// the last of them is assigned. What always holds numbers is known to do so then, and what is stored in vain is not.
  fileprivate mutating func defineFields(in block: BlockID) {
    let instructions = self[block].instructions
    guard let maker = instructions.firstIndex(where: { self[$0].opcode == .instanceNew }) else { return }
    let object = self[instructions[maker]].result
    var definitions: [(index: Int, name: Name, isPrivate: Bool, value: ValueID)] = []
    var assignments: Set<Int> = []
    // What is to be defined at the last assignment so far.
    var last: (index: Int, definitions: [(index: Int, name: Name, isPrivate: Bool, value: ValueID)])?
    search: for index in (maker + 1)..<instructions.count {
      let instruction = self[instructions[index]]
      guard operands(instruction).contains(object) || edges(instruction).contains(where: { arguments($0).contains(object) }) else { continue }
      guard case .name(let name) = instruction.payload, instruction.operands.count == 2, operand(instruction, 0) == object,
        operand(instruction, 1) != object
      else { break }
      let isPrivate = [.privateDefine, .privateSet].contains(instruction.opcode)
      let known = definitions.firstIndex { $0.name == name && $0.isPrivate == isPrivate }
      switch instruction.opcode {
      case .propDefine, .privateDefine:
        guard known == nil else { break search }
        definitions.append((index, name, isPrivate, operand(instruction, 1)))
      case .propSet, .privateSet:
        guard let known else { break search }
        definitions[known].value = operand(instruction, 1)
        assignments.insert(index)
        last = (index, definitions)
      default: break search
      }
    }
    guard let last else { return }
    let moved = Set(last.definitions.map(\.index))
    var changed: [InstructionID] = []
    for (index, id) in instructions.enumerated() {
      if index == last.index {
        for definition in last.definitions {
          let id = instructions[definition.index]
          self[id].operands = addOperands([object, definition.value])
          changed.append(id)
        }
      } else if !moved.contains(index), index > last.index || !assignments.contains(index) {
        changed.append(id)
      }
    }
    self[block].instructions = changed
  }
}
