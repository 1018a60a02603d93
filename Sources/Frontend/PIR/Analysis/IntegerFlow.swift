/// Between which bounds the integers are that functions get and return.
///
/// It follows arguments and results of direct calls through the whole program. Slow versions are not followed: what they
/// pass may be anything, and they can call another body of the same function. `isKnown` says of each call whether it passes
/// what the parameters' ranges say.
struct IntegerFlow {
  private let module: PIRModule
  /// The functions that are called where guesses hold, and take or return numbers.
  private(set) var isCandidate: [Bool]
  /// The functions whose calls are followed.
  private(set) var isFollowed: [Bool]
  /// Per function and parameter.
  private(set) var parameters: [[IntegerRange]]
  private(set) var results: [IntegerRange]
  private var growth: [[UInt8]]
  private static let largestFunction = 2000

  init(_ module: PIRModule) {
    self.module = module
    let count = module.functions.count
    isCandidate = [Bool](repeating: false, count: count)
    isFollowed = [Bool](repeating: false, count: count)
    parameters = module.functions.map { function in function.parameters.map { .of(function.representation($0.value)) } }
    results = module.functions.map { .of($0.result) }
    growth = module.functions.map { [UInt8](repeating: 0, count: $0.parameters.count + 1) }
    let callers = findCandidates()
    solve(callers)
  }

  /// The call's first operand may be a closure, which is no argument.
  static func arguments(_ call: Instruction, _ caller: PIRFunction, _ callee: PIRFunction) -> ArraySlice<ValueID> {
    caller.operands(call).suffix(callee.parameters.count)
  }

  /// Whether a call passes what the callee's ranges say.
  func isKnown(_ call: Instruction, _ callee: FunctionID, in block: BlockID, of caller: PIRFunction, _ ranges: IntegerRanges) -> Bool {
    let target = module[callee]
    return zip(Self.arguments(call, caller, target), target.parameters.indices).allSatisfy { argument, position in
      guard case .known(let bounds) = parameters[Int(callee.raw)][position], isNumber(target, position) else { return true }
      guard let known = ranges.range(argument, in: block).bounds else { return false }
      return bounds.contains(known.lowerBound) && bounds.contains(known.upperBound)
    }
  }

  /// What is known inside a function.
  func ranges(of index: Int) -> IntegerRanges {
    IntegerRanges(module.functions[index], parameters: parameters[index], callResults: results)
  }

  private func isNumber(_ function: PIRFunction, _ parameter: Int) -> Bool {
    function.representation(function.parameters[parameter].value) == .f64
  }

  private func isPossible(_ function: PIRFunction) -> Bool {
    [.normal, .arrow, .method].contains(function.kind) && function.prefersSpeed
      && function.instructions.count < Self.largestFunction
      && (function.result == .f64 || function.parameters.indices.contains { isNumber(function, $0) })
  }

  /// Chooses the candidates; gives their callers, by function.
  private mutating func findCandidates() -> [Set<Int>] {
    var callers = [Set<Int>](repeating: [], count: module.functions.count)
    let isPossible = module.functions.map(isPossible)
    for (index, function) in module.functions.enumerated() where function.prefersSpeed {
      for block in function.blocks where !block.isCold {
        for id in block.instructions {
          guard function[id].opcode == .callDirect, case .function(let callee) = function[id].payload, isPossible[Int(callee.raw)] else {
            continue
          }
          isCandidate[Int(callee.raw)] = true
          callers[Int(callee.raw)].insert(index)
          isFollowed[index] = true
        }
      }
    }
    for index in isCandidate.indices where isCandidate[index] {
      isFollowed[index] = true
      results[index] = results[index] == .unknown ? .unvisited : results[index]
      let function = module.functions[index]
      for position in function.parameters.indices where isNumber(function, position) && !function.escapes {
        parameters[index][position] = .unvisited
      }
    }
    return callers
  }

  private mutating func solve(_ callers: [Set<Int>]) {
    var waiting = isFollowed.indices.filter { isFollowed[$0] }
    var isWaiting = isFollowed
    while let index = waiting.popLast() {
      isWaiting[index] = false
      var changed: Set<Int> = []
      follow(index, callers, &changed)
      for other in changed.sorted() where !isWaiting[other] {
        isWaiting[other] = true
        waiting.append(other)
      }
    }
  }

  /// Joins what a function passes and returns to what is known; `changed`: the functions for which that is news.
  private mutating func follow(_ index: Int, _ callers: [Set<Int>], _ changed: inout Set<Int>) {
    let function = module.functions[index]
    let ranges = ranges(of: index)
    for block in ControlFlow.reversePostorder(function) {
      for id in function[block].instructions {
        let instruction = function[id]
        switch (instruction.opcode, instruction.payload) {
        case (.callDirect, .function(let callee)) where isCandidate[Int(callee.raw)] && !function[block].isCold:
          let target = Int(callee.raw)
          for (position, argument) in Self.arguments(instruction, function, module[callee]).enumerated()
          where isNumber(module[callee], position) {
            let new = grown(parameters[target][position], ranges.range(argument, in: block), &growth[target][position])
            guard new != parameters[target][position] else { continue }
            parameters[target][position] = new
            changed.insert(target)
          }
        case (.return, _) where isCandidate[index] && function.result == .f64:
          let returned = ranges.range(function.operand(instruction, 0), in: block)
          let new = grown(results[index], returned, &growth[index][function.parameters.count])
          guard new != results[index] else { continue }
          results[index] = new
          changed.formUnion(callers[index])
        default: break
        }
      }
    }
  }

  private func grown(_ old: IntegerRange, _ incoming: IntegerRange, _ growth: inout UInt8) -> IntegerRange {
    let new = old.joined(incoming)
    guard new != old else { return old }
    growth += 1
    return growth > 3 ? new.widened(from: old) : new
  }
}
