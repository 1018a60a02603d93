/// The natural loops of a function: those that are entered at one block, their header.
struct Loops {
  /// In reverse postorder.
  let headers: [BlockID]
  private let members: [BlockID: Set<BlockID>]
  private let flow: ControlFlow

  init(_ function: PIRFunction) {
    let flow = ControlFlow(function)
    self.flow = flow
    var headers: [BlockID] = []
    var members: [BlockID: Set<BlockID>] = [:]
    for header in flow.reversePostorder {
      let tails = flow.predecessors[Int(header.raw)].filter { flow.dominates(header, $0) }
      // An exception does not return to the beginning of a loop.
      guard !tails.isEmpty, tails.allSatisfy({ function[$0].handler != header }) else { continue }
      headers.append(header)
      var body: Set<BlockID> = [header]
      var work = tails
      while let block = work.popLast() {
        if body.insert(block).inserted { work += flow.predecessors[Int(block.raw)] }
      }
      members[header] = body
    }
    self.headers = headers
    self.members = members
  }

  /// The blocks of a header's loop, inner loops included.
  func blocks(of header: BlockID) -> Set<BlockID> { members[header] ?? [] }

  /// The blocks of all loops.
  var allBlocks: Set<BlockID> { members.values.reduce(into: []) { $0.formUnion($1) } }

  /// The blocks that lie in more than one loop.
  var nestedBlocks: Set<BlockID> {
    var once: Set<BlockID> = []
    var result: Set<BlockID> = []
    for body in members.values {
      result.formUnion(body.intersection(once))
      once.formUnion(body)
    }
    return result
  }

  /// Whether every iteration that comes to its end passes a block.
  func isInEachIteration(_ block: BlockID, of header: BlockID) -> Bool {
    flow.predecessors[Int(header.raw)].allSatisfy { !flow.dominates(header, $0) || flow.dominates(block, $0) }
  }

  /// Whether every way to a block passes another.
  func dominates(_ dominator: BlockID, _ block: BlockID) -> Bool { flow.dominates(dominator, block) }

  /// The headers of loops that have no loop in them.
  var innermost: [BlockID] {
    headers.filter { header in !headers.contains { $0 != header && members[header]!.contains($0) } }
  }

  /// The reachable blocks from which control comes to a block.
  func predecessors(of block: BlockID) -> ArraySlice<BlockID> { flow.predecessors[Int(block.raw)] }

  /// The blocks from which a loop is entered.
  func entries(of header: BlockID) -> [BlockID] {
    flow.predecessors[Int(header.raw)].filter { !flow.dominates(header, $0) }
  }
}
