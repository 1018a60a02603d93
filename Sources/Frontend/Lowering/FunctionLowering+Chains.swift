import PIR
import Semantics
import Syntax

/// Where a `?.` goes when its object is undefined or null.
struct ChainExit {
  let block: BlockID
  /// Makes the values for the block's parameters.
  let values: (FunctionLowering) -> [ValueID]
}

/// Optional chains (ECMA-262 13.3.9).
extension FunctionLowering {
  func optionalChain(_ node: NodeID) -> ValueID {
    let inner = OptionalChain(tree, node).expression
    return chain(exitValues: { [$0.undefined()] }) { [boxed(inner)] }[0]
  }

  /// Evaluates `body`, inside which `?.` may leave with `exitValues`; both give boxed values.
  func chain(exitValues: @escaping (FunctionLowering) -> [ValueID], _ body: () -> [ValueID]) -> [ValueID] {
    let done = builder.newBlock()
    chainExits.append(ChainExit(block: done, values: exitValues))
    let values = body()
    chainExits.removeLast()
    let results = values.map { _ in builder.addBlockParameter(done, .boxed) }
    builder.jump(done, values)
    builder.move(to: done)
    return results
  }

  /// Leaves the innermost chain if `value` is undefined or null.
  func leaveChainIfNullish(_ value: ValueID) {
    guard let exit = chainExits.last else { return }
    let leave = builder.newBlock()
    let stay = builder.newBlock()
    branch(isNullish(value), leave, stay)
    builder.move(to: leave)
    builder.jump(exit.block, exit.values(self))
    builder.move(to: stay)
  }
}
