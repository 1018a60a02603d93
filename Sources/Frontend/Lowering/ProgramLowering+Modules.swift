import PIR
import Semantics
import Syntax

/// A prelude or facade module, of which only the statements that something needs are lowered.
final class PreludeModule {
  /// The top-level statement that gives each variable its value.
  var statements: [VariableKey: NodeID] = [:]
  /// Statements without declarations: they run if anything of the module is needed.
  var effects: [NodeID] = []
  /// The functions of the statements that are needed.
  var needed: [NodeID: FunctionID] = [:]
}

/// Module bodies and their order.
extension ProgramLowering {
  // MARK: User modules

  /// Lowers the whole body of a module.
  func lowerModuleBody(_ file: FileID) {
    let source = program.graph[file]
    let id = moduleFunction(file)
    if awaits(file) {
      module[id].kind = .async
      module[id].result = .boxed
    }
    let body = FunctionLowering(self, file: file, parent: nil, role: .moduleBody, id: id)
    if awaits(file) { body.suspendAtStart() }
    if source.kind == .json {
      body.lowerJSON(source.file)
    } else {
      let list = Program(source.tree, source.tree.root).statements
      if let scope = program.commonJS[file] { body.startCommonJS(scope) }
      body.hoistFunctions(list)
      body.declareBlockVariables(source.tree.root)
      body.statements(list)
      if let scope = program.commonJS[file] { body.finishCommonJS(scope) }
    }
    body.finish()
  }

  /// The function that is a module's body, which may not be lowered yet.
  private func moduleFunction(_ file: FileID) -> FunctionID {
    if let known = initializers[file] { return known }
    let id = declareModuleFunction(file, path: modulePrefixes[Int(file.raw)])
    initializers[file] = id
    return id
  }

  /// The body of a CommonJS or JSON file that runs where it is called and nowhere else.
  func orderedBody(of file: FileID) -> FunctionID {
    lowerBodyLater(file)
    return moduleFunction(file)
  }

  private func declareModuleFunction(_ file: FileID, path: String) -> FunctionID {
    module.addFunction(
      PIRFunction(name: uniqueFunctionName(path), kind: .internal_, result: .void, file: file))
  }

  // MARK: Prelude modules

  /// A variable of a prelude module is needed: so is the statement that gives it its value.
  func demand(_ symbol: SymbolID) {
    let file = program[symbol].file
    guard program.graph[file].kind == .prelude else { return }
    demandStatement(.symbol(symbol), file)
  }

  func demandDefault(_ file: FileID) {
    if program.graph[file].kind == .prelude { demandStatement(.defaultExport(file), file) }
  }

  private func demandStatement(_ key: VariableKey, _ file: FileID) {
    let prelude = preludeModule(file)
    guard let statement = prelude.statements[key] else { return }
    lowerPreludeStatement(statement, prelude, file)
    for effect in prelude.effects { lowerPreludeStatement(effect, prelude, file) }
  }

  private func lowerPreludeStatement(_ statement: NodeID, _ prelude: PreludeModule, _ file: FileID) {
    guard prelude.needed[statement] == nil else { return }
    let id = declareModuleFunction(file, path: "\(modulePrefixes[Int(file.raw)]).init")
    prelude.needed[statement] = id
    pending.append { [self] in
      let body = FunctionLowering(self, file: file, parent: nil, role: .moduleBody, id: id)
      body.hoistFunction(statement)
      body.statement(statement)
      body.finish()
    }
  }

  private func preludeModule(_ file: FileID) -> PreludeModule {
    if let known = preludeModules[file] { return known }
    let result = PreludeModule()
    preludeModules[file] = result
    let tree = program.graph[file].tree
    for statement in tree[Program(tree, tree.root).statements] {
      switch tree.kind(statement) {
      case .variableStatement:
        for declaration in tree[VariableStatement(tree, statement).declarations] {
          noteTargets(VariableDeclaration(tree, declaration).target, statement, tree, result)
        }
      case .functionDeclaration, .classDeclaration, .enumDeclaration, .moduleDeclaration:
        if let symbol = program.symbol(of: statement, in: file) { result.statements[.symbol(symbol)] = statement }
      case .exportAssignment: result.statements[.defaultExport(file)] = statement
      case .importDeclaration, .exportDeclaration, .interfaceDeclaration, .typeAliasDeclaration, .emptyStatement,
        .importEqualsDeclaration:
        break
      default: result.effects.append(statement)
      }
    }
    return result
  }

  private func noteTargets(_ target: NodeID, _ statement: NodeID, _ tree: SyntaxTree, _ prelude: PreludeModule) {
    switch tree.kind(target) {
    case .identifier:
      if let symbol = program.symbol(of: target, in: tree.file) { prelude.statements[.symbol(symbol)] = statement }
    case .arrayPattern, .objectPattern:
      for element in tree[ListID(tree[target].a)] where tree.kind(element) == .bindingElement {
        noteTargets(BindingElement(tree, element).target, statement, tree, prelude)
      }
    default: break
    }
  }

  /// Lowers the prelude's functions behind the built-ins that the program mentions; false if there were no new ones.
  func demandPreludeFunctions() -> Bool {
    // A new name may be the object of a member whose key was seen before, so all names are looked at again.
    guard module.mentionedNames.count != checkedNameCount else { return false }
    checkedNameCount = module.mentionedNames.count
    var isNew = false
    for name in module.mentionedNames.sorted(by: { $0.raw < $1.raw }) {
      let paths = builtins.preludeFunctions(mentioning: text(name)) { module.mentionedNames.contains(intern($0)) }
      for path in paths where module.preludeFunctions[path] == nil {
        guard let function = preludeFunction(path) else { continue }
        module.preludeFunctions[path] = function
        isNew = true
      }
    }
    return isNew
  }

  /// The function `FILE:EXPORT` of the prelude, as built-ins use it: not constructible, called by anyone.
  private func preludeFunction(_ path: String) -> FunctionID? {
    guard let colon = path.firstIndex(of: ":") else { return nil }
    let exported = intern(String(path[path.index(after: colon)...]))
    guard let file = program.graph.preludeModules[String(path[..<colon])],
      case .symbol(let symbol)? = program.exports[Int(file.raw)].first(where: { $0.name == exported })?.target,
      let function = staticFunction(symbol)
    else {
      diagnostics.report(.missingPreludeFunction, [path], at: nil)
      return nil
    }
    module[function.id].escapes = true
    if module[function.id].kind == .normal { module[function.id].kind = .method }
    return function.id
  }

  // MARK: Namespace objects

  func needNamespace(_ file: FileID) {
    if neededNamespaces.insert(file).inserted { pendingNamespaces.append(file) }
  }

  /// Lists the exports of the modules whose namespace objects exist.
  func lowerNamespaces() {
    while let file = pendingNamespaces.popLast() {
      var entries: [(name: Name, global: GlobalID)] = []
      for (name, target) in program.exports[Int(file.raw)] {
        switch target {
        case .symbol(let symbol):
          guard program[symbol].kind != .type, program[symbol].flags.isDisjoint(with: [.ambient, .typeOnly]) else { continue }
          _ = staticFunction(symbol)
          // Who holds the object may read the variable at any time.
          if hasUninitializedState(program[symbol].kind) { module[global(.symbol(symbol))].startsUninitialized = true }
          entries.append((name, global(.symbol(symbol))))
        case .defaultExpression(let inner): entries.append((name, global(.defaultExport(inner))))
        case .namespace(let inner):
          needNamespace(inner)
          entries.append((name, namespaceGlobal(inner)))
        case .intrinsic: continue
        }
      }
      module.namespaces[file] = entries
    }
  }

  /// A global that holds another module's namespace object, for `export * as ns`.
  private func namespaceGlobal(_ file: FileID) -> GlobalID {
    if let known = namespaceGlobals[file] { return known }
    let name = uniqueGlobalName("\(modulePrefixes[Int(file.raw)]).namespace")
    let id = module.addGlobal(Global(name: name, representation: .boxed, startsUninitialized: false))
    namespaceGlobals[file] = id
    return id
  }

  // MARK: Entry

  /// Makes the function objects of declarations, then runs the modules in order.
  func lowerEntry() {
    let id = module.addFunction(
      PIRFunction(name: uniqueFunctionName("entry"), kind: .internal_, result: .void, file: program.graph.entry))
    var builder = FunctionBuilder(module[id])
    for function in hoistedFunctions {
      guard let global = globals[.symbol(function.symbol)] else { continue }
      module[function.id].escapes = true
      let object = builder.emit(.closureNew, payload: .function(function.id), result: .function)
      builder.emit(.globalStore, [builder.emit(.box, [object])], payload: .global(global))
    }
    for (file, global) in namespaceGlobals.sorted(by: { $0.key.raw < $1.key.raw }) {
      let object = builder.emit(.moduleNamespace, payload: .integer(Int64(file.raw)))
      builder.emit(.globalStore, [object], payload: .global(global))
    }
    // Behind a script, process.nextTick comes before the microtasks; a module is evaluated by one.
    if program.graph[program.graph.entry].isCommonJS {
      let function = RuntimeFunction(symbol: "rt_start_as_script", parameters: [], result: .void, effects: [.writes])
      builder.emit(.callRuntime, payload: .runtime(module.runtime(function)), result: .void)
    }
    lowerEvaluation(initializationOrder(), &builder)
    if !program.graph.batch.isEmpty { lowerBatch(&builder) }
    builder.emit(.return)
    module[id] = builder.function
    module.entry = id
    module.builtinCount = builtins.manifest.objects.count
  }

  /// Runs modules in order.
  private func lowerEvaluation(_ order: [FileID], _ builder: inout FunctionBuilder) {
    if order.contains(where: { awaits($0) }) { return lowerAsyncEvaluation(order, &builder) }
    lowerBodies(order, &builder)
  }

  /// Calls the bodies of modules that do not await.
  func lowerBodies(_ order: [FileID], _ builder: inout FunctionBuilder) {
    for file in order {
      if let body = importBodies[file] ?? guardedBodies[file] ?? initializers[file] {
        builder.emit(.callDirect, payload: .function(body), result: .void)
      } else if let prelude = preludeModules[file] {
        for (_, body) in prelude.needed.sorted(by: { $0.key.raw < $1.key.raw }) {
          builder.emit(.callDirect, payload: .function(body), result: .void)
        }
      }
    }
  }

  /// Runs the program of the batch that the process was started for.
  private func lowerBatch(_ builder: inout FunctionBuilder) {
    let entries = program.graph.batch
    let number = RuntimeFunction(symbol: "rt_batch_entry", parameters: [], result: .i32, effects: [])
    let selected = builder.emit(.callRuntime, payload: .runtime(module.runtime(number)), result: .i32)
    let end = builder.newBlock()
    let missing = builder.newBlock()
    let blocks = entries.map { (Int64($0.number), builder.newBlock()) }
    builder.switchInt(selected, blocks, default: missing)
    builder.move(to: missing)
    let report = RuntimeFunction(symbol: "rt_batch_missing", parameters: [], result: .void, effects: .any)
    builder.emit(.callRuntime, payload: .runtime(module.runtime(report)), result: .void)
    builder.jump(end)
    for (entry, (_, block)) in zip(entries, blocks) {
      builder.move(to: block)
      lowerEvaluation(entry.evaluationOrder.filter { program.graph[$0].kind != .prelude }, &builder)
      builder.jump(end)
    }
    builder.move(to: end)
  }

  /// The order of evaluation, with the prelude's modules, which nothing imports, first.
  private func initializationOrder() -> [FileID] {
    var order: [FileID] = []
    var seen: Set<FileID> = []
    func visit(_ file: FileID) {
      guard evaluationIndex[file] == nil, seen.insert(file).inserted else { return }
      let references = program.graph[file].references.sorted { $0.key.raw < $1.key.raw }
      for case (_, .file(let other)) in references { visit(other) }
      order.append(file)
    }
    for file in preludeModules.keys.sorted(by: { $0.raw < $1.raw }) { visit(file) }
    let ofPrograms = program.graph.evaluationOrder
    // The programs of a batch do not all run.
    return order + (program.graph.batch.isEmpty ? ofPrograms : ofPrograms.filter { program.graph[$0].kind == .prelude })
  }
}

extension FunctionLowering {
  /// Variables of module level are globals, except that `var`s and functions of blocks are not in the module's scope.
  func declareBlockVariables(_ root: NodeID) {
    if let scope = program.scope(of: root, in: file) { scopes.append(scope) }
  }

  /// The default export of a JSON module.
  func lowerJSON(_ source: SourceFile) {
    let text = context.intern(source.text)
    let object = builtinObject("JSON")
    context.mention(names.json)
    context.mention(names.parse)
    let value = emit(.callMethod, [object, box(emit(.constString, payload: .name(text)))], payload: .name(names.parse))
    write(.defaultExport(file), value)
  }
}
