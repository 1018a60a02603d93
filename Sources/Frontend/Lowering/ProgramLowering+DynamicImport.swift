import PIR
import Semantics
import Syntax

/// Modules that `import()` evaluates, at most once each.
extension ProgramLowering {
  /// The function that evaluates a module and what it imports, and gives its namespace object; whoever calls it for the
  /// second time gets the same object, or the same exception.
  func evaluator(of file: FileID) -> FunctionID {
    if let known = evaluators[file] { return known }
    let order = program.graph.evaluationOrder(from: [file])
    let id = addImportFunction("evaluate.\(modulePrefixes[Int(file.raw)])", file)
    evaluators[file] = id
    if let reason = order.lazy.compactMap({ self.program.graph.failures[$0] }).first {
      defineFailing(id, reason)
      return id
    }
    let waits = order.contains { awaits($0) }
    if waits { module[id].kind = .async }
    var builder = FunctionBuilder(module[id])
    if waits { builder.startSuspending() }
    for member in order where program.graph[member].kind != .prelude {
      let body = program.graph[member].isCommonJS ? importBody(of: member) : guardedBody(of: member)
      let result = builder.emit(.callDirect, payload: .function(body), result: module[body].result)
      if awaits(member) { _ = builder.await(result, &module) }
    }
    needNamespace(file)
    builder.emit(.return, [builder.emit(.moduleNamespace, payload: .integer(Int64(file.raw)))])
    module[id] = builder.function
    return id
  }

  /// A function that throws the SyntaxError of a module that cannot be parsed or linked.
  func failingEvaluator(_ reason: String, _ file: FileID) -> FunctionID {
    let id = addImportFunction("evaluate.failing", file)
    defineFailing(id, reason)
    return id
  }

  private func defineFailing(_ id: FunctionID, _ reason: String) {
    var builder = FunctionBuilder(module[id])
    let message = builder.emit(.constString, payload: .name(intern(reason)))
    builder.emit(.throwError, [message], payload: .error(.syntaxError))
    builder.emit(.unreachable)
    module[id] = builder.function
  }

  private func addImportFunction(_ name: String, _ file: FileID) -> FunctionID {
    var function = PIRFunction(name: uniqueFunctionName(name), kind: .arrow, result: .boxed, file: file)
    function.escapes = true
    return module.addFunction(function)
  }

  /// Runs a module's body unless it ran before; throws again what it threw (ECMA-262 16.2.1.6.1.3, [[EvaluationError]]).
  func guardedBody(of file: FileID) -> FunctionID {
    if let known = guardedBodies[file] { return known }
    if evaluationIndex[file] == nil { evaluationIndex[file] = evaluationIndex.count }
    lowerBodyLater(file)
    let prefix = modulePrefixes[Int(file.raw)]
    let id = module.addFunction(
      PIRFunction(
        name: uniqueFunctionName("run.\(prefix)"), kind: .internal_, result: awaits(file) ? .boxed : .void, file: file))
    guardedBodies[file] = id
    return id
  }

  /// Lowers the body of a module that does not run by itself.
  func lowerBodyLater(_ file: FileID) {
    guard evaluatedOnDemand.contains(file), loweredLater.insert(file).inserted else { return }
    pending.append { [self] in lowerModuleBody(file) }
  }

  /// Defines what was declared by `guardedBody`, when all bodies are known.
  func lowerGuardedBodies() {
    for (file, id) in guardedBodies.sorted(by: { $0.key.raw < $1.key.raw }) {
      guard let body = initializers[file] else { continue }
      let prefix = modulePrefixes[Int(file.raw)]
      let state = module.addGlobal(
        Global(name: uniqueGlobalName("\(prefix).state"), representation: .boxed, startsUninitialized: false))
      let error = module.addGlobal(
        Global(name: uniqueGlobalName("\(prefix).error"), representation: .boxed, startsUninitialized: false))
      var builder = FunctionBuilder(module[id])
      let first = builder.newBlock()
      let again = builder.newBlock()
      let fine = builder.newBlock()
      let failed = builder.newBlock()
      let known = builder.emit(.globalLoad, payload: .global(state), result: .boxed)
      builder.branch(builder.emit(.isType, [known], payload: .test(.undefined)), first, [], again)
      builder.move(to: again)
      builder.branch(builder.emit(.jsToBoolean, [known]), fine, [], failed)
      builder.move(to: failed)
      builder.emit(.throw, [builder.emit(.globalLoad, payload: .global(error), result: .boxed)])
      builder.move(to: fine)
      // Of a module that awaits, the promise takes the place of the error.
      builder.emit(.return, awaits(file) ? [builder.emit(.globalLoad, payload: .global(error), result: .boxed)] : [])
      builder.move(to: first)
      store(true, state, &builder)
      let handler = builder.newBlock()
      builder.handler = handler
      let protected = builder.newBlock()
      builder.jump(protected)
      builder.move(to: protected)
      let promise = builder.emit(.callDirect, payload: .function(body), result: awaits(file) ? .boxed : .void)
      if awaits(file) { builder.emit(.globalStore, [promise], payload: .global(error)) }
      builder.jump(fine)
      builder.handler = nil
      builder.move(to: handler)
      let exception = builder.emit(.catchException)
      builder.emit(.globalStore, [exception], payload: .global(error))
      if program.graph[file].isCommonJS {
        // Who asks for it again has it run again.
        builder.emit(.globalStore, [builder.emit(.undefined)], payload: .global(state))
      } else {
        store(false, state, &builder)
      }
      builder.emit(.throw, [exception])
      module[id] = builder.function
    }
  }

  private func store(_ value: Bool, _ global: GlobalID, _ builder: inout FunctionBuilder) {
    let constant = builder.emit(.constI1, payload: .integer(value ? 1 : 0))
    builder.emit(.globalStore, [builder.emit(.box, [constant])], payload: .global(global))
  }

  /// The function that finds the evaluator for a resolved specifier, or gives undefined.
  func importTable() -> FunctionID {
    if let known = importTableFunction { return known }
    let id = addImportFunction("import.table", program.graph.entry)
    var builder = FunctionBuilder(module[id])
    _ = builder.addParameter(.positional(0), .boxed)
    module[id] = builder.function
    importTableFunction = id
    return id
  }

  /// Defines the table, when all modules that `import()` may name are known.
  func lowerImportTable() {
    guard let id = importTableFunction else { return }
    var builder = FunctionBuilder(module[id])
    let path = builder.function.parameters[0].value
    for (file, evaluator) in evaluators.sorted(by: { $0.key.raw < $1.key.raw }) {
      let name = builder.emit(.constString, payload: .name(intern(realPath(of: file))))
      let found = builder.newBlock()
      let next = builder.newBlock()
      builder.branch(builder.emit(.jsStrictEq, [path, builder.emit(.box, [name])]), found, [], next)
      builder.move(to: found)
      let function = builder.emit(.closureNew, payload: .function(evaluator), result: .function)
      builder.emit(.return, [builder.emit(.box, [function])])
      builder.move(to: next)
    }
    builder.emit(.return, [builder.emit(.undefined)])
    module[id] = builder.function
  }

  /// The absolute path of a file, by which `import()` and `import.meta` know it.
  func realPath(of file: FileID) -> String { FileAccess.system.realPath(program.graph[file].file.path) }
}
