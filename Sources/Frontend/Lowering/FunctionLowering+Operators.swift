import PIR
import Semantics
import Syntax

/// Unary, binary, logical and conditional operators.
extension FunctionLowering {
  func isLogical(_ node: NodeID) -> Bool {
    guard tree.kind(node) == .binaryExpression else { return false }
    switch BinaryExpression(tree, node).operator {
    case .logicalAnd, .logicalOr, .nullishCoalescing: return true
    default: return false
    }
  }

  /// Evaluates a chain of left-nested operators from its leftmost operand outward, so that depth costs no stack.
  func binary(_ node: NodeID) -> ValueID {
    if let known = mainTest(node) { return known }
    var spine: [NodeID] = []
    var current = node
    while tree.kind(current) == .binaryExpression, !isLogical(current) {
      spine.append(current)
      current = BinaryExpression(tree, current).left
    }
    if spine.isEmpty { return logical(node) }
    var value = expression(current)
    for item in spine.reversed() {
      let view = BinaryExpression(tree, item)
      let right = expression(view.right)
      position(item)
      value = apply(view.operator, value, right)
    }
    return value
  }

  /// Applies a binary operator that is not a logical one.
  func apply(_ operation: BinaryOperator, _ left: ValueID, _ right: ValueID) -> ValueID {
    if operation == .add, representation(left) == .string, representation(right) == .string {
      return emit(.stringConcat, [left, right])
    }
    if let test = typeofTest(operation, left, right) { return test }
    let opcode: Opcode
    switch operation {
    case .add:
      opcode = .jsAdd
      context.mention(names.toString)
      context.mention(names.valueOf)
    case .subtract: opcode = .jsSub
    case .multiply: opcode = .jsMul
    case .divide: opcode = .jsDiv
    case .remainder: opcode = .jsRem
    case .exponent: opcode = .jsPow
    case .bitwiseAnd: opcode = .jsBitAnd
    case .bitwiseOr: opcode = .jsBitOr
    case .bitwiseXor: opcode = .jsBitXor
    case .shiftLeft: opcode = .jsShl
    case .shiftRight: opcode = .jsShr
    case .shiftRightUnsigned: opcode = .jsUShr
    case .less: opcode = .jsLt
    case .lessOrEqual: opcode = .jsLe
    case .greater: opcode = .jsGt
    case .greaterOrEqual: opcode = .jsGe
    case .equal: opcode = .jsEq
    case .notEqual: opcode = .jsNe
    case .strictEqual: opcode = .jsStrictEq
    case .strictNotEqual: opcode = .jsStrictNe
    case .in: opcode = .jsIn
    case .instanceOf: opcode = .jsInstanceof
    case .logicalAnd, .logicalOr, .nullishCoalescing: preconditionFailure("logical operators need control flow")
    }
    return emit(opcode, [box(left), box(right)])
  }

  /// `typeof x === "string"` as a test of the value, since comparing texts takes ten times as long.
  private func typeofTest(_ operation: BinaryOperator, _ left: ValueID, _ right: ValueID) -> ValueID? {
    let isNegated: Bool
    switch operation {
    case .equal, .strictEqual: isNegated = false
    case .notEqual, .strictNotEqual: isNegated = true
    default: return nil
    }
    guard let subject = builder.function.source(left), subject.opcode == .jsTypeof,
      let kind = builder.function.source(right), kind.opcode == .constString, case .name(let name) = kind.payload,
      let test = TypeTest(typeof: context.text(name))
    else { return nil }
    let result = emit(.isType, [builder.function.operand(subject, 0)], payload: .test(test))
    return isNegated ? emit(.not, [result]) : result
  }

  // MARK: Logical operators

  /// `a && b`, `a || b`, `a ?? b` as a value; chains to the left are evaluated iteratively.
  private func logical(_ node: NodeID) -> ValueID {
    var spine: [NodeID] = []
    var current = node
    while isLogical(current) {
      spine.append(current)
      current = BinaryExpression(tree, current).left
    }
    var value = expression(current)
    for item in spine.reversed() {
      let view = BinaryExpression(tree, item)
      let more = builder.newBlock()
      let done = builder.newBlock()
      let result = builder.addBlockParameter(done, .boxed)
      branchOnLogical(view.operator, value, more: more, done: done)
      builder.move(to: more)
      builder.jump(done, [boxed(view.right)])
      builder.move(to: done)
      value = result
    }
    return value
  }

  /// Goes to `more` if the right operand decides, else to `done` with the left one, boxed.
  func branchOnLogical(_ operation: BinaryOperator, _ left: ValueID, more: BlockID, done: BlockID) {
    let value = box(left)
    switch operation {
    case .logicalAnd: builder.branch(toBoolean(left), more, [], done, [value])
    case .logicalOr: builder.branch(toBoolean(left), done, [value], more, [])
    default: builder.branch(isNullish(value), more, [], done, [value])
    }
  }

  /// A logical expression as a statement: ends by jumping to `done`.
  func logicalEffect(_ node: NodeID, _ done: BlockID) {
    let view = BinaryExpression(tree, node)
    let more = builder.newBlock()
    switch view.operator {
    case .logicalAnd: condition(view.left, more, done)
    case .logicalOr: condition(view.left, done, more)
    default: branch(isNullish(boxed(view.left)), more, done)
    }
    builder.move(to: more)
    effect(view.right)
    builder.jump(done)
  }

  /// Branches on the truth of an expression without making a value of its parts.
  func condition(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) {
    let inner = tree.withoutWrappers(node)
    if tree.kind(inner) == .prefixUnaryExpression, PrefixUnaryExpression(tree, inner).operator == .not {
      return condition(PrefixUnaryExpression(tree, inner).operand, whenFalse, whenTrue)
    }
    if isLogical(inner), BinaryExpression(tree, inner).operator != .nullishCoalescing {
      return conditionChain(inner, whenTrue, whenFalse)
    }
    let value = expression(inner)
    branch(toBoolean(value), whenTrue, whenFalse)
  }

  /// `a && b && c` or `a || b || c`: chains to the left may be long, so they are flattened.
  private func conditionChain(_ node: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) {
    let operation = BinaryExpression(tree, node).operator
    var operands: [NodeID] = []
    var current = node
    while tree.kind(current) == .binaryExpression, BinaryExpression(tree, current).operator == operation {
      operands.append(BinaryExpression(tree, current).right)
      current = tree.withoutWrappers(BinaryExpression(tree, current).left)
    }
    var left = current
    while let right = operands.popLast() {
      let more = builder.newBlock()
      if operation == .logicalAnd { condition(left, more, whenFalse) } else { condition(left, whenTrue, more) }
      builder.move(to: more)
      left = right
    }
    condition(left, whenTrue, whenFalse)
  }

  func conditional(_ node: NodeID) -> ValueID {
    let view = ConditionalExpression(tree, node)
    let yes = builder.newBlock()
    let no = builder.newBlock()
    let done = builder.newBlock()
    let result = builder.addBlockParameter(done, .boxed)
    condition(view.condition, yes, no)
    builder.move(to: yes)
    builder.jump(done, [boxed(view.whenTrue)])
    builder.move(to: no)
    builder.jump(done, [boxed(view.whenFalse)])
    builder.move(to: done)
    return result
  }

  // MARK: Unary operators

  func unary(_ node: NodeID) -> ValueID {
    let view = PrefixUnaryExpression(tree, node)
    switch view.operator {
    case .delete: return delete(view.operand)
    case .typeOf: return typeOf(view.operand)
    case .void:
      effect(view.operand)
      return undefined()
    case .not:
      let value = expression(view.operand)
      return emit(.not, [toBoolean(value)])
    case .minus:
      let inner = tree.withoutWrappers(view.operand)
      if tree.kind(inner) == .numericLiteral { return number(-tree[NumericLiteral(tree, inner).number]) }
      let value = boxed(view.operand)
      position(node)
      return emit(.jsNeg, [value])
    case .plus:
      let value = expression(view.operand)
      if representation(value) == .f64 { return value }
      position(node)
      return emit(.jsToNumber, [box(value)])
    case .bitwiseNot:
      let value = boxed(view.operand)
      position(node)
      return emit(.jsBitNot, [value])
    }
  }

  private func typeOf(_ operand: NodeID) -> ValueID {
    let inner = tree.withoutWrappers(operand)
    if tree.kind(inner) == .identifier {
      let name = Identifier(tree, inner).name
      let symbol = program.symbol(of: inner, in: file)
      let isUnknown = symbol.map { program[$0].flags.contains(.ambient) } ?? true
      if isUnknown && name != names.arguments && globalMeaning(name) == nil {
        guard context.uses.usesGlobalObject else { return string(names.undefined) }
        context.mention(name)
        return emit(.jsTypeof, [emit(.propGet, [globalObject()], payload: .name(name))])
      }
    }
    return emit(.jsTypeof, [boxed(operand)])
  }

  private func delete(_ operand: NodeID) -> ValueID {
    let inner = tree.withoutWrappers(operand)
    switch tree.kind(inner) {
    case .propertyAccess:
      let view = PropertyAccess(tree, inner)
      if tree.kind(view.object) == .superExpression { return deleteSuper(inner) }
      let object = boxed(view.object)
      if tree.flags(inner).contains(.optional) { leaveChainIfNullish(object) }
      position(view.name)
      let name = Identifier(tree, view.name).name
      context.mention(name)
      return emit(.propDelete, [object], payload: .name(name))
    case .elementAccess:
      let view = ElementAccess(tree, inner)
      if tree.kind(view.object) == .superExpression { return deleteSuper(inner) }
      let object = boxed(view.object)
      if tree.flags(inner).contains(.optional) { leaveChainIfNullish(object) }
      let key = boxed(view.index)
      position(inner)
      return emit(.elemDelete, [object, key])
    case .optionalChain:
      return chain(exitValues: { [$0.box($0.truth(true))] }) { [box(delete(OptionalChain(tree, inner).expression))] }[0]
    default:
      effect(operand)
      return truth(true)
    }
  }

  private func deleteSuper(_ node: NodeID) -> ValueID {
    position(node)
    throwError(.referenceError, "Unsupported reference to 'super'")
    return undefined()
  }
}
