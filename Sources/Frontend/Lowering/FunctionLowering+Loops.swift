import PIR
import Semantics
import Syntax

/// Loops.
extension FunctionLowering {
  func whileStatement(_ node: NodeID, _ labels: [Name]) {
    let view = WhileStatement(tree, node)
    let head = builder.newBlock()
    let body = builder.newBlock()
    let done = builder.newBlock()
    builder.jump(head)
    builder.move(to: head)
    loopDepth += 1
    condition(view.condition, body, done)
    builder.move(to: body)
    loopBody(view.body, labels, continueTo: head, breakTo: done)
    if !builder.isTerminated { builder.jump(head) }
    loopDepth -= 1
    builder.move(to: done)
  }

  func doStatement(_ node: NodeID, _ labels: [Name]) {
    let view = DoStatement(tree, node)
    let body = builder.newBlock()
    let test = builder.newBlock()
    let done = builder.newBlock()
    builder.jump(body)
    builder.move(to: body)
    loopDepth += 1
    loopBody(view.body, labels, continueTo: test, breakTo: done)
    continue_(in: test)
    condition(view.condition, body, done)
    loopDepth -= 1
    builder.move(to: done)
  }

  private func loopBody(_ body: NodeID, _ labels: [Name], continueTo: BlockID, breakTo: BlockID) {
    frames.append(.breakTarget(labels: labels, isPlain: true, block: breakTo))
    frames.append(.continueTarget(labels: labels, block: continueTo))
    statement(body)
    frames.removeLast(2)
  }

  func forStatement(_ node: NodeID, _ labels: [Name]) {
    let view = ForStatement(tree, node)
    let scope = program.scope(of: node, in: file)
    if let scope { enterScope(scope) }
    if view.initializer.exists {
      if tree.kind(view.initializer) == .variableStatement {
        statement(view.initializer)
      } else {
        effect(view.initializer)
      }
    }
    let fresh = scope.map { sharedVariables(of: $0) } ?? []
    renew(fresh)
    let head = builder.newBlock()
    let body = builder.newBlock()
    let next = builder.newBlock()
    let done = builder.newBlock()
    builder.jump(head)
    builder.move(to: head)
    loopDepth += 1
    if view.condition.exists { condition(view.condition, body, done) } else { builder.jump(body) }
    builder.move(to: body)
    loopBody(view.body, labels, continueTo: next, breakTo: done)
    continue_(in: next)
    renew(fresh)
    if view.increment.exists { effect(view.increment) }
    builder.jump(head)
    loopDepth -= 1
    builder.move(to: done)
    if scope != nil { leaveScope() }
  }

  /// The loop's variables that closures share with it.
  private func sharedVariables(of scope: ScopeID) -> [SlotID] {
    sortedSymbols(scope).compactMap { symbol in
      if case .cell(let slot)? = storage[.symbol(symbol)] { return slot }
      return nil
    }
  }

  /// CreatePerIterationEnvironment: later iterations must not change what closures of earlier ones see.
  private func renew(_ slots: [SlotID]) {
    for slot in slots { store(emit(.cellNew, [emit(.cellLoad, [load(slot)])]), slot) }
  }

  // MARK: for-of

  func forOfStatement(_ node: NodeID, _ labels: [Name]) {
    let view = ForOfStatement(tree, node)
    if tree.flags(node).contains(.await) {
      return forAwaitStatement(node, labels)
    }
    let iterable = headExpression(node, view.expression)
    position(view.expression)
    mentionIteration()
    // An array is read by its indices where an iterator would do the same; then the record stays undefined.
    let record = temporary()
    let list = temporary()
    let index = temporary(.f64)
    let isDirect = temporary(.i1)
    let open = builder.newBlock()
    let outerHandler = builder.handler
    let head = builder.newBlock()
    let done = builder.newBlock()
    let closing = builder.newBlock()
    store(iterable, list)
    store(undefined(), record)
    store(number(0), index)
    store(isListIteration(iterable), isDirect)
    branch(load(isDirect), head, open)
    builder.move(to: open)
    blame(view.expression, .iterable)
    store(emit(.iterNew, [load(list)]), record)
    builder.jump(head)
    builder.move(to: head)
    loopDepth += 1
    position(view.expression)
    builder.handler = closing
    let body = builder.newBlock()
    let value = builder.addBlockParameter(body, .boxed)
    builder.handler = outerHandler
    let byIndex = builder.newBlock()
    let byIterator = builder.newBlock()
    branch(load(isDirect), byIndex, byIterator)
    builder.move(to: byIndex)
    let inside = builder.newBlock()
    branch(isInside(load(list), load(index)), inside, done)
    builder.move(to: inside)
    let element = emit(.elemGet, [load(list), box(load(index))])
    store(emit(.f64Add, [load(index), number(1)]), index)
    builder.jump(body, [element])
    builder.move(to: byIterator)
    let next = emit(.iterNext, [load(record)])
    builder.branch(isHole(next), done, [], body, [next])
    builder.handler = closing
    builder.move(to: body)
    frames.append(.breakTarget(labels: labels, isPlain: true, block: done))
    frames.append(.iterator(record: record, handler: outerHandler))
    frames.append(.continueTarget(labels: labels, block: head))
    iterationBody(node, view.left, view.body, value)
    frames.removeLast(3)
    builder.handler = outerHandler
    if !builder.isTerminated { builder.jump(head) }
    loopDepth -= 1
    builder.move(to: closing)
    let exception = emit(.catchException)
    emit(.iterCloseThrow, [load(record)])
    builder.emit(.throw, [exception])
    builder.move(to: done)
  }

  // MARK: for-in

  func forInStatement(_ node: NodeID, _ labels: [Name]) {
    let view = ForInStatement(tree, node)
    let object = headExpression(node, view.expression)
    position(view.expression)
    let record = temporary()
    store(emit(.forInNew, [object]), record)
    let head = builder.newBlock()
    let body = builder.newBlock()
    let done = builder.newBlock()
    builder.jump(head)
    builder.move(to: head)
    loopDepth += 1
    let key = emit(.forInNext, [load(record)])
    branch(isHole(key), done, body)
    builder.move(to: body)
    frames.append(.breakTarget(labels: labels, isPlain: true, block: done))
    frames.append(.continueTarget(labels: labels, block: head))
    iterationBody(node, view.left, view.body, key)
    frames.removeLast(2)
    if !builder.isTerminated { builder.jump(head) }
    loopDepth -= 1
    builder.move(to: done)
  }

  /// What is iterated. The names of the loop's head exist already, uninitialized (ECMA-262 14.7.5.12), which only
  /// matters to expressions that mention them.
  func headExpression(_ node: NodeID, _ expression: NodeID) -> ValueID {
    guard let scope = program.scope(of: node, in: file),
      sortedSymbols(scope).contains(where: { program[$0].flags.contains(.needsInitCheck) })
    else { return boxed(expression) }
    enterScope(scope)
    let value = boxed(expression)
    leaveScope()
    return value
  }

  /// Binds one value of an iteration in a scope of its own and runs the body.
  func iterationBody(_ node: NodeID, _ left: NodeID, _ body: NodeID, _ value: ValueID) {
    let scope = program.scope(of: node, in: file)
    if let scope { enterScope(scope) }
    if tree.kind(left) == .variableStatement {
      let declaration = tree[VariableStatement(tree, left).declarations][0]
      bindTarget(VariableDeclaration(tree, declaration).target, value, mode: .initialize)
    } else {
      bindTarget(left, value, mode: .assign)
    }
    statement(body)
    if scope != nil { leaveScope() }
  }
}
