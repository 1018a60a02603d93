/// Which functions of a module read what others write: those that inference looks at again when it has grown.
struct TypeReaders: Sendable {
  /// Per function: its callers.
  private(set) var results: [[Int]] = []
  private(set) var globals: [[Int]] = []
  /// By class of cells.
  private(set) var cells: [Int: [Int]] = [:]
  /// Per function: the copies that share its captures.
  private(set) var copies: [[Int]] = []

  init() {}

  init(_ module: PIRModule, _ classes: inout CellClasses) {
    results = [[Int]](repeating: [], count: module.functions.count)
    copies = results
    globals = [[Int]](repeating: [], count: module.globals.count)
    for (index, function) in module.functions.enumerated() {
      if let owner = function.closureOf { copies[Int(owner.raw)].append(index) }
      for block in function.blocks {
        for id in block.instructions {
          let instruction = function[id]
          switch (instruction.opcode, instruction.payload) {
          case (.callDirect, .function(let callee)): Self.add(index, to: &results[Int(callee.raw)])
          case (.globalLoad, .global(let global)): Self.add(index, to: &globals[Int(global.raw)])
          case (.cellLoad, _):
            Self.add(index, to: &cells[classes.value(index, function.operand(instruction, 0)), default: []])
          default: break
          }
        }
      }
    }
  }

  /// Functions come in order, so one that is known is the last.
  private static func add(_ function: Int, to readers: inout [Int]) {
    if readers.last != function { readers.append(function) }
  }
}
