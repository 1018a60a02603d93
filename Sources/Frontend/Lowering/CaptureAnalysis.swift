import Semantics
import Syntax

/// What the functions of one file take from the functions around them.
///
/// A closure copies a variable that never changes. That is right only if the closure is made after the initialization;
/// `function` declarations are made when their block is entered, all others where they stand. The binder's
/// `needsInitCheck` is about *uses*, so a variable may need no check and still have to be a cell.
///
/// A nested function that takes nothing from around needs no function object to be called.
struct CaptureAnalysis {
  /// Variables that a function object may capture before they are initialized.
  private(set) var early: Set<SymbolID> = []
  /// Functions inside functions that can be called directly, by the variable that holds them.
  private(set) var directlyCallable: [SymbolID: NodeID] = [:]

  /// A function-like node around the current one.
  private struct Frame {
    let node: NodeID
    /// The offset at which the function's object comes into being.
    let created: UInt32
    /// The constant or declaration that holds it.
    let holder: SymbolID?
    let isArrow: Bool
  }

  private let program: BoundProgram
  private let tree: SyntaxTree
  private let arguments: Name
  private var frames: [Frame] = []
  private var blockStart: UInt32 = 0
  private var candidates: [SymbolID: NodeID] = [:]
  /// Per held function: the outer variables that it calls, and whether it needs anything else.
  private var calls: [SymbolID: Set<SymbolID>] = [:]
  private var isBound: Set<SymbolID> = []

  init(_ program: BoundProgram, _ file: FileID) {
    self.program = program
    tree = program.graph[file].tree
    arguments = program.graph.interner.intern("arguments")
    visit(tree.root, holder: nil)
    settle()
  }

  // MARK: The walk

  private mutating func visit(_ start: NodeID, holder: SymbolID?) {
    var id = start
    // Left spines may be as long as the file, so they are followed by a loop.
    while id.exists {
      let node = tree[id]
      switch node.kind {
      case .identifier:
        if let symbol = program.symbol(of: id, in: tree.file) {
          noteReference(symbol, isCall: false)
        } else if Name(node.a) == arguments {
          noteArguments()
        }
        return
      case .binaryExpression:
        visit(NodeID(node.b), holder: nil)
        id = NodeID(node.a)
      case .propertyAccess: id = NodeID(node.a)
      case .ifStatement:
        visit(NodeID(node.a), holder: nil)
        visit(NodeID(node.b), holder: nil)
        id = NodeID(node.c)
      case .callExpression:
        for argument in tree[ListID(node.b)] { visit(argument, holder: nil) }
        id = tree.withoutWrappers(NodeID(node.a))
        if tree.kind(id) == .identifier, !node.flags.contains(.optional),
          !tree[ListID(node.b)].contains(where: { tree.kind($0) == .spreadElement })
        {
          if let symbol = program.symbol(of: id, in: tree.file) {
            noteReference(symbol, isCall: true)
          } else if Name(tree[id].a) == arguments {
            noteArguments()
          }
          return
        }
      case .thisExpression, .superExpression, .newTarget: return noteThis()
      case .functionDeclaration:
        guard FunctionDeclaration(node: node).body.exists else { return }
        return enter(id, created: blockStart, holder: program.symbol(of: id, in: tree.file), isArrow: false)
      case .functionExpression:
        let isNamed = FunctionExpression(node: node).name.exists
        return enter(id, created: node.start, holder: isNamed ? nil : holder, isArrow: false)
      case .arrowFunction: return enter(id, created: node.start, holder: holder, isArrow: true)
      case .methodDeclaration, .getAccessor, .setAccessor, .propertyDeclaration:
        // A computed name runs outside of the member.
        let name = NodeID(node.a)
        if tree.kind(name) == .computedPropertyName { visit(name, holder: nil) }
        return enter(id, created: node.start, holder: nil, isArrow: false)
      case .constructorDeclaration, .classStaticBlock:
        return enter(id, created: node.start, holder: nil, isArrow: false)
      case .block, .caseClause:
        let outer = blockStart
        blockStart = node.start
        children(id)
        blockStart = outer
        return
      case .variableDeclaration: return variable(VariableDeclaration(node: node))
      default: return children(id)
      }
    }
  }

  private mutating func variable(_ view: VariableDeclaration) {
    guard tree.kind(view.target) == .identifier else {
      visit(view.target, holder: nil)
      return visit(view.initializer, holder: nil)
    }
    let symbol = program.symbol(of: view.target, in: tree.file)
    let isConstant = symbol.map { program[$0].kind == .const } ?? false
    visit(tree.withoutWrappers(view.initializer), holder: isConstant ? symbol : nil)
  }

  private mutating func enter(_ id: NodeID, created: UInt32, holder: SymbolID?, isArrow: Bool) {
    if let holder, isCandidate(holder) {
      candidates[holder] = id
      if tree.flags(id).contains(.async) || tree.flags(id).contains(.generator) { isBound.insert(holder) }
    }
    frames.append(Frame(node: id, created: created, holder: holder, isArrow: isArrow))
    let outer = blockStart
    blockStart = tree[id].start
    children(id)
    blockStart = outer
    frames.removeLast()
  }

  private func isCandidate(_ symbol: SymbolID) -> Bool {
    let info = program[symbol]
    guard info.flags.isDisjoint(with: [.assigned, .ambient, .needsInitCheck]) else { return false }
    switch program[info.scope].kind {
    case .module, .namespace: return false
    default: return true
    }
  }

  private mutating func children(_ id: NodeID) {
    var pending: [NodeID] = []
    tree.forEachChild(id) { pending.append($0) }
    for child in pending { visit(child, holder: nil) }
  }

  // MARK: References

  private mutating func noteReference(_ symbol: SymbolID, isCall: Bool) {
    let info = program[symbol]
    guard info.flags.contains(.captured), info.file == tree.file else { return }
    switch program[info.scope].kind {
    case .module, .namespace: return
    default: break
    }
    let owner = program[info.scope].function
    let index = owner.exists ? (frames.lastIndex { $0.node == owner } ?? -1) : -1
    guard index + 1 < frames.count else { return }
    for frame in frames[(index + 1)...] {
      guard let holder = frame.holder else { continue }
      if isCall { calls[holder, default: []].insert(symbol) } else { isBound.insert(holder) }
    }
    let outermost = frames[index + 1]
    let ends = tree[info.declaration].end
    if outermost.created < ends, outermost.holder != symbol, info.kind != .catchParameter { early.insert(symbol) }
  }

  private mutating func noteThis() {
    for frame in frames.reversed() {
      guard frame.isArrow else { return }
      if let holder = frame.holder { isBound.insert(holder) }
    }
  }

  /// A function that looks at its arguments as they came is called through its object.
  private mutating func noteArguments() {
    for frame in frames.reversed() {
      if let holder = frame.holder { isBound.insert(holder) }
      if !frame.isArrow { return }
    }
  }

  /// What is left when functions that need something, or that call such functions, are taken away.
  private mutating func settle() {
    var remaining = candidates.filter { !isBound.contains($0.key) }
    var changed = true
    while changed {
      changed = false
      for symbol in remaining.keys {
        guard let called = calls[symbol], !called.allSatisfy({ remaining[$0] != nil }) else { continue }
        remaining[symbol] = nil
        changed = true
      }
    }
    directlyCallable = remaining
  }
}
