/// Finds, for the closed world of a module, of which functions each value can be a closure.
///
/// A flow analysis over the whole program: sets of functions travel along copies, through variables, captures, cells,
/// arguments and results. Calls of values whose functions are known pass their arguments on. Whatever reaches a place
/// that is not followed (a property, an element, the runtime) *escapes*: unknown code may call it.
public struct ClosureFlow {
  /// What a value can be.
  public struct Callees: Hashable, Sendable {
    /// Functions whose closures it can be, in order.
    public var functions: [FunctionID] = []
    /// Whether it can also be something that is no closure of the program's functions and cannot be called.
    public var hasOthers = false

    /// The only function, if the value is always its closure.
    public var only: FunctionID? { functions.count == 1 && !hasOthers ? functions[0] : nil }
  }

  /// More alternatives than this make code larger without making it faster.
  private static let mostFunctions = 3

  private struct CallSite {
    let function: Int
    let instruction: InstructionID
  }

  private let module: PIRModule
  private var cells: CellClasses
  /// Per function: the number of its first value, slot, capture and variable of its frame.
  private var bases: [(value: Int, slot: Int, capture: Int, frame: Int)] = []
  private var firstResult = 0
  private var firstGlobal = 0
  private var firstCell = 0
  /// What reaches this node escapes.
  private var outside = 0
  /// Per node: an index into `sets`.
  private var states: [UInt32] = []
  private var sets: [Callees] = []
  private var indices: [Callees: UInt32] = [:]
  private var unions: [UInt64: UInt32] = [:]
  /// Copies as linked lists: per node the first copy from it, per copy the next one.
  private var firstCopy: [Int32]
  private var copies: [(target: Int32, next: Int32)] = []
  private var firstSite: [Int32]
  private var sites: [(site: CallSite, next: Int32)] = []
  private var work: [Int] = []
  /// Per function: whether unknown code can call it.
  public private(set) var escapes: [Bool]

  private static let none: UInt32 = 0
  private static let others: UInt32 = 1
  private static let unknown: UInt32 = 2

  public init(_ module: PIRModule) {
    self.module = module
    cells = CellClasses(module)
    var next = 0
    for function in module.functions {
      let slot = next + function.values.count
      let capture = slot + function.slots.count
      let frame = capture + function.captures.count
      bases.append((next, slot, capture, frame))
      next = frame + function.frame.count
    }
    firstResult = next
    firstGlobal = firstResult + module.functions.count
    firstCell = firstGlobal + module.globals.count
    outside = firstCell + cells.count
    states = [UInt32](repeating: Self.none, count: outside + 1)
    firstCopy = [Int32](repeating: -1, count: outside + 1)
    firstSite = firstCopy
    escapes = [Bool](repeating: false, count: module.functions.count)
    // The entry for unknown values is never looked at.
    sets = [Callees(), Callees(functions: [], hasOthers: true), Callees()]
    indices = [sets[0]: Self.none, sets[1]: Self.others]
    addRoots()
    for index in module.functions.indices { addFunction(index) }
    solve()
  }

  /// What a value can be; nil if that is not known.
  public func callees(_ function: Int, _ value: ValueID) -> Callees? {
    let state = states[bases[function].value + Int(value.raw)]
    return state == Self.unknown ? nil : sets[Int(state)]
  }

  // MARK: Sets

  private mutating func index(of set: Callees) -> UInt32 {
    if let known = indices[set] { return known }
    let index = UInt32(sets.count)
    sets.append(set)
    indices[set] = index
    return index
  }

  private mutating func union(_ a: UInt32, _ b: UInt32) -> UInt32 {
    if a == b || b == Self.none { return a }
    if a == Self.none { return b }
    if a == Self.unknown || b == Self.unknown { return Self.unknown }
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    if let known = unions[key] { return known }
    let first = sets[Int(a)]
    let second = sets[Int(b)]
    let functions = Set(first.functions).union(second.functions).sorted { $0.raw < $1.raw }
    let result = functions.count > Self.mostFunctions
      ? Self.unknown : index(of: Callees(functions: functions, hasOthers: first.hasOthers || second.hasOthers))
    unions[key] = result
    return result
  }

  private mutating func join(_ node: Int, _ more: UInt32) {
    let old = states[node]
    let joined = union(old, more)
    if joined == Self.unknown || node == outside {
      escape(old)
      escape(more)
    }
    guard joined != old else { return }
    states[node] = joined
    work.append(node)
  }

  private mutating func escape(_ state: UInt32) {
    guard state > Self.unknown else { return }
    for function in sets[Int(state)].functions { escape(function) }
  }

  /// Notes that unknown code can call a function: with any arguments, and that it gets the result.
  private mutating func escape(_ id: FunctionID) {
    let index = Int(id.raw)
    guard !escapes[index] else { return }
    escapes[index] = true
    for parameter in module[id].parameters { join(bases[index].value + Int(parameter.value.raw), Self.unknown) }
    copy(firstResult + index, outside)
  }

  private mutating func copy(_ source: Int, _ target: Int) {
    guard source != target else { return }
    copies.append((Int32(target), firstCopy[source]))
    firstCopy[source] = Int32(copies.count - 1)
    if states[source] != Self.none { join(target, states[source]) }
  }

  // MARK: Constraints

  private mutating func addRoots() {
    var isClosed = [Bool](repeating: false, count: module.functions.count)
    for function in module.functions {
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .closureNew {
          if case .function(let callee) = function[id].payload { isClosed[Int(callee.raw)] = true }
        }
      }
    }
    for (index, function) in module.functions.enumerated() {
      let isRoot = function.escapes && !isClosed[index]
      if isRoot || function.kind == .internal_ || function.kind == .resume { escape(FunctionID(UInt32(index))) }
    }
    for id in module.preludeFunctions.values { escape(id) }
    for exports in module.namespaces.values { for export in exports { copy(firstGlobal + Int(export.global.raw), outside) } }
    for (index, global) in module.globals.enumerated()
    where global.representation != .boxed || !(global.startsUninitialized || global.isStoredBeforeRead) {
      join(firstGlobal + index, Self.others)
    }
  }

  private mutating func addFunction(_ index: Int) {
    let function = module.functions[index]
    let base = bases[index]
    for (value, content) in function.values.enumerated() where !content.representation.mayBeClosure {
      states[base.value + value] = Self.others
    }
    for parameter in function.parameters {
      switch parameter.kind {
      case .rest, .arguments: join(base.value + Int(parameter.value.raw), Self.others)
      default: break
      }
    }
    if let owner = function.closureOf { shareCaptures(of: Int(owner.raw), with: index) }
    for block in function.blocks {
      for id in block.instructions { add(function[id], id, index, function) }
    }
  }

  private mutating func shareCaptures(of owner: Int, with index: Int) {
    for position in module.functions[index].captures.indices {
      copy(bases[owner].capture + position, bases[index].capture + position)
    }
  }

  private mutating func add(_ instruction: Instruction, _ id: InstructionID, _ index: Int, _ function: PIRFunction) {
    let base = bases[index]
    func node(_ value: ValueID) -> Int { base.value + Int(value.raw) }
    for edge in function.edges(instruction) {
      for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters) {
        copy(node(argument), node(parameter))
      }
    }
    let operands = Array(function.operands(instruction))
    switch (instruction.opcode, instruction.payload) {
    case (.closureNew, .function(let callee)):
      join(node(instruction.result), self.index(of: Callees(functions: [callee])))
      for (position, operand) in operands.enumerated() { copy(node(operand), bases[Int(callee.raw)].capture + position) }
    case (.callee, _):
      // The closure of a copy, or of a resume function, is that of another function.
      let isOwn = function.closureOf == nil && function.kind != .resume
      let own = self.index(of: Callees(functions: [FunctionID(UInt32(index))]))
      join(node(instruction.result), isOwn ? own : Self.unknown)
      if let owner = function.closureOf { escape(owner) }
    case (.box, _), (.unbox, _), (.convert, _), (.checkInit, _): copy(node(operands[0]), node(instruction.result))
    case (.select, _):
      copy(node(operands[1]), node(instruction.result))
      copy(node(operands[2]), node(instruction.result))
    case (.slotLoad, .slot(let slot)): copy(base.slot + Int(slot.raw), node(instruction.result))
    case (.slotStore, .slot(let slot)): copy(node(operands[0]), base.slot + Int(slot.raw))
    case (.globalLoad, .global(let global)): copy(firstGlobal + Int(global.raw), node(instruction.result))
    case (.globalStore, .global(let global)): copy(node(operands[0]), firstGlobal + Int(global.raw))
    case (.frameLoad, .integer(let variable)): copy(base.frame + Int(variable), node(instruction.result))
    case (.frameStore, .integer(let variable)): copy(node(operands[0]), base.frame + Int(variable))
    case (.captureLoad, .integer(let capture)): copy(base.capture + Int(capture), node(instruction.result))
    case (.cellNew, .integer): break
    case (.cellNew, _): copy(node(operands[0]), firstCell + cells.value(index, instruction.result))
    case (.cellLoad, _): copy(firstCell + cells.value(index, operands[0]), node(instruction.result))
    case (.cellStore, _): copy(node(operands[1]), firstCell + cells.value(index, operands[0]))
    case (.return, _): if let value = operands.first { copy(node(value), firstResult + index) }
    case (.frameNew, .function(let callee)):
      if module[callee].instructions.contains(where: { $0.opcode == .callee }) { copy(node(operands[0]), outside) }
      for (position, operand) in operands.dropFirst().enumerated() { copy(node(operand), bases[Int(callee.raw)].frame + position) }
      shareCaptures(of: index, with: Int(callee.raw))
      join(node(instruction.result), Self.others)
    case (.callDirect, .function(let callee)):
      let parameters = module[callee].parameters
      for (operand, parameter) in zip(operands.suffix(parameters.count), parameters) {
        copy(node(operand), bases[Int(callee.raw)].value + Int(parameter.value.raw))
      }
      if instruction.result.exists { copy(firstResult + Int(callee.raw), node(instruction.result)) }
    case (.callValue, _):
      sites.append((CallSite(function: index, instruction: id), firstSite[node(operands[0])]))
      firstSite[node(operands[0])] = Int32(sites.count - 1)
      if states[node(operands[0])] != Self.none { work.append(node(operands[0])) }
    case (.jsEq, _), (.jsNe, _):
      if !operands.contains(where: { isNullish($0, function) }) { for operand in operands { copy(node(operand), outside) } }
      join(node(instruction.result), Self.others)
    case (.hole, _), (.jump, _), (.branch, _), (.switchInt, _), (.isType, _), (.isClosure, _), (.jsTypeof, _),
      (.jsStrictEq, _), (.jsStrictNe, _), (.jsToBoolean, _):
      break
    case (.callRuntime, .runtime(let runtime)) where module[runtime].symbol == "rt_comparator_direction": break
    default:
      for operand in operands { copy(node(operand), outside) }
      guard instruction.result.exists else { return }
      join(node(instruction.result), instruction.opcode.givesNoClosure ? Self.others : Self.unknown)
    }
  }

  private func isNullish(_ value: ValueID, _ function: PIRFunction) -> Bool {
    guard case .instruction(let id) = function[value].definition else { return false }
    return function[id].opcode == .undefined || function[id].opcode == .null
  }

  // MARK: Solving

  private mutating func solve() {
    while let node = work.popLast() {
      let state = states[node]
      var next = firstCopy[node]
      while next >= 0 {
        let copy = copies[Int(next)]
        join(Int(copy.target), state)
        next = copy.next
      }
      var site = firstSite[node]
      while site >= 0 {
        let entry = sites[Int(site)]
        visit(entry.site, state)
        site = entry.next
      }
    }
  }

  /// Carries the arguments of a call to the functions that its callee can be by now.
  private mutating func visit(_ site: CallSite, _ state: UInt32) {
    let function = module.functions[site.function]
    let instruction = function[site.instruction]
    let operands = Array(function.operands(instruction))
    let base = bases[site.function].value
    func node(_ value: ValueID) -> Int { base + Int(value.raw) }
    let callees = sets[Int(state)].functions
    guard state != Self.unknown, callees.allSatisfy({ module[$0].isDirectlyCallable }) else {
      for callee in callees { escape(callee) }
      for operand in operands.dropFirst() { copy(node(operand), outside) }
      return join(node(instruction.result), Self.unknown)
    }
    for id in callees {
      for parameter in module[id].parameters {
        let target = bases[Int(id.raw)].value + Int(parameter.value.raw)
        switch parameter.kind {
        case .positional(let index) where index + 2 < operands.count: copy(node(operands[index + 2]), target)
        case .this: copy(node(operands[1]), target)
        case .rest(let index): for operand in operands.dropFirst(index + 2) { copy(node(operand), outside) }
        default: join(target, Self.others)
        }
      }
      copy(firstResult + Int(id.raw), node(instruction.result))
    }
  }
}

extension Representation {
  fileprivate var mayBeClosure: Bool { self == .boxed || self == .function || self == .object }
}

extension Opcode {
  /// Whether the result is never a function.
  fileprivate var givesNoClosure: Bool {
    switch self {
    case .undefined, .null, .constBigInt, .jsAdd, .jsSub, .jsMul, .jsDiv, .jsRem, .jsPow, .jsBitAnd, .jsBitOr, .jsBitXor,
      .jsShl, .jsShr, .jsUShr, .jsNeg, .jsBitNot, .jsInc, .jsDec, .jsToNumeric, .jsToPropertyKey, .objectNew, .arrayNew,
      .regexpNew, .templateObject, .forInNew, .forInNext, .objectRest, .classLink, .instanceNew, .instanceComplete, .frame:
      return true
    default: return !(info.result ?? .boxed).mayBeClosure
    }
  }
}

extension PIRFunction {
  /// Whether a call of a closure of the function can name the function instead.
  public var isDirectlyCallable: Bool {
    switch kind {
    case .internal_, .resume, .baseConstructor, .derivedConstructor: return false
    default: return result != .void && parameters.allSatisfy { $0.kind != .arguments && $0.kind != .newTarget }
    }
  }
}
