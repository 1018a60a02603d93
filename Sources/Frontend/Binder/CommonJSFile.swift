import Syntax

/// The variables of a CommonJS file besides those that it declares.
///
/// A file runs once, so that all of its variables live as long as the program, like those of an ES module.
public struct CommonJSFile: Sendable {
  /// The parameters of the function that Node makes of the file.
  public let exports, require, module, filename, dirname: SymbolID
  /// The object that `exports` is at first, which is also the file's `this`.
  public let initial: SymbolID
  /// What `module.exports` holds, unless there is an object for `module`.
  public let result: SymbolID
  /// Whether the file does more with `module` than to use `module.exports`.
  public var needsModuleObject = false
  /// Whether the file uses `require` other than to call it or to read its members.
  public var needsRequireObject = false
  /// Where nothing sees the object of exports as such: the variable of each export, in its place.
  public var record: [Name: SymbolID]?
  /// The assignments, and the members of the literal in `module.exports = { … }`, that give exports their only values;
  /// nothing for those that are another variable's name.
  public var definitions: [NodeID: SymbolID?] = [:]
  /// The `module.exports = { … }` whose members are the exports.
  public var literal = NodeID.none
  /// Variables of exports that are read other than by what is linked to them.
  public var valueUses: [SymbolID] = []
  /// Calls of `require` whose value nobody needs: what is taken from it are variables.
  public var linked: Set<NodeID> = []
  /// Whether the file runs at one known call of `require` and never again, or as a module of the program.
  public var runsInOrder = false
  /// Calls of `require` whose order is known; with whether the file runs there.
  public var ordered: [NodeID: Bool] = [:]
  /// What ES modules can import by name, each the variable that holds what the export was when the file had run.
  public var imported: [(name: Name, symbol: SymbolID)] = []
}

/// The forms in which files use what CommonJS gives them, by their syntax.
public struct CommonJSSyntax {
  let tree: SyntaxTree
  let names: CommonJSNames
  let file: CommonJSFile
  let symbol: (NodeID) -> SymbolID?

  public init(
    _ tree: SyntaxTree, _ names: CommonJSNames, _ file: CommonJSFile, symbol: @escaping (NodeID) -> SymbolID?
  ) {
    self.tree = tree
    self.names = names
    self.file = file
    self.symbol = symbol
  }

  /// Whether `node` names one of the file's variables.
  public func isReference(_ node: NodeID, to variable: SymbolID) -> Bool {
    let node = tree.withoutWrappers(node)
    return tree.kind(node) == .identifier && symbol(node) == variable
  }

  /// The specifier of a call of `require` with a constant one.
  func requiredSpecifier(_ node: NodeID) -> NodeID? {
    let node = tree.withoutWrappers(node)
    guard tree.kind(node) == .callExpression else { return nil }
    let call = CallExpression(tree, node)
    guard isReference(call.callee, to: file.require), let specifier = tree[call.arguments].first,
      tree.kind(specifier) == .stringLiteral
    else { return nil }
    return specifier
  }

  /// The key of `object.key` and `object["key"]`, and the object.
  public func member(_ node: NodeID) -> (object: NodeID, key: Name)? {
    let node = tree.withoutWrappers(node)
    switch tree.kind(node) {
    case .propertyAccess:
      let view = PropertyAccess(tree, node)
      guard tree.kind(view.name) == .identifier else { return nil }
      return (view.object, Identifier(tree, view.name).name)
    case .elementAccess:
      let view = ElementAccess(tree, node)
      let index = tree.withoutWrappers(view.index)
      guard tree.kind(index) == .stringLiteral else { return nil }
      return (view.object, StringLiteral(tree, index).value)
    default: return nil
    }
  }

  /// Whether `node` is `module.exports`.
  public func isModuleExports(_ node: NodeID) -> Bool {
    guard let (object, key) = member(node) else { return false }
    return key == names.exports && isReference(object, to: file.module)
  }

  /// The key of `require.key` where the key is one that Node gives it.
  public func memberOfRequire(_ node: NodeID) -> Name? {
    guard let (object, key) = member(node), isReference(object, to: file.require),
      [names.main, names.resolve, names.cache, names.extensions].contains(key)
    else { return nil }
    return key
  }

  /// Whether `node` compares `require.main` with `module`; with whether it asks for equality.
  public func mainTest(_ node: NodeID) -> Bool? {
    guard tree.kind(node) == .binaryExpression else { return nil }
    let view = BinaryExpression(tree, node)
    let isEquality: Bool
    switch view.operator {
    case .equal, .strictEqual: isEquality = true
    case .notEqual, .strictNotEqual: isEquality = false
    default: return nil
    }
    let isMain = { (node: NodeID) in memberOfRequire(node) == names.main }
    guard isMain(view.left) && isReference(view.right, to: file.module)
      || isMain(view.right) && isReference(view.left, to: file.module)
    else { return nil }
    return isEquality
  }
}
