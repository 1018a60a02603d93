/// Limits of loops as integers: `i < x` is `i < ceil(x)` for an integer `i`, whatever number `x` is.
///
/// The limit is converted once, where it comes from outside of the loop that compares with it.
struct LoopLimits {
  private let definitions: [BlockID?]
  /// Per block: the blocks of the innermost loop around it.
  private var innermost: [BlockID: Set<BlockID>] = [:]
  private var known: [Limit: ValueID] = [:]

  private struct Limit: Hashable {
    let value: ValueID
    let comparison: Opcode
  }

  init(_ function: PIRFunction) {
    let loops = Loops(function)
    // Headers come before those of inner loops.
    for header in loops.headers {
      let body = loops.blocks(of: header)
      for block in body { innermost[block] = body }
    }
    definitions = innermost.isEmpty ? [] : function.definingBlocks()
  }

  /// The integer that an integer is compared with instead of a number; nil if the number is not one from outside of the
  /// loop. It is computed where the number comes from.
  mutating func integer(for value: ValueID, comparedBy comparison: Opcode, in block: BlockID, _ function: inout PIRFunction) -> ValueID? {
    guard !function[block].isCold, let loop = innermost[block], Int(value.raw) < definitions.count,
      case let origin = definitions[Int(value.raw)] ?? PIRFunction.entry, !loop.contains(origin), !function[origin].isCold,
      let last = function[origin].instructions.last
    else { return nil }
    if let made = known[Limit(value: value, comparison: comparison)] { return made }
    function[origin].instructions.removeLast()
    func constant(_ number: Double) -> ValueID {
      function.append(.constF64, payload: .double(number), to: origin, position: 0)
    }
    func choose(_ opcode: Opcode, _ number: ValueID, _ bound: ValueID) -> ValueID {
      let fits = function.append(opcode, [number, bound], to: origin, position: 0)
      return function.append(.select, [fits, number, bound], result: .f64, to: origin, position: 0)
    }
    // Between these, integers are as exact as numbers. Nothing is above or below a NaN.
    let low = constant(-9_007_199_254_740_992)
    let high = constant(9_007_199_254_740_992)
    let isUpper = comparison == .lt || comparison == .le
    let bounded = isUpper ? choose(.le, choose(.ge, value, low), high) : choose(.ge, choose(.le, value, high), low)
    let rounding: Opcode = comparison == .lt || comparison == .ge ? .f64Ceil : .f64Floor
    let rounded = function.append(rounding, [bounded], to: origin, position: 0)
    let limit = function.append(.truncate, [rounded], to: origin, position: 0)
    function[origin].instructions.append(last)
    known[Limit(value: value, comparison: comparison)] = limit
    return limit
  }
}
