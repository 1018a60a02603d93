import PIR
import Semantics
import Syntax

/// `require`, `module` and `exports` in CommonJS files (https://nodejs.org/api/modules.html).
extension FunctionLowering {
  /// What the file is given by Node, if it is a CommonJS file.
  var commonJS: CommonJSFile? { program.commonJS[file] }

  private var commonJSSyntax: CommonJSSyntax? {
    commonJS.map { scope in
      CommonJSSyntax(tree, context.commonJSNames, scope) { [program, file] in program.symbol(of: $0, in: file) }
    }
  }

  /// Gives the file's own variables their first values.
  func startCommonJS(_ scope: CommonJSFile) {
    let path = context.realPath(of: file)
    if context.uses.isUsedAsValue(scope.filename) { write(.symbol(scope.filename), string(path)) }
    if context.uses.isUsedAsValue(scope.dirname) { write(.symbol(scope.dirname), string(Path.directory(path))) }
    if scope.needsRequireObject { write(.symbol(scope.require), makeClosure(context.requireFunction(of: file), capturing: [])) }
    if scope.record != nil { return }
    let exports = box(emit(.objectNew, payload: builder.names([])))
    write(.symbol(scope.exports), exports)
    if tree.usesThisAtTopLevel { write(.symbol(scope.initial), exports) }
    guard scope.needsModuleObject else {
      // A result that never changes is only read when it is there.
      if program[scope.result].kind != .const { write(.symbol(scope.result), exports) }
      return
    }
    let isMain = file == program.graph.entry
    let members: [(String, ValueID)] = [
      ("id", box(string(isMain ? "." : path))), ("path", box(string(Path.directory(path)))), ("exports", exports),
      ("filename", box(string(path))), ("loaded", box(truth(false))), ("children", box(emit(.arrayNew))),
      ("paths", box(emit(.arrayNew))),
    ]
    let keys = members.map { context.intern($0.0) }
    for key in keys { context.mention(key) }
    write(.symbol(scope.module), emit(.objectNew, members.map(\.1), payload: builder.names(keys)))
  }

  /// Notes in `module` that the file has run.
  func finishCommonJS(_ scope: CommonJSFile) {
    guard scope.needsModuleObject, !builder.isTerminated else { return }
    emit(.propSet, [read(.symbol(scope.module)), box(truth(true))], payload: .name(context.intern("loaded")))
  }

  /// `module.exports` where there is no object for `module`: the variable that holds it.
  func moduleExports(_ node: NodeID) -> SymbolID? {
    guard let scope = commonJS, !scope.needsModuleObject, let syntax = commonJSSyntax, syntax.isModuleExports(node)
    else { return nil }
    return scope.result
  }

  /// `require.main === module`, which is known.
  func mainTest(_ node: NodeID) -> ValueID? {
    guard let isEquality = commonJSSyntax?.mainTest(node) else { return nil }
    return truth((file == program.graph.entry) == isEquality)
  }

  /// A member of `require`.
  func memberOfRequire(_ node: NodeID) -> ValueID? {
    guard let key = commonJSSyntax?.memberOfRequire(node) else { return nil }
    if key == context.commonJSNames.main {
      let main = program.graph.entry
      guard let scope = program.commonJS[main] else { return undefined() }
      return read(.symbol(scope.module))
    }
    return unsupported("'require.\(context.text(key))'", instead: "'require' itself and 'require.resolve(…)' are", node)
  }

  /// A call of `require` or `require.resolve`; nil for other callees.
  func requireCall(_ callee: NodeID, _ list: ListID, _ node: NodeID) -> ValueID? {
    guard let scope = commonJS, let syntax = commonJSSyntax else { return nil }
    let isResolve = syntax.memberOfRequire(callee) == context.commonJSNames.resolve
    guard isResolve || syntax.isReference(callee, to: scope.require), !program[scope.require].flags.contains(.assigned) else { return nil }
    let specifier = tree[list].first ?? .none
    guard specifier.exists, tree.kind(specifier) == .stringLiteral else {
      if isResolve {
        return unsupported("'require.resolve' of a computed path", instead: "name the file in a string", node)
      }
      let path = specifier.exists ? boxed(specifier) : undefined()
      position(node)
      return emit(.callDirect, [path], payload: .function(context.requireFunction(of: file)), result: .boxed)
    }
    let text = string(StringLiteral(tree, specifier).value)
    position(node)
    if isResolve {
      if let path = program.graph[file].resolutions[specifier] { return string(path) }
    } else if case .file(let target)? = program.graph[file].references[specifier] {
      let runs = scope.ordered[node]
      if scope.linked.contains(node) {
        run(target, runs)
        return undefined()
      }
      return required(target, runs)
    }
    throwMissing(text)
    return undefined()
  }

  /// `require` as a function that finds its files at run time, among those that the file names or may mean.
  func lowerRequireFunction() {
    let specifier = builder.function.parameters[0].value
    for (text, target) in program.graph[file].requirable.sorted(by: { $0.key < $1.key }) {
      let found = builder.newBlock()
      let next = builder.newBlock()
      branch(emit(.jsStrictEq, [specifier, box(string(text))]), found, next)
      builder.move(to: found)
      emitReturn(required(target))
      builder.move(to: next)
    }
    throwMissing(toString(specifier))
  }

  /// What `require` of a file gives.
  private func required(_ target: FileID, _ runs: Bool? = nil) -> ValueID {
    let namespace = run(target, runs)
    if let scope = program.commonJS[target] { return context.commonJSResult(of: scope, &builder) }
    switch program.graph[target].kind {
    case .json: return read(.defaultExport(target))
    case .prelude:
      let exports = program.exports[Int(target.raw)]
      return exports.contains { $0.name == names.default } ? namespaceExport(target, names.default) : moduleNamespace(target)
    default: return namespace
    }
  }

  /// Runs a file on the first call; whoever asks again meanwhile gets what there is. Of an ES module gives the namespace.
  ///
  /// - Parameter runs: whether the file runs here, if that is known.
  @discardableResult
  private func run(_ target: FileID, _ runs: Bool?) -> ValueID {
    let module = program.graph[target]
    if module.kind == .prelude { return undefined() }
    if module.isCommonJS || module.kind == .json {
      if runs == false { return undefined() }
      let body = runs == true ? context.orderedBody(of: target) : context.guardedBody(of: target)
      emit(.callDirect, payload: .function(body), result: .void)
      return undefined()
    }
    let evaluator = context.evaluator(of: target)
    if context.module[evaluator].kind == .async {
      throwError(.error, "require() cannot be used on an ESM graph with top-level await. Use import() instead.")
      return undefined()
    }
    return emit(.callDirect, payload: .function(evaluator), result: .boxed)
  }

  // MARK: Exports that are variables

  /// The variable behind `exports.key`, or behind `require("…").key` after running the file.
  func exportMember(_ node: NodeID) -> SymbolID? {
    guard let scope = commonJS, let syntax = commonJSSyntax, let (object, key) = syntax.member(node) else { return nil }
    if let record = scope.record, syntax.isReference(object, to: scope.exports) || syntax.isModuleExports(object) {
      return record[key]
    }
    let call = tree.withoutWrappers(object)
    guard scope.linked.contains(call), let target = requiredFile(call), let record = program.commonJS[target]?.record
    else { return nil }
    _ = boxed(call)
    return record[key]
  }

  private func requiredFile(_ call: NodeID) -> FileID? {
    guard tree.kind(call) == .callExpression, let specifier = tree[CallExpression(tree, call).arguments].first,
      case .file(let target)? = program.graph[file].references[specifier]
    else { return nil }
    return target
  }

  /// Gives an export its only value, in the assignment or call that `node` is.
  func exportDefinition(_ node: NodeID, value: NodeID) -> ValueID? {
    guard let scope = commonJS else { return nil }
    if node == scope.literal {
      for property in tree[ObjectLiteral(tree, tree.withoutWrappers(value)).properties] { defineExport(property, scope) }
      return undefined()
    }
    guard let definition = scope.definitions[node] else { return nil }
    guard value.exists else {
      // The mark of compiled modules.
      if let symbol = definition { initialize(symbol, truth(true)) }
      return undefined()
    }
    guard let symbol = definition else { return expression(value) }
    if initializeStatic(symbol) { return undefined() }
    let result = expression(value)
    initialize(symbol, result)
    return result
  }

  private func defineExport(_ property: NodeID, _ scope: CommonJSFile) {
    let isShorthand = tree.kind(property) == .shorthandPropertyAssignment
    let value = isShorthand ? ShorthandPropertyAssignment(tree, property).name : PropertyAssignment(tree, property).value
    guard let symbol = scope.definitions[property] ?? nil else { return _ = expression(value) }
    if initializeStatic(symbol) { return }
    let name = program[symbol].name
    initialize(symbol, isAnonymousFunction(value) ? named(value, name) : expression(value))
  }

  /// Lowers a declaration of names for what is required, if these are no variables of their own.
  func linkedDeclaration(_ view: VariableDeclaration) -> Bool {
    let call = tree.withoutWrappers(view.initializer)
    guard let scope = commonJS, scope.linked.contains(call) else { return false }
    _ = boxed(call)
    guard tree.kind(view.target) == .objectPattern, let target = requiredFile(call) else { return true }
    for element in tree[ListID(tree[view.target].a)] {
      let element = BindingElement(tree, element)
      if tree.kind(element.target) == .identifier, let symbol = program.symbol(of: element.target, in: file),
        program[symbol].kind == .importBinding
      {
        continue
      }
      guard let name = constantPropertyName(element.propertyName.exists ? element.propertyName : element.target),
        let symbol = program.commonJS[target]?.record?[name]
      else { continue }
      let value = box(symbolValue(symbol, element.target))
      bindTarget(
        element.target, withDefault(value, element.initializer, nameFrom: element.target), mode: .initialize, source: NodeID.none)
    }
    return true
  }

  /// Throws what `require` of a file throws that does not exist.
  private func throwMissing(_ specifier: ValueID) {
    let start = emit(.stringConcat, [string("Cannot find module '"), specifier])
    let text = emit(.stringConcat, [start, string("'\nRequire stack:\n- \(context.realPath(of: file))")])
    let error = emit(.construct, [builtinObject("Error"), box(text)])
    let code = context.intern("code")
    context.mention(code)
    emit(.propSet, [error, box(string("MODULE_NOT_FOUND"))], payload: .name(code))
    builder.emit(.throw, [error])
    builder.move(to: builder.newBlock())
  }

  /// Whether `this` here is that of the file's own function.
  var isTopLevelOfFile: Bool {
    guard storage[.this] == nil else { return false }
    var function = self
    while function.role == .arrow, let parent = function.parent, parent.storage[.this] == nil { function = parent }
    return function.role == .moduleBody || function.role == .arrow && function.parent == nil
  }
}
