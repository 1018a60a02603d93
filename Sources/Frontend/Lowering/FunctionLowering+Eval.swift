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

  /// What a statement that contains others is worth if they give no value: undefined.
  func startCompletion() {
    if let completion { store(undefined(), completion) }
  }
}
