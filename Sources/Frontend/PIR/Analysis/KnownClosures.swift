import Syntax

extension PIRModule {
  /// Variables that only ever hold closures of one function, besides being reset when a class declaration begins.
  func closureHolders() -> [GlobalID: FunctionID] {
    var stores: [GlobalID: [FunctionID?]] = [:]
    for function in functions {
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .globalStore {
          guard case .global(let global) = function[id].payload else { continue }
          let value = function.operand(function[id], 0)
          if !function.isHole(value) { stores[global, default: []].append(function.closure(value)) }
        }
      }
    }
    return stores.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }
}

extension PIRFunction {
  /// The instruction that makes a value, seen through conversions.
  public func source(_ value: ValueID) -> Instruction? {
    var current = value
    while case .instruction(let id) = self[current].definition {
      switch self[id].opcode {
      case .box, .unbox, .convert, .checkInit: current = operand(self[id], 0)
      default: return self[id]
      }
    }
    return nil
  }

  /// The same value before conversions of references.
  func reference(_ value: ValueID) -> ValueID {
    var current = value
    while case .instruction(let id) = self[current].definition {
      switch self[id].opcode {
      case .box, .unbox: break
      case .convert where representation(current).isReference: break
      default: return current
      }
      current = operand(self[id], 0)
    }
    return current
  }

  func isHole(_ value: ValueID) -> Bool { source(value)?.opcode == .hole }

  /// The function whose closure a value is, if that shows in this function.
  func closure(_ value: ValueID) -> FunctionID? {
    guard let source = source(value), source.opcode == .closureNew || source.opcode == .closureStatic,
      case .function(let callee) = source.payload
    else { return nil }
    return callee
  }

  /// The same, also through variables that hold one function.
  func knownClosure(_ value: ValueID, _ holders: [GlobalID: FunctionID]) -> FunctionID? {
    if let source = source(value), source.opcode == .globalLoad, case .global(let global) = source.payload { return holders[global] }
    return closure(value)
  }
}
