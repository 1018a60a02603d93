import PIR
import Semantics
import Syntax

/// Entering scopes: storage for their variables, objects for their functions.
extension FunctionLowering {
  /// Runs `body` in the scope that `node` introduces, if it introduces one; `statements` are hoisted there.
  func withScope(of node: NodeID, hoisting statements: ListID = .empty, _ body: () -> Void) {
    let scope = program.scope(of: node, in: file)
    if let scope { enterScope(scope) }
    hoistFunctions(statements)
    body()
    if scope != nil { leaveScope() }
  }

  func enterScope(_ scope: ScopeID) {
    scopes.append(scope)
    for symbol in sortedSymbols(scope) { declare(symbol) }
  }

  func leaveScope() { scopes.removeLast() }

  /// The scope's variables in the order of their declaration.
  func sortedSymbols(_ scope: ScopeID) -> [SymbolID] {
    program[scope].symbols.values.filter { program[$0].scope == scope && hasStorage(program[$0].kind) }
      .sorted { $0.raw < $1.raw }
  }

  private func hasStorage(_ kind: SymbolKind) -> Bool {
    switch kind {
    case .type, .importBinding, .selfName: return false
    default: return true
    }
  }

  /// Makes the functions that the statements of a block declare (ECMA-262 14.2.3).
  func hoistFunctions(_ statements: ListID) {
    for statement in tree[statements] { hoistFunction(statement) }
  }

  func hoistFunction(_ statement: NodeID) {
    switch tree.kind(statement) {
    case .functionDeclaration:
      let view = FunctionDeclaration(tree, statement)
      guard view.body.exists, !tree.flags(statement).contains(.declare) else { return }
      guard let symbol = declaredSymbol(statement) else { return }
      if let function = context.staticFunction(symbol), function.node == statement {
        // Those of module level get their objects before any module runs.
        if !context.isGlobal(symbol) && context.uses.isUsedAsValue(symbol) {
          initialize(symbol, makeClosure(function.id, capturing: []))
        }
        return
      }
      let name = view.name.exists ? Identifier(tree, view.name).name : names.default
      initialize(symbol, closure(of: statement, name: name, selfSymbol: symbol))
    case .labeledStatement: hoistFunction(LabeledStatement(tree, statement).body)
    default: break
    }
  }

  /// The symbol that a declaration with a name node first declares.
  func declaredSymbol(_ declaration: NodeID) -> SymbolID? {
    if let symbol = program.symbol(of: declaration, in: file) { return symbol }
    let name = NodeID(tree[declaration].a)
    return name.exists ? program.symbol(of: name, in: file) : nil
  }
}
