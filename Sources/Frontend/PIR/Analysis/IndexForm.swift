/// Sums and products that index something, as 64-bit integers.
///
/// `to.index` of a sum or product of integers is the integer that 64-bit arithmetic gives: -0 is the index 0 too, and where
/// doubles round, the index lies beyond all elements either way.
struct IndexForm {
  private let function: PIRFunction
  private let ranges: IntegerRanges
  private static let deepest = 6
  /// Doubles represent all integers of this size.
  private static let exact: ClosedRange<Int64> = -(1 << 53)...(1 << 53)
  /// What may be added to numbers that were rounded without bringing them near an element.
  private static let small: ClosedRange<Int64> = -(1 << 33)...(1 << 33)
  /// The bounds within which parameters of such an expression are tested to lie.
  private static let operandBounds: ClosedRange<Int64> = -(1 << 31)...((1 << 31) - 1)

  init(_ function: PIRFunction, _ ranges: IntegerRanges) {
    self.function = function
    self.ranges = ranges
  }

  /// Block parameters that index something where the program runs fast, and the bounds within which that is useful.
  static func parameters(of function: PIRFunction) -> [ValueID: ClosedRange<Int64>] {
    var result: [ValueID: ClosedRange<Int64>] = [:]
    for block in function.blocks where !block.isCold {
      for id in block.instructions where function[id].opcode == .toIndex {
        for (value, bounds) in operands(of: id, function, until: { _ in false }) {
          if case .blockParameter = function[value].definition, result[value] != operandBounds { result[value] = bounds }
        }
      }
    }
    return result
  }

  /// What a loop gets from outside and indexes something with, alone or in sums and products, and the bounds within which
  /// that is useful.
  static func invariants(of body: Set<BlockID>, _ function: PIRFunction) -> [(value: ValueID, bounds: ClosedRange<Int64>)] {
    var result: [ValueID: ClosedRange<Int64>] = [:]
    let definitions = function.definingBlocks()
    func isOutside(_ value: ValueID) -> Bool { definitions[Int(value.raw)].map { !body.contains($0) } ?? true }
    for block in body.sorted(by: { $0.raw < $1.raw }) where !function[block].isCold {
      for id in function[block].instructions where function[id].opcode == .toIndex {
        for (value, bounds) in operands(of: id, function, until: isOutside) where isOutside(value) {
          if result[value] != operandBounds { result[value] = bounds }
        }
      }
    }
    return result.sorted { $0.key.raw < $1.key.raw }.map { ($0.key, $0.value) }
  }

  /// What the operand of a `to.index` is computed from.
  private static func operands(
    of index: InstructionID, _ function: PIRFunction, until isLeaf: (ValueID) -> Bool
  ) -> [(value: ValueID, bounds: ClosedRange<Int64>)] {
    var result: [(ValueID, ClosedRange<Int64>)] = []
    func visit(_ value: ValueID, _ bounds: ClosedRange<Int64>, _ depth: Int) {
      guard !isLeaf(value), depth > 0, case .instruction(let id) = function[value].definition, isArithmetic(function[id].opcode) else {
        return result.append((value, bounds))
      }
      for operand in function.operands(function[id]) { visit(operand, operandBounds, depth - 1) }
    }
    visit(function.operand(function[index], 0), IntegerRanges.assumption, deepest)
    return result
  }

  /// Whether a number is a sum, a difference or a product whose index can be computed with integers in a block.
  func isComputed(_ value: ValueID, in block: BlockID) -> Bool {
    guard case .instruction(let id) = function[value].definition, Self.isArithmetic(function[id].opcode) else { return false }
    return bounds(value, in: block, Self.deepest) != nil
  }

  private static func isArithmetic(_ opcode: Opcode) -> Bool { opcode == .f64Add || opcode == .f64Sub || opcode == .f64Mul }

  /// The bounds of the integer form; nil if there is none.
  private func bounds(_ value: ValueID, in block: BlockID, _ depth: Int) -> ClosedRange<Int64>? {
    if let known = ranges.range(value, in: block).bounds { return known }
    guard depth > 0, case .instruction(let id) = function[value].definition, Self.isArithmetic(function[id].opcode),
      let left = bounds(function.operand(function[id], 0), in: block, depth - 1),
      let right = bounds(function.operand(function[id], 1), in: block, depth - 1)
    else { return nil }
    let isExact = Self.contains(Self.exact, left) && Self.contains(Self.exact, right)
    if function[id].opcode == .f64Mul {
      guard isExact else { return nil }
      let products = [left.lowerBound, left.upperBound].flatMap { a in
        [right.lowerBound, right.upperBound].map { a.multipliedReportingOverflow(by: $0) }
      }
      guard products.allSatisfy({ !$0.overflow }) else { return nil }
      return products.map(\.partialValue).min()!...products.map(\.partialValue).max()!
    }
    guard isExact || Self.contains(Self.small, left) || Self.contains(Self.small, right) else { return nil }
    let isSum = function[id].opcode == .f64Add
    let low = isSum ? left.lowerBound.addingReportingOverflow(right.lowerBound) : left.lowerBound.subtractingReportingOverflow(right.upperBound)
    let high = isSum ? left.upperBound.addingReportingOverflow(right.upperBound) : left.upperBound.subtractingReportingOverflow(right.lowerBound)
    return low.overflow || high.overflow ? nil : low.partialValue...high.partialValue
  }

  private static func contains(_ outer: ClosedRange<Int64>, _ inner: ClosedRange<Int64>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }
}
