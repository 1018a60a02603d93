extension Pass {
  /// Finds module variables that are always stored before anything reads them, so that their checks and their
  /// "uninitialised" state can go.
  public static let elideInitChecks = Pass(
    name: "elide-init-checks", purpose: "prove that module variables are initialised before they are read"
  ) { module in
    guard let entry = module.entry else { return }
    var analysis = InitializationOrder(module)
    analysis.run(entry)
    for index in module.globals.indices where analysis.isSafe(index) { module.globals[index].isStoredBeforeRead = true }
  }
}

/// Walks the start of the program in order, noting which functions can have run when each variable is first stored.
///
/// Unknown code that a call can run is code of closures made so far, or of functions called so far; whatever those may
/// read, directly or through others, counts as read at that call.
private struct InitializationOrder {
  private let module: PIRModule
  /// Per function: the globals that it, or what it calls or makes closures of, may read.
  private var reads: [Set<Int>]
  private var stored: Set<Int> = []
  private var readEarly: Set<Int> = []
  /// Globals that closures made so far may read.
  private var exposed: Set<Int> = []
  private var isVisited: [Bool]

  init(_ module: PIRModule) {
    self.module = module
    isVisited = [Bool](repeating: false, count: module.functions.count)
    reads = module.functions.map { function in
      var result: Set<Int> = []
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .globalLoad {
          if case .global(let global) = function[id].payload { result.insert(Int(global.raw)) }
        }
      }
      return result
    }
    let references = module.functions.map { module.references(of: $0).map { Int($0.raw) } }
    var changed = true
    while changed {
      changed = false
      for index in module.functions.indices {
        let before = reads[index].count
        for callee in references[index] where callee != index { reads[index].formUnion(reads[callee]) }
        if reads[index].count != before { changed = true }
      }
    }
    // Built-in functions of the prelude can run at any unknown call.
    for id in module.preludeFunctions.values { exposed.formUnion(reads[Int(id.raw)]) }
    // Namespace objects read every export through getters.
    for exports in module.namespaces.values { for export in exports { readEarly.insert(Int(export.global.raw)) } }
  }

  /// Whether global `index` was stored at the start of the program and not read before.
  func isSafe(_ index: Int) -> Bool { stored.contains(index) && !readEarly.contains(index) }

  private mutating func read(_ globals: Set<Int>) {
    readEarly.formUnion(globals.subtracting(stored))
  }

  /// Follows `function` as far as its code runs exactly once and in order: along blocks that dominate its return.
  mutating func run(_ id: FunctionID) {
    guard !isVisited[Int(id.raw)] else {
      read(reads[Int(id.raw)])
      return
    }
    isVisited[Int(id.raw)] = true
    let function = module[id]
    let flow = ControlFlow(function)
    let ends = flow.reversePostorder.filter { function[function.terminator($0)].opcode == .return }
    for block in flow.reversePostorder {
      let isCertain = function[block].handler == nil && ends.count == 1 && flow.dominates(block, ends[0])
      for instruction in function[block].instructions { visit(function[instruction], isCertain: isCertain) }
    }
  }

  private mutating func visit(_ instruction: Instruction, isCertain: Bool) {
    switch (instruction.opcode, instruction.payload) {
    case (.globalStore, .global(let global)):
      // A store on one of several paths, or inside a loop, is no proof; what reads it later then counts as early.
      if isCertain { stored.insert(Int(global.raw)) }
    case (.globalLoad, .global(let global)): read([Int(global.raw)])
    case (.closureNew, .function(let callee)), (.frameNew, .function(let callee)): exposed.formUnion(reads[Int(callee.raw)])
    case (.callDirect, .function(let callee)):
      if module[callee].kind == .internal_, isCertain {
        run(callee)
      } else {
        read(reads[Int(callee.raw)])
        read(exposed)
      }
      // Closures that the callee makes are covered by what it reads.
      exposed.formUnion(reads[Int(callee.raw)])
    default:
      if instruction.opcode.effects.contains(.calls) { read(exposed) }
    }
  }
}
