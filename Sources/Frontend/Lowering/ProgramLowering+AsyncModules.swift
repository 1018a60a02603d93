import PIR
import Semantics
import Syntax

/// Modules that await at their top level (ECMA-262 16.2.1.6).
extension ProgramLowering {
  /// Whether a module awaits outside of all functions ([[HasTLA]]).
  func awaits(_ file: FileID) -> Bool {
    if let known = awaitingModules[file] { return known }
    let source = program.graph[file]
    let result = source.kind == .user && source.tree.awaitsAtTopLevel
    awaitingModules[file] = result
    return result
  }

  /// Describes the modules to the runtime, which evaluates them: siblings that await do so side by side.
  func lowerAsyncEvaluation(_ order: [FileID], _ builder: inout FunctionBuilder) {
    let modules = order.filter { program.graph[$0].kind != .prelude && program.graph[$0].kind != .script }
    // The prelude and scripts do not await, and nothing that they need does.
    lowerBodies(order.filter { !modules.contains($0) }, &builder)
    var index: [FileID: Int] = [:]
    for (position, file) in modules.enumerated() { index[file] = position }
    func number(_ value: Int) -> ValueID { builder.emit(.constI32, payload: .integer(Int64(value))) }
    func call(_ symbol: String, _ operands: [ValueID], _ effects: Effects = [.allocates, .writes]) {
      let parameters = operands.map { builder.function.representation($0) }
      let function = RuntimeFunction(symbol: symbol, parameters: parameters, result: .void, effects: effects)
      builder.emit(.callRuntime, operands, payload: .runtime(module.runtime(function)), result: .void)
    }
    call("rt_modules_new", [number(modules.count)])
    for file in modules {
      guard let body = importBodies[file] ?? guardedBodies[file] ?? initializers[file] else { continue }
      module[body].escapes = true
      let object = builder.emit(.closureNew, payload: .function(body), result: .function)
      let hasAwait = builder.emit(.constI1, payload: .integer(awaits(file) ? 1 : 0))
      call("rt_module_define", [number(index[file]!), builder.emit(.box, [object]), hasAwait])
    }
    for file in modules {
      for request in program.graph[file].requests {
        guard let target = index[request] else { continue }
        call("rt_module_request", [number(index[file]!), number(target)])
      }
    }
    // The module that nothing else of the order comes after is the one to run.
    call("rt_modules_evaluate", [number(modules.count - 1)], .any)
  }
}
