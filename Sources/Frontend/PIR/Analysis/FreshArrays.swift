import Syntax

/// The values of a function that are arrays made in it, whichever way was taken to them.
///
/// A loop that a fast and a general version share hands its arrays on as block parameters; each is an array if all that
/// reaches it are.
struct FreshArrays {
  private let function: PIRFunction
  /// By value, for block parameters: whether something else may reach it.
  private var isMixed: [Bool]

  init(_ function: PIRFunction) {
    self.function = function
    isMixed = [Bool](repeating: false, count: function.values.count)
    let edges = function.blocks.flatMap { $0.instructions.last.map { Array(function.edges(function[$0])) } ?? [] }
    var changed = true
    while changed {
      changed = false
      for edge in edges {
        for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters)
        where !isMixed[Int(parameter.raw)] && !contains(argument) {
          isMixed[Int(parameter.raw)] = true
          changed = true
        }
      }
    }
  }

  /// Whether a value is such an array.
  func contains(_ value: ValueID) -> Bool {
    let value = function.reference(value)
    switch function[value].definition {
    case .instruction(let id): return function[id].opcode == .arrayNew
    case .blockParameter(let block, _): return block != PIRFunction.entry && !isMixed[Int(value.raw)]
    default: return false
    }
  }
}
