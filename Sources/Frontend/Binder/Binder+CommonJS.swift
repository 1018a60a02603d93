import Syntax

/// CommonJS files: what they are given, and what ES modules can import from them.
extension Binder {
  /// Declares what Node gives the file, before its own declarations.
  func declareCommonJS() {
    let variable = { (name: Name) in self.addSymbol(name, .var, [], declaration: self.tree.root, asType: false) }
    commonJS[file] = CommonJSFile(
      exports: variable(commonJSNames.exports), require: variable(commonJSNames.require),
      module: variable(commonJSNames.module), filename: variable(commonJSNames.filename),
      dirname: variable(commonJSNames.dirname), initial: variable(commonJSNames.moduleThis),
      result: variable(commonJSNames.moduleExports))
  }

  /// Finds out how the file, whose names are resolved, uses `module`, and which files it takes exports from.
  func noteCommonJSUses() {
    guard let known = commonJS[file] else { return }
    let words = nodeSymbolWords
    let syntax = CommonJSSyntax(tree, commonJSNames, known) { node in
      let word = words[Int(node.raw)]
      return word == 0 ? nil : SymbolID(word - 1)
    }
    // Uses of `module`, less those that need no object.
    var uses = 0
    var requireUses = 0
    var usesMain = 0
    for index in tree.nodes.indices {
      let node = NodeID(UInt32(index))
      switch tree.kind(node) {
      case .identifier:
        if words[index] == known.module.raw + 1 { uses += 1 }
        if words[index] == known.require.raw + 1 { requireUses += 1 }
      case .propertyAccess, .elementAccess:
        if syntax.isModuleExports(node) { uses -= 1 }
        guard let key = syntax.memberOfRequire(node) else { break }
        requireUses -= 1
        if key == commonJSNames.main { usesMain += 1 }
      case .callExpression:
        let callee = CallExpression(tree, node).callee
        // A function in `module.exports` that is called there gets `module`.
        if syntax.isModuleExports(callee) { uses += 1 }
        if syntax.isReference(callee, to: known.require) { requireUses -= 1 }
      case .binaryExpression:
        guard syntax.mainTest(node) != nil else { break }
        uses -= 1
        usesMain -= 1
      default: break
      }
    }
    commonJS[file]!.needsModuleObject = uses > 0
    commonJS[file]!.needsRequireObject = requireUses > 0
    if usesMain > 0 { needsMainModule = true }
    var finder = CommonJSExportFinder(tree, graph[file].file.text, commonJSNames, syntax)
    finder.visit(tree.root)
    commonJSExports[file] = finder
  }

  /// Declares what ES modules can import from each CommonJS file, when all files are known.
  func declareCommonJSExports() {
    guard !commonJS.isEmpty else { return }
    if needsMainModule { commonJS[graph.entry]?.needsModuleObject = true }
    let linker = CommonJSLinker(self)
    linker.run()
    orderCommonJS(linker)
    for module in graph.modules where module.isCommonJS && commonJS[module.file.id]!.record == nil {
      let id = module.file.id
      let moduleExports = commonJSNames.moduleExports
      var visited: Set<FileID> = []
      let found = commonJSExportNames(id, &visited)
      for name in [defaultName, moduleExports] + found.filter({ $0 != defaultName && $0 != moduleExports }) {
        let symbol = addExportVariable(name, id, kind: .var, declaration: module.tree.root)
        localExports[Int(id.raw)][name] = .symbol(symbol)
        commonJS[id]!.imported.append((name, symbol))
      }
    }
  }

  /// A variable of a bound file that its text does not name.
  func addExportVariable(_ name: Name, _ file: FileID, kind: SymbolKind, declaration: NodeID) -> SymbolID {
    let id = SymbolID(UInt32(symbols.count))
    let flags: SymbolFlags = kind == .const ? [] : .assigned
    symbols.append(
      Symbol(name: name, kind: kind, flags: flags, file: file, declaration: declaration, scope: moduleScopes[file]!))
    depths.append(0)
    initializedFrom.append(0)
    initializedUntil.append(.max)
    earliest.append(.max)
    isEntity.append(false)
    return id
  }

  /// The names that a file exports by its text, with those of the files that it hands on.
  private func commonJSExportNames(_ file: FileID, _ visited: inout Set<FileID>) -> [Name] {
    guard visited.insert(file).inserted, let found = commonJSExports[file] else { return [] }
    var names = found.names
    for specifier in found.reexports {
      guard case .file(let target)? = graph[file].references[specifier] else { continue }
      let more = graph[target].isCommonJS ? commonJSExportNames(target, &visited) : Array(localExports[Int(target.raw)].keys)
      names += more.filter { $0 != defaultName && !names.contains($0) }
    }
    return names
  }
}
