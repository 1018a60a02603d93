import PIR
import Semantics
import Syntax

/// `try`, `catch`, `finally` (ECMA-262 14.15).
extension FunctionLowering {
  func tryStatement(_ node: NodeID) {
    let view = TryStatement(tree, node)
    if view.finallyBlock.exists {
      tryFinally(view)
    } else {
      tryCatch(view)
    }
  }

  private func tryCatch(_ view: TryStatement) {
    let outer = builder.handler
    let handler = builder.newBlock()
    let done = builder.newBlock()
    protected(by: handler) { statement(view.block) }
    builder.handler = outer
    if !builder.isTerminated { builder.jump(done) }
    builder.move(to: handler)
    catchClause(view.catchClause)
    continue_(in: done)
  }

  /// Runs `body` in blocks whose exceptions go to `handler`.
  private func protected(by handler: BlockID, _ body: () -> Void) {
    builder.handler = handler
    let block = builder.newBlock()
    builder.jump(block)
    builder.move(to: block)
    body()
  }

  private func catchClause(_ node: NodeID) {
    let view = CatchClause(tree, node)
    position(node)
    let exception = emit(.catchException)
    withScope(of: node) {
      if view.binding.exists { bindTarget(view.binding, exception, mode: .initialize) }
      statement(view.block)
    }
  }

  private func tryFinally(_ view: TryStatement) {
    let outer = builder.handler
    let frame = FinallyFrame(
      kind: builder.addSlot(names.completion, .i32), value: temporary(), entry: builder.newBlock(), handler: outer)
    let handler = builder.newBlock()
    store(undefined(), frame.value)
    frames.append(.finally(frame))
    protected(by: handler) {
      if view.catchClause.exists { tryCatch(view) } else { statement(view.block) }
    }
    frames.removeLast()
    builder.handler = outer
    if !builder.isTerminated { complete(frame, kind: 0) }
    builder.move(to: handler)
    store(emit(.catchException), frame.value)
    complete(frame, kind: 1)
    builder.move(to: frame.entry)
    // A block that ends normally leaves the value of the statement alone.
    let outerCompletion = completion
    completion = nil
    statement(view.finallyBlock)
    completion = outerCompletion
    if builder.isTerminated { return }
    dispatch(frame)
  }

  private func complete(_ frame: FinallyFrame, kind: Int64) {
    store(emit(.constI32, payload: .integer(kind)), frame.kind)
    builder.jump(frame.entry)
  }

  /// Goes on after a `finally` block with what was under way before it.
  private func dispatch(_ frame: FinallyFrame) {
    let done = builder.newBlock()
    let rethrow = builder.newBlock()
    let exits = frame.exits.map { _ in builder.newBlock() }
    let cases = [(Int64(1), rethrow)] + exits.enumerated().map { (Int64($0.offset + 2), $0.element) }
    builder.switchInt(load(frame.kind), cases, default: done)
    builder.move(to: rethrow)
    builder.emit(.throw, [load(frame.value)])
    for (exit, block) in zip(frame.exits, exits) {
      builder.move(to: block)
      leave(exit, value: exit == .return ? load(frame.value) : nil)
    }
    builder.move(to: done)
  }
}
