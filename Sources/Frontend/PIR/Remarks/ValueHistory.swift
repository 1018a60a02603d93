import Syntax

/// Says of values what the source calls them and where what is known of them was lost.
final class ValueHistory {
  let module: PIRModule
  let types: TypeInference
  let texts: SourceTexts
  /// Per function: its direct calls.
  private(set) var calls: [Int: [(caller: Int, instruction: InstructionID)]] = [:]
  private(set) var stores: [GlobalID: [(function: Int, instruction: InstructionID)]] = [:]
  /// Per function: where its closure is made.
  private(set) var closures: [Int: (function: Int, instruction: InstructionID)] = [:]
  private var edges: [Int: [BlockID: [[ValueID]]]] = [:]
  private var sets: [Int: [TypeSet]] = [:]
  /// Further steps make sentences that nobody reads.
  static let mostSteps = 3

  init(_ module: PIRModule, _ texts: SourceTexts) {
    self.module = module
    self.texts = texts
    types = TypeInference(module)
    for (index, function) in module.functions.enumerated() {
      for block in function.blocks {
        for id in block.instructions {
          switch (function[id].opcode, function[id].payload) {
          case (.callDirect, .function(let callee)): calls[Int(callee.raw), default: []].append((index, id))
          case (.globalStore, .global(let global)): stores[global, default: []].append((index, id))
          case (.closureNew, .function(let callee)):
            if closures[Int(callee.raw)] == nil { closures[Int(callee.raw)] = (index, id) }
          default: break
          }
        }
      }
    }
  }

  // MARK: Places

  /// The innermost place in the user's files that an instruction comes from.
  func place(_ position: UInt32, in index: Int) -> (file: FileID, position: UInt32, function: String, isOwn: Bool)? {
    let function = module.functions[index]
    var position = position
    var isOwn = true
    while let inlined = function.inlined(position) {
      if texts.isUser(inlined.file) { return (inlined.file, inlined.position, inlined.function, isOwn) }
      isOwn = false
      position = inlined.caller
    }
    // What passes added by themselves has no place.
    guard texts.isUser(function.file), position != 0 else { return nil }
    return (function.file, position, module.traceName(function), isOwn)
  }

  /// Where an instruction stands, after what is said of it.
  func at(_ id: InstructionID, in index: Int) -> String {
    guard let place = place(module.functions[index][id].position, in: index) else { return "" }
    return " at \(module.place(place.file, place.position))"
  }

  /// A function as the source calls it.
  func noun(_ id: FunctionID) -> String {
    let name = module.traceName(module[id])
    guard name.isEmpty else { return "'\(name)'" }
    guard let span = module[id].span, texts.isUser(span.file) else { return "the function" }
    return "the function at \(module.place(span.file, span.start))"
  }

  /// What type inference proves of a value.
  func kinds(_ value: ValueID, _ index: Int) -> TypeSet {
    if sets[index] == nil { sets[index] = types.values(of: index) }
    return sets[index]![Int(value.raw)]
  }

  /// What the edges to a block pass to its parameters.
  func incoming(_ block: BlockID, _ index: Int) -> [[ValueID]] {
    if edges[index] == nil {
      var found: [BlockID: [[ValueID]]] = [:]
      let function = module.functions[index]
      for body in function.blocks {
        guard let last = body.instructions.last else { continue }
        for edge in function.edges(function[last]) where edge.arguments.count > 0 {
          found[edge.target, default: []].append(Array(function.arguments(edge)))
        }
      }
      edges[index] = found
    }
    return edges[index]![block] ?? []
  }
}
