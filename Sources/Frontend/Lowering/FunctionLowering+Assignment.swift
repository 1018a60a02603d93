import PIR
import Semantics
import Syntax

/// Assignment in all its forms, and `++`/`--`.
extension FunctionLowering {
  func assignment(_ node: NodeID) -> ValueID {
    let view = AssignmentExpression(tree, node)
    if let value = exportDefinition(node, value: view.value) { return value }
    switch view.operator {
    case .assign: return plainAssignment(view, node)
    case .logicalAnd: return logicalAssignment(view, .logicalAnd)
    case .logicalOr: return logicalAssignment(view, .logicalOr)
    case .nullishCoalescing: return logicalAssignment(view, .nullishCoalescing)
    default: return compoundAssignment(view, node)
    }
  }

  private func plainAssignment(_ view: AssignmentExpression, _ node: NodeID) -> ValueID {
    let target = tree.withoutWrappers(view.target)
    switch tree.kind(target) {
    case .arrayPattern, .objectPattern:
      let value = boxed(view.value)
      bindPattern(target, value, mode: .assign, source: view.value)
      return value
    case .identifier:
      let reference = reference(target)
      // A target in parentheses gives no name.
      let value = isAnonymousFunction(view.value) && tree.kind(view.target) == .identifier
        ? named(view.value, Identifier(tree, target).name) : expression(view.value)
      store(value, to: reference, at: target)
      return value
    default:
      let reference = reference(target)
      let value = expression(view.value)
      store(value, to: reference, at: target)
      return value
    }
  }

  private func compoundAssignment(_ view: AssignmentExpression, _ node: NodeID) -> ValueID {
    let operation: BinaryOperator
    switch view.operator {
    case .add: operation = .add
    case .subtract: operation = .subtract
    case .multiply: operation = .multiply
    case .divide: operation = .divide
    case .remainder: operation = .remainder
    case .exponent: operation = .exponent
    case .bitwiseAnd: operation = .bitwiseAnd
    case .bitwiseOr: operation = .bitwiseOr
    case .bitwiseXor: operation = .bitwiseXor
    case .shiftLeft: operation = .shiftLeft
    case .shiftRight: operation = .shiftRight
    case .shiftRightUnsigned: operation = .shiftRightUnsigned
    default: preconditionFailure("not a compound assignment")
    }
    let target = tree.withoutWrappers(view.target)
    let reference = reference(target, isReadFirst: true)
    let old = load(reference, at: target)
    let right = expression(view.value)
    position(node)
    let value = apply(operation, old, right)
    store(value, to: reference, at: target)
    return value
  }

  private func logicalAssignment(_ view: AssignmentExpression, _ operation: BinaryOperator) -> ValueID {
    let target = tree.withoutWrappers(view.target)
    let reference = reference(target, isReadFirst: true)
    let old = box(load(reference, at: target))
    let more = builder.newBlock()
    let done = builder.newBlock()
    let result = builder.addBlockParameter(done, .boxed)
    branchOnLogical(operation, old, more: more, done: done)
    builder.move(to: more)
    let isName = tree.kind(view.target) == .identifier && isAnonymousFunction(view.value)
    let value = box(isName ? named(view.value, Identifier(tree, target).name) : expression(view.value))
    store(value, to: reference, at: target)
    builder.jump(done, [value])
    builder.move(to: done)
    return result
  }

  // MARK: Update

  func update(_ node: NodeID) -> ValueID {
    let view = UpdateExpression(tree, node)
    let target = tree.withoutWrappers(view.operand)
    let reference = reference(target, isReadFirst: true)
    let loaded = box(load(reference, at: target))
    position(node)
    let opcode: Opcode = view.operator == .increment ? .jsInc : .jsDec
    if tree.flags(node).contains(.prefix) {
      let value = emit(opcode, [loaded])
      store(value, to: reference, at: target)
      return value
    }
    let old = emit(.jsToNumeric, [loaded])
    store(emit(opcode, [old]), to: reference, at: target)
    return old
  }

  /// `x++` whose value nobody wants needs no old value.
  func updateForEffect(_ node: NodeID) {
    let view = UpdateExpression(tree, node)
    let target = tree.withoutWrappers(view.operand)
    let reference = reference(target, isReadFirst: true)
    let loaded = box(load(reference, at: target))
    position(node)
    store(emit(view.operator == .increment ? .jsInc : .jsDec, [loaded]), to: reference, at: target)
  }
}
