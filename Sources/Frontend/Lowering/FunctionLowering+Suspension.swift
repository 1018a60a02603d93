import PIR
import Semantics
import Syntax

/// Suspending and going on: `await`, `yield`, `yield*` (ECMA-262 14.4.14, 15.5.5, 27.5.3, 27.6.3, 27.7.5.3).
extension FunctionLowering {
  /// Whether the function is an async generator.
  var isAsyncGenerator: Bool { builder.function.kind == .asyncGenerator }

  /// How a suspended function was resumed: next, throw or return, with a value.
  struct Resumption {
    let mode: ValueID
    let value: ValueID
  }

  /// Suspends with a value and goes on in a new block.
  func suspend(_ value: ValueID, _ reason: SuspensionReason) -> Resumption {
    let next = builder.newBlock()
    builder.suspend(box(value), reason, resumeIn: next)
    builder.move(to: next)
    return Resumption(mode: emit(.resumeMode), value: emit(.resumeValue))
  }

  /// The first suspension: the caller gets its generator, or the body of an async function begins.
  func suspendAtStart() { builder.startSuspending() }

  /// Calls a C function of the runtime for suspending functions; its name follows `rt_`.
  @discardableResult
  func callSuspension(
    _ symbol: String, _ operands: [ValueID], result: Representation = .boxed, effects: Effects = .any
  ) -> ValueID {
    let parameters = operands.map { representation($0) }
    let function = RuntimeFunction(symbol: "rt_" + symbol, parameters: parameters, result: result, effects: effects)
    return emit(.callRuntime, operands, payload: .runtime(context.module.runtime(function)), result: result)
  }

  func frame() -> ValueID { emit(.box, [emit(.frame)]) }

  // MARK: await

  func awaitExpression(_ node: NodeID) -> ValueID {
    let value = boxed(AwaitExpression(tree, node).expression)
    position(node)
    return awaitValue(value)
  }

  /// Await (27.7.5.3): the value of the settled promise, or its reason thrown.
  func awaitValue(_ value: ValueID) -> ValueID {
    context.mention(names.constructor)
    return builder.await(box(value), &context.module)
  }

  // MARK: yield

  func yieldExpression(_ node: NodeID) -> ValueID {
    let view = YieldExpression(tree, node)
    let operand = view.expression.exists ? boxed(view.expression) : undefined()
    position(node)
    if tree.flags(node).contains(.delegate) {
      position(view.expression)
      return isAsyncGenerator ? delegateAsync(operand) : delegate(operand)
    }
    let resumption = suspend(isAsyncGenerator ? awaitValue(operand) : operand, .yield)
    let thrown = builder.newBlock()
    let returned = builder.newBlock()
    let going = builder.newBlock()
    builder.switchInt(resumption.mode, [(1, thrown), (2, returned)], default: going)
    builder.move(to: thrown)
    builder.emit(.throw, [resumption.value])
    builder.move(to: returned)
    // AsyncGeneratorYield (27.6.3.8), step 12: a returned value is awaited.
    leave(.return, value: isAsyncGenerator ? awaitValue(resumption.value) : resumption.value)
    builder.move(to: going)
    return resumption.value
  }

  /// What a step of `yield*` came to, as `enum rt_delegation`.
  private enum Delegation {
    static let yieldValue: Int64 = 0
    static let done: Int64 = 1
    static let returned: Int64 = 2
    static let yieldResult: Int64 = 3
    static let close: Int64 = 4
  }

  /// The last received completion of a `yield*`.
  private struct Received {
    let mode: SlotID
    let value: SlotID
  }

  private func received() -> Received {
    let result = Received(mode: temporary(.i32), value: temporary())
    receive(Resumption(mode: emit(.constI32, payload: .integer(0)), value: undefined()), result)
    return result
  }

  private func receive(_ resumption: Resumption, _ received: Received) {
    store(resumption.mode, received.mode)
    store(resumption.value, received.value)
  }

  private func delegationState() -> ValueID {
    callSuspension("delegation_state", [frame()], result: .i32, effects: [.reads])
  }

  /// `yield*` in a generator: each step is one call of the runtime.
  private func delegate(_ iterable: ValueID) -> ValueID {
    mentionDelegation()
    let record = temporary()
    store(emit(.iterNew, [iterable]), record)
    let last = received()
    let head = builder.newBlock()
    let passOn = builder.newBlock()
    let returned = builder.newBlock()
    let yielded = builder.newBlock()
    let done = builder.newBlock()
    builder.jump(head)
    builder.move(to: head)
    loopDepth += 1
    let result = callSuspension("delegate", [frame(), load(record), load(last.mode), load(last.value)])
    builder.switchInt(
      delegationState(),
      [(Delegation.done, done), (Delegation.returned, returned), (Delegation.yieldResult, passOn)], default: yielded)
    builder.move(to: passOn)
    receive(suspend(result, .yieldResult), last)
    builder.jump(head)
    builder.move(to: yielded)
    receive(suspend(result, .yield), last)
    builder.jump(head)
    builder.move(to: returned)
    leave(.return, value: result)
    loopDepth -= 1
    builder.move(to: done)
    return result
  }

  /// `yield*` in an async generator: inner results are awaited, and the values of returns too.
  private func delegateAsync(_ iterable: ValueID) -> ValueID {
    mentionDelegation()
    let record = temporary()
    store(callSuspension("async_iterator_new", [iterable]), record)
    let last = received()
    let head = builder.newBlock()
    let called = builder.newBlock()
    let absent = builder.newBlock()
    let close = builder.newBlock()
    let yielded = builder.newBlock()
    let returned = builder.newBlock()
    let done = builder.newBlock()
    builder.jump(head)
    builder.move(to: head)
    loopDepth += 1
    let result = callSuspension("async_delegate", [frame(), load(record), load(last.mode), load(last.value)])
    builder.switchInt(delegationState(), [(Delegation.returned, absent), (Delegation.close, close)], default: called)
    // There is no `return` method: the value is awaited and returned.
    builder.move(to: absent)
    leave(.return, value: awaitValue(result))
    // There is no `throw` method: AsyncIteratorClose, then a TypeError.
    builder.move(to: close)
    finishClose(result)
    throwError(.typeError, "The iterator does not provide a 'throw' method.")
    builder.jump(head)
    builder.move(to: called)
    let value = callSuspension("delegate_finish", [frame(), awaitValue(result), load(last.mode)])
    builder.switchInt(delegationState(), [(Delegation.done, done), (Delegation.returned, returned)], default: yielded)
    builder.move(to: returned)
    leave(.return, value: value)
    builder.move(to: yielded)
    let resumption = suspend(value, .yield)
    receive(resumption, last)
    let wait = builder.newBlock()
    builder.switchInt(resumption.mode, [(2, wait)], default: head)
    builder.move(to: wait)
    awaitReturn(resumption.value, last, head)
    loopDepth -= 1
    builder.move(to: done)
    return value
  }

  /// AsyncGeneratorYield (27.6.3.8), steps 12 and 13, for `yield*`: what the await gives is received, also its exception.
  private func awaitReturn(_ value: ValueID, _ last: Received, _ head: BlockID) {
    let outer = builder.handler
    let failed = builder.newBlock()
    builder.handler = failed
    let start = builder.newBlock()
    builder.jump(start)
    builder.move(to: start)
    callSuspension("await", [frame(), value], result: .void)
    builder.handler = outer
    let resumption = suspend(undefined(), .await)
    store(resumption.value, last.value)
    let thrown = builder.newBlock()
    let fine = builder.newBlock()
    builder.switchInt(resumption.mode, [(1, thrown)], default: fine)
    builder.move(to: fine)
    store(emit(.constI32, payload: .integer(2)), last.mode)
    builder.jump(head)
    builder.move(to: thrown)
    store(emit(.constI32, payload: .integer(1)), last.mode)
    builder.jump(head)
    builder.move(to: failed)
    store(emit(.catchException), last.value)
    store(emit(.constI32, payload: .integer(1)), last.mode)
    builder.jump(head)
  }

  private func mentionDelegation() {
    mentionIteration()
    for name in ["throw", "@@asyncIterator"] { context.mention(context.intern(name)) }
  }

  // MARK: for await

  /// `for await (… of …)` (14.7.5.6 and 14.7.5.7 with iteratorKind async).
  func forAwaitStatement(_ node: NodeID, _ labels: [Name]) {
    let view = ForOfStatement(tree, node)
    let iterable = headExpression(node, view.expression)
    position(view.expression)
    mentionDelegation()
    let record = temporary()
    blame(view.expression, .iterable)
    store(callSuspension("async_iterator_new", [iterable]), record)
    let outerHandler = builder.handler
    let head = builder.newBlock()
    let done = builder.newBlock()
    let closing = builder.newBlock()
    builder.jump(head)
    builder.move(to: head)
    loopDepth += 1
    position(view.expression)
    let result = awaitValue(callSuspension("async_iterator_next", [load(record)]))
    let value = callSuspension("iterator_complete", [result])
    let body = builder.newBlock()
    branch(isHole(value), done, body)
    builder.move(to: body)
    builder.handler = closing
    let inside = builder.newBlock()
    builder.jump(inside)
    builder.move(to: inside)
    frames.append(.breakTarget(labels: labels, isPlain: true, block: done))
    frames.append(.asyncIterator(record: record, handler: outerHandler))
    frames.append(.continueTarget(labels: labels, block: head))
    iterationBody(node, view.left, view.body, value)
    frames.removeLast(3)
    builder.handler = outerHandler
    if !builder.isTerminated { builder.jump(head) }
    loopDepth -= 1
    builder.move(to: closing)
    closeAsyncOnException(record, outerHandler)
    builder.move(to: done)
  }

  /// AsyncIteratorClose (7.4.13) on a normal completion.
  func closeAsync(_ record: SlotID) { finishClose(callSuspension("async_iterator_return", [load(record)])) }

  /// Waits for what `return()` gave and checks it; a hole where there was no method.
  private func finishClose(_ result: ValueID) {
    let some = builder.newBlock()
    let done = builder.newBlock()
    branch(isHole(result), done, some)
    builder.move(to: some)
    callSuspension("require_object", [awaitValue(result)], result: .void)
    builder.jump(done)
    builder.move(to: done)
  }

  /// AsyncIteratorClose on a throw completion, in the handler: what goes wrong on the way does not count.
  private func closeAsyncOnException(_ record: SlotID, _ outer: BlockID?) {
    let exception = temporary()
    store(emit(.catchException), exception)
    let failed = builder.newBlock()
    let rethrow = builder.newBlock()
    builder.handler = failed
    let start = builder.newBlock()
    builder.jump(start)
    builder.move(to: start)
    let result = callSuspension("async_iterator_return", [load(record)])
    let some = builder.newBlock()
    branch(isHole(result), rethrow, some)
    builder.move(to: some)
    callSuspension("await", [frame(), result], result: .void)
    builder.handler = outer
    _ = suspend(undefined(), .await)
    builder.jump(rethrow)
    builder.move(to: failed)
    _ = emit(.catchException)
    builder.jump(rethrow)
    builder.move(to: rethrow)
    builder.emit(.throw, [load(exception)])
  }
}

/// Ways that a `finally`-like frame around a pattern is left.
extension FunctionLowering {
  /// Closes a pattern's iterator unless it is exhausted.
  func closePattern(_ record: SlotID, _ isDone: SlotID) {
    let close = builder.newBlock()
    let done = builder.newBlock()
    branch(load(isDone), done, close)
    builder.move(to: close)
    emit(.iterClose, [load(record)])
    builder.jump(done)
    builder.move(to: done)
  }
}
