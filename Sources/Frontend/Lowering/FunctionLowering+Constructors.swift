import PIR
import Semantics
import Syntax

/// Constructors: `this`, fields, `super(…)`.
extension FunctionLowering {
  /// The function object of a class.
  func constructorFunction(_ members: [NodeID], _ definition: ClassContext, name: Name, label: String) -> ValueID {
    let node = members.first { tree.kind($0) == .constructorDeclaration } ?? .none
    let role: FunctionRole = definition.isDerived ? .derivedConstructor : .baseConstructor
    let id = context.declareFunction(node, file: file, path: "\(path).\(label)", displayName: name, role: role)
    context.module[id].span = tree.span(definition.node)
    context.module[id].source = context.sourceText(of: definition.node, file)
    if node.isNone && definition.isDerived { context.addRestParameter(id) }
    let inner = FunctionLowering(context, file: file, parent: self, role: role, id: id)
    inner.home = .prototypeOfActiveFunction
    inner.constructedClass = definition
    inner.scopes = scopes
    inner.builder.position = tree[definition.node].start
    if node.exists { inner.lowerFunction(node) } else { inner.lowerDefaultConstructor() }
    inner.finish()
    return makeClosure(id, capturing: inner.captures)
  }

  /// `constructor() {}` or `constructor(...args) { super(...args); }`, without using the iterator of arrays.
  private func lowerDefaultConstructor() {
    bindSpecialParameters()
    prepareThis(.none)
    guard role == .derivedConstructor, let arguments = builder.function.parameters.last?.value else { return }
    let result = emit(.constructSuperSpread, [read(.activeFunction), read(.newTarget), arguments])
    bindThis(result)
  }

  /// Makes `this` before the parameters are bound.
  func prepareThis(_ node: NodeID) {
    guard let definition = constructedClass else { return }
    switch role {
    case .baseConstructor:
      let count = expectedFields(node, definition)
      let this = emit(.instanceNew, [read(.newTarget)], payload: .integer(Int64(count)))
      storage[.this] = .value(this)
      initializeFields(definition, on: this)
    case .derivedConstructor:
      let sharesThis = node.exists && FunctionFacts(tree, node, arguments: names.arguments).containsArrow
      if sharesThis {
        let slot = builder.addSlot(names.this, .cell)
        store(emit(.cellNew, [emit(.hole)]), slot)
        storage[.this] = .cell(slot)
      } else {
        let slot = builder.addSlot(names.this)
        store(emit(.hole), slot)
        storage[.this] = .slot(slot)
      }
    default: break
    }
  }

  /// How many properties instances will probably have.
  private func expectedFields(_ node: NodeID, _ definition: ClassContext) -> Int {
    var assigned: Set<Name> = []
    if node.exists { collectAssignedMembers(ConstructorDeclaration(tree, node).body, &assigned) }
    for (field, _) in definition.fields {
      if let name = constantPropertyName(PropertyDeclaration(tree, field).name) { assigned.remove(name) }
    }
    for parameter in definition.parameterProperties {
      let target = PIRParameterView(tree, parameter).target
      if tree.kind(target) == .identifier { assigned.remove(Identifier(tree, target).name) }
    }
    return definition.fields.count + definition.parameterProperties.count + definition.privateMethods.count + assigned.count
  }

  /// The names `x` of all `this.x = …` in a constructor.
  private func collectAssignedMembers(_ node: NodeID, _ result: inout Set<Name>) {
    var pending = [node]
    while let next = pending.popLast() {
      if tree.kind(next) == .assignmentExpression {
        let target = tree.withoutWrappers(AssignmentExpression(tree, next).target)
        if tree.kind(target) == .propertyAccess {
          let view = PropertyAccess(tree, target)
          if tree.kind(view.object) == .thisExpression, tree.kind(view.name) == .identifier {
            result.insert(Identifier(tree, view.name).name)
          }
        }
      }
      tree.forEachChild(next) { pending.append($0) }
    }
  }

  // MARK: Fields

  /// InitializeInstanceElements: private methods, then fields in order, parameter properties first.
  private func initializeFields(_ definition: ClassContext, on this: ValueID) {
    let outer = classContext
    classContext = definition
    withThis(this, home: nil) {
      for (name, function) in definition.privateMethods {
        emit(.privateDefine, [this, read(function)], payload: .name(name))
      }
      for parameter in definition.parameterProperties {
        guard let name = parameterName(parameter) else { continue }
        position(parameter)
        let value = isDirect(parameter, definition) ? incomingValue(parameter) : nil
        emit(.propDefine, [this, value ?? undefined()], payload: .name(name))
      }
      for (field, key) in definition.fields { initializeField(field, key, on: this) }
    }
    classContext = outer
  }

  private func parameterName(_ parameter: NodeID) -> Name? {
    let target = PIRParameterView(tree, parameter).target
    return tree.kind(target) == .identifier ? Identifier(tree, target).name : nil
  }

  /// Whether a parameter property may get its value when it is defined: nobody can see it without, and the value is the
  /// argument as it came.
  private func isDirect(_ parameter: NodeID, _ definition: ClassContext) -> Bool {
    let view = PIRParameterView(tree, parameter)
    guard role != .arrow, !view.initializer.exists, !tree.flags(parameter).contains(.rest),
      let symbol = program.symbol(of: view.target, in: file), !program[symbol].flags.contains(.assigned)
    else { return false }
    return !definition.fields.contains { field in
      let value = PropertyDeclaration(tree, field.node).initializer
      return value.exists && FunctionFacts(tree, value, arguments: names.arguments).usesThis
    }
  }

  /// The argument that the caller passed for a formal parameter.
  private func incomingValue(_ parameter: NodeID) -> ValueID? {
    guard let member = tree[ClassDeclaration(node: tree[constructedClass!.node]).members].first(where: {
      tree.kind($0) == .constructorDeclaration && ConstructorDeclaration(tree, $0).body.exists
    }) else { return nil }
    let formals = context.formalParameters(Signature(tree, ConstructorDeclaration(tree, member).signature).parameters, tree)
    guard let index = formals.firstIndex(of: parameter) else { return nil }
    return builder.function.parameters.first { $0.kind == .positional(index) }?.value
  }

  /// `this.x = x` for the parameter properties that were not defined with their values.
  private func assignParameterProperties(_ definition: ClassContext, on this: ValueID) {
    for parameter in definition.parameterProperties where !isDirect(parameter, definition) {
      guard let name = parameterName(parameter),
        let symbol = program.symbol(of: PIRParameterView(tree, parameter).target, in: file)
      else { continue }
      position(parameter)
      emit(.propSet, [this, read(.symbol(symbol))], payload: .name(name))
    }
  }

  /// Before the first statement of a function body; only constructors of base classes have something to do.
  func startConstructor(_ node: NodeID) {
    guard role == .baseConstructor, let definition = constructedClass else { return }
    assignParameterProperties(definition, on: read(.this))
  }

  // MARK: super(…)

  func superCall(_ node: NodeID) -> ValueID {
    guard constructedClass != nil else {
      return unsupported("'super' here", instead: "call it in a constructor", node)
    }
    let list = CallExpression(tree, node).arguments
    let active = read(.activeFunction)
    let target = read(.newTarget)
    let result: ValueID
    if hasSpread(list) {
      let array = box(argumentArray(list))
      position(node)
      result = emit(.constructSuperSpread, [active, target, array])
    } else {
      let arguments = tree[list].map { boxed($0) }
      position(node)
      result = emit(.constructSuper, [active, target] + arguments)
    }
    let again = builder.newBlock()
    let first = builder.newBlock()
    branch(isHole(read(.this)), first, again)
    builder.move(to: again)
    emit(.throwError, [string("Super constructor may only be called once")], payload: .error(.referenceError))
    builder.emit(.unreachable)
    builder.move(to: first)
    bindThis(result)
    if role == .derivedConstructor { assignParameterProperties(constructedClass!, on: result) }
    return result
  }

  /// BindThisValue, then the fields of the class.
  private func bindThis(_ value: ValueID) {
    write(.this, value)
    if let definition = constructedClass { initializeFields(definition, on: value) }
  }
}

extension ProgramLowering {
  /// Gives a declared constructor the parameter that takes all arguments.
  func addRestParameter(_ id: FunctionID) {
    var builder = FunctionBuilder(module[id])
    _ = builder.addParameter(.rest(0), .boxed)
    module[id] = builder.function
  }
}
