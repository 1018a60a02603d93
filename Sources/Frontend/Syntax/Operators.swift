/// Binary operators, without assignment.
public enum BinaryOperator: UInt8, Sendable, CaseIterable {
  case add, subtract, multiply, divide, remainder, exponent
  case bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight, shiftRightUnsigned
  case less, lessOrEqual, greater, greaterOrEqual
  case equal, notEqual, strictEqual, strictNotEqual
  case `in`, instanceOf
  case logicalAnd, logicalOr, nullishCoalescing
}

/// `=` and the compound forms; the compound ones name the binary operator that they apply.
public enum AssignmentOperator: UInt8, Sendable, CaseIterable {
  case assign
  case add, subtract, multiply, divide, remainder, exponent
  case bitwiseAnd, bitwiseOr, bitwiseXor, shiftLeft, shiftRight, shiftRightUnsigned
  case logicalAnd, logicalOr, nullishCoalescing
}

/// Prefix operators that do not assign.
public enum UnaryOperator: UInt8, Sendable, CaseIterable {
  case not, bitwiseNot, plus, minus, typeOf, void, delete
}

/// `++` and `--`.
public enum UpdateOperator: UInt8, Sendable, CaseIterable { case increment, decrement }

/// The keyword of a variable statement.
public enum VariableKeyword: UInt8, Sendable, CaseIterable { case `var`, `let`, const, using, awaitUsing }

/// Keyword types.
public enum TypeKeyword: UInt8, Sendable, CaseIterable {
  case any, unknown, never, void, undefined, null, string, number, boolean, bigint, symbol, object, intrinsic
}

/// Prefix operators on types.
public enum TypeOperatorKind: UInt8, Sendable, CaseIterable { case keyof, unique, readonly }
