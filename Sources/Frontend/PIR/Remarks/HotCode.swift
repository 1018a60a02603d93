/// Which ways from a test are taken, as far as the guesses say.
enum ExpectedWay {
  /// Only that of the general code.
  case general
  case both

  /// A test of a function, before and after passes that copy it.
  struct Test: Hashable {
    let opcode: Opcode
    let payload: Payload
    /// Functions are numbered anew in between.
    let function: String
    let position: UInt32

    init(_ instruction: Instruction, in module: PIRModule) {
      opcode = instruction.opcode
      position = instruction.position
      if case .function(let id) = instruction.payload {
        payload = .none
        function = module[id].name
      } else {
        payload = instruction.payload
        function = ""
      }
    }
  }
}

/// The blocks of a function that run while its guesses hold, with the loops around each: without slow versions, without
/// ways that are not expected to be taken, and without handlers of exceptions.
struct HotCode {
  /// In order.
  let blocks: [BlockID]
  private let depths: [BlockID: Int]
  let headers: Set<BlockID>

  init(_ function: PIRFunction, in module: PIRModule, _ expectations: [ExpectedWay.Test: ExpectedWay]) {
    var pruned = function
    for index in pruned.blocks.indices {
      let block = BlockID(UInt32(index))
      pruned.blocks[index].handler = nil
      guard !function[block].isCold, let last = function[block].instructions.last else {
        pruned.blocks[index].instructions = []
        continue
      }
      pruned[last].edges = pruned.addEdges(Self.edges(of: function[last], in: block, function, module, expectations))
    }
    let flow = ControlFlow(pruned)
    let loops = Loops(pruned)
    blocks = flow.reversePostorder.filter { !function[$0].isCold }
    var depths: [BlockID: Int] = [:]
    for header in loops.headers { for block in loops.blocks(of: header) { depths[block, default: 0] += 1 } }
    self.depths = depths
    headers = Set(loops.headers)
  }

  /// How many loops are around a block.
  func depth(_ block: BlockID) -> Int { depths[block] ?? 0 }

  private static func edges(
    of terminator: Instruction, in block: BlockID, _ function: PIRFunction, _ module: PIRModule,
    _ expectations: [ExpectedWay.Test: ExpectedWay]
  ) -> [Edge] {
    let edges = Array(function.edges(terminator))
    guard terminator.opcode == .branch else { return edges.filter { !function[$0.target].isCold } }
    var way: ExpectedWay?
    if case .instruction(let id) = function[function.operand(terminator, 0)].definition {
      way = expectations[ExpectedWay.Test(function[id], in: module)]
    }
    if way == .general { return [edges[1]] }
    return edges.filter { edge in
      !function[edge.target].isCold && (!function[edge.target].isGeneral || function[block].isGeneral || way == .both)
    }
  }
}
