import Syntax

/// How often a function probably runs.
public enum Frequency: UInt8, Sendable {
  /// A few times, without loops.
  case rare
  /// A few times, with loops that go once through something.
  case brief
  /// A few times, with loops.
  case once
  /// As often as unknown code or a single loop likes; nothing shows that this is often.
  case unknown
  /// In loops within loops, or by recursion.
  case often
}

extension PIRModule {
  /// Notes how often each function probably runs, as far as the calls tell.
  ///
  /// Whatever a loop within a loop or a recursive function calls runs often, and what has loops and is called by one; methods
  /// are called by all that names them. How often a single loop calls, or unknown code, does not show; nor does it of fallbacks
  /// beside native bodies. The rest runs at most once for each way that leads to it through code without loops.
  mutating func estimateFrequencies() {
    let calls = Calls(self)
    var isRepeated = [Bool](repeating: false, count: functions.count)
    calls.spread(from: calls.repeated, to: &isRepeated)
    let often = calls.often + functions.indices.filter { isRepeated[$0] && calls.hasLoops[$0] }
    var isOften = [Bool](repeating: false, count: functions.count)
    calls.spread(from: often, to: &isOften) { !functions[$0].isCold }
    var isReached = isOften
    calls.spread(from: calls.unknown + calls.repeated + often, to: &isReached)
    for index in functions.indices {
      let isSaid = isReached[index] && functions[index].isFast
      functions[index].frequency =
        isOften[index] || isSaid ? .often : isReached[index] ? .unknown : calls.hasLoops[index] ? .once : .rare
    }
  }
}

/// Which functions call which, by index.
private struct Calls {
  private(set) var hasLoops: [Bool]
  /// Functions that a loop calls.
  private(set) var repeated: [Int] = []
  /// Functions that a loop within a loop calls, or that call themselves.
  private(set) var often: [Int] = []
  /// Functions that unknown code can call.
  private(set) var unknown: [Int] = []
  private var callees: [[Int]]
  /// Functions that are methods of this name.
  private var methods: [Name: [Int]] = [:]
  private var named: [Set<Name>]

  init(_ module: PIRModule) {
    hasLoops = [Bool](repeating: false, count: module.functions.count)
    callees = [[Int]](repeating: [], count: module.functions.count)
    named = [Set<Name>](repeating: [], count: module.functions.count)
    var namedInLoops: Set<Name> = []
    var namedInNests: Set<Name> = []
    for (index, function) in module.functions.enumerated() {
      if function.kind == .resume { often.append(index) }
      if function.escapes { unknown.append(index) }
      let isCyclic = function.blocksInCycles()
      hasLoops[index] = isCyclic.contains(true)
      let isNested = hasLoops[index] ? Loops(function).nestedBlocks : []
      for (block, content) in function.blocks.enumerated() {
        for id in content.instructions {
          switch (function[id].opcode, function[id].payload) {
          case (.callDirect, .function(let callee)):
            callees[index].append(Int(callee.raw))
            if isNested.contains(BlockID(UInt32(block))) {
              often.append(Int(callee.raw))
            } else if isCyclic[block] {
              repeated.append(Int(callee.raw))
            }
          case (.propGet, .name(let name)), (.callMethod, .name(let name)):
            named[index].insert(name)
            if isCyclic[block] { namedInLoops.insert(name) }
            if isNested.contains(BlockID(UInt32(block))) { namedInNests.insert(name) }
          case (.methodDefine, .name(let name)):
            if let method = function.closure(function.operand(function[id], 1)) { methods[name, default: []].append(Int(method.raw)) }
          default: break
          }
        }
      }
    }
    for name in namedInLoops { repeated += methods[name] ?? [] }
    for name in namedInNests { often += methods[name] ?? [] }
    let cycles = stronglyConnected(module.functions.count, successors: { [callees] in callees[$0] })
    often += cycles.indices.filter { cycles[$0] }
  }

  /// Marks functions and all that they call, but stops at those that are not worth it.
  func spread(from start: [Int], to marks: inout [Bool], where isWorthIt: (Int) -> Bool = { _ in true }) {
    var work = start
    while let index = work.popLast() {
      guard !marks[index], isWorthIt(index) else { continue }
      marks[index] = true
      work += callees[index]
      for name in named[index] { work += methods[name] ?? [] }
    }
  }
}
