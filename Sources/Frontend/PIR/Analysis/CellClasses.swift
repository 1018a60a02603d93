/// Groups the cells of a module by where they flow: two cells that one value can be are in one class.
///
/// A cell is made by `cell.new` and reaches other functions only as a capture, an argument or a variable of a frame, so
/// that unifying both ends of every copy finds all code that can read or write it.
struct CellClasses {
  private var parent: [Int] = []
  /// Per function: the number of its first value, slot, capture and variable of its frame.
  private var bases: [(value: Int, slot: Int, capture: Int, frame: Int)] = []

  /// How many numbers classes have; a class is the number of one of its members.
  var count: Int { parent.count }

  init(_ module: PIRModule) {
    var next = 0
    bases.reserveCapacity(module.functions.count)
    for function in module.functions {
      let slot = next + function.values.count
      let capture = slot + function.slots.count
      let frame = capture + function.captures.count
      bases.append((next, slot, capture, frame))
      next = frame + function.frame.count
    }
    parent = Array(0..<next)
    for (index, function) in module.functions.enumerated() { unify(index, function, module) }
  }

  /// The class of a value of representation `cell`.
  mutating func value(_ function: Int, _ value: ValueID) -> Int { root(bases[function].value + Int(value.raw)) }

  private mutating func root(_ member: Int) -> Int {
    var current = member
    while parent[current] != current {
      parent[current] = parent[parent[current]]
      current = parent[current]
    }
    return current
  }

  private mutating func unify(_ a: Int, _ b: Int) {
    let first = root(a)
    let second = root(b)
    if first != second { parent[max(first, second)] = min(first, second) }
  }

  private mutating func unify(_ index: Int, _ function: PIRFunction, _ module: PIRModule) {
    let base = bases[index]
    func isCell(_ value: ValueID) -> Bool { function.representation(value) == .cell }
    func node(_ value: ValueID) -> Int { base.value + Int(value.raw) }
    if let owner = function.closureOf {
      for position in function.captures.indices where function.captures[position] == .cell {
        unify(base.capture + position, bases[Int(owner.raw)].capture + position)
      }
    }
    for block in function.blocks {
      for id in block.instructions {
        let instruction = function[id]
        for edge in function.edges(instruction) {
          for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters) where isCell(argument) {
            unify(node(argument), node(parameter))
          }
        }
        let operands = function.operands(instruction)
        switch (instruction.opcode, instruction.payload) {
        case (.slotLoad, .slot(let slot)) where isCell(instruction.result):
          unify(node(instruction.result), base.slot + Int(slot.raw))
        case (.slotStore, .slot(let slot)) where isCell(operands.first!):
          unify(node(operands.first!), base.slot + Int(slot.raw))
        case (.captureLoad, .integer(let capture)) where isCell(instruction.result):
          unify(node(instruction.result), base.capture + Int(capture))
        case (.frameLoad, .integer(let variable)) where isCell(instruction.result):
          unify(node(instruction.result), base.frame + Int(variable))
        case (.frameStore, .integer(let variable)) where isCell(operands.first!):
          unify(node(operands.first!), base.frame + Int(variable))
        case (.closureNew, .function(let callee)):
          for (position, operand) in operands.enumerated() where isCell(operand) {
            unify(node(operand), bases[Int(callee.raw)].capture + position)
          }
        case (.frameNew, .function(let callee)):
          let target = module[callee]
          for (position, operand) in operands.dropFirst().enumerated() where isCell(operand) {
            unify(node(operand), bases[Int(callee.raw)].frame + position)
          }
          // The resume function shares the closure of the function that makes its frame.
          for position in target.captures.indices where target.captures[position] == .cell {
            unify(base.capture + position, bases[Int(callee.raw)].capture + position)
          }
        case (.callDirect, .function(let callee)):
          let target = module[callee]
          for (operand, parameter) in zip(operands.suffix(target.parameters.count), target.parameters) where isCell(operand) {
            unify(node(operand), bases[Int(callee.raw)].value + Int(parameter.value.raw))
          }
        case (.select, _) where isCell(instruction.result):
          unify(node(operands[operands.startIndex + 1]), node(instruction.result))
          unify(node(operands[operands.startIndex + 2]), node(instruction.result))
        default: break
        }
      }
    }
  }
}
