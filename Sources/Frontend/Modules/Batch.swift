import Syntax

/// One program of a batch as the batch's list states it.
public struct BatchFile: Hashable, Sendable {
  public let path: String
  /// Whether the file is a module; otherwise a script.
  public let isModule: Bool
  /// The paths of the scripts that run before it.
  public let scripts: [String]

  public init(path: String, isModule: Bool, scripts: [String]) {
    self.path = path
    self.isModule = isModule
    self.scripts = scripts
  }
}

extension ModuleGraph {
  /// Makes these the programs of the batch, and the order of evaluation theirs after that of the prelude.
  mutating func keep(_ entries: [BatchEntry], preludeOrder: [FileID]) {
    batch = entries
    evaluationOrder = preludeOrder
    var seen = Set(preludeOrder)
    for entry in entries {
      for file in entry.evaluationOrder where seen.insert(file).inserted { evaluationOrder.append(file) }
    }
  }

  /// Takes programs out of the batch, so that later phases see nothing of the files that only they need.
  public mutating func dropFromBatch(_ dropped: Set<Int>) {
    let before = Set(batch.flatMap(\.evaluationOrder))
    let prelude = evaluationOrder.filter { !before.contains($0) || self[$0].kind == .prelude }
    keep(batch.filter { !dropped.contains($0.number) }, preludeOrder: prelude)
    let after = Set(evaluationOrder)
    for file in before.subtracting(after) {
      let module = self[file]
      modules[Int(file.raw)] = Module(file: module.file, kind: module.kind, tree: .emptyProgram(file))
    }
  }
}

extension SyntaxTree {
  /// The tree of a file without statements.
  fileprivate static func emptyProgram(_ file: FileID) -> SyntaxTree {
    var tree = SyntaxTree(file: file)
    tree.root = NodeID(UInt32(tree.nodes.count))
    tree.nodes.append(Node(.program, start: 0, end: 0))
    return tree
  }
}
