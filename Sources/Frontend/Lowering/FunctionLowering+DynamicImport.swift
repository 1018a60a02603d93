import PIR
import Semantics
import Syntax

/// `import()` and `import.meta`.
extension FunctionLowering {
  /// EvaluateImportCall (ECMA-262 13.3.10.1).
  func importCall(_ node: NodeID) -> ValueID {
    let view = ImportCall(tree, node)
    let specifier = boxed(view.specifier)
    let options = view.options.exists ? boxed(view.options) : undefined()
    position(node)
    context.mention(context.intern("with"))
    context.mention(names.toString)
    let module = program.graph[file]
    var target: ValueID
    var isTable = false
    if let reason = module.failedImports[view.specifier] {
      target = closure(context.failingEvaluator(reason, file))
    } else if tree.kind(view.specifier) == .stringLiteral {
      if case .file(let found)? = module.references[view.specifier] {
        target = closure(context.evaluator(of: found))
      } else {
        target = undefined()
      }
    } else {
      for candidate in module.dynamicImports { _ = context.evaluator(of: candidate) }
      target = closure(context.importTable())
      isTable = true
    }
    let function = RuntimeFunction(
      symbol: "rt_import", parameters: [.boxed, .boxed, .boxed, .i1, .string], result: .boxed, effects: .any)
    return emit(
      .callRuntime, [specifier, options, target, truth(isTable), string(context.realPath(of: file))],
      payload: .runtime(context.module.runtime(function)), result: .boxed)
  }

  private func closure(_ function: FunctionID) -> ValueID {
    box(emit(.closureNew, payload: .function(function), result: .function))
  }

  /// The meta object of this module (13.3.12.1), made on first use.
  func importMeta(_ node: NodeID) -> ValueID {
    position(node)
    let global = context.importMetaGlobal(file)
    let known = emit(.globalLoad, payload: .global(global), result: .boxed)
    let make = builder.newBlock()
    let done = builder.newBlock()
    let result = builder.addBlockParameter(done, .boxed)
    builder.branch(isUndefined(known), make, [], done, [known])
    builder.move(to: make)
    let function = RuntimeFunction(
      symbol: "rt_import_meta", parameters: [.string, .i1], result: .boxed, effects: [.allocates])
    let object = emit(
      .callRuntime, [string(context.realPath(of: file)), truth(file == program.graph.entry)],
      payload: .runtime(context.module.runtime(function)), result: .boxed)
    emit(.globalStore, [object], payload: .global(global))
    builder.jump(done, [object])
    builder.move(to: done)
    return result
  }
}

extension ProgramLowering {
  /// The variable that holds a module's meta object.
  func importMetaGlobal(_ file: FileID) -> GlobalID {
    if let known = importMetaGlobals[file] { return known }
    let name = uniqueGlobalName("\(modulePrefixes[Int(file.raw)]).meta")
    let id = module.addGlobal(Global(name: name, representation: .boxed, startsUninitialized: false))
    importMetaGlobals[file] = id
    return id
  }
}
