extension Pass {
  /// Copies functions for the callbacks that known callers pass to them.
  public static let specializeCallbacks = Pass(
    name: "specialize-callbacks", purpose: "copy functions that call their arguments, for closures of known functions"
  ) { module in
    var specialization = CallbackSpecialization(module)
    specialization.run()
    module = specialization.module
  }
}

/// Redirects calls that pass a closure of a known function to a copy of the callee for that function.
///
/// The copy is an ordinary function whose only callers pass that closure; `call-closures` then finds that its calls of
/// the parameter are direct, and inference that it knows their arguments. A closure that the copied function makes over
/// its callback (`compose`, `memoize`) is copied with it. Nothing depends on the choice of what is copied.
private struct CallbackSpecialization {
  var module: PIRModule
  private let flow: ClosureFlow
  /// Per function: the one whose values it has, for copies another.
  private var sources: [Int]
  /// Per function: what is known in a copy.
  private var known: [[Origin: FunctionID]]
  /// Per function: how many copies of copies it is away from the program.
  private var depths: [Int]
  private var interests: [Int: Set<Origin>] = [:]
  private var copies: [Key: FunctionID] = [:]
  /// How many `closure.new` name a function.
  private var closureSites: [Int]
  /// Whether some `call.direct` names a function, whose closures must stay its own then.
  private var isNamed: [Bool]
  private var pending: [Int] = []
  /// How many more instructions copies may have; the program grows by a fraction.
  private var room: Int
  /// Per copied function: how many instructions its copies have.
  private var copied: [Int: Int] = [:]

  /// Where a function finds a callback.
  private enum Origin: Hashable {
    case parameter(Int)
    case capture(Int)
  }

  private struct Key: Hashable {
    let function: Int
    let known: [Origin: FunctionID]
  }

  /// Larger functions are left alone: what they do costs more than calls.
  private static let largestBody = 600
  private static let greatestDepth = 8
  /// How many instructions all copies of one function may have.
  private static let mostInstructions = 1500

  /// How many instructions all copies may have, however large the program is.
  private static let mostRoom = 6_000

  init(_ module: PIRModule) {
    self.module = module
    flow = ClosureFlow(module)
    sources = Array(module.functions.indices)
    known = [[Origin: FunctionID]](repeating: [:], count: module.functions.count)
    depths = [Int](repeating: 0, count: module.functions.count)
    closureSites = depths
    isNamed = [Bool](repeating: false, count: module.functions.count)
    var size = 0
    for function in module.functions {
      size += function.instructions.count
      for block in function.blocks {
        for id in block.instructions {
          guard case .function(let callee) = function[id].payload else { continue }
          if function[id].opcode == .closureNew { closureSites[Int(callee.raw)] += 1 }
          if function[id].opcode == .callDirect { isNamed[Int(callee.raw)] = true }
        }
      }
    }
    room = min(4_000 + size / 8, Self.mostRoom)
  }

  mutating func run() {
    for index in module.functions.indices where !module.functions[index].prefersSize { redirectCalls(in: index) }
    while let next = pending.popLast() { redirectCalls(in: next) }
  }

  // MARK: What values are

  /// The parameter or capture that a value is, unchanged.
  private func origin(_ value: ValueID, _ function: PIRFunction) -> Origin? {
    var current = value
    while true {
      switch function[current].definition {
      case .parameter(let index): return .parameter(index)
      case .blockParameter: return nil
      case .instruction(let id):
        let instruction = function[id]
        switch (instruction.opcode, instruction.payload) {
        case (.box, _), (.unbox, _), (.convert, _), (.checkInit, _): current = function.operand(instruction, 0)
        case (.captureLoad, .integer(let index)): return .capture(Int(index))
        default: return nil
        }
      }
    }
  }

  /// The function whose closure a value always is.
  private func callee(_ value: ValueID, in index: Int) -> FunctionID? {
    if let origin = origin(value, module.functions[index]), let callee = known[index][origin] { return callee }
    return flow.callees(sources[index], value)?.only
  }

  /// The parameters and captures that a function calls, or hands on to functions that do.
  private mutating func interests(of index: Int) -> Set<Origin> {
    if let found = interests[index] { return found }
    // Recursion finds nothing more.
    interests[index] = []
    let function = module.functions[index]
    var result: Set<Origin> = []
    for block in function.blocks {
      for id in block.instructions {
        let instruction = function[id]
        switch (instruction.opcode, instruction.payload) {
        case (.callValue, _):
          if let origin = origin(function.operand(instruction, 0), function) { result.insert(origin) }
        case (.callDirect, .function(let callee)), (.closureNew, .function(let callee)):
          for (origin, value) in passed(instruction, to: callee, function) {
            guard let source = self.origin(value, function), isWorthCopying(callee) else { continue }
            if interests(of: Int(callee.raw)).contains(origin) { result.insert(source) }
          }
        default: break
        }
      }
    }
    interests[index] = result
    return result
  }

  /// What a call or `closure.new` gives to a function, by where it finds it.
  private func passed(_ instruction: Instruction, to callee: FunctionID, _ function: PIRFunction) -> [(Origin, ValueID)] {
    let operands = function.operands(instruction)
    if instruction.opcode == .closureNew { return operands.enumerated().map { (.capture($0), $1) } }
    return operands.suffix(module[callee].parameters.count).enumerated().map { (.parameter($0), $1) }
  }

  private func isWorthCopying(_ id: FunctionID) -> Bool {
    let function = module[id]
    guard [.normal, .arrow, .method].contains(function.kind), !function.prefersSize,
      function.instructions.count < Self.largestBody
    else { return false }
    // A copy is no function object of its own.
    return !function.blocks.contains { $0.instructions.contains { function[$0].opcode == .callee } }
  }

  // MARK: Copying

  private mutating func redirectCalls(in index: Int) {
    let function = module.functions[index]
    for block in function.blocks {
      for id in block.instructions {
        let instruction = function[id]
        guard case .function(let callee) = instruction.payload,
          instruction.opcode == .callDirect || (instruction.opcode == .closureNew && depths[index] > 0)
        else { continue }
        if let copy = copy(of: callee, for: instruction, in: index) {
          module.functions[index][id].payload = .function(copy)
        }
      }
    }
  }

  /// The copy of a function for the callbacks that an instruction gives to it, if it gives any.
  private mutating func copy(of callee: FunctionID, for instruction: Instruction, in index: Int) -> FunctionID? {
    let makesClosure = instruction.opcode == .closureNew
    guard instruction.operands.count > 0, depths[index] < Self.greatestDepth, isWorthCopying(callee),
      !makesClosure || (closureSites[sources[Int(callee.raw)]] == 1 && !isNamed[sources[Int(callee.raw)]])
    else { return nil }
    let interests = interests(of: Int(callee.raw))
    guard !interests.isEmpty else { return nil }
    var found: [Origin: FunctionID] = [:]
    for (origin, value) in passed(instruction, to: callee, module.functions[index]) where interests.contains(origin) {
      guard let callback = self.callee(value, in: index), !isKnown(callback, origin, in: callee) else { continue }
      found[origin] = callback
    }
    guard !found.isEmpty else { return nil }
    let key = Key(function: Int(callee.raw), known: found)
    if !makesClosure, let made = copies[key] { return made }
    let size = module[callee].instructions.count
    let source = sources[Int(callee.raw)]
    guard room >= size, copied[source, default: 0] + size <= Self.mostInstructions else { return nil }
    room -= size
    copied[source, default: 0] += size
    var copy = module[callee]
    copy.name += ".for\(module.functions.count)"
    if !makesClosure {
      copy.escapes = false
      copy.closureOf = copy.closureOf ?? callee
    }
    let id = module.addFunction(copy)
    sources.append(source)
    known.append(known[Int(callee.raw)].merging(found) { $1 })
    depths.append(depths[index] + 1)
    closureSites.append(0)
    if !makesClosure { copies[key] = id }
    pending.append(Int(id.raw))
    return id
  }

  /// Whether a function never gets another callback there.
  private func isKnown(_ callback: FunctionID, _ origin: Origin, in callee: FunctionID) -> Bool {
    if known[Int(callee.raw)][origin] == callback { return true }
    switch origin {
    case .parameter(let index):
      return flow.callees(sources[Int(callee.raw)], module[callee].parameters[index].value)?.only == callback
    // A function is only copied for its captures where the function around it is.
    case .capture: return false
    }
  }
}
