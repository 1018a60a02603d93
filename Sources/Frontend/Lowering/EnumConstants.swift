import PIR
import Semantics
import Syntax

/// The compile-time value of an enum member.
enum EnumConstant {
  case number(Double)
  case string(Name)
}

/// Evaluation of enum members whose initializers are constant, as `tsc` defines it.
extension ProgramLowering {
  /// The value of member `name` of `symbol`, if that is an enum and the member is constant.
  func enumConstant(_ symbol: SymbolID, _ name: Name) -> EnumConstant? {
    guard program[symbol].kind == .enum else { return nil }
    if let known = enumConstants[symbol] { return known[name] }
    // While the members are evaluated, those before are already known.
    enumConstants[symbol] = [:]
    let file = program[symbol].file
    let tree = program.graph[file].tree
    for declaration in program[symbol].declarations where tree.kind(declaration) == .enumDeclaration {
      var previous: Double? = -1
      for member in tree[EnumDeclaration(tree, declaration).members] {
        let view = EnumMember(tree, member)
        let value: EnumConstant?
        if view.initializer.exists {
          value = constant(view.initializer, symbol, tree)
        } else {
          value = previous.map { .number($0 + 1) }
        }
        if case .number(let number)? = value { previous = number } else { previous = nil }
        if let value, let name = enumMemberName(view.name, tree) { enumConstants[symbol]![name] = value }
      }
    }
    return enumConstants[symbol]![name]
  }

  /// The name of an enum member; nil for what is not allowed.
  func enumMemberName(_ node: NodeID, _ tree: SyntaxTree) -> Name? {
    switch tree.kind(node) {
    case .identifier: return Identifier(tree, node).name
    case .stringLiteral: return StringLiteral(tree, node).value
    case .computedPropertyName: return enumMemberName(ComputedPropertyName(tree, node).expression, tree)
    default: return nil
    }
  }

  private func constant(_ node: NodeID, _ owner: SymbolID, _ tree: SyntaxTree) -> EnumConstant? {
    let node = tree.withoutWrappers(node)
    switch tree.kind(node) {
    case .numericLiteral: return .number(tree[NumericLiteral(tree, node).number])
    case .stringLiteral: return .string(StringLiteral(tree, node).value)
    case .templateExpression:
      let view = TemplateExpression(tree, node)
      guard tree[view.expressions].isEmpty else { return nil }
      return .string(TemplateElement(tree, tree[view.elements][0]).cooked)
    case .identifier:
      guard let symbol = program.symbol(of: node, in: tree.file), program[symbol].flags.contains(.exported),
        tree.kind(program[symbol].declaration) == .enumMember, program[symbol].file == tree.file
      else { return nil }
      return enumConstants[owner]?[Identifier(tree, node).name]
    case .propertyAccess:
      let view = PropertyAccess(tree, node)
      guard tree.kind(view.object) == .identifier, tree.kind(view.name) == .identifier,
        var symbol = program.symbol(of: view.object, in: tree.file)
      else { return nil }
      if case .symbol(let target)? = program.imports[symbol] { symbol = target }
      return enumConstant(symbol, Identifier(tree, view.name).name)
    case .prefixUnaryExpression:
      let view = PrefixUnaryExpression(tree, node)
      guard case .number(let value)? = constant(view.operand, owner, tree) else { return nil }
      switch view.operator {
      case .minus: return .number(-value)
      case .plus: return .number(value)
      case .bitwiseNot: return .number(Double(~Self.toInt32(value)))
      default: return nil
      }
    case .binaryExpression:
      let view = BinaryExpression(tree, node)
      guard let left = constant(view.left, owner, tree), let right = constant(view.right, owner, tree) else { return nil }
      return combine(view.operator, left, right)
    default: return nil
    }
  }

  private func combine(_ operation: BinaryOperator, _ left: EnumConstant, _ right: EnumConstant) -> EnumConstant? {
    if case .string(let a) = left, case .string(let b) = right, operation == .add {
      return .string(program.graph.interner.intern(Array(program.graph.interner.utf8(a)) + program.graph.interner.utf8(b)))
    }
    guard case .number(let a) = left, case .number(let b) = right else { return nil }
    let x = Self.toInt32(a)
    let y = Self.toInt32(b)
    let shift = y & 31
    switch operation {
    case .add: return .number(a + b)
    case .subtract: return .number(a - b)
    case .multiply: return .number(a * b)
    case .divide: return .number(a / b)
    case .remainder: return .number(a.truncatingRemainder(dividingBy: b))
    case .bitwiseAnd: return .number(Double(x & y))
    case .bitwiseOr: return .number(Double(x | y))
    case .bitwiseXor: return .number(Double(x ^ y))
    case .shiftLeft: return .number(Double(x << shift))
    case .shiftRight: return .number(Double(x >> shift))
    case .shiftRightUnsigned: return .number(Double(UInt32(bitPattern: x) >> UInt32(shift)))
    default: return nil
    }
  }

  /// ToInt32 (ECMA-262 7.1.6).
  private static func toInt32(_ value: Double) -> Int32 {
    guard value.isFinite else { return 0 }
    let modulus = 4_294_967_296.0
    var rest = value.rounded(.towardZero).truncatingRemainder(dividingBy: modulus)
    if rest < 0 { rest += modulus }
    return Int32(truncatingIfNeeded: Int64(rest))
  }
}
