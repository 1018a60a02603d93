import Semantics
import Syntax

/// How often symbols are used other than as the callee of a call, counted in one pass over all nodes.
///
/// A function that is only ever called needs no function object, and then all of its callers are known.
struct SymbolUses {
  /// Per symbol: references in all, its declaring identifiers included.
  private var references: [UInt32]
  /// Per symbol: references as a callee or as a declaration's own name.
  private var harmless: [UInt32]
  /// Modules whose namespace object is used other than by `ns.member`.
  private(set) var namespaceValues: Set<FileID> = []
  /// Names of accessors in classes and literals, of properties that are assigned, and of keys that are given as strings.
  private var changingNames: Set<Name> = []
  /// Whether reading any property may run code: the program uses `Proxy`.
  private var changesAnyName = false
  /// Whether the program uses the global object as a value.
  private(set) var usesGlobalObject = false
  /// Built-in globals that the program assigns or deletes.
  private var changedGlobals: Set<Name> = []

  init(_ program: BoundProgram) {
    let interner = program.graph.interner
    let globalObjects = [interner.intern("globalThis"), interner.intern("global")]
    let proxy = interner.intern("Proxy")
    let defineProperty = interner.intern("defineProperty")
    references = [UInt32](repeating: 0, count: program.symbols.count)
    harmless = references
    var namespaceUses: [FileID: Int] = [:]
    for module in program.graph.modules where module.kind != .json {
      let isSource = module.kind == .user || module.kind == .script
      let tree = module.tree
      for raw in tree.nodes.indices {
        let node = tree.nodes[raw]
        switch node.kind {
        case .identifier:
          guard let symbol = program.symbol(of: NodeID(UInt32(raw)), in: module.file.id) else {
            if isSource, globalObjects.contains(Name(node.a)) { usesGlobalObject = true }
            if isSource, Name(node.a) == proxy { changesAnyName = true }
            continue
          }
          if case .namespace(let file)? = program.imports[symbol] { namespaceUses[file, default: 0] += 1 }
          references[Int(resolve(symbol, program).raw)] += 1
        case .callExpression:
          // Calls with spreads and `f?.()` go through the function object.
          let isPlain = !node.flags.contains(.optional)
            && !tree[ListID(node.b)].contains { tree.kind($0) == .spreadElement }
          if isPlain { noteHarmless(NodeID(node.a), tree, program) }
          if isSource { noteDefinition(node, tree, defineProperty) }
        case .globalCode: usesGlobalObject = true
        case .getAccessor:
          if isSource, tree.kind(NodeID(node.a)) == .identifier {
            changingNames.insert(Identifier(tree, NodeID(node.a)).name)
          }
        case .assignmentExpression where isSource:
          noteChange(AssignmentExpression(node: node).target, tree, program)
        case .bindingElement where isSource:
          noteChange(BindingElement(node: node).target, tree, program)
          if isImportBinding(BindingElement(node: node).target, tree, program) { noteHarmless(NodeID(node.a), tree, program) }
        case .prefixUnaryExpression where isSource:
          let view = PrefixUnaryExpression(node: node)
          if view.operator == .delete { noteChange(view.operand, tree, program) }
        case .propertyAccess:
          noteNamespaceMember(node, tree, program, &namespaceUses)
        case .functionDeclaration, .variableDeclaration, .importClause:
          noteHarmless(NodeID(node.a), tree, program)
          noteDeclared(NodeID(node.a), tree, program, &namespaceUses)
          if node.kind == .importClause { noteDeclared(NodeID(node.b), tree, program, &namespaceUses) }
        case .importSpecifier, .exportSpecifier:
          // Exporting makes no value; whoever imports counts for itself. The two names may be one node.
          noteHarmless(NodeID(node.a), tree, program)
          if node.a != node.b { noteHarmless(NodeID(node.b), tree, program) }
          if node.kind == .importSpecifier { noteDeclared(NodeID(node.a), tree, program, &namespaceUses) }
          if node.kind == .importSpecifier, node.a != node.b { noteDeclared(NodeID(node.b), tree, program, &namespaceUses) }
        default: break
        }
      }
    }
    namespaceValues = Set(namespaceUses.filter { $0.value > 0 }.keys)
    namespaceValues.formUnion(program.graph.modules.flatMap(\.dynamicImports))
    let required = program.graph.modules.flatMap(\.requires)
    namespaceValues.formUnion(required.filter { program.graph[$0].kind == .user && !program.graph[$0].isCommonJS })
    for file in program.commonJS.values {
      for symbol in file.valueUses { references[Int(symbol.raw)] += 1 }
    }
    for file in namespaceValues {
      for (_, target) in program.exports[Int(file.raw)] {
        if case .symbol(let symbol) = target { references[Int(symbol.raw)] += 1 }
      }
    }
  }

  /// Whether `symbol` may be used as a value, not only called.
  func isUsedAsValue(_ symbol: SymbolID) -> Bool { references[Int(symbol.raw)] > harmless[Int(symbol.raw)] }

  /// Whether the value of a property may change while the arguments of its call are evaluated, or its read run code.
  func mayChange(_ name: Name) -> Bool { changesAnyName || changingNames.contains(name) }

  /// Whether the program gives another value to a built-in global.
  func changesGlobal(_ name: Name) -> Bool {
    changedGlobals.contains(name) || usesGlobalObject && changingNames.contains(name)
  }

  /// Notes the constant key of `Object.defineProperty(o, "key", …)`.
  private mutating func noteDefinition(_ node: Node, _ tree: SyntaxTree, _ defineProperty: Name) {
    let callee = tree.withoutWrappers(NodeID(node.a))
    let arguments = tree[ListID(node.b)]
    guard arguments.count > 1, tree.kind(callee) == .propertyAccess else { return }
    let name = PropertyAccess(tree, callee).name
    let key = arguments[1]
    guard tree.kind(name) == .identifier, Identifier(tree, name).name == defineProperty, tree.kind(key) == .stringLiteral
    else { return }
    changingNames.insert(StringLiteral(tree, key).value)
  }

  /// Notes that a target is assigned or deleted.
  private mutating func noteChange(_ target: NodeID, _ tree: SyntaxTree, _ program: BoundProgram) {
    let target = tree.withoutWrappers(target)
    switch tree.kind(target) {
    case .identifier:
      if program.symbol(of: target, in: tree.file) == nil { changedGlobals.insert(Identifier(tree, target).name) }
    case .propertyAccess:
      let view = PropertyAccess(tree, target)
      guard tree.kind(view.name) == .identifier else { return }
      let name = Identifier(tree, view.name).name
      changingNames.insert(name)
      let object = tree.withoutWrappers(view.object)
      if tree.kind(object) == .identifier, program.symbol(of: object, in: tree.file) == nil { changedGlobals.insert(name) }
    default: break
    }
  }

  /// Notes a value use that the syntax does not show, for example by the built-ins' tables.
  mutating func noteValueUse(_ symbol: SymbolID) { references[Int(symbol.raw)] += 1 }

  private func resolve(_ symbol: SymbolID, _ program: BoundProgram) -> SymbolID {
    if case .symbol(let target)? = program.imports[symbol] { return target }
    return symbol
  }

  private mutating func noteHarmless(_ node: NodeID, _ tree: SyntaxTree, _ program: BoundProgram) {
    guard node.exists else { return }
    let inner = tree.withoutWrappers(node)
    guard tree.kind(inner) == .identifier, let symbol = program.symbol(of: inner, in: tree.file) else { return }
    harmless[Int(resolve(symbol, program).raw)] += 1
  }

  /// A declaration's own name does not use the namespace that it stands for.
  private func noteDeclared(_ node: NodeID, _ tree: SyntaxTree, _ program: BoundProgram, _ uses: inout [FileID: Int]) {
    if let file = namespaceFile(node, tree, program) { uses[file, default: 0] -= 1 }
  }

  /// Whether a name stands for another module's variable.
  private func isImportBinding(_ node: NodeID, _ tree: SyntaxTree, _ program: BoundProgram) -> Bool {
    guard tree.kind(node) == .identifier, let symbol = program.symbol(of: node, in: tree.file) else { return false }
    return program[symbol].kind == .importBinding
  }

  private func namespaceFile(_ node: NodeID, _ tree: SyntaxTree, _ program: BoundProgram) -> FileID? {
    guard node.exists, tree.kind(node) == .identifier, let symbol = program.symbol(of: node, in: tree.file),
      case .namespace(let file)? = program.imports[symbol]
    else { return nil }
    return file
  }

  /// `ns.member` does not use the namespace object, but it may use the member as a value.
  private mutating func noteNamespaceMember(
    _ node: Node, _ tree: SyntaxTree, _ program: BoundProgram, _ uses: inout [FileID: Int]
  ) {
    guard let file = namespaceFile(NodeID(node.a), tree, program) else { return }
    uses[file, default: 0] -= 1
    let member = Name(tree[NodeID(node.b)].a)
    for (name, target) in program.exports[Int(file.raw)] where name == member {
      if case .symbol(let symbol) = target { references[Int(symbol.raw)] += 1 }
    }
  }
}
