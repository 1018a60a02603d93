import Syntax

/// The walk that opens scopes and resolves references.
extension Binder {
  /// Binds `node` and everything in it.
  func visit(_ start: NodeID) {
    var id = start
    // Left spines and else-if chains may be as long as the file, so they are followed by a loop.
    while id.exists {
      let node = tree[id]
      let direct = directEntity
      directEntity = nil
      switch node.kind {
      case .identifier:
        return reference(id, Name(node.a))
      case .binaryExpression:
        visit(NodeID(node.b))
        id = NodeID(node.a)
      case .propertyAccess:
        id = NodeID(node.a)
      case .callExpression, .newExpression:
        visitList(ListID(node.b))
        visitList(ListID(node.c))
        id = NodeID(node.a)
      case .elementAccess:
        visit(NodeID(node.b))
        id = NodeID(node.a)
      case .ifStatement:
        visit(NodeID(node.a))
        visit(NodeID(node.b))
        id = NodeID(node.c)
      case .thisExpression:
        if let context = functions.last, let owner = context.staticOf {
          earliest[Int(owner.raw)] = min(earliest[Int(owner.raw)], context.position)
        }
        return
      case .privateIn: id = NodeID(node.b)
      case .parenthesizedExpression, .asExpression, .satisfiesExpression, .objectLiteral, .arrayLiteral:
        tree.forEachChild(node) {
          directEntity = direct
          visit($0)
        }
        directEntity = nil
        return
      case .propertyAssignment:
        visitPropertyName(NodeID(node.a))
        directEntity = direct
        id = NodeID(node.b)
      case .shorthandPropertyAssignment: id = NodeID(node.a)
      case .assignmentExpression:
        let view = AssignmentExpression(node: node)
        visitAssignmentTarget(view.target)
        id = view.value
      case .updateExpression:
        return visitAssignmentTarget(NodeID(node.a))
      case .methodDeclaration, .getAccessor, .setAccessor:
        visitPropertyName(NodeID(node.a))
        return visitFunction(id, node, entity: direct)
      case .functionExpression, .arrowFunction, .constructorDeclaration: return visitFunction(id, node, entity: direct)
      case .functionDeclaration:
        let word = nodeSymbolWords[Int(id.raw)]
        let ambient = node.flags.contains(.declare)
        if ambient { ambientDepth += 1 }
        visitFunction(id, node, entity: word == 0 ? nil : SymbolID(word - 1))
        if ambient { ambientDepth -= 1 }
        return
      case .classExpression: return visitClass(id, node, entity: direct)
      case .classDeclaration:
        let word = nodeSymbolWords[Int(id.raw)]
        return visitClass(id, node, entity: word == 0 ? nil : SymbolID(word - 1))
      case .block: return visitBlock(id, tree[Block(node: node).statements])
      case .variableStatement:
        for declaration in tree[VariableStatement(node: node).declarations] { visitVariable(declaration) }
        return
      case .forStatement, .forInStatement, .forOfStatement: return visitLoop(id, node)
      case .switchStatement: return visitSwitch(id, node)
      case .evalCall: return visitEval(id, node)
      case .globalCode: return visitGlobalCode(id, node)
      case .catchClause: return visitCatch(id, node)
      case .enumDeclaration: return visitEnum(id, node)
      case .moduleDeclaration: return visitNamespace(id, node)
      case .importDeclaration: return
      case .importEqualsDeclaration:
        id = ImportEqualsDeclaration(node: node).reference
        if tree.kind(id) == .externalModuleReference { return }
        return visitEntityName(id)
      case .exportDeclaration: return visitExport(node)
      case .exportAssignment:
        return visitExportAssignment(node)
      case .interfaceDeclaration, .typeAliasDeclaration, .typeReference, .typeQuery, .typePredicate, .functionType,
        .constructorType, .callSignature, .constructSignature, .methodSignature, .propertySignature, .indexSignature,
        .conditionalType, .inferType, .mappedType, .namedTupleMember, .importType, .typeParameter:
        return visitType(id, node)
      default:
        return tree.forEachChild(node) { visit($0) }
      }
    }
  }

  func visitList(_ list: ListID) {
    if list.raw == 0 { return }
    for node in tree[list] where node.exists { visit(node) }
  }

  /// A member name, of which only a computed one holds references.
  func visitPropertyName(_ name: NodeID) {
    if name.exists, tree.kind(name) == .computedPropertyName { visit(ComputedPropertyName(tree, name).expression) }
  }

  // MARK: Statements

  private func visitBlock(_ id: NodeID, _ statements: NodeList) {
    guard statements.contains(where: declaresInBlock) else {
      for statement in statements { visit(statement) }
      return
    }
    let limit = clauseEnd
    clauseEnd = .max
    withScope(.block, id) {
      hoist(statements)
      for statement in statements { visit(statement) }
    }
    clauseEnd = limit
  }

  private func declaresInBlock(_ statement: NodeID) -> Bool {
    switch tree.kind(statement) {
    case .variableStatement: return VariableStatement(tree, statement).keyword != .var
    case .functionDeclaration, .classDeclaration, .enumDeclaration, .interfaceDeclaration, .typeAliasDeclaration,
      .moduleDeclaration, .importEqualsDeclaration, .labeledStatement:
      return true
    default: return false
    }
  }

  func visitVariable(_ declaration: NodeID) {
    let view = VariableDeclaration(tree, declaration)
    checkVisible(view.target)
    visitBindingTarget(view.target)
    if view.type.exists { visit(view.type) }
    guard view.initializer.exists else { return }
    if tree.kind(view.target) == .identifier {
      let word = nodeSymbolWords[Int(view.target.raw)]
      if word != 0, isEntity[Int(word - 1)] { directEntity = SymbolID(word - 1) }
    }
    visit(view.initializer)
    directEntity = nil
  }

  /// Reports a `var` that has to be hoisted past a lexical declaration of its name.
  private func checkVisible(_ target: NodeID) {
    guard target.exists, tree.kind(target) == .identifier else { return }
    let own = nodeSymbolWords[Int(target.raw)]
    let visible = values[Int(Identifier(tree, target).name.raw)]
    guard own != 0, visible != own, visible != 0, symbols[Int(own - 1)].kind == .var else { return }
    switch symbols[Int(visible - 1)].kind {
    case .let, .const, .class, .function: report(.cannotRedeclare, [text(symbols[Int(own - 1)].name)], at: target)
    default: break
    }
  }

  /// The computed names and defaults inside a declared pattern.
  private func visitBindingTarget(_ target: NodeID) {
    guard target.exists, tree.kind(target) == .arrayPattern || tree.kind(target) == .objectPattern else { return }
    let outer = patternEnd
    patternEnd = max(patternEnd, tree[target].end)
    defer { patternEnd = outer }
    for element in tree[ListID(tree[target].a)] where tree.kind(element) == .bindingElement {
      let view = BindingElement(tree, element)
      visitPropertyName(view.propertyName)
      visitBindingTarget(view.target)
      if view.initializer.exists { visit(view.initializer) }
    }
  }

  private func visitLoop(_ id: NodeID, _ node: Node) {
    let head = NodeID(node.a)
    let declares = head.exists && tree.kind(head) == .variableStatement && VariableStatement(tree, head).keyword != .var
    func parts() {
      if node.kind == .forStatement {
        for part in [node.a, node.b, node.c, node.d] where part != 0 { visit(NodeID(part)) }
        return
      }
      if tree.kind(head) == .variableStatement { visit(head) } else { visitAssignmentTarget(head) }
      visit(NodeID(node.b))
      visit(NodeID(node.c))
    }
    guard declares else { return parts() }
    let limit = clauseEnd
    clauseEnd = .max
    withScope(.loop, id) {
      let view = VariableStatement(tree, head)
      for declaration in tree[view.declarations] {
        // The iterated expression is evaluated while the variable is still uninitialised.
        let from = node.kind == .forStatement ? tree[declaration].end : tree[NodeID(node.b)].end
        declareTargets(
          VariableDeclaration(tree, declaration).target, declaration, view.keyword == .let ? .let : .const, [], from: from)
      }
      parts()
    }
    clauseEnd = limit
  }

  /// The code of a direct `eval` has variables of its own, as all code is strict (ECMA-262 19.2.1.3).
  private func visitEval(_ id: NodeID, _ node: Node) {
    let limit = clauseEnd
    clauseEnd = .max
    withScope(.block, id) { visitBody(tree[ListID(node.a)]) }
    clauseEnd = limit
  }

  /// Code of the global scope sees none of the names around.
  private func visitGlobalCode(_ id: NodeID, _ node: Node) {
    let visible = values
    for index in values.indices where values[index] != 0 && !isVisibleGlobally(values[index]) { values[index] = 0 }
    visitEval(id, node)
    values = visible
  }

  private func visitSwitch(_ id: NodeID, _ node: Node) {
    let view = SwitchStatement(node: node)
    visit(view.discriminant)
    let clauses = tree[view.clauses]
    let limit = clauseEnd
    withScope(.block, id) {
      for clause in clauses {
        clauseEnd = tree[clause].end
        hoist(tree[CaseClause(tree, clause).statements])
      }
      clauseEnd = .max
      for clause in clauses {
        let view = CaseClause(tree, clause)
        if view.test.exists { visit(view.test) }
        for statement in tree[view.statements] { visit(statement) }
      }
    }
    clauseEnd = limit
  }

  private func visitCatch(_ id: NodeID, _ node: Node) {
    let view = CatchClause(node: node)
    let limit = clauseEnd
    clauseEnd = .max
    withScope(.catchClause, id) {
      if view.binding.exists {
        let declaration = tree.kind(view.binding) == .identifier ? id : view.binding
        declareTargets(view.binding, declaration, .catchParameter, [], from: 0)
        visitBindingTarget(view.binding)
        if view.type.exists { visit(view.type) }
      }
      let parameters = scopes[Int(scope.raw)].symbols
      visitBlock(view.block, tree[Block(tree, view.block).statements])
      checkCatchNames(parameters, view.block)
    }
    clauseEnd = limit
  }

  /// Reports what a `catch` block declares again of its parameter (ECMA-262 14.15.1).
  private func checkCatchNames(_ parameters: [Name: SymbolID], _ block: NodeID) {
    let word = nodeScopeWords[Int(block.raw)]
    guard word != 0 else { return }
    for name in parameters.keys.sorted(by: { $0.raw < $1.raw }) {
      guard let symbol = scopes[Int(word - 1)].symbols[name], symbols[Int(symbol.raw)].kind != .var else { continue }
      report(.cannotRedeclare, [text(name)], at: nameNodeOf(symbols[Int(symbol.raw)].declaration))
    }
  }

  // MARK: Functions

  private func visitFunction(_ id: NodeID, _ node: Node, entity: SymbolID?) {
    functionCount += 1
    var signature = NodeID.none
    var body = NodeID.none
    switch node.kind {
    case .arrowFunction, .constructorDeclaration: (signature, body) = (NodeID(node.a), NodeID(node.b))
    default: (signature, body) = (NodeID(node.b), NodeID(node.c))
    }
    if node.kind == .methodDeclaration || node.kind == .getAccessor || node.kind == .setAccessor {
      visitList(ListID(node.d))
    }
    functions.append(FunctionContext(node: id, entity: entity, position: node.start))
    let limit = clauseEnd
    clauseEnd = .max
    withScope(.function, id) {
      if node.kind == .functionExpression, node.a != 0 {
        declare(Identifier(tree, NodeID(node.a)).name, .selfName, declaration: id, nameNode: NodeID(node.a))
      }
      let separate = visitSignature(signature)
      guard body.exists else { return }
      guard tree.kind(body) == .block else { return visit(body) }
      let statements = tree[Block(tree, body).statements]
      if separate {
        withScope(.block, body) { visitBody(statements) }
      } else {
        visitBody(statements)
      }
    }
    clauseEnd = limit
    functions.removeLast()
  }

  private func visitBody(_ statements: NodeList) {
    hoistVariables(statements)
    hoist(statements)
    for statement in statements { visit(statement) }
  }

  /// Declares type parameters and parameters; returns whether a parameter initializer holds a function, so that the
  /// body needs a scope of its own.
  @discardableResult
  private func visitSignature(_ signature: NodeID) -> Bool {
    guard signature.exists else { return false }
    let view = Signature(tree, signature)
    declareTypeParameters(view.typeParameters)
    let parameters = tree[view.parameters]
    for parameter in parameters {
      let target = Parameter(tree, parameter).target
      declareParameter(target, parameter)
    }
    let before = functionCount
    var hasInitializer = false
    for parameter in parameters {
      let item = Parameter(tree, parameter)
      visitList(item.decorators)
      visitBindingTarget(item.target)
      if item.initializer.exists { visit(item.initializer) }
      hasInitializer = hasInitializer || functionCount != before
    }
    for parameter in parameters {
      let type = Parameter(tree, parameter).type
      if type.exists { visit(type) }
    }
    if view.returnType.exists { visit(view.returnType) }
    return hasInitializer
  }

  private func declareParameter(_ target: NodeID, _ parameter: NodeID) {
    // Within the parameter list a parameter may be read too early by the initializers before it.
    declareTargets(target, parameter, .parameter, [], from: tree[parameter].end)
  }

  func declareTypeParameters(_ list: ListID) {
    if list.raw == 0 { return }
    for parameter in tree[list] {
      let view = TypeParameter(tree, parameter)
      declareType(Identifier(tree, view.name).name, declaration: parameter, nameNode: view.name)
    }
    for parameter in tree[list] {
      let view = TypeParameter(tree, parameter)
      if view.constraint.exists { visit(view.constraint) }
      if view.defaultType.exists { visit(view.defaultType) }
    }
  }

  // MARK: Classes

  private func visitClass(_ id: NodeID, _ node: Node, entity: SymbolID?) {
    // Both kinds of class have the same operands.
    let view = ClassDeclaration(node: node)
    if view.heritage.exists { visitList(ClassHeritage(tree, view.heritage).decorators) }
    let ambient = node.flags.contains(.declare)
    if ambient { ambientDepth += 1 }
    withScope(.class, id) {
      var owner = entity
      if node.kind == .classExpression, view.name.exists {
        let own = declare(Identifier(tree, view.name).name, .selfName, .hasTypeMeaning, declaration: id, nameNode: view.name)
        if owner == nil { owner = own }
      }
      declareTypeParameters(view.typeParameters)
      if view.heritage.exists {
        let heritage = ClassHeritage(tree, view.heritage)
        classHeads.append(id)
        if heritage.superclass.exists { visit(heritage.superclass) }
        classHeads.removeLast()
        visitList(heritage.superclassTypeArguments)
        visitList(heritage.implements)
      }
      for member in tree[view.members] {
        visitMemberName(member, class: id)
        visitMember(member, class: id, owner: owner, entity: entity)
      }
    }
    if ambient { ambientDepth -= 1 }
  }

  /// Computed names are evaluated before the class has its value.
  private func visitMemberName(_ member: NodeID, class classNode: NodeID) {
    switch tree.kind(member) {
    case .propertyDeclaration, .methodDeclaration, .getAccessor, .setAccessor:
      classHeads.append(classNode)
      visitPropertyName(NodeID(tree[member].a))
      classHeads.removeLast()
    default: break
    }
  }

  private func visitMember(_ member: NodeID, class classNode: NodeID, owner: SymbolID?, entity: SymbolID?) {
    let node = tree[member]
    switch node.kind {
    case .propertyDeclaration:
      let view = PropertyDeclaration(node: node)
      visitList(view.decorators)
      if view.type.exists { visit(view.type) }
      guard view.initializer.exists else { return }
      let isStatic = node.flags.contains(.static)
      functionCount += 1
      functions.append(
        FunctionContext(
          node: classNode, entity: isStatic ? nil : entity, position: node.start, staticOf: isStatic ? owner : nil))
      visit(view.initializer)
      functions.removeLast()
    case .classStaticBlock:
      functionCount += 1
      functions.append(FunctionContext(node: member, entity: nil, position: node.start, staticOf: owner))
      let statements = tree[Block(tree, ClassStaticBlock(node: node).body).statements]
      withScope(.function, member) { visitBody(statements) }
      functions.removeLast()
    case .methodDeclaration, .getAccessor, .setAccessor, .constructorDeclaration: visitFunction(member, node, entity: entity)
    default: visit(member)
    }
  }

  // MARK: Enums and namespaces

  private func visitEnum(_ id: NodeID, _ node: Node) {
    let word = nodeSymbolWords[Int(id.raw)]
    guard word != 0 else { return }
    let owner = SymbolID(word - 1)
    let ambient = node.flags.contains(.declare)
    if ambient { ambientDepth += 1 }
    withScope(.namespace, id) {
      for (name, member) in namespaceMembers[owner] ?? [:] { show(member, name, asValue: true, asType: false) }
      for member in tree[EnumDeclaration(node: node).members] {
        let view = EnumMember(tree, member)
        switch tree.kind(view.name) {
        case .identifier, .stringLiteral:
          let name = Name(tree[view.name].a)
          let symbol = declare(name, .const, [.exported, .hasTypeMeaning], declaration: member, nameNode: view.name)
          namespaceMembers[owner, default: [:]][name] = symbol
        default: break
        }
        if view.initializer.exists { visit(view.initializer) }
      }
    }
    if ambient { ambientDepth -= 1 }
  }

  private func visitNamespace(_ id: NodeID, _ node: Node) {
    let view = ModuleDeclaration(node: node)
    guard view.body.exists else { return }
    let ambient = node.flags.contains(.declare)
    if ambient { ambientDepth += 1 }
    defer { if ambient { ambientDepth -= 1 } }
    let word = nodeSymbolWords[Int(id.raw)]
    let limit = clauseEnd
    clauseEnd = .max
    withScope(.namespace, id) {
      if word != 0 {
        // What other declarations of the same namespace export is visible here.
        for (name, member) in namespaceMembers[SymbolID(word - 1)] ?? [:] {
          show(member, name, asValue: true, asType: symbols[Int(member.raw)].flags.contains(.hasTypeMeaning))
        }
        for (name, member) in namespaceTypes[SymbolID(word - 1)] ?? [:] { show(member, name, asValue: false, asType: true) }
      }
      if tree.kind(view.body) == .moduleDeclaration {
        var inner = tree[view.body]
        inner.flags.insert(.export)
        hoistNamespace(view.body, inner, .exported)
        visitNamespace(view.body, inner)
      } else if word != 0 {
        let statements = tree[ModuleBlock(tree, view.body).statements]
        hoist(statements)
        hoistVariables(statements)
        for statement in statements { visit(statement) }
      }
    }
    clauseEnd = limit
  }

  // MARK: Types

  private func visitType(_ id: NodeID, _ node: Node) {
    switch node.kind {
    case .typeReference:
      let view = TypeReference(node: node)
      visitTypeName(view.typeName)
      visitList(view.typeArguments)
    case .typeQuery:
      let view = TypeQuery(node: node)
      visitEntityName(view.expressionName)
      visitList(view.typeArguments)
    case .typePredicate:
      let view = TypePredicate(node: node)
      if view.parameterName.exists, tree.kind(view.parameterName) == .identifier { visitEntityName(view.parameterName) }
      if view.type.exists { visit(view.type) }
    case .interfaceDeclaration:
      let view = InterfaceDeclaration(node: node)
      withTypeParameters(id, view.typeParameters) {
        visitList(view.extends)
        visitList(view.members)
      }
    case .typeAliasDeclaration:
      let view = TypeAliasDeclaration(node: node)
      withTypeParameters(id, view.typeParameters) { visit(view.type) }
    case .functionType, .constructorType, .callSignature, .constructSignature:
      visitTypeSignature(id, NodeID(node.a))
    case .methodSignature:
      visitPropertyName(NodeID(node.a))
      visitTypeSignature(id, NodeID(node.b))
    case .propertySignature:
      visitPropertyName(NodeID(node.a))
      if node.b != 0 { visit(NodeID(node.b)) }
    case .indexSignature:
      let view = IndexSignature(node: node)
      let parameter = Parameter(tree, view.parameter)
      if parameter.type.exists { visit(parameter.type) }
      if view.type.exists { visit(view.type) }
    case .conditionalType:
      let view = ConditionalType(node: node)
      visit(view.check)
      withScope(.type, id) {
        visit(view.extends)
        visit(view.whenTrue)
      }
      visit(view.whenFalse)
    case .inferType:
      // Declared where the walk stands: in the scope of the conditional type.
      let parameter = InferType(node: node).typeParameter
      let view = TypeParameter(tree, parameter)
      let name = Identifier(tree, view.name).name
      if scopes[Int(scope.raw)].kind == .type, let old = scopes[Int(scope.raw)].types[name] {
        nodeSymbolWords[Int(view.name.raw)] = old.raw + 1
        nodeSymbolWords[Int(parameter.raw)] = old.raw + 1
      } else {
        declareType(name, declaration: parameter, nameNode: view.name)
      }
      if view.constraint.exists { visit(view.constraint) }
    case .mappedType:
      let view = MappedType(node: node)
      withScope(.type, id) {
        let parameter = TypeParameter(tree, view.typeParameter)
        if parameter.constraint.exists { visit(parameter.constraint) }
        declareType(Identifier(tree, parameter.name).name, declaration: view.typeParameter, nameNode: parameter.name)
        if view.nameType.exists { visit(view.nameType) }
        if view.type.exists { visit(view.type) }
      }
    case .namedTupleMember: visit(NamedTupleMember(node: node).type)
    case .importType: visitList(ImportType(node: node).typeArguments)
    default: tree.forEachChild(node) { visit($0) }
    }
  }

  private func withTypeParameters(_ id: NodeID, _ parameters: ListID, _ body: () -> Void) {
    guard tree[parameters].count > 0 else { return body() }
    withScope(.type, id) {
      declareTypeParameters(parameters)
      body()
    }
  }

  private func visitTypeSignature(_ id: NodeID, _ signature: NodeID) {
    withScope(.type, id) {
      ambientDepth += 1
      visitSignature(signature)
      ambientDepth -= 1
    }
  }
}
