import Syntax

/// Declaring names when a scope is entered.
extension Binder {
  // MARK: Symbols

  /// Adds a symbol to the current scope without looking for an older one.
  func addSymbol(_ name: Name, _ kind: SymbolKind, _ flags: SymbolFlags, declaration: NodeID, asType: Bool) -> SymbolID {
    let id = SymbolID(UInt32(symbols.count))
    var flags = flags
    if ambientDepth > 0 && kind != .type { flags.insert(.ambient) }
    symbols.append(Symbol(name: name, kind: kind, flags: flags, file: file, declaration: declaration, scope: scope))
    depths.append(UInt16(truncatingIfNeeded: functions.count - 1))
    initializedFrom.append(0)
    initializedUntil.append(.max)
    earliest.append(.max)
    isEntity.append(kind == .function || kind == .class)
    if asType {
      scopes[Int(scope.raw)].types[name] = id
    } else {
      scopes[Int(scope.raw)].symbols[name] = id
    }
    show(id, name, asValue: kind != .type, asType: flags.contains(.hasTypeMeaning))
    return id
  }

  /// Declares a value, or merges it with the one that the scope has already.
  @discardableResult
  func declare(_ name: Name, _ kind: SymbolKind, _ flags: SymbolFlags = [], declaration: NodeID, nameNode: NodeID) -> SymbolID {
    let id: SymbolID
    if let old = scopes[Int(scope.raw)].symbols[name] {
      if symbols[Int(old.raw)].kind == .selfName {
        // Parameters and variables hide the name of the function expression itself.
        id = addSymbol(name, kind, flags, declaration: declaration, asType: false)
      } else {
        merge(old, kind, flags, declaration: declaration, nameNode: nameNode)
        id = old
      }
    } else {
      id = addSymbol(name, kind, flags, declaration: declaration, asType: false)
    }
    if nameNode.exists { nodeSymbolWords[Int(nameNode.raw)] = id.raw + 1 }
    nodeSymbolWords[Int(declaration.raw)] = id.raw + 1
    return id
  }

  /// Declares a name that is only a type (or joins the class, interface or namespace that has it).
  @discardableResult
  func declareType(_ name: Name, declaration: NodeID, nameNode: NodeID, flags: SymbolFlags = []) -> SymbolID {
    let isInterface = tree.kind(declaration) == .interfaceDeclaration
    let id: SymbolID
    if isInterface, let value = scopes[Int(scope.raw)].symbols[name], symbols[Int(value.raw)].kind == .class {
      id = value
      symbols[Int(id.raw)].declarations.append(declaration)
    } else if let old = scopes[Int(scope.raw)].types[name] {
      id = old
      let first = declarationKind(symbols[Int(old.raw)])
      let mergeable: (SyntaxKind) -> Bool = { $0 == .interfaceDeclaration || $0 == .moduleDeclaration }
      if !(mergeable(first) && mergeable(tree.kind(declaration))) {
        reportDuplicate(old, .duplicateIdentifier.asTypeError(true), nameNode)
      }
      symbols[Int(id.raw)].declarations.append(declaration)
      symbols[Int(id.raw)].flags.formUnion(flags)
    } else {
      id = addSymbol(name, .type, flags.union(.hasTypeMeaning), declaration: declaration, asType: true)
    }
    if nameNode.exists { nodeSymbolWords[Int(nameNode.raw)] = id.raw + 1 }
    nodeSymbolWords[Int(declaration.raw)] = id.raw + 1
    return id
  }

  private func declarationKind(_ symbol: Symbol) -> SyntaxKind {
    graph[symbol.file].tree.kind(symbol.declaration)
  }

  /// Joins a further declaration to `old`, or reports the clash.
  private func merge(_ old: SymbolID, _ kind: SymbolKind, _ flags: SymbolFlags, declaration: NodeID, nameNode: NodeID) {
    let index = Int(old.raw)
    let before = symbols[index].kind
    let allFlags = symbols[index].flags.union(flags)
    symbols[index].declarations.append(declaration)
    symbols[index].flags.formUnion(flags)
    // A clash with something that is stripped is none at run time.
    let isStripped = ambientDepth > 0 || !allFlags.isDisjoint(with: [.ambient, .typeOnly])
    switch (before, kind) {
    case (.var, .var):
      symbols[index].flags.insert(.assigned)
      return
    case (.parameter, .var):
      symbols[index].declarations.removeLast()
      return
    case (.catchParameter, .var): return
    case (.function, .var), (.var, .function), (.parameter, .function):
      if isLibrary { return }
      if allowsDuplicateFunctions {
        // The function is the variable's first value, whichever comes first.
        symbols[index].flags.insert(.assigned)
        return reportDuplicate(old, .duplicateIdentifier.asTypeError(true), nameNode)
      }
    case (.function, .function):
      let hasBody = FunctionDeclaration(tree, declaration).body.exists
      let oldHasBody = tree.kind(symbols[index].declaration) == .functionDeclaration
        && FunctionDeclaration(tree, symbols[index].declaration).body.exists
      if hasBody && oldHasBody {
        reportDuplicate(old, .duplicateFunction.asTypeError(allowsDuplicateFunctions), nameNode)
      }
      if hasBody {
        // The implementation stands for the function, of several the last; overloads are only signatures.
        symbols[index].declaration = declaration
        symbols[index].flags.remove(.ambient)
      }
      return
    case (.namespace, .namespace), (.enum, .enum), (.class, .namespace), (.function, .namespace), (.enum, .namespace): return
    case (.namespace, .class), (.namespace, .function), (.namespace, .enum):
      symbols[index].kind = kind
      symbols[index].declaration = declaration
      symbols[index].flags.insert(.hasTypeMeaning)
      return
    case (.importBinding, _), (_, .importBinding):
      let message = before == kind ? DiagnosticMessage.duplicateIdentifier : .importConflict
      reportDuplicate(old, message.asTypeError(isStripped), nameNode)
      return
    default: break
    }
    let blockScoped: (SymbolKind) -> Bool = { $0 == .let || $0 == .const }
    let message = blockScoped(before) || blockScoped(kind) ? DiagnosticMessage.cannotRedeclare : .duplicateIdentifier
    reportDuplicate(old, message.asTypeError(isStripped), nameNode)
  }

  /// Whether functions of the current scope are like `var`s, as at the top of function bodies (ECMA-262 8.2.10).
  private var allowsDuplicateFunctions: Bool {
    let scope = scopes[Int(self.scope.raw)]
    switch scope.kind {
    case .function, .namespace: return true
    case .module: return tree.goal != .module
    case .block:
      guard let parent = scope.parent, scopes[Int(parent.raw)].kind == .function else { return false }
      return isBody(scope.node, of: scopes[Int(parent.raw)].node)
    default: return false
    }
  }

  private func isBody(_ block: NodeID, of function: NodeID) -> Bool {
    let node = tree[function]
    switch node.kind {
    case .arrowFunction, .constructorDeclaration: return node.b == block.raw
    default: return node.c == block.raw
    }
  }

  private func reportDuplicate(_ old: SymbolID, _ message: DiagnosticMessage, _ nameNode: NodeID) {
    let symbol = symbols[Int(old.raw)]
    if reportedDuplicates.insert(old).inserted, symbol.file == file {
      report(message, [text(symbol.name)], at: nameNodeOf(symbol.declarations[0]))
    }
    report(message, [text(symbol.name)], at: nameNode)
  }

  /// The identifier of a declaration, for positions.
  func nameNodeOf(_ declaration: NodeID) -> NodeID {
    switch tree.kind(declaration) {
    case .functionDeclaration, .functionExpression, .classDeclaration, .classExpression, .enumDeclaration, .enumMember,
      .moduleDeclaration, .interfaceDeclaration, .typeAliasDeclaration, .typeParameter, .variableDeclaration,
      .bindingElement, .parameter, .importEqualsDeclaration:
      let name = NodeID(tree[declaration].a)
      return name.exists ? name : declaration
    case .importSpecifier: return NodeID(tree[declaration].b)
    default: return declaration
    }
  }

  // MARK: Patterns

  /// Declares every name that the binding `target` contains.
  func declareTargets(_ target: NodeID, _ declaration: NodeID, _ kind: SymbolKind, _ flags: SymbolFlags, from: UInt32) {
    guard target.exists else { return }
    switch tree.kind(target) {
    case .identifier:
      let name = Identifier(tree, target).name
      if kind == .parameter && name == thisName { return }
      let id = declare(name, kind, flags, declaration: declaration, nameNode: target)
      if kind != .var && initializedFrom[Int(id.raw)] == 0 {
        initializedFrom[Int(id.raw)] = from
        initializedUntil[Int(id.raw)] = clauseEnd
      }
    case .arrayPattern, .objectPattern:
      for element in tree[ListID(tree[target].a)] where tree.kind(element) == .bindingElement {
        declareTargets(BindingElement(tree, element).target, element, kind, flags, from: from)
      }
    default: break
    }
  }

  // MARK: Hoisting

  /// Declares what the statements of one list declare in their own scope.
  func hoist(_ statements: NodeList) {
    for statement in statements { hoist(statement) }
  }

  func hoist(_ statement: NodeID) {
    let node = tree[statement]
    let exported: SymbolFlags = node.flags.contains(.export) ? .exported : []
    let ambient = node.flags.contains(.declare)
    if ambient { ambientDepth += 1 }
    defer { if ambient { ambientDepth -= 1 } }
    switch node.kind {
    case .variableStatement:
      let view = VariableStatement(node: node)
      guard view.keyword != .var else { return }
      let kind: SymbolKind = view.keyword == .let ? .let : .const
      for declaration in tree[view.declarations] {
        let target = VariableDeclaration(tree, declaration).target
        declareTargets(target, declaration, kind, exported, from: tree[declaration].end)
        if tree.kind(target) == .identifier { markEntity(target, VariableDeclaration(tree, declaration).initializer) }
        if exported == .exported { exportTargets(target) }
      }
    case .functionDeclaration:
      let name = FunctionDeclaration(node: node).name
      let id = declare(
        name.exists ? Identifier(tree, name).name : defaultName, .function, exported, declaration: statement, nameNode: name)
      if !FunctionDeclaration(node: node).body.exists && symbols[Int(id.raw)].declaration == statement {
        symbols[Int(id.raw)].flags.insert(.ambient)
      }
      addExport(id, node, symbols[Int(id.raw)].name)
    case .classDeclaration:
      let name = ClassDeclaration(node: node).name
      let id = declare(
        name.exists ? Identifier(tree, name).name : defaultName, .class, exported.union(.hasTypeMeaning),
        declaration: statement, nameNode: name)
      absorbInterface(id)
      initializedFrom[Int(id.raw)] = node.end
      initializedUntil[Int(id.raw)] = clauseEnd
      addExport(id, node, symbols[Int(id.raw)].name)
      if node.flags.contains(.export) {
        addTypeExport(.symbol(id), node.flags.contains(.default) ? defaultName : symbols[Int(id.raw)].name)
      }
    case .enumDeclaration:
      let name = EnumDeclaration(node: node).name
      let id = declare(
        Identifier(tree, name).name, .enum, exported.union(.hasTypeMeaning), declaration: statement, nameNode: name)
      addExport(id, node, symbols[Int(id.raw)].name)
      if node.flags.contains(.export) { addTypeExport(.symbol(id), symbols[Int(id.raw)].name) }
    case .moduleDeclaration: hoistNamespace(statement, node, exported)
    case .interfaceDeclaration, .typeAliasDeclaration:
      let name = NodeID(node.a)
      guard name.exists, tree.kind(name) == .identifier else { return }
      let id = declareType(Identifier(tree, name).name, declaration: statement, nameNode: name, flags: exported)
      if node.flags.contains(.export) {
        addTypeExport(.symbol(id), node.flags.contains(.default) ? defaultName : Identifier(tree, name).name)
      }
    case .importDeclaration: hoistImport(node)
    case .importEqualsDeclaration:
      let view = ImportEqualsDeclaration(node: node)
      let id = declare(
        Identifier(tree, view.name).name, .importBinding, exported.union(.hasTypeMeaning), declaration: statement,
        nameNode: view.name)
      addExport(id, node, symbols[Int(id.raw)].name)
      if tree.kind(view.reference) == .externalModuleReference {
        pendingImports.append(
          PendingImport(
            symbol: id, specifier: ExternalModuleReference(tree, view.reference).specifier, file: file, imported: .empty,
            node: view.name))
      }
    case .labeledStatement: hoist(LabeledStatement(node: node).body)
    default: break
    }
  }

  /// Marks a variable whose initializer is, or directly holds, functions.
  private func markEntity(_ target: NodeID, _ initializer: NodeID) {
    let word = nodeSymbolWords[Int(target.raw)]
    guard word != 0, initializer.exists else { return }
    switch tree.kind(initializer) {
    case .arrowFunction, .functionExpression, .classExpression, .objectLiteral, .arrayLiteral, .parenthesizedExpression,
      .asExpression, .satisfiesExpression:
      isEntity[Int(word - 1)] = true
    default: break
    }
  }

  /// An interface before its class of the same name becomes part of it.
  private func absorbInterface(_ id: SymbolID) {
    let name = symbols[Int(id.raw)].name
    guard let type = scopes[Int(scope.raw)].types[name], declarationKind(symbols[Int(type.raw)]) == .interfaceDeclaration
    else { return }
    scopes[Int(scope.raw)].types[name] = nil
    for declaration in symbols[Int(type.raw)].declarations {
      symbols[Int(id.raw)].declarations.append(declaration)
      nodeSymbolWords[Int(declaration.raw)] = id.raw + 1
      nodeSymbolWords[Int(nameNodeOf(declaration).raw)] = id.raw + 1
    }
  }

  func hoistNamespace(_ statement: NodeID, _ node: Node, _ exported: SymbolFlags) {
    let name = ModuleDeclaration(node: node).name
    guard name.exists, tree.kind(name) == .identifier, Identifier(tree, name).name != globalName || !node.flags.contains(.declare)
    else { return }
    let text = Identifier(tree, name).name
    let id: SymbolID
    if isInstantiated(statement) || scopes[Int(scope.raw)].symbols[text].map({ symbols[Int($0.raw)].kind != .let }) == true {
      id = declare(text, .namespace, exported.union(.hasTypeMeaning), declaration: statement, nameNode: name)
      addExport(id, node, text)
    } else {
      id = declareType(text, declaration: statement, nameNode: name, flags: exported)
    }
    if node.flags.contains(.export) { addTypeExport(.symbol(id), text) }
  }

  /// Whether a namespace has anything at run time.
  private func isInstantiated(_ declaration: NodeID) -> Bool {
    let view = ModuleDeclaration(tree, declaration)
    guard view.body.exists else { return false }
    if tree.kind(view.body) == .moduleDeclaration { return isInstantiated(view.body) }
    return tree[ModuleBlock(tree, view.body).statements].contains { statement in
      switch tree.kind(statement) {
      case .interfaceDeclaration, .typeAliasDeclaration, .emptyStatement: return false
      case .moduleDeclaration: return isInstantiated(statement)
      default: return true
      }
    }
  }

  private func hoistImport(_ node: Node) {
    let view = ImportDeclaration(node: node)
    guard view.clause.exists else { return }
    let clause = ImportClause(tree, view.clause)
    let flags: SymbolFlags = node.flags.contains(.typeOnly) ? [.hasTypeMeaning, .typeOnly] : .hasTypeMeaning
    func add(_ local: NodeID, _ imported: Name, _ declaration: NodeID, _ flags: SymbolFlags) {
      let id = declare(Identifier(tree, local).name, .importBinding, flags, declaration: declaration, nameNode: local)
      pendingImports.append(
        PendingImport(
          symbol: id, specifier: view.specifier, file: file, imported: imported, node: declaration,
          typeOnly: flags.contains(.typeOnly)))
    }
    if clause.defaultName.exists { add(clause.defaultName, defaultName, clause.defaultName, flags) }
    if clause.namespaceName.exists { add(clause.namespaceName, .empty, clause.namespaceName, flags) }
    for specifier in tree[clause.specifiers] {
      let item = ImportSpecifier(tree, specifier)
      let typeOnly = tree.flags(specifier).contains(.typeOnly)
      add(item.local, moduleName(item.imported), specifier, typeOnly ? flags.union(.typeOnly) : flags)
    }
  }

  /// The name in an import or export specifier: an identifier or a string literal.
  func moduleName(_ node: NodeID) -> Name { Name(tree[node].a) }

  // MARK: var

  /// Declares the `var`s of a function body, however deep they stand.
  func hoistVariables(_ statements: NodeList) {
    for statement in statements { hoistVariables(statement) }
  }

  private func hoistVariables(_ statement: NodeID) {
    var statement = statement
    while statement.exists {
      let node = tree[statement]
      switch node.kind {
      case .variableStatement:
        let view = VariableStatement(node: node)
        guard view.keyword == .var else { return }
        let ambient = node.flags.contains(.declare)
        if ambient { ambientDepth += 1 }
        for declaration in tree[view.declarations] {
          let target = VariableDeclaration(tree, declaration).target
          declareTargets(target, declaration, .var, node.flags.contains(.export) ? .exported : [], from: 0)
          if node.flags.contains(.export) { exportTargets(target) }
        }
        if ambient { ambientDepth -= 1 }
        return
      case .block: return hoistVariables(tree[Block(node: node).statements])
      case .ifStatement:
        hoistVariables(NodeID(node.b))
        statement = NodeID(node.c)
      case .forStatement:
        hoistVariables(NodeID(node.a))
        statement = NodeID(node.d)
      case .forInStatement, .forOfStatement:
        hoistVariables(NodeID(node.a))
        statement = NodeID(node.c)
      case .whileStatement, .labeledStatement: statement = NodeID(node.b)
      case .doStatement: statement = NodeID(node.a)
      case .tryStatement:
        hoistVariables(NodeID(node.a))
        if node.b != 0 { hoistVariables(CatchClause(tree, NodeID(node.b)).block) }
        statement = NodeID(node.c)
      case .switchStatement:
        for clause in tree[SwitchStatement(node: node).clauses] { hoistVariables(tree[CaseClause(tree, clause).statements]) }
        return
      default: return
      }
    }
  }

  // MARK: Exports of declarations

  /// Records `export` on a declaration: in a module's table, or in the namespace's members.
  func addExport(_ id: SymbolID, _ node: Node, _ name: Name) {
    guard node.flags.contains(.export) else { return }
    addValueExport(.symbol(id), node.flags.contains(.default) ? defaultName : name, at: nameNodeOf(symbols[Int(id.raw)].declaration))
  }

  func exportTargets(_ target: NodeID) {
    guard target.exists else { return }
    switch tree.kind(target) {
    case .identifier:
      let word = nodeSymbolWords[Int(target.raw)]
      guard word != 0 else { return }
      let name = Identifier(tree, target).name
      // Unlike the overloads of a function, variables are exported once, even where they may be declared again.
      let isAgain = scopes[Int(scope.raw)].kind == .module && localExports[Int(file.raw)][name] != nil
      if isAgain && ambientDepth == 0 { return report(.duplicateExport, [text(name)], at: target) }
      addValueExport(.symbol(SymbolID(word - 1)), name, at: target)
    case .arrayPattern, .objectPattern:
      for element in tree[ListID(tree[target].a)] where tree.kind(element) == .bindingElement {
        exportTargets(BindingElement(tree, element).target)
      }
    default: break
    }
  }

  func addValueExport(_ export: LocalExport, _ name: Name, at node: NodeID) {
    if scopes[Int(scope.raw)].kind == .namespace {
      if case .symbol(let id) = export { namespaceMembers[currentNamespace, default: [:]][name] = id }
      return
    }
    guard scopes[Int(scope.raw)].kind == .module else { return }
    if let old = localExports[Int(file.raw)][name] {
      if case .symbol(let a) = old, case .symbol(let b) = export, a == b, tree.kind(node) != .exportSpecifier { return }
      if name == defaultName {
        report(.multipleDefaultExports, [], at: node)
      } else {
        report(.duplicateExport, [text(name)], at: node)
      }
      return
    }
    localExports[Int(file.raw)][name] = export
  }

  func addTypeExport(_ export: LocalExport, _ name: Name) {
    if scopes[Int(scope.raw)].kind == .namespace {
      if case .symbol(let id) = export { namespaceTypes[currentNamespace, default: [:]][name] = id }
    } else if scopes[Int(scope.raw)].kind == .module {
      localTypeExports[Int(file.raw)][name] = export
    }
  }

  /// The namespace or enum whose body the current scope is.
  var currentNamespace: SymbolID {
    SymbolID(nodeSymbolWords[Int(scopes[Int(scope.raw)].node.raw)] &- 1)
  }
}
