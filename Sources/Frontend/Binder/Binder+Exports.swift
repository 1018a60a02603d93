import Syntax

/// Imports and exports: collecting them per file, then linking the files (ECMA-262 16.2.1.7).
extension Binder {
  // MARK: Collecting

  /// `export { … }`, `export … from`.
  func visitExport(_ node: Node) {
    let view = ExportDeclaration(node: node)
    let typeOnly = node.flags.contains(.typeOnly)
    if node.flags.contains(.star) {
      if view.namespaceName.exists {
        let name = moduleName(view.namespaceName)
        if typeOnly { return }
        addValueExport(.namespace(specifier: view.specifier), name, at: view.namespaceName)
      } else {
        starExports[Int(file.raw)].append(view.specifier)
      }
      return
    }
    var pending: [PendingExport] = []
    for specifier in tree[view.specifiers] {
      let item = ExportSpecifier(tree, specifier)
      let isType = typeOnly || tree.flags(specifier).contains(.typeOnly)
      let local = moduleName(item.local)
      let exported = moduleName(item.exported)
      if view.specifier.exists {
        let export = LocalExport.reexport(specifier: view.specifier, name: local, node: specifier)
        if !isType { addValueExport(export, exported, at: specifier) }
        addTypeExport(export, exported)
      } else {
        pending.append(PendingExport(specifier: specifier, local: local, exported: exported, typeOnly: isType))
      }
    }
    if !pending.isEmpty { exportLists.append((.none, pending)) }
  }

  func visitExportAssignment(_ node: Node) {
    let expression = ExportAssignment(node: node).expression
    guard expression.exists else { return }
    if tree.kind(expression) == .identifier {
      let name = Identifier(tree, expression).name
      let type = types[Int(name.raw)]
      if type != 0, globalScope == nil || symbols[Int(type - 1)].scope != globalScope {
        addTypeExport(.symbol(SymbolID(type - 1)), defaultName)
        // A name that is only a type is exported as that.
        if values[Int(name.raw)] == 0 {
          nodeSymbolWords[Int(expression.raw)] = type
          return
        }
      }
    }
    visit(expression)
    addValueExport(.defaultExpression, defaultName, at: expression)
  }

  /// Looks up the names of `export { … }` when the whole file has been declared.
  func resolveExportLists() {
    for list in exportLists {
      for item in list.specifiers {
        let value = values[Int(item.local.raw)]
        let type = types[Int(item.local.raw)]
        let localNode = ExportSpecifier(tree, item.specifier).local
        if value == 0 && type == 0 || globalScope != nil && value == 0 && symbols[Int(type - 1)].scope == globalScope {
          report(.cannotFindName.asTypeError(item.typeOnly), [text(item.local)], at: localNode)
          continue
        }
        if value != 0, !item.typeOnly {
          let id = SymbolID(value - 1)
          symbols[Int(id.raw)].flags.insert(.exported)
          nodeSymbolWords[Int(localNode.raw)] = value
          addValueExport(.symbol(id), item.exported, at: item.specifier)
        }
        if value == 0 || item.typeOnly { nodeSymbolWords[Int(localNode.raw)] = type != 0 ? type : value }
        if type != 0 { addTypeExport(.symbol(SymbolID(type - 1)), item.exported) }
      }
    }
    exportLists.removeAll()
  }

  // MARK: Resolving

  /// What a lookup of an export came to.
  enum ExportLookup: Equatable {
    case found(ResolvedExport)
    case missing
    case ambiguous
    /// The search came back to where it had been.
    case circular
  }

  /// ECMA-262 16.2.1.7.2.2 ResolveExport, for values.
  func resolveExport(_ file: FileID, _ name: Name, _ visited: inout Set<UInt64>) -> ExportLookup {
    guard visited.insert(UInt64(file.raw) << 32 | UInt64(name.raw)).inserted else { return .circular }
    if let export = localExports[Int(file.raw)][name] {
      switch export {
      case .symbol(let id): return resolveAlias(id, &visited)
      case .defaultExpression: return .found(.defaultExpression(file))
      case .namespace(let specifier):
        guard case .file(let target)? = graph[file].references[specifier] else { return .missing }
        return .found(.namespace(target))
      case .reexport(let specifier, let name, _):
        switch graph[file].references[specifier] {
        case .file(let target): return resolveExport(target, name, &visited)
        case .runtime: return .found(.intrinsic(name))
        case nil: return .missing
        }
      }
    }
    if name == defaultName { return .missing }
    var result = ExportLookup.missing
    for specifier in starExports[Int(file.raw)] {
      guard case .file(let target)? = graph[file].references[specifier] else { continue }
      let found = resolveExport(target, name, &visited)
      if found == .ambiguous { return .ambiguous }
      if found == .missing || found == .circular { continue }
      if result == .missing { result = found } else if result != found { return .ambiguous }
    }
    return result
  }

  /// An exported import leads on to what it imports.
  private func resolveAlias(_ id: SymbolID, _ visited: inout Set<UInt64>) -> ExportLookup {
    // What a name for a `require` stands for is known already.
    if let linked = imports[id] { return .found(linked) }
    guard symbols[Int(id.raw)].kind == .importBinding, let pending = importsBySymbol[id] else { return .found(.symbol(id)) }
    switch graph[pending.file].references[pending.specifier] {
    case .file(let target):
      return pending.imported == .empty ? .found(.namespace(target)) : resolveExport(target, pending.imported, &visited)
    case .runtime: return .found(.intrinsic(pending.imported))
    case nil: return .missing
    }
  }

  /// The same for types.
  func resolveTypeExport(_ file: FileID, _ name: Name, _ visited: inout Set<UInt64>) -> SymbolID? {
    guard visited.insert(UInt64(file.raw) << 32 | UInt64(name.raw)).inserted else { return nil }
    if let export = localTypeExports[Int(file.raw)][name] {
      switch export {
      case .symbol(let id):
        guard symbols[Int(id.raw)].kind == .importBinding, let pending = importsBySymbol[id] else { return id }
        guard case .file(let target)? = graph[pending.file].references[pending.specifier], pending.imported != .empty
        else { return nil }
        return resolveTypeExport(target, pending.imported, &visited)
      case .reexport(let specifier, let name, _):
        guard case .file(let target)? = graph[file].references[specifier] else { return nil }
        return resolveTypeExport(target, name, &visited)
      default: return nil
      }
    }
    if name == defaultName { return nil }
    for specifier in starExports[Int(file.raw)] {
      guard case .file(let target)? = graph[file].references[specifier] else { continue }
      if let found = resolveTypeExport(target, name, &visited) { return found }
    }
    return nil
  }

  // MARK: Linking

  /// Resolves every import and re-export and reports those that lead nowhere.
  func linkModules() {
    for pending in pendingImports { importsBySymbol[pending.symbol] = pending }
    for pending in pendingImports { link(pending) }
    for (index, exports) in localExports.enumerated() {
      for case (_, .reexport(let specifier, let name, let node)) in exports {
        let file = FileID(UInt32(index))
        guard case .file(let target)? = graph[file].references[specifier] else { continue }
        var visited: Set<UInt64> = []
        var typeVisited: Set<UInt64> = []
        let lookup = resolveExport(target, name, &visited)
        if case .found = lookup { continue }
        if lookup == .ambiguous || resolveTypeExport(target, name, &typeVisited) == nil {
          reportUnresolved(lookup, name, in: target, specifier: specifier, node: node, file: file, typeOnly: false)
        }
      }
    }
  }

  private func link(_ pending: PendingImport) {
    let index = Int(pending.symbol.raw)
    guard let reference = graph[pending.file].references[pending.specifier] else { return }
    guard case .file(let target) = reference else {
      imports[pending.symbol] = .intrinsic(pending.imported)
      return
    }
    if pending.imported == .empty {
      imports[pending.symbol] = .namespace(target)
      if importUses[pending.symbol] == nil { symbols[index].flags.insert(.typeOnly) }
      return
    }
    var visited: Set<UInt64> = []
    let lookup = resolveExport(target, pending.imported, &visited)
    visited.removeAll()
    let type = resolveTypeExport(target, pending.imported, &visited)
    importedTypes[pending.symbol] = type
    let use = importUses[pending.symbol]
    if use == nil { symbols[index].flags.insert(.typeOnly) }
    if case .found(let export) = lookup {
      imports[pending.symbol] = export
      guard use != nil, case .symbol(let id) = export else { return }
      symbols[Int(id.raw)].flags.insert(.captured)
      if initializedFrom[Int(id.raw)] != 0, inSameCycle(pending.file, symbols[Int(id.raw)].file) {
        symbols[Int(id.raw)].flags.insert(.needsInitCheck)
      }
    } else if type != nil && lookup != .ambiguous {
      symbols[index].flags.insert(.typeOnly)
      if let use {
        let name = symbols[index].name
        // What is stripped from the other module cannot be imported from it.
        report(.typeUsedAsValue.asTypeError(false), [text(name)], at: use, in: pending.file)
      }
    } else {
      reportUnresolved(
        lookup, pending.imported, in: target, specifier: pending.specifier, node: pending.node, file: pending.file,
        typeOnly: pending.typeOnly)
    }
  }

  /// Reports an import or re-export of what `target` does not have, in Node's words.
  private func reportUnresolved(
    _ lookup: ExportLookup, _ name: Name, in target: FileID, specifier: NodeID, node: NodeID, file: FileID, typeOnly: Bool
  ) {
    let tree = graph[file].tree
    let module = text(StringLiteral(tree, specifier).value)
    let at = tree.kind(node) == .importSpecifier ? NodeID(tree[node].a) : node
    let scope = moduleScopes[target].map { scopes[Int($0.raw)] }
    let message: DiagnosticMessage
    switch lookup {
    case .ambiguous: message = .ambiguousExport
    case .circular: message = .circularExport
    default:
      if name == defaultName {
        message = .noDefaultExport
      } else {
        let isLocal = scope?.symbols[name] != nil || scope?.types[name] != nil
        message = isLocal ? .notExported : .noExportedMember
      }
    }
    report(message.asTypeError(typeOnly), [module, text(name)], at: at, in: file)
  }

  // MARK: Tables

  /// All names that `file` exports, following `export *`.
  private func exportedNames(_ file: FileID, _ visited: inout Set<FileID>, types: Bool) -> Set<Name> {
    guard visited.insert(file).inserted else { return [] }
    var names = Set((types ? localTypeExports : localExports)[Int(file.raw)].keys)
    for specifier in starExports[Int(file.raw)] {
      guard case .file(let target)? = graph[file].references[specifier] else { continue }
      for name in exportedNames(target, &visited, types: types) where name != defaultName { names.insert(name) }
    }
    return names
  }

  /// The keys of the module's namespace object with what they lead to.
  func exportedValues(_ file: FileID) -> [(name: Name, target: ResolvedExport)] {
    var seen: Set<FileID> = []
    var result: [(name: Name, target: ResolvedExport)] = []
    for name in exportedNames(file, &seen, types: false) {
      var visited: Set<UInt64> = []
      if case .found(let target) = resolveExport(file, name, &visited) { result.append((name, target)) }
    }
    return result.sorted { text($0.name).utf16.lexicographicallyPrecedes(text($1.name).utf16) }
  }

  /// The types that the module exports.
  func exportedTypes(_ file: FileID) -> [Name: SymbolID] {
    var seen: Set<FileID> = []
    var result: [Name: SymbolID] = [:]
    for name in exportedNames(file, &seen, types: true) {
      var visited: Set<UInt64> = []
      result[name] = resolveTypeExport(file, name, &visited)
    }
    return result
  }
}
