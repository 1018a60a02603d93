import Syntax

/// The program with every name resolved: what the binder makes of a `ModuleGraph`.
public struct BoundProgram: Sendable {
  public var graph: ModuleGraph
  public internal(set) var symbols: [Symbol]
  public internal(set) var scopes: [Scope]
  /// Per file, per node: the symbol that an identifier refers to or declares, plus one; zero for none.
  var nodeSymbols: [[UInt32]]
  /// Per file, per node: the scope that the node introduces, plus one; zero for none.
  var nodeScopes: [[UInt32]]
  /// Per file: its exports after following `export *`, in the code-unit order of a namespace object's keys.
  public internal(set) var exports: [[(name: Name, target: ResolvedExport)]]
  /// Import bindings, resolved.
  public internal(set) var imports: [SymbolID: ResolvedExport]
  /// The types that import bindings name, resolved.
  public internal(set) var importedTypes: [SymbolID: SymbolID]
  /// Per file: the types it exports.
  public internal(set) var exportedTypes: [[Name: SymbolID]]
  /// The exported values of each namespace, and the members of each enum, over all merged declarations.
  public internal(set) var namespaceMembers: [SymbolID: [Name: SymbolID]]
  /// The exported types of each namespace.
  public internal(set) var namespaceTypes: [SymbolID: [Name: SymbolID]]
  /// The declarations of the built-in globals (`ModuleKind.library`); nil if they were not loaded.
  public internal(set) var globalScope: ScopeID?
  /// The CommonJS files.
  public internal(set) var commonJS: [FileID: CommonJSFile]

  /// The symbol that identifier `node` refers to or declares; nil for globals and for names that nothing declares.
  @inlinable public func symbol(of node: NodeID, in file: FileID) -> SymbolID? {
    let raw = symbolWord(node, file)
    return raw == 0 ? nil : SymbolID(raw - 1)
  }

  /// The scope that `node` introduces.
  @inlinable public func scope(of node: NodeID, in file: FileID) -> ScopeID? {
    let raw = scopeWord(node, file)
    return raw == 0 ? nil : ScopeID(raw - 1)
  }

  @inlinable public subscript(_ symbol: SymbolID) -> Symbol { symbols[Int(symbol.raw)] }
  @inlinable public subscript(_ scope: ScopeID) -> Scope { scopes[Int(scope.raw)] }

  @usableFromInline func symbolWord(_ node: NodeID, _ file: FileID) -> UInt32 {
    nodeSymbols[Int(file.raw)][Int(node.raw)]
  }

  @usableFromInline func scopeWord(_ node: NodeID, _ file: FileID) -> UInt32 {
    nodeScopes[Int(file.raw)][Int(node.raw)]
  }
}
