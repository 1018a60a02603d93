import Syntax

/// What type inference may know about the results of built-in functions, whatever their arguments are.
public struct BuiltinFacts: Sendable {
  /// Methods of primitive strings.
  public var stringMethods: [Name: TypeSet] = [:]
  /// Functions of built-in objects, by the object's name and the function's.
  public var statics: [String: [Name: TypeSet]] = [:]
  /// Built-in constructors called as functions.
  public var calls: [String: TypeSet] = [:]
  /// C functions of the boxed ABI.
  public var natives: [Name: TypeSet] = [:]

  public init() {}
}
