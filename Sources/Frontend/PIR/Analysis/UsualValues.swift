/// What block parameters are unless a general way was taken that a fast version never takes: the one behind the test of
/// which function a closure is, as for the constructor that `super` calls.
struct UsualValues {
  private let function: PIRFunction
  private var values: [ValueID: ValueID] = [:]
  /// The general blocks.
  let general: Set<BlockID>

  init(_ function: PIRFunction) {
    self.function = function
    general = function.generalConstructions()
    guard !general.isEmpty else { return }
    var isMixed: Set<ValueID> = []
    var joined: Set<BlockID> = []
    for block in general {
      for edge in function.edges(function[function.terminator(block)]) { joined.insert(edge.target) }
    }
    for block in function.blockIDs where !general.contains(block) && !function[block].instructions.isEmpty {
      for edge in function.edges(function[function.terminator(block)]) where joined.contains(edge.target) {
        for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters) {
          if let known = values.updateValue(argument, forKey: parameter), known != argument { isMixed.insert(parameter) }
        }
      }
    }
    for parameter in isMixed { values[parameter] = nil }
  }

  /// The instruction that makes a value, seen through conversions and such joins.
  func source(_ value: ValueID) -> Instruction? {
    var current = value
    for _ in 0..<8 {
      if let source = function.source(current) { return source }
      guard let next = values[root(current)] else { return nil }
      current = next
    }
    return nil
  }

  /// Whether a value only stands for another one.
  func isJoin(_ parameter: ValueID) -> Bool { values[parameter] != nil }

  private func root(_ value: ValueID) -> ValueID {
    var current = value
    while case .instruction(let id) = function[current].definition {
      switch function[id].opcode {
      case .box, .unbox, .convert, .checkInit: current = function.operand(function[id], 0)
      default: return current
      }
    }
    return current
  }
}

extension PIRFunction {
  /// General blocks that call a super constructor.
  fileprivate func generalConstructions() -> Set<BlockID> {
    var result: Set<BlockID> = []
    for block in blockIDs where self[block].isGeneral {
      for id in self[block].instructions where self[id].opcode == .constructSuper || self[id].opcode == .constructSuperSpread {
        result.insert(block)
      }
    }
    return result
  }
}
