import PIR
import Semantics
import Syntax

/// Constant texts of `eval`, which are code of the place where the call stands.
extension FunctionLowering {
  /// PerformEval (ECMA-262 19.2.1.1) of a direct call: the statements' completion value.
  func evalCall(_ node: NodeID) -> ValueID {
    let view = EvalCall(tree, node)
    position(node)
    if view.failure != .empty {
      throwError(.syntaxError, context.text(view.failure))
      return undefined()
    }
    let outer = (completion, frames, pendingLabels)
    let slot = temporary()
    store(undefined(), slot)
    completion = slot
    pendingLabels = []
    withScope(of: node, hoisting: view.statements) { statements(view.statements) }
    (completion, _, pendingLabels) = outer
    if builder.isTerminated { builder.move(to: builder.newBlock()) }
    return load(slot)
  }

  /// Code of the global scope, which sees nothing of the place of the call.
  func globalCode(_ node: NodeID) -> ValueID {
    let view = GlobalCode(tree, node)
    position(node)
    if view.failure != .empty {
      throwError(.syntaxError, context.text(view.failure))
      return undefined()
    }
    let outer = (completion, classContext, isSloppy, constructedClass)
    let slot = temporary()
    store(undefined(), slot)
    (completion, classContext, isSloppy, constructedClass) = (slot, nil, true, nil)
    let labels = pendingLabels
    pendingLabels = []
    withThis(globalObject(), home: nil) {
      withScope(of: node, hoisting: view.statements) { statements(view.statements) }
    }
    (completion, classContext, isSloppy, constructedClass) = outer
    pendingLabels = labels
    if builder.isTerminated { builder.move(to: builder.newBlock()) }
    return load(slot)
  }

  /// OrdinaryCallBindThis (ECMA-262 10.2.1.2) of code that is not strict: undefined and null are the global object.
  func bindSloppyThis(_ function: NodeID) {
    guard isSloppy, role == .function || role == .method, case .value(let this)? = storage[.this] else { return }
    if isStrict(function) {
      isSloppy = false
      return
    }
    let missing = builder.newBlock()
    let done = builder.newBlock()
    let result = builder.addBlockParameter(done, .boxed)
    builder.branch(isNullish(this), missing, [], done, [this])
    builder.move(to: missing)
    builder.jump(done, [globalObject()])
    builder.move(to: done)
    storage[.this] = .value(result)
  }

  /// Whether a function's body starts with the directive.
  private func isStrict(_ function: NodeID) -> Bool {
    let body = bodyNode(function)
    guard body.exists, tree.kind(body) == .block else { return false }
    return tree.startsStrict(Block(tree, body).statements, context.intern("use strict"))
  }

  /// What a statement that contains others is worth if they give no value: undefined.
  func startCompletion() {
    if let completion { store(undefined(), completion) }
  }
}
