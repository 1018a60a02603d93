import Syntax

/// Resolving references and recording what they say about their symbols.
extension Binder {
  // MARK: Values

  /// Resolves a reference to a value.
  func reference(_ node: NodeID, _ name: Name) {
    let word = values[Int(name.raw)]
    guard word != 0, !isLibraryValue(word) else { return unresolved(node, name) }
    nodeSymbolWords[Int(node.raw)] = word
    noteUse(SymbolID(word - 1), node)
  }

  /// Globals have no symbol in the program, so the library's own declarations do not count.
  private func isLibraryValue(_ word: UInt32) -> Bool {
    guard !isLibrary, let globalScope else { return false }
    return symbols[Int(word - 1)].scope == globalScope
  }

  /// Whether a name is one of the library or of a script's top level.
  func isVisibleGlobally(_ word: UInt32) -> Bool {
    let symbol = symbols[Int(word - 1)]
    return isLibraryValue(word)
      || scopes[Int(symbol.scope.raw)].kind == .module && graph.modules[Int(symbol.file.raw)].kind == .script
  }

  private func unresolved(_ node: NodeID, _ name: Name) {
    if isLibrary || ambientDepth > 0 { return }
    if Int(name.raw) < isGlobal.count, isGlobal[Int(name.raw)] { return }
    if graph.laterScripts[file] != nil { return laterScriptReferences.append((file, node, name)) }
    if acceptsLibraryValues, values[Int(name.raw)] != 0 { return }
    if Int(name.raw) < isMissingGlobal.count, isMissingGlobal[Int(name.raw)] {
      return report(.globalNotSupported, [text(name)], at: node)
    }
    let isType = types[Int(name.raw)] != 0
    report(isType ? .typeUsedAsValue : .cannotFindName, [text(name)], at: node)
  }

  /// Records a use of `id` at `node`: capture, order of initialisation, first use.
  private func noteUse(_ id: SymbolID, _ node: NodeID) {
    let index = Int(id.raw)
    if symbols[index].file != file { return noteUseOfOtherScript(index) }
    let depth = Int(depths[index])
    let current = functions.count - 1
    let position = tree[node].start
    let from = initializedFrom[index]
    let until = initializedUntil[index]
    if symbols[index].kind == .importBinding {
      if symbols[index].flags.contains(.typeOnly) {
        report(.typeImportUsedAsValue, [text(symbols[index].name)], at: node)
        // The import is stripped, and with it the name.
        nodeSymbolWords[Int(node.raw)] = 0
      } else if importUses[id] == nil {
        importUses[id] = node
      }
    }
    if !classHeads.isEmpty, symbols[index].kind == .selfName, classHeads.contains(symbols[index].declaration) {
      symbols[index].flags.insert(.needsInitCheck)
    }
    if current <= depth {
      if from != 0 && (position < from || position >= until) && !isEarlierInPattern(index, position) {
        useBeforeInit(index, node, certain: position < from)
      }
      if isEntity[index] { earliest[index] = min(earliest[index], position) }
      return
    }
    symbols[index].flags.insert(.captured)
    let context = functions[depth + 1]
    if from != 0 {
      let declaration = tree[symbols[index].declaration]
      // Inside its own body a class is initialised: static initializers run after that.
      let inOwnClass = symbols[index].kind == .class && position >= declaration.start && position < declaration.end
        && !classHeads.contains(symbols[index].declaration)
      if until != .max {
        symbols[index].flags.insert(.needsInitCheck)
      } else if inOwnClass || symbols[index].flags.contains(.needsInitCheck) {
        // Nothing more to learn.
      } else if let entity = context.entity {
        deferredChecks.append((id, entity))
      } else if context.position < from {
        symbols[index].flags.insert(.needsInitCheck)
      }
    }
    guard isEntity[index] else { return }
    if let entity = context.entity {
      if entity != id { entityEdges.append((entity, id)) }
    } else {
      earliest[index] = min(earliest[index], context.position)
    }
  }

  /// A variable of a script that runs before this one: it may have failed to reach the declaration.
  private func noteUseOfOtherScript(_ index: Int) {
    symbols[index].flags.insert(.captured)
    switch symbols[index].kind {
    case .let, .const, .class: symbols[index].flags.insert(.needsInitCheck)
    default: break
    }
  }

  /// Resolves what scripts refer to in scripts that run after them, now that those are bound.
  func resolveLaterScriptReferences() {
    for (file, node, name) in laterScriptReferences {
      let scopes = (graph.laterScripts[file] ?? []).compactMap { moduleScopes[$0] }
      guard let symbol = scopes.lazy.compactMap({ self.scopes[Int($0.raw)].symbols[name] }).last else { continue }
      nodeSymbols[Int(file.raw)][Int(node.raw)] = symbol.raw + 1
      noteUseOfOtherScript(Int(symbol.raw))
      // Whether the reference is assigned to is not known any more.
      symbols[Int(symbol.raw)].flags.insert(.assigned)
    }
  }

  /// Whether a default inside a pattern reads what the pattern has bound already: `{ a, b = a }`.
  private func isEarlierInPattern(_ index: Int, _ position: UInt32) -> Bool {
    guard position < patternEnd else { return false }
    let declaration = tree[symbols[index].declaration]
    return declaration.kind == .bindingElement && position >= declaration.end
  }

  private func useBeforeInit(_ index: Int, _ node: NodeID, certain: Bool) {
    symbols[index].flags.insert(.needsInitCheck)
    guard certain, ambientDepth == 0, !symbols[index].flags.contains(.ambient) else { return }
    switch symbols[index].kind {
    case .let, .const: report(.variableUsedBeforeDeclaration, [text(symbols[index].name)], at: node)
    case .class: report(.classUsedBeforeDeclaration, [text(symbols[index].name)], at: node)
    default: break
    }
  }

  // MARK: Assignments

  /// Resolves the target of an assignment, which may be a pattern.
  ///
  /// - Parameter isAsserted: whether a type assertion stands around, through which `tsc` lets anything be assigned.
  func visitAssignmentTarget(_ target: NodeID, isAsserted: Bool = false) {
    let node = tree[target]
    switch node.kind {
    case .identifier:
      reference(target, Name(node.a))
      let word = nodeSymbolWords[Int(target.raw)]
      if word != 0 { assign(SymbolID(word - 1), target, isAsserted: isAsserted) }
    case .parenthesizedExpression, .nonNullExpression, .asExpression, .satisfiesExpression, .typeAssertion:
      let isAssertion = node.kind != .parenthesizedExpression && node.kind != .nonNullExpression
      visitAssignmentTarget(NodeID(node.a), isAsserted: isAsserted || isAssertion)
      if isAssertion, node.b != 0 { visit(NodeID(node.b)) }
    case .arrayPattern, .objectPattern:
      for element in tree[ListID(node.a)] where tree.kind(element) == .bindingElement {
        let view = BindingElement(tree, element)
        visitPropertyName(view.propertyName)
        visitAssignmentTarget(view.target)
        if view.initializer.exists { visit(view.initializer) }
      }
    default: visit(target)
    }
  }

  private func assign(_ id: SymbolID, _ node: NodeID, isAsserted: Bool) {
    let index = Int(id.raw)
    symbols[index].flags.insert(.assigned)
    if isAsserted { return }
    let name = [text(symbols[index].name)]
    switch symbols[index].kind {
    case .const: report(.assignToConstant, name, at: node)
    case .enum: report(.assignToEnum, name, at: node)
    case .class: report(.assignToClass, name, at: node)
    case .function: report(.assignToFunction, name, at: node)
    case .namespace: report(.assignToNamespace, name, at: node)
    case .importBinding: report(.assignToImport, name, at: node)
    default: break
    }
  }

  // MARK: Types

  /// Resolves the name of a type; unknown names are left to the checker.
  func visitTypeName(_ node: NodeID) {
    switch tree.kind(node) {
    case .identifier:
      let word = types[Int(Identifier(tree, node).name.raw)]
      if word != 0 { nodeSymbolWords[Int(node.raw)] = word }
    case .qualifiedName: visitNamespaceName(QualifiedName(tree, node).left)
    default: visit(node)
    }
  }

  /// The left side of a qualified name: a namespace, an enum or an import.
  private func visitNamespaceName(_ node: NodeID) {
    switch tree.kind(node) {
    case .identifier:
      let name = Int(Identifier(tree, node).name.raw)
      var word = values[name]
      if word != 0 {
        switch symbols[Int(word - 1)].kind {
        case .namespace, .enum, .importBinding, .class, .function: break
        default: word = 0
        }
      }
      if word == 0 { word = types[name] }
      if word != 0 { nodeSymbolWords[Int(node.raw)] = word }
    case .qualifiedName: visitNamespaceName(QualifiedName(tree, node).left)
    default: visit(node)
    }
  }

  /// A value named in a type (`typeof x`), which is no use of the value.
  func visitEntityName(_ node: NodeID) {
    switch tree.kind(node) {
    case .identifier:
      let name = Identifier(tree, node).name
      if name == thisName { return }
      let word = values[Int(name.raw)]
      if word != 0, !isLibraryValue(word) { nodeSymbolWords[Int(node.raw)] = word } else { unresolved(node, name) }
    case .qualifiedName: visitEntityName(QualifiedName(tree, node).left)
    case .thisExpression: break
    default: visit(node)
    }
  }
}
