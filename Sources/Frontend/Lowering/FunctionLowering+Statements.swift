import PIR
import Semantics
import Syntax

/// The dispatch over statements, and the simple ones.
extension FunctionLowering {
  /// Lowers a statement; what follows a jump is never reached and makes no code.
  func statement(_ node: NodeID) {
    if builder.isTerminated { return }
    let labels = pendingLabels
    pendingLabels = []
    switch tree.kind(node) {
    case .ifStatement, .forStatement, .forOfStatement, .forInStatement, .whileStatement, .doStatement, .switchStatement,
      .tryStatement:
      startCompletion()
    default: break
    }
    switch tree.kind(node) {
    case .expressionStatement:
      let value = ExpressionStatement(tree, node).expression
      if let completion { store(boxed(value), completion) } else { effect(value) }
    case .variableStatement: variableStatement(node)
    case .block:
      let list = Block(tree, node).statements
      withScope(of: node, hoisting: list) { statements(list) }
    case .ifStatement: ifStatement(node)
    case .forStatement: forStatement(node, labels)
    case .forOfStatement: forOfStatement(node, labels)
    case .forInStatement: forInStatement(node, labels)
    case .whileStatement: whileStatement(node, labels)
    case .doStatement: doStatement(node, labels)
    case .switchStatement: switchStatement(node, labels)
    case .tryStatement: tryStatement(node)
    case .labeledStatement: labeledStatement(node, labels)
    case .breakStatement: lowerBreak(BreakStatement(tree, node).label)
    case .continueStatement: lowerContinue(ContinueStatement(tree, node).label)
    case .returnStatement:
      let value = ReturnStatement(tree, node).expression
      var result = value.exists ? expression(value) : undefined()
      position(node)
      if value.exists && isAsyncGenerator { result = awaitValue(box(result)) }
      leave(.return, value: result)
    case .throwStatement:
      let value = boxed(ThrowStatement(tree, node).expression)
      position(node)
      builder.emit(.throw, [value])
    case .classDeclaration: classDeclaration(node)
    case .enumDeclaration: enumDeclaration(node)
    case .moduleDeclaration: namespaceDeclaration(node)
    case .functionDeclaration: functionDeclaration(node)
    case .exportAssignment: exportAssignment(node)
    case .importEqualsDeclaration: importEquals(node)
    case .importDeclaration, .exportDeclaration, .interfaceDeclaration, .typeAliasDeclaration, .emptyStatement,
      .debuggerStatement, .missing:
      break
    default: _ = unsupported("This statement", instead: "write it differently", node)
    }
  }

  func statements(_ list: ListID) {
    for item in tree[list] { statement(item) }
  }

  /// The declaration made its function on entry of the scope; only a namespace publishes it where it stands.
  private func functionDeclaration(_ node: NodeID) {
    guard FunctionDeclaration(tree, node).body.exists, let symbol = declaredSymbol(node) else { return }
    publishNamespaceMember(symbol)
  }

  private func variableStatement(_ node: NodeID) {
    if tree.flags(node).contains(.declare) { return }
    let view = VariableStatement(tree, node)
    if view.keyword == .using || view.keyword == .awaitUsing {
      _ = unsupported("A 'using' declaration", instead: "use 'const' and 'try … finally'", node)
      return
    }
    for declaration in tree[view.declarations] { variableDeclaration(declaration, isVar: view.keyword == .var) }
  }

  private func variableDeclaration(_ node: NodeID, isVar: Bool) {
    let view = VariableDeclaration(tree, node)
    guard view.initializer.exists else {
      // `let x;` gives x the value undefined each time; `var x;` leaves it alone.
      if !isVar, tree.kind(view.target) == .identifier, let symbol = program.symbol(of: view.target, in: file) {
        initialize(symbol, undefined())
      }
      return
    }
    if linkedDeclaration(view) { return }
    guard tree.kind(view.target) == .identifier else {
      if bindLiteral(view.target, view.initializer, mode: .initialize) { return }
      bindPattern(view.target, boxed(view.initializer), mode: .initialize, source: view.initializer)
      return
    }
    guard let symbol = program.symbol(of: view.target, in: file) else { return }
    if initializeStatic(symbol) { return }
    let name = Identifier(tree, view.target).name
    let inner = tree.withoutWrappers(view.initializer)
    let isFunction = tree.kind(inner) == .arrowFunction || tree.kind(inner) == .functionExpression
    let value = isAnonymousFunction(view.initializer) || isFunction
      ? named(view.initializer, name, selfSymbol: program[symbol].kind == .const ? symbol : nil)
      : expression(view.initializer)
    initialize(symbol, value)
  }

  /// A constant that names a static function needs its object only if it is used as a value; if reads are checked, the
  /// variable must at least cease to be a hole.
  func initializeStatic(_ symbol: SymbolID) -> Bool {
    guard let function = context.staticFunction(symbol), !function.isHoisted else { return false }
    if isNamespaceMember(symbol) || context.uses.isUsedAsValue(symbol) || context.module[function.id].kind.isGenerator {
      initialize(symbol, makeClosure(function.id, capturing: []))
    } else if context.isGlobal(symbol) && (needsInitCheck(symbol) || context.globals[.symbol(symbol)] != nil) {
      initialize(symbol, undefined())
    }
    return true
  }

  private func ifStatement(_ node: NodeID) {
    let view = IfStatement(tree, node)
    let yes = builder.newBlock()
    let done = builder.newBlock()
    let no = view.elseBranch.exists ? builder.newBlock() : done
    condition(view.condition, yes, no)
    builder.move(to: yes)
    statement(view.thenBranch)
    if !builder.isTerminated { builder.jump(done) }
    if view.elseBranch.exists {
      builder.move(to: no)
      statement(view.elseBranch)
      if !builder.isTerminated { builder.jump(done) }
    }
    builder.move(to: done)
  }

  private func labeledStatement(_ node: NodeID, _ labels: [Name]) {
    let view = LabeledStatement(tree, node)
    let all = labels + [view.label]
    switch tree.kind(view.body) {
    case .forStatement, .forOfStatement, .forInStatement, .whileStatement, .doStatement, .switchStatement, .labeledStatement:
      pendingLabels = all
      statement(view.body)
    default:
      let done = builder.newBlock()
      frames.append(.breakTarget(labels: all, isPlain: false, block: done))
      statement(view.body)
      frames.removeLast()
      continue_(in: done)
    }
  }

  // MARK: switch

  private func switchStatement(_ node: NodeID, _ labels: [Name]) {
    let view = SwitchStatement(tree, node)
    let value = boxed(view.discriminant)
    let clauses = Array(tree[view.clauses])
    let scope = program.scope(of: node, in: file)
    if let scope { enterScope(scope) }
    for clause in clauses { hoistFunctions(CaseClause(tree, clause).statements) }
    let blocks = clauses.map { _ in builder.newBlock() }
    let done = builder.newBlock()
    var fallback = done
    for (clause, block) in zip(clauses, blocks) {
      let test = CaseClause(tree, clause).test
      guard test.exists else {
        fallback = block
        continue
      }
      let next = builder.newBlock()
      let candidate = boxed(test)
      position(test)
      branch(emit(.jsStrictEq, [value, candidate]), block, next)
      builder.move(to: next)
    }
    builder.jump(fallback)
    frames.append(.breakTarget(labels: labels, isPlain: true, block: done))
    for (index, clause) in clauses.enumerated() {
      builder.move(to: blocks[index])
      statements(CaseClause(tree, clause).statements)
      if !builder.isTerminated { builder.jump(index + 1 < blocks.count ? blocks[index + 1] : done) }
    }
    frames.removeLast()
    builder.move(to: done)
    if scope != nil { leaveScope() }
  }
}
