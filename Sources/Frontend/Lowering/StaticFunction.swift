import PIR
import Semantics
import Syntax

/// A module-level function whose code is known wherever its name is called.
struct StaticFunction {
  let symbol: SymbolID
  /// The function declaration, function expression or arrow.
  let node: NodeID
  let file: FileID
  let id: FunctionID
  /// How the function takes its arguments, in the order of its parameters in PIR.
  let parameters: [ParameterKind]
  /// A `function` declaration: initialised before any code runs.
  let isHoisted: Bool
}

extension ProgramLowering {
  /// The function that `symbol` names for sure: a module-level declaration, or a constant initialised with a function.
  func staticFunction(_ symbol: SymbolID) -> StaticFunction? {
    if let known = staticFunctions[symbol] { return known }
    let found = findStaticFunction(symbol)
    staticFunctions[symbol] = .some(found)
    if let found {
      if found.isHoisted { hoistedFunctions.append(found) }
      lowerLater(found, in: nil)
    }
    return found
  }

  /// Makes a function inside a function callable by name, which takes nothing from around it.
  func registerNestedFunction(_ symbol: SymbolID, _ node: NodeID, path: String, in classContext: ClassContext?) {
    guard staticFunctions[symbol] == nil else { return }
    let info = program[symbol]
    let id = declareFunction(
      node, file: info.file, path: "\(path).\(text(info.name))", displayName: info.name, role: role(of: node, info.file))
    let function = StaticFunction(
      symbol: symbol, node: node, file: info.file, id: id, parameters: module[id].parameters.map(\.kind),
      isHoisted: info.kind == .function)
    staticFunctions[symbol] = .some(function)
    lowerLater(function, in: classContext)
  }

  private func role(of node: NodeID, _ file: FileID) -> FunctionRole {
    program.graph[file].tree.kind(node) == .arrowFunction ? .arrow : .function
  }

  private func lowerLater(_ function: StaticFunction, in classContext: ClassContext?) {
    pending.append { [self] in
      let body = FunctionLowering(
        self, file: function.file, parent: nil, role: role(of: function.node, function.file), id: function.id)
      body.classContext = classContext
      body.lowerFunction(function.node)
      body.finish()
    }
  }

  private func findStaticFunction(_ symbol: SymbolID) -> StaticFunction? {
    let info = program[symbol]
    guard isGlobal(symbol), info.flags.isDisjoint(with: [.assigned, .ambient]) else { return nil }
    let tree = program.graph[info.file].tree
    var node = info.declaration
    switch info.kind {
    case .function:
      // The declaration with a body; overloads have none.
      guard let body = info.declarations.first(where: {
        tree.kind($0) == .functionDeclaration && FunctionDeclaration(tree, $0).body.exists
      }) else { return nil }
      node = body
    case .const:
      guard let initializer = constantInitializer(node, tree) else { return nil }
      node = tree.withoutWrappers(initializer)
      guard tree.kind(node) == .arrowFunction || tree.kind(node) == .functionExpression else { return nil }
      if tree.kind(node) == .functionExpression {
        // A function that sees its own object or its arguments as they came is called through its object.
        if FunctionExpression(tree, node).name.exists { return nil }
        if FunctionFacts(tree, node, arguments: names.arguments).usesArguments { return nil }
      }
    default: return nil
    }
    let isDefault = info.name == names.default
    // Assigning a function to a member gives it no name.
    let displayName = tree.kind(info.declaration) == .assignmentExpression ? Name.empty : info.name
    let path = "\(modulePrefixes[Int(info.file.raw)]).\(isDefault ? "default" : text(info.name))"
    let id = declareFunction(node, file: info.file, path: path, displayName: displayName, role: role(of: node, info.file))
    return StaticFunction(
      symbol: symbol, node: node, file: info.file, id: id, parameters: module[id].parameters.map(\.kind),
      isHoisted: info.kind == .function)
  }

  /// The value of a constant that is declared, or that is an export of a CommonJS file.
  private func constantInitializer(_ declaration: NodeID, _ tree: SyntaxTree) -> NodeID? {
    switch tree.kind(declaration) {
    case .variableDeclaration:
      let view = VariableDeclaration(tree, declaration)
      return view.initializer.exists && tree.kind(view.target) == .identifier ? view.initializer : nil
    case .assignmentExpression: return AssignmentExpression(tree, declaration).value
    case .propertyAssignment: return PropertyAssignment(tree, declaration).value
    default: return nil
    }
  }

  /// Declares the function-like `node` with its parameters; its body comes later.
  func declareFunction(
    _ node: NodeID, file: FileID, path: String, displayName: Name, role: FunctionRole
  ) -> FunctionID {
    let tree = program.graph[file].tree
    var kind: FunctionKind
    switch role {
    case .moduleBody: kind = .internal_
    case .function: kind = .normal
    case .arrow: kind = .arrow
    case .method: kind = .method
    case .baseConstructor: kind = .baseConstructor
    case .derivedConstructor: kind = .derivedConstructor
    }
    if node.exists, role != .baseConstructor, role != .derivedConstructor {
      switch (tree.flags(node).contains(.async), tree.flags(node).contains(.generator)) {
      case (true, true): kind = .asyncGenerator
      case (true, false): kind = .async
      case (false, true): kind = .generator
      case (false, false): break
      }
    }
    let signature = signature(of: node, tree)
    let formals = signature.exists ? formalParameters(Signature(tree, signature).parameters, tree) : []
    let expected = formals.firstIndex {
      tree.flags($0).contains(.rest) || PIRParameterView(tree, $0).initializer.exists
    } ?? formals.count
    var function = PIRFunction(
      name: uniqueFunctionName(path), displayName: displayName, length: expected, kind: kind, result: .boxed, file: file)
    function.span = tree.span(node)
    function.source = sourceText(of: node, file)
    var builder = FunctionBuilder(function)
    let facts = FunctionFacts(tree, node, arguments: names.arguments, argumentCount: names.argumentCount)
    switch role {
    case .baseConstructor, .derivedConstructor: _ = builder.addParameter(.newTarget, .boxed)
    case .arrow, .moduleBody: break
    case .function, .method:
      if facts.usesThis { _ = builder.addParameter(.this, .boxed) }
      if facts.usesNewTarget { _ = builder.addParameter(.newTarget, .boxed) }
    }
    for (index, formal) in formals.enumerated() {
      let kind: ParameterKind = tree.flags(formal).contains(.rest) ? .rest(index) : .positional(index)
      _ = builder.addParameter(kind, .boxed, hint: annotatedRepresentation(of: formal, tree))
    }
    if facts.usesArgumentCount && role == .function { _ = builder.addParameter(.argumentCount, .f64) }
    if facts.usesArguments && role != .arrow && role != .moduleBody { _ = builder.addParameter(.arguments, .boxed) }
    return module.addFunction(builder.function)
  }

  /// The representation that a parameter's annotation suggests: of required parameters of a primitive type.
  private func annotatedRepresentation(of formal: NodeID, _ tree: SyntaxTree) -> Representation? {
    let view = PIRParameterView(tree, formal)
    guard tree.flags(formal).isDisjoint(with: [.rest, .optional]), !view.initializer.exists, view.type.exists,
      tree.kind(view.type) == .keywordType
    else { return nil }
    switch KeywordType(tree, view.type).keyword {
    case .number: return .f64
    case .string: return .string
    case .boolean: return .i1
    default: return nil
    }
  }

  /// The signature of a function-like node.
  func signature(of node: NodeID, _ tree: SyntaxTree) -> NodeID {
    switch tree.kind(node) {
    case .functionDeclaration, .functionExpression, .methodDeclaration, .getAccessor, .setAccessor:
      return NodeID(tree[node].b)
    case .arrowFunction, .constructorDeclaration: return NodeID(tree[node].a)
    default: return .none
    }
  }

  /// The parameters without the `this` of TypeScript.
  func formalParameters(_ list: ListID, _ tree: SyntaxTree) -> [NodeID] {
    tree[list].filter { parameter in
      let target = PIRParameterView(tree, parameter).target
      return !(tree.kind(target) == .identifier && Identifier(tree, target).name == names.this)
    }
  }
}

/// The syntax view of parameters; PIR has a type of the same name.
typealias PIRParameterView = Syntax.Parameter
