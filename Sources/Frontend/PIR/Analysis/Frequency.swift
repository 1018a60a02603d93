/// How often a function probably runs.
public enum Frequency: UInt8, Sendable {
  /// A few times, without loops.
  case rare
  /// A few times, with loops.
  case once
  /// In loops, by recursion or by unknown code.
  case often
}

extension PIRModule {
  /// Notes how often each function probably runs, as far as the calls tell.
  ///
  /// Whatever a loop or a recursive function calls runs often, and so does what unknown code can call. The rest runs at
  /// most once for each way that leads to it through code without loops.
  mutating func estimateFrequencies() {
    var callees = [[Int]](repeating: [], count: functions.count)
    var isOften = [Bool](repeating: false, count: functions.count)
    var hasLoops = isOften
    var work: [Int] = []
    for (index, function) in functions.enumerated() {
      if function.escapes || function.kind == .resume { work.append(index) }
      let isCyclic = function.blocksInCycles()
      hasLoops[index] = isCyclic.contains(true)
      for (block, content) in function.blocks.enumerated() {
        for id in content.instructions {
          guard function[id].opcode == .callDirect, case .function(let callee) = function[id].payload else { continue }
          callees[index].append(Int(callee.raw))
          if isCyclic[block] { work.append(Int(callee.raw)) }
        }
      }
    }
    for (index, isRecursive) in stronglyConnected(functions.count, successors: { callees[$0] }).enumerated() where isRecursive {
      work.append(index)
    }
    while let index = work.popLast() {
      guard !isOften[index] else { continue }
      isOften[index] = true
      work += callees[index]
    }
    for index in functions.indices {
      functions[index].frequency = isOften[index] ? .often : hasLoops[index] ? .once : .rare
    }
  }
}
