import PIR
import Semantics
import Syntax

/// What crosses module boundaries.
extension FunctionLowering {
  /// The value of another module's (or this module's) variable.
  func exportedValue(_ symbol: SymbolID) -> ValueID {
    if isNamespaceMember(symbol) { return readNamespaceMember(symbol) }
    if let function = context.staticFunction(symbol), function.isHoisted { return read(.symbol(symbol)) }
    if isCyclicImport(symbol) {
      let global = context.global(.symbol(symbol))
      context.module[global].startsUninitialized = true
      return emit(.checkInit, [read(.symbol(symbol))], payload: .name(program[symbol].name))
    }
    return readVariable(symbol)
  }

  /// Whether the variable belongs to a module that runs later than this one, so that it may be uninitialized.
  func isCyclicImport(_ symbol: SymbolID) -> Bool {
    let info = program[symbol]
    return info.file != file && context.hasUninitializedState(info.kind) && runsLater(info.file)
  }

  private func runsLater(_ other: FileID) -> Bool {
    // What may be seen too early in a CommonJS file is no binding of it.
    if program.graph[other].isCommonJS { return false }
    // Which of two modules in a cycle runs first depends on which one `import()` names.
    if context.evaluatedOnDemand.contains(file), context.evaluatedOnDemand.contains(other) {
      return program.graph.evaluationOrder(from: [other]).contains(file)
    }
    guard let own = context.evaluationIndex[file], let its = context.evaluationIndex[other] else { return false }
    return its >= own
  }

  func defaultExportValue(_ other: FileID) -> ValueID {
    let value = read(.defaultExport(other))
    guard other == file || runsLater(other) else { return value }
    context.module[context.global(.defaultExport(other))].startsUninitialized = true
    return emit(.checkInit, [value], payload: .name(names.default))
  }

  /// The namespace object of a module.
  func moduleNamespace(_ other: FileID) -> ValueID {
    context.needNamespace(other)
    return emit(.moduleNamespace, payload: .integer(Int64(other.raw)))
  }

  /// `ns.member` where `ns` is a module.
  func namespaceExport(_ other: FileID, _ member: Name) -> ValueID {
    guard let target = program.exports[Int(other.raw)].first(where: { $0.name == member })?.target else {
      return undefined()
    }
    switch target {
    case .symbol(let symbol):
      // A module that imports itself may read its variables before they are initialized.
      if program[symbol].file == file, context.isGlobal(symbol), context.hasUninitializedState(program[symbol].kind),
        !isNamespaceMember(symbol)
      {
        context.module[context.global(.symbol(symbol))].startsUninitialized = true
        return emit(.checkInit, [read(.symbol(symbol))], payload: .name(program[symbol].name))
      }
      return exportedValue(symbol)
    case .namespace(let inner): return moduleNamespace(inner)
    case .defaultExpression(let inner): return defaultExportValue(inner)
    case .intrinsic: return undefined()
    }
  }

  func exportAssignment(_ node: NodeID) {
    let expression = ExportAssignment(tree, node).expression
    if tree.flags(node).contains(.exportEquals) {
      _ = unsupported("'export ='", instead: "use 'export default' or named exports", node)
      return
    }
    let isClass = tree.kind(expression) == .interfaceDeclaration
    if isClass { return }
    let value = box(named(expression, names.default))
    write(.defaultExport(file), value)
  }

  func importEquals(_ node: NodeID) {
    let view = ImportEqualsDeclaration(tree, node)
    guard tree.kind(view.reference) == .externalModuleReference, !tree.flags(node).contains(.typeOnly) else { return }
    _ = unsupported("'import = require'", instead: "use an 'import' declaration", node)
  }

  /// `import a = N.b`: the value of what it names.
  func importAlias(_ symbol: SymbolID, _ node: NodeID) -> ValueID {
    let info = program[symbol]
    let declaringTree = program.graph[info.file].tree
    guard declaringTree.kind(info.declaration) == .importEqualsDeclaration, info.file == file else {
      return undefined()
    }
    return entityName(ImportEqualsDeclaration(tree, info.declaration).reference)
  }

  private func entityName(_ node: NodeID) -> ValueID {
    guard tree.kind(node) == .qualifiedName else { return boxed(node) }
    let view = QualifiedName(tree, node)
    let object = entityName(view.left)
    let name = Identifier(tree, view.right).name
    context.mention(name)
    return emit(.propGet, [object], payload: .name(name))
  }
}
