import Syntax

extension Pass {
  /// Puts the bodies of small functions, and of those called once, where they are called.
  public static let inlineCalls = Pass(
    name: "inline", purpose: "put the bodies of small functions where they are called"
  ) { module in
    var inlining = Inlining(module)
    inlining.run()
    module = inlining.module
  }
}

/// Inlines callees before their callers, so that what is copied has its own calls inlined already.
///
/// It does so before `speculate`, which then sees what callers and callees test of the same values. Functions of a cycle
/// stay calls, and those that call themselves also where others call them: one level saves nothing, and the caller's loop
/// would keep in registers what one round walked through while the next one builds its own, where the collector finds it.
/// So do functions that catch exceptions: an exception that passes through an inlined call is traced as if it had left a
/// function.
private struct Inlining {
  var module: PIRModule
  private var state: [State]
  /// By function: its instructions in blocks; -1 if it cannot be inlined.
  private var sizes: [Int]
  /// How many calls name a function that has known callers only.
  private var calls: [Int]
  /// Layouts of classes by constructor.
  private let classes: [FunctionID: LayoutID]
  private static let smallBody = 40
  /// What a loop calls may be larger: caller and callee look at the same objects, and the loop tests them once.
  private static let loopBody = 120
  private static let onlyCallBody = 240
  private static let largestCaller = 1400
  private static let rounds = 3

  private enum State { case new, open, done }

  init(_ module: PIRModule) {
    self.module = module
    state = [State](repeating: .new, count: module.functions.count)
    sizes = module.functions.map(\.inlinableSize)
    calls = [Int](repeating: 0, count: module.functions.count)
    classes = module.classLayouts()
    // A copy calls what the function does that it is a copy of, and one of them is hardly ever used.
    var counts = module.functions.map(\.callCounts)
    for function in module.functions.indices {
      guard let original = module.functions[function].closureOf.map({ Int($0.raw) }), original != function else { continue }
      for (callee, count) in counts[function] {
        counts[original][callee] = max(0, (counts[original][callee] ?? 0) - count)
      }
    }
    for (callee, count) in counts.joined() { calls[Int(callee.raw)] += count }
  }

  mutating func run() {
    for index in module.functions.indices { visit(index) }
  }

  private mutating func visit(_ index: Int) {
    guard state[index] == .new else { return }
    state[index] = .open
    for (_, _, callee) in module.functions[index].directCalls { visit(Int(callee.raw)) }
    if module.functions[index].prefersSpeed { inlineCalls(in: index) }
    state[index] = .done
  }

  private mutating func inlineCalls(in index: Int) {
    var function = module.functions[index]
    var size = function.blocks.reduce(0) { $0 + $1.instructions.count }
    var known = 0
    // What a callee called with a closure it was given may be inlined once the callee stands where the closure is made.
    for round in 0..<Self.rounds where round == 0 || function.blocks.count > known {
      known = function.blocks.count
      // What runs once gains nothing, only its loops do.
      let worthy = function.kind == .internal_ || function.frequency == .once ? Loops(function).allBlocks : nil
      var loops = worthy
      var inliner = Inliner(function)
      for (block, id, callee) in function.directCalls.reversed() {
        let target = module[callee]
        guard state[Int(callee.raw)] == .done, sizes[Int(callee.raw)] >= 0, !target.prefersSize,
          !function[block].isGeneral, !function[block].isCold, worthy?.contains(block) ?? true
        else { continue }
        let isOnlyCall = !target.escapes && calls[Int(callee.raw)] == 1
        let length = sizes[Int(callee.raw)]
        guard length <= (isOnlyCall ? Self.onlyCallBody : Self.loopBody), size + length <= Self.largestCaller else { continue }
        // What an inlined callee calls is only now seen to be called by a loop.
        let isForLoop = !isOnlyCall && length > Self.smallBody
        if isForLoop {
          guard function.frequency == .often else { continue }
          if loops == nil { loops = Loops(function).allBlocks }
          guard loops!.contains(block) else { continue }
        }
        let captures = inliner.function.captures(forCall: id, of: callee, module)
        guard captures != nil && target.readsCaptures
          || (round == 0 || isForLoop) && (target.captures.isEmpty || !target.readsCaptures)
        else { continue }
        inliner.inline(target, at: id, in: block, captures: captures ?? [], name: module.traceName(target))
        size += length
      }
      function = inliner.finish()
    }
    if let layout = classes[function.closureOf ?? FunctionID(UInt32(index))] { function.completeDerived(module[layout], layout) }
    function.delayRestArrays()
    module.functions[index] = function
    let isRecursive = function.directCalls.contains { $0.callee.raw == index }
    if sizes[index] >= 0 { sizes[index] = isRecursive ? -1 : function.inlinableSize }
  }
}

extension PIRFunction {
  /// How often it calls which function.
  fileprivate var callCounts: [FunctionID: Int] {
    directCalls.reduce(into: [:]) { $0[$1.callee, default: 0] += 1 }
  }

  /// Calls of the program's functions, in order.
  fileprivate var directCalls: [(block: BlockID, call: InstructionID, callee: FunctionID)] {
    var result: [(BlockID, InstructionID, FunctionID)] = []
    for block in blockIDs {
      for id in self[block].instructions where self[id].opcode == .callDirect {
        if case .function(let callee) = self[id].payload { result.append((block, id, callee)) }
      }
    }
    return result
  }

  /// How many instructions its blocks hold; -1 if it must stay a function.
  fileprivate var inlinableSize: Int {
    guard [.normal, .arrow, .method].contains(kind) || isCompletingConstructor, slots.isEmpty else { return -1 }
    var size = 0
    for block in blocks {
      guard block.handler == nil else { return -1 }
      for id in block.instructions where self[id].opcode == .callee { return -1 }
      size += block.instructions.count
    }
    return size
  }

  /// Whether it is a constructor whose objects know their class by themselves.
  private var isCompletingConstructor: Bool {
    guard isClassConstructor else { return false }
    return blocks.allSatisfy { block in
      block.instructions.allSatisfy { id in
        switch self[id].opcode {
        case .instanceNew: if case .layout = self[id].payload { return true } else { return false }
        // An error's trace starts where its outermost constructor was called.
        case .constructSuper, .constructSuperSpread: return block.isGeneral
        default: return true
        }
      }
    }
  }

  /// Lets the object that an inlined super constructor makes have all fields of the class, if nobody can tell.
  fileprivate mutating func completeDerived(_ layout: Layout, _ id: LayoutID) {
    guard kind == .derivedConstructor else { return }
    let makers = blocks.flatMap(\.instructions).filter { self[$0].opcode == .instanceNew && self[$0].payload != .layout(id) }
    guard !makers.isEmpty else { return }
    let completable = completableInstance(layout.fields)
    for maker in makers { self[maker].payload = maker == completable ? .layout(id) : .integer(Int64(layout.capacity)) }
  }

  /// Makes arrays of further arguments that only a general way uses there.
  fileprivate mutating func delayRestArrays() {
    var uses: [ValueID: [(block: BlockID, id: InstructionID)]] = [:]
    var made: [(block: BlockID, array: InstructionID)] = []
    for block in blockIDs {
      for id in self[block].instructions {
        for operand in operands(self[id]) { uses[operand, default: []].append((block, id)) }
        for edge in edges(self[id]) { for argument in arguments(edge) { uses[argument, default: []].append((block, id)) } }
        if self[id].opcode == .arrayNew, !self[block].isGeneral { made.append((block, id)) }
      }
    }
    for (block, array) in made {
      guard let boxed = uses[self[array].result], boxed.count == 1, self[boxed[0].id].opcode == .box, boxed[0].block == block,
        let found = uses[self[boxed[0].id].result], found.count == 1, self[found[0].id].opcode == .constructSuperSpread,
        self[found[0].block].isGeneral
      else { continue }
      self[block].instructions.removeAll { $0 == array || $0 == boxed[0].id }
      let position = self[found[0].block].instructions.firstIndex(of: found[0].id)!
      self[found[0].block].instructions.insert(contentsOf: [array, boxed[0].id], at: position)
    }
  }

  fileprivate var readsCaptures: Bool {
    blocks.contains { $0.instructions.contains { self[$0].opcode == .captureLoad } }
  }

  /// What the closure that is called holds, if it is made in this function.
  fileprivate func captures(forCall id: InstructionID, of callee: FunctionID, _ module: PIRModule) -> [ValueID]? {
    guard self[id].operands.count > module[callee].parameters.count, let maker = source(operand(self[id], 0)),
      maker.opcode == .closureNew, case .function(let made) = maker.payload, made == module[callee].closureOf ?? callee
    else { return nil }
    return Array(operands(maker))
  }
}
