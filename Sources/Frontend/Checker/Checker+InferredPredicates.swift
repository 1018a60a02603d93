import Syntax

/// Arrow functions that are type guards without saying so: `(x) => x !== undefined`.
extension Checker {
  /// The type predicate that the condition `id` returns amounts to, as TypeScript 5.5 infers it.
  ///
  /// - Parameter start: the environment at the start of the body.
  func inferredPredicate(_ id: NodeID, _ signature: SignatureInfo, from start: FlowEnvironment) -> SignaturePredicate? {
    let body = functionBody(id)
    // Conditions inside the body that are walked again here need no guards of their own.
    guard !isInferringPredicate, tree.kind(id) == .arrowFunction, isCondition(body) else { return nil }
    isInferringPredicate = true
    silent += 1
    defer {
      silent -= 1
      isInferringPredicate = false
    }
    for (index, parameter) in tree[Signature(tree, signatureNode(of: id)).parameters].enumerated() {
      let target = Parameter(tree, parameter).target
      guard tree.kind(target) == .identifier, !tree.flags(parameter).contains(.rest), index < signature.parameters.count,
        let symbol = symbol(target), !program[symbol].flags.contains(.assigned), let number = referenceNumber(target)
      else { continue }
      let declared = typeOfSymbol(symbol)
      if typeKind(declared) == .any { continue }
      environment = start
      guard let guarded = checkCondition(body).whenTrue.narrowed[number], guarded != declared, guarded != .never else { continue }
      // The condition must be true of everything that it lets through.
      environment = start
      environment.narrowed[number] = guarded
      let otherwise = checkCondition(body).whenFalse
      if !otherwise.isReachable || otherwise.narrowed[number] == .never {
        return SignaturePredicate(parameter: index, type: guarded, asserts: false)
      }
    }
    return nil
  }

  private func isCondition(_ body: NodeID) -> Bool {
    guard body.exists else { return false }
    switch tree.kind(body) {
    case .binaryExpression, .callExpression, .prefixUnaryExpression: return true
    case .parenthesizedExpression: return isCondition(NodeID(tree[body].a))
    default: return false
    }
  }
}
