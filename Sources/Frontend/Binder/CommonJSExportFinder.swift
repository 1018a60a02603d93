import Syntax

/// Finds the names that a CommonJS file exports by its text alone, as Node does for what ES modules import by name
/// (https://nodejs.org/api/esm.html#commonjs-namespaces).
struct CommonJSExportFinder {
  /// The exported names, in the order of the text.
  private(set) var names: [Name] = []
  /// The specifiers of files all of whose exports are handed on.
  private(set) var reexports: [NodeID] = []
  private let tree: SyntaxTree
  private let text: [UInt8]
  private let known: CommonJSNames
  private let syntax: CommonJSSyntax

  init(_ tree: SyntaxTree, _ text: [UInt8], _ known: CommonJSNames, _ syntax: CommonJSSyntax) {
    self.tree = tree
    self.text = text
    self.known = known
    self.syntax = syntax
  }

  /// Collects what `id` and everything in it exports.
  mutating func visit(_ id: NodeID) {
    switch tree.kind(id) {
    case .assignmentExpression where AssignmentExpression(tree, id).operator == .assign:
      let view = AssignmentExpression(tree, id)
      if let (object, key) = syntax.member(view.target), isExports(object) {
        add(key)
      } else if syntax.isModuleExports(view.target) {
        addValue(tree.withoutWrappers(view.value))
      }
    case .callExpression: addDefinition(CallExpression(tree, id))
    default: break
    }
    var children: [NodeID] = []
    tree.forEachChild(id) { children.append($0) }
    for child in children { visit(child) }
  }

  private func isExports(_ node: NodeID) -> Bool {
    syntax.isReference(node, to: syntax.file.exports) || syntax.isModuleExports(node)
  }

  private mutating func add(_ name: Name) {
    if !names.contains(name) { names.append(name) }
  }

  /// `module.exports = …`: a literal's members up to the first whose value is more than a word, or another file.
  private mutating func addValue(_ value: NodeID) {
    if let specifier = syntax.requiredSpecifier(value) {
      reexports = [specifier]
      return
    }
    guard tree.kind(value) == .objectLiteral else { return }
    for property in tree[ObjectLiteral(tree, value).properties] {
      switch tree.kind(property) {
      case .shorthandPropertyAssignment: add(Identifier(tree, ShorthandPropertyAssignment(tree, property).name).name)
      case .propertyAssignment:
        let view = PropertyAssignment(tree, property)
        guard startsWithWord(view.value) else { return }
        switch tree.kind(view.name) {
        case .identifier: add(Identifier(tree, view.name).name)
        case .stringLiteral: add(StringLiteral(tree, view.name).value)
        default: return
        }
        guard isWord(view.value) else { return }
      case .spreadElement:
        let source = SpreadElement(tree, property).expression
        if let specifier = syntax.requiredSpecifier(source) {
          reexports.append(specifier)
        } else if tree.kind(source) != .identifier {
          return
        }
      case .methodDeclaration:
        let name = MethodDeclaration(tree, property).name
        if tree.kind(name) == .identifier, tree[name].start == tree[property].start { add(Identifier(tree, name).name) }
        return
      default: return
      }
    }
  }

  private func isWordByte(_ index: UInt32) -> Bool {
    switch text[Int(index)] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: return true
    default: return false
    }
  }

  private func startsWithWord(_ node: NodeID) -> Bool {
    let start = tree[node].start
    return isWordByte(start) && !(0x30...0x39).contains(text[Int(start)])
  }

  private func isWord(_ node: NodeID) -> Bool { (tree[node].start..<tree[node].end).allSatisfy { isWordByte($0) } }

  /// `Object.defineProperty(exports, "name", { value … })`, and TypeScript's `__exportStar(require("…"), exports)`.
  private mutating func addDefinition(_ call: CallExpression) {
    let arguments = tree[call.arguments]
    if let (_, key) = syntax.member(call.callee), key == known.defineProperty, arguments.count == 3, isExports(arguments[0]),
      tree.kind(arguments[1]) == .stringLiteral, tree.kind(arguments[2]) == .objectLiteral
    {
      let gives = tree[ObjectLiteral(tree, arguments[2]).properties].contains { property in
        switch tree.kind(property) {
        case .propertyAssignment:
          let view = PropertyAssignment(tree, property)
          guard tree.kind(view.name) == .identifier else { return false }
          let name = Identifier(tree, view.name).name
          return name == known.value || name == known.get && returnsName(view.value)
        case .methodDeclaration:
          let name = MethodDeclaration(tree, property).name
          return tree.kind(name) == .identifier && Identifier(tree, name).name == known.get && returnsName(property)
        default: return false
        }
      }
      if gives { add(StringLiteral(tree, arguments[1]).value) }
    }
    if arguments.count == 2, isExports(arguments[1]), let specifier = syntax.requiredSpecifier(arguments[0]) { reexports.append(specifier) }
  }

  /// Whether a getter only hands a name or a member on.
  private func returnsName(_ function: NodeID) -> Bool {
    let body = NodeID(tree[function].c)
    guard tree.kind(function) == .functionExpression || tree.kind(function) == .methodDeclaration, body.exists,
      tree.kind(body) == .block
    else { return false }
    let statements = tree[Block(tree, body).statements]
    guard statements.count == 1, tree.kind(statements[0]) == .returnStatement else { return false }
    let value = ReturnStatement(tree, statements[0]).expression
    guard value.exists else { return false }
    return tree.kind(value) == .identifier || syntax.member(value).map { tree.kind($0.object) == .identifier } ?? false
  }
}
