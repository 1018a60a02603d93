import Syntax

extension Pass {
  /// Puts constants in the place of module variables that always hold them.
  public static let foldGlobals = Pass(
    name: "fold-globals", purpose: "replace module variables that are stored once, with a constant or a class"
  ) { module in
    let singles = module.singleClosures()
    for constructor in singles where module[constructor].isClassConstructor { module[constructor].foldCallee(constructor) }
    let constants = module.constantGlobals(singles)
    guard constants.contains(where: { $0 != nil }) else { return }
    for index in module.functions.indices { module.functions[index].foldLoads(constants) }
  }
}

/// A constant instruction, to be repeated where its value is loaded.
private struct GlobalConstant: Equatable {
  let opcode: Opcode
  let payload: Payload
  let representation: Representation
}

extension PIRModule {
  /// Per global: the constant that its only store stores, if nothing reads it before.
  fileprivate func constantGlobals(_ singles: Set<FunctionID>) -> [GlobalConstant?] {
    var stores = [Int](repeating: 0, count: globals.count)
    var constants = [GlobalConstant?](repeating: nil, count: globals.count)
    for function in functions {
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .globalStore {
          guard case .global(let global) = function[id].payload else { continue }
          stores[Int(global.raw)] += 1
          constants[Int(global.raw)] = constant(function.operand(function[id], 0), function, singles)
        }
      }
    }
    return globals.indices.map { stores[$0] == 1 && globals[$0].isStoredBeforeRead ? constants[$0] : nil }
  }

  private func constant(_ value: ValueID, _ function: PIRFunction, _ singles: Set<FunctionID>) -> GlobalConstant? {
    guard case .instruction(let id) = function[value].definition else { return nil }
    let instruction = function[id]
    switch instruction.opcode {
    case .box:
      return constant(function.operand(instruction, 0), function, singles)
    case .constF64, .constString, .constI1:
      return GlobalConstant(
        opcode: instruction.opcode, payload: instruction.payload, representation: function.representation(value))
    case .closureNew:
      // A class is the only closure of its constructor. Other functions are followed by `ClosureFlow`.
      guard case .function(let callee) = instruction.payload, singles.contains(callee), self[callee].isClassConstructor else { return nil }
      return GlobalConstant(opcode: .closureStatic, payload: instruction.payload, representation: .function)
    default: return nil
    }
  }
}

extension PIRFunction {
  /// A class that exists once knows itself.
  fileprivate mutating func foldCallee(_ id: FunctionID) {
    for index in instructions.indices where instructions[index].opcode == .callee {
      instructions[index].opcode = .closureStatic
      instructions[index].payload = .function(id)
    }
  }

  fileprivate mutating func foldLoads(_ constants: [GlobalConstant?]) {
    for block in blocks.indices {
      var kept: [InstructionID] = []
      for id in blocks[block].instructions {
        if case .global(let global) = self[id].payload, self[id].opcode == .globalLoad, let constant = constants[Int(global.raw)] {
          let made = makeInstruction(
            constant.opcode, payload: constant.payload, result: constant.representation, position: self[id].position)
          kept.append(made)
          if representation(self[id].result) == constant.representation {
            // The load becomes the constant itself.
            kept.removeLast()
            self[id].opcode = constant.opcode
            self[id].payload = constant.payload
          } else {
            self[id].opcode = .box
            self[id].payload = .none
            self[id].operands = addOperands([self[made].result])
          }
        }
        kept.append(id)
      }
      blocks[block].instructions = kept
    }
  }
}
