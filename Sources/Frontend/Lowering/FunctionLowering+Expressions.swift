import PIR
import Semantics
import Syntax

/// The dispatch over expressions, and the simple ones.
extension FunctionLowering {
  /// The value of an expression in whatever representation it has locally.
  func expression(_ node: NodeID) -> ValueID {
    switch tree.kind(node) {
    case .identifier: return identifier(node)
    case .numericLiteral: return number(tree[NumericLiteral(tree, node).number])
    case .bigIntLiteral:
      return emit(.constBigInt, payload: .name(BigIntLiteral(tree, node).digits))
    case .stringLiteral: return string(StringLiteral(tree, node).value)
    case .templateExpression: return template(node)
    case .taggedTemplate: return taggedTemplate(node)
    case .regularExpressionLiteral:
      let literal = RegularExpressionLiteral(tree, node)
      position(node)
      return emit(.regexpNew, payload: builder.names([literal.pattern, literal.regexpFlags]))
    case .nullLiteral: return emit(.null)
    case .trueLiteral: return truth(true)
    case .falseLiteral: return truth(false)
    case .thisExpression:
      position(node)
      return thisValue()
    case .arrayLiteral: return arrayLiteral(node)
    case .objectLiteral: return objectLiteral(node)
    case .functionExpression, .arrowFunction, .classExpression: return named(node, .empty)
    case .binaryExpression: return binary(node)
    case .assignmentExpression: return assignment(node)
    case .prefixUnaryExpression: return unary(node)
    case .updateExpression: return update(node)
    case .conditionalExpression: return conditional(node)
    case .callExpression: return call(node)
    case .newExpression: return new(node)
    case .propertyAccess, .elementAccess: return access(node)
    case .optionalChain: return optionalChain(node)
    case .parenthesizedExpression, .asExpression, .satisfiesExpression, .nonNullExpression, .instantiationExpression:
      return expression(NodeID(tree[node].a))
    case .typeAssertion: return expression(TypeAssertion(tree, node).expression)
    case .sequenceExpression:
      let list = tree[SequenceExpression(tree, node).expressions]
      for item in list.dropLast() { effect(item) }
      return expression(list[list.count - 1])
    case .newTarget: return read(.newTarget)
    case .privateIn: return privateIn(node)
    case .importMeta: return importMeta(node)
    case .importCall: return importCall(node)
    case .evalCall: return evalCall(node)
    case .globalCode: return globalCode(node)
    case .yieldExpression:
      return yieldExpression(node)
    case .awaitExpression:
      return awaitExpression(node)
    case .missing, .omittedExpression: return undefined()
    default:
      return unsupported("This expression", instead: "write it differently", node)
    }
  }

  /// The value of an expression, boxed.
  func boxed(_ node: NodeID) -> ValueID { box(expression(node)) }

  /// Evaluates an expression whose value nobody wants.
  func effect(_ node: NodeID) {
    let inner = tree.withoutWrappers(node)
    switch tree.kind(inner) {
    case .updateExpression: updateForEffect(inner)
    case .assignmentExpression where AssignmentExpression(tree, inner).operator == .assign:
      let view = AssignmentExpression(tree, inner)
      if !bindLiteral(tree.withoutWrappers(view.target), view.value, mode: .assign) { _ = expression(inner) }
    case .binaryExpression where isLogical(inner):
      let done = builder.newBlock()
      logicalEffect(inner, done)
      builder.move(to: done)
    default: _ = expression(inner)
    }
  }

  /// An expression that names an anonymous function or class in it (ECMA-262 8.4.5).
  ///
  /// - Parameter key: where the name is only known at run time.
  func named(_ node: NodeID, _ name: Name, key: PropertyKey? = nil, selfSymbol: SymbolID? = nil) -> ValueID {
    switch tree.kind(node) {
    case .functionExpression:
      let own = FunctionExpression(tree, node).name
      let function = closure(of: node, name: own.exists ? Identifier(tree, own).name : name, selfSymbol: selfSymbol)
      if let key { nameFunction(function, key) }
      return function
    case .arrowFunction:
      let function = closure(of: node, name: name, selfSymbol: selfSymbol)
      if let key { nameFunction(function, key) }
      return function
    case .classExpression: return classValue(node, name: name, key: key)
    case .parenthesizedExpression, .asExpression, .satisfiesExpression, .nonNullExpression:
      return named(NodeID(tree[node].a), name, key: key, selfSymbol: selfSymbol)
    default: return expression(node)
    }
  }

  /// Whether an expression is a function or class without a name of its own.
  func isAnonymousFunction(_ node: NodeID) -> Bool {
    let inner = tree.withoutWrappers(node)
    switch tree.kind(inner) {
    case .arrowFunction: return true
    case .functionExpression: return !FunctionExpression(tree, inner).name.exists
    case .classExpression: return !ClassExpression(tree, inner).name.exists
    default: return false
    }
  }

  // MARK: Identifiers

  private func identifier(_ node: NodeID) -> ValueID {
    position(node)
    guard let symbol = program.symbol(of: node, in: file), !program[symbol].flags.contains(.ambient) else {
      return unresolved(node, Identifier(tree, node).name)
    }
    return symbolValue(symbol, node)
  }

  /// The value that a declared name has here.
  func symbolValue(_ symbol: SymbolID, _ node: NodeID) -> ValueID {
    if program[symbol].kind == .importBinding { return importValue(symbol, node) }
    if isNamespaceMember(symbol) { return readNamespaceMember(symbol) }
    if let function = context.staticFunction(symbol), !needsInitCheck(symbol) || function.isHoisted {
      return read(.symbol(symbol))
    }
    return readVariable(symbol)
  }

  private func importValue(_ symbol: SymbolID, _ node: NodeID) -> ValueID {
    switch program.imports[symbol] {
    case .symbol(let target)?: return exportedValue(target)
    case .namespace(let file)?: return moduleNamespace(file)
    case .defaultExpression(let file)?: return defaultExportValue(file)
    case .intrinsic(let name)?:
      return unsupported("The intrinsic '\(context.text(name))' as a value", instead: "call it directly", node)
    case nil: return importAlias(symbol, node)
    }
  }

  /// A name that no declaration of the program explains.
  func unresolved(_ node: NodeID, _ name: Name) -> ValueID {
    if name == names.arguments { return argumentsObject(node) }
    guard let meaning = globalMeaning(name) else {
      guard let exists = globalExists(name) else {
        throwError(.referenceError, "\(context.text(name)) is not defined")
        return undefined()
      }
      throwUnlessDefined(name, exists)
      return emit(.propGet, [globalObject()], payload: .name(name))
    }
    context.mention(name)
    switch meaning {
    case .undefined: return undefined()
    case .number(let value): return number(value)
    case .string(let text): return string(context.intern(text))
    case .object(let row): return emit(.builtin, payload: .builtin(context.builtin(row.name, index: row.index)))
    case .property: return emit(.propGet, [globalObject()], payload: .name(name))
    }
  }

  /// What a name means that the program does not declare; nil if it is no built-in.
  func globalMeaning(_ name: Name) -> GlobalMeaning? {
    let meaning = context.builtins.global(context.text(name))
    guard case .object? = meaning, context.uses.changesGlobal(name) else { return meaning }
    return .property
  }

  /// Whether the global object has a property at run time (9.1.1.2.1 HasBinding); nil if the program never gets hold of
  /// that object, so that it cannot have others than the built-in ones.
  func globalExists(_ name: Name) -> ValueID? {
    guard context.uses.usesGlobalObject, program.graph[file].kind != .prelude else { return nil }
    return emit(.jsIn, [box(string(name)), globalObject()])
  }

  /// Throws a ReferenceError unless the global of a name exists.
  func throwUnlessDefined(_ name: Name, _ exists: ValueID) {
    let fails = builder.newBlock()
    let fine = builder.newBlock()
    branch(exists, fine, fails)
    builder.move(to: fails)
    emit(.throwError, [string("\(context.text(name)) is not defined")], payload: .error(.referenceError))
    builder.emit(.unreachable)
    builder.move(to: fine)
  }

  func globalObject() -> ValueID {
    let index = context.builtins.manifest.object("globalThis")?.index ?? 0
    return emit(.builtin, payload: .builtin(context.builtin("globalThis", index: index)))
  }

  private func argumentsObject(_ node: NodeID) -> ValueID {
    var function: FunctionLowering? = self
    while let current = function {
      if current.role != .arrow && current.role != .moduleBody { return read(.arguments) }
      function = current.parent
    }
    throwError(.referenceError, "arguments is not defined")
    return undefined()
  }

  // MARK: Templates

  private func template(_ node: NodeID) -> ValueID {
    let view = TemplateExpression(tree, node)
    let elements = tree[view.elements]
    let expressions = tree[view.expressions]
    var result: ValueID?
    func append(_ value: ValueID) { result = result.map { emit(.stringConcat, [$0, value]) } ?? value }
    for (index, element) in elements.enumerated() {
      let cooked = TemplateElement(tree, element).cooked
      if cooked != .empty || (elements.count == 1) { append(string(cooked)) }
      guard index < expressions.count else { continue }
      let value = expression(expressions[index])
      position(expressions[index])
      if representation(value) == .string { append(value) } else { append(toString(value)) }
    }
    return result ?? string(Name.empty)
  }

  /// ToString, which may call methods of an object.
  func toString(_ value: ValueID) -> ValueID {
    context.mention(names.toString)
    context.mention(names.valueOf)
    return emit(.jsToString, [box(value)])
  }

  private func taggedTemplate(_ node: NodeID) -> ValueID {
    let view = TaggedTemplate(tree, node)
    let (callee, receiver) = calleeAndThis(view.tag)
    var texts: [Name] = []
    let template = TemplateExpression(tree, view.template)
    for element in tree[template.elements] {
      let part = TemplateElement(tree, element)
      // A chunk without cooked value is marked by an impossible raw text in front: see `template.object`.
      texts.append(tree.flags(element).contains(.invalidEscape) ? context.intern([0xFF]) : part.cooked)
      texts.append(part.raw)
    }
    let strings = emit(.templateObject, payload: builder.names(texts))
    let arguments = tree[template.expressions].map { boxed($0) }
    position(node)
    return emit(.callValue, [callee, receiver, strings] + arguments)
  }
}

extension ProgramLowering {
  func intern(_ bytes: [UInt8]) -> Name { program.graph.interner.intern(bytes) }
}
