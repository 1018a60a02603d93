import Semantics
import Syntax

/// Finds the variables that a function object may capture before they are initialized.
///
/// A closure copies a variable that never changes. That is right only if the closure is made after the initialization;
/// `function` declarations are made when their block is entered, all others where they stand. The binder's
/// `needsInitCheck` is about *uses*, so a variable may need no check and still have to be a cell.
struct CaptureAnalysis {
  private(set) var early: Set<SymbolID> = []
  private let program: BoundProgram
  private let tree: SyntaxTree
  /// Function-like nodes around, with the offset at which their objects come into being.
  private var functions: [(node: NodeID, created: UInt32, initializes: SymbolID?)] = []
  private var blockStart: UInt32 = 0

  init(_ program: BoundProgram, _ file: FileID) {
    self.program = program
    tree = program.graph[file].tree
    visit(tree.root, initializing: nil)
  }

  private mutating func visit(_ id: NodeID, initializing symbol: SymbolID?) {
    let node = tree[id]
    switch node.kind {
    case .identifier:
      if let symbol = program.symbol(of: id, in: tree.file) { noteReference(symbol) }
    case .functionDeclaration:
      enter(id, created: blockStart, initializing: nil)
    case .functionExpression, .arrowFunction, .methodDeclaration, .getAccessor, .setAccessor, .constructorDeclaration,
      .propertyDeclaration, .classStaticBlock:
      enter(id, created: node.start, initializing: symbol)
    case .block, .caseClause:
      let outer = blockStart
      blockStart = node.start
      children(id)
      blockStart = outer
    case .variableDeclaration:
      let view = VariableDeclaration(node: node)
      guard view.initializer.exists else { return }
      if tree.kind(view.target) == .identifier {
        let inner = tree.withoutWrappers(view.initializer)
        visit(inner, initializing: program.symbol(of: view.target, in: tree.file))
      } else {
        visit(view.target, initializing: nil)
        visit(view.initializer, initializing: nil)
      }
    default:
      children(id)
    }
  }

  private mutating func enter(_ id: NodeID, created: UInt32, initializing symbol: SymbolID?) {
    functions.append((id, created, symbol))
    let outer = blockStart
    blockStart = tree[id].start
    children(id)
    blockStart = outer
    functions.removeLast()
  }

  private mutating func children(_ id: NodeID) {
    var pending: [NodeID] = []
    tree.forEachChild(id) { pending.append($0) }
    for child in pending { visit(child, initializing: nil) }
  }

  private mutating func noteReference(_ symbol: SymbolID) {
    let info = program[symbol]
    guard info.flags.contains(.captured), info.file == tree.file, info.kind != .catchParameter else { return }
    let owner = program[info.scope].function
    let index = owner.exists ? (functions.lastIndex { $0.node == owner } ?? -1) : -1
    guard index + 1 < functions.count else { return }
    let outermost = functions[index + 1]
    if outermost.created < tree[info.declaration].end && outermost.initializes != symbol { early.insert(symbol) }
  }
}
