import Syntax

/// A declared name of the program; an index into `BoundProgram.symbols`.
public struct SymbolID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// A lexical scope of the program; an index into `BoundProgram.scopes`.
public struct ScopeID: Hashable, Sendable {
  public let raw: UInt32
  @inlinable public init(_ raw: UInt32) { self.raw = raw }
}

/// What declared a symbol's value; type-only meanings are separate flags.
public enum SymbolKind: UInt8, Sendable {
  case `var`, `let`, const, parameter, catchParameter
  /// A function declaration: hoisted with its value.
  case function
  case `class`
  case `enum`
  /// A namespace with values.
  case namespace
  /// A local name of an import.
  case importBinding
  /// The name of a function or class expression inside itself.
  case selfName
  /// Only a type: interface, type alias, type parameter, declared-only names.
  case type
}

/// Facts about a symbol that lowering and the checker use.
public struct SymbolFlags: OptionSet, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// Assigned somewhere besides its own initializer (`var` with several declarations counts as assigned).
  public static let assigned = SymbolFlags(rawValue: 1 << 0)
  /// Referenced from a function (or class field initializer) other than the one that declares it.
  public static let captured = SymbolFlags(rawValue: 1 << 1)
  /// May be read before its initializer ran, as far as the text tells: a reference before the declaration ends,
  /// from a function that is hoisted or created before, or from a loop or `switch` that may skip it.
  public static let needsInitCheck = SymbolFlags(rawValue: 1 << 2)
  /// Exported from its module (or namespace).
  public static let exported = SymbolFlags(rawValue: 1 << 3)
  /// Also, or only, names a type.
  public static let hasTypeMeaning = SymbolFlags(rawValue: 1 << 4)
  /// `declare`d: no value is created for it.
  public static let ambient = SymbolFlags(rawValue: 1 << 5)
  /// Imported with `import type`, or never used as a value: the import has no run-time meaning.
  public static let typeOnly = SymbolFlags(rawValue: 1 << 6)
}

/// A declared name.
public struct Symbol: Sendable {
  public let name: Name
  public var kind: SymbolKind
  public var flags: SymbolFlags
  public let file: FileID
  /// The declaring node: `variableDeclaration`, `bindingElement`, `parameter`, `functionDeclaration`, `importSpecifier`…
  public var declaration: NodeID
  /// Every declaration of a merged name (overloads, interface and namespace merging, repeated `var`).
  public var declarations: [NodeID]
  public let scope: ScopeID

  public init(name: Name, kind: SymbolKind, flags: SymbolFlags, file: FileID, declaration: NodeID, scope: ScopeID) {
    self.name = name
    self.kind = kind
    self.flags = flags
    self.file = file
    self.declaration = declaration
    self.declarations = [declaration]
    self.scope = scope
  }
}

/// What introduced a scope.
public enum ScopeKind: UInt8, Sendable {
  case module
  /// Parameters and body of a function share one scope, unless a parameter initializer captures.
  case function
  case block
  /// The head of a `for` with `let`/`const`: a fresh copy per iteration.
  case loop
  case catchClause
  case `class`
  /// The body of an enum or namespace.
  case namespace
  /// Only for types: conditional types, mapped types, signatures.
  case type
}

/// A region of one file in which names are declared.
public struct Scope: Sendable {
  public let kind: ScopeKind
  public let file: FileID
  /// The node that introduces the scope.
  public let node: NodeID
  public let parent: ScopeID?
  /// The innermost function-like node around (function, method, constructor, field initializer's class, static block);
  /// none at module level.
  public let function: NodeID
  public var symbols: [Name: SymbolID]
  /// Type-only meanings that do not share a symbol with a value.
  public var types: [Name: SymbolID]

  public init(kind: ScopeKind, file: FileID, node: NodeID, parent: ScopeID?, function: NodeID) {
    self.kind = kind
    self.file = file
    self.node = node
    self.parent = parent
    self.function = function
    symbols = [:]
    types = [:]
  }
}

/// What a name of another module turns out to be, after following re-exports.
public enum ResolvedExport: Hashable, Sendable {
  case symbol(SymbolID)
  /// `export * as ns from` or `import * as ns`: the namespace object of a module.
  case namespace(FileID)
  /// The default export of an expression (`export default e`) or of a JSON file: stored under its module.
  case defaultExpression(FileID)
  /// An intrinsic of `polyglot:runtime`.
  case intrinsic(Name)
}
