import PIR
import Semantics
import Syntax

/// Functions: parameters, bodies, and the objects made of them.
extension FunctionLowering {
  /// The function object of a function-like node, lowered here and now.
  ///
  /// - Parameter selfSymbol: a constant that holds this very object, which the body can take from `callee`.
  func closure(
    of node: NodeID, name: Name, selfSymbol: SymbolID? = nil, role: FunctionRole? = nil, home: HomeObject? = nil,
    pathName: String? = nil
  ) -> ValueID {
    position(node)
    var role = role ?? .function
    if tree.kind(node) == .arrowFunction { role = .arrow }
    let label = pathName ?? (name == .empty ? "f\(nextAnonymous())" : context.text(name))
    let id = context.declareFunction(node, file: file, path: "\(path).\(label)", displayName: name, role: role)
    let inner = FunctionLowering(context, file: file, parent: self, role: role, id: id)
    inner.home = home
    inner.scopes = scopes
    if let selfSymbol, !program[selfSymbol].flags.contains(.assigned) { inner.storage[.symbol(selfSymbol)] = .callee }
    inner.lowerFunction(node)
    inner.finish()
    return makeClosure(id, capturing: inner.captures)
  }

  func makeClosure(_ id: FunctionID, capturing keys: [VariableKey]) -> ValueID {
    context.module[id].escapes = true
    let operands = keys.map { captureOperand($0) }
    return emit(.closureNew, operands, payload: .function(id), result: .function)
  }

  private func nextAnonymous() -> String {
    anonymousCount += 1
    return "$\(anonymousCount)"
  }

  // MARK: Bodies

  /// Lowers parameters and body of a function-like node into this function.
  func lowerFunction(_ node: NodeID) {
    position(node)
    if builder.function.kind == .async { suspendAtStart() }
    if let scope = program.scope(of: node, in: file) {
      scopes.append(scope)
      for symbol in program[scope].symbols.values where program[symbol].kind == .selfName {
        storage[.symbol(symbol)] = .callee
      }
      for symbol in sortedSymbols(scope) { declare(symbol) }
    }
    bindSpecialParameters()
    bindSloppyThis(node)
    prepareThis(node)
    let signature = context.signature(of: node, tree)
    if signature.exists { bindParameters(Signature(tree, signature).parameters) }
    if builder.function.kind.isGenerator { suspendAtStart() }
    lowerFunctionBody(node)
  }

  /// Makes `this`, new.target, `arguments` and the active function known.
  func bindSpecialParameters() {
    guard role != .arrow else { return }
    storage[.activeFunction] = .callee
    if role == .baseConstructor || role == .derivedConstructor || role == .function || role == .method {
      storage[.newTarget] = .undefined
      storage[.this] = .undefined
    }
    for parameter in builder.function.parameters {
      switch parameter.kind {
      case .this: storage[.this] = .value(parameter.value)
      case .newTarget: storage[.newTarget] = .value(parameter.value)
      case .arguments: storage[.arguments] = .value(parameter.value)
      case .positional, .rest, .argumentCount: break
      }
    }
  }

  /// Binds the formal parameters from left to right, with their defaults and patterns.
  private func bindParameters(_ list: ListID) {
    let formals = context.formalParameters(list, tree)
    let values = builder.function.parameters.compactMap { parameter -> ValueID? in
      switch parameter.kind {
      case .positional, .rest: return parameter.value
      default: return nil
      }
    }
    for (formal, value) in zip(formals, values) {
      let view = PIRParameterView(tree, formal)
      position(formal)
      bindTarget(view.target, withDefault(value, view.initializer, nameFrom: view.target), mode: .initialize, source: NodeID.none)
    }
  }

  private func lowerFunctionBody(_ node: NodeID) {
    let body = bodyNode(node)
    guard body.exists else { return }
    if tree.kind(body) == .block {
      if let scope = program.scope(of: body, in: file) { enterBodyScope(scope, of: node) }
      hoistFunctions(Block(tree, body).statements)
      startConstructor(node)
      for statement in tree[Block(tree, body).statements] { self.statement(statement) }
    } else {
      let value = expression(body)
      builder.position = tree[body].end
      emitReturn(value)
    }
  }

  /// A body with a scope of its own copies parameters into `var`s of the same name (ECMA-262 10.2.11 step 28).
  private func enterBodyScope(_ scope: ScopeID, of node: NodeID) {
    enterScope(scope)
    guard let outer = program.scope(of: node, in: file), outer != scope else { return }
    for symbol in sortedSymbols(scope) where program[symbol].kind == .var {
      if let parameter = program[outer].symbols[program[symbol].name] {
        write(.symbol(symbol), read(.symbol(parameter)))
      }
    }
  }

  func bodyNode(_ node: NodeID) -> NodeID {
    switch tree.kind(node) {
    case .functionDeclaration, .functionExpression, .methodDeclaration, .getAccessor, .setAccessor:
      return NodeID(tree[node].c)
    case .arrowFunction, .constructorDeclaration: return NodeID(tree[node].b)
    default: return .none
    }
  }

  // MARK: Returning

  /// Ends a function whose end is reached.
  func fallOffEnd() {
    switch role {
    case .baseConstructor: builder.emit(.return, [read(.this)])
    case .derivedConstructor: builder.emit(.return, [thisValue()])
    default:
      if builder.function.result == .void { builder.emit(.return) } else { builder.emit(.return, [undefined()]) }
    }
  }

  /// Returns `value` to the caller, past no frames (ECMA-262 10.2.1.4 and 10.2.2 for constructors).
  func emitReturn(_ value: ValueID) {
    switch role {
    case .baseConstructor, .derivedConstructor: emitConstructorReturn(box(value))
    default:
      if builder.function.result == .void { builder.emit(.return) } else { builder.emit(.return, [box(value)]) }
    }
  }

  private func emitConstructorReturn(_ value: ValueID) {
    let object = builder.newBlock()
    let other = builder.newBlock()
    branch(emit(.isType, [value], payload: .test(.object)), object, other)
    builder.move(to: object)
    builder.emit(.return, [value])
    builder.move(to: other)
    if role == .derivedConstructor {
      let wrong = builder.newBlock()
      let fine = builder.newBlock()
      branch(isUndefined(value), fine, wrong)
      builder.move(to: wrong)
      emit(
        .throwError, [string("Derived constructors may only return object or undefined")], payload: .error(.typeError))
      builder.emit(.unreachable)
      builder.move(to: fine)
      builder.emit(.return, [thisValue()])
    } else {
      builder.emit(.return, [read(.this)])
    }
  }
}
