import PIR
import Semantics
import Syntax

/// Enums and namespaces: objects whose members are properties, as `tsc` emits them.
extension FunctionLowering {
  // MARK: Members

  /// Whether a symbol lives as a property of its namespace or enum.
  func isNamespaceMember(_ symbol: SymbolID) -> Bool {
    let info = program[symbol]
    guard info.flags.contains(.exported) else { return false }
    switch info.kind {
    case .let, .const, .var: return program[info.scope].kind == .namespace
    default: return false
    }
  }

  /// The namespace or enum around a member.
  private func container(of symbol: SymbolID) -> SymbolID? {
    let scope = program[program[symbol].scope]
    return program.symbol(of: scope.node, in: scope.file)
  }

  func readNamespaceMember(_ symbol: SymbolID) -> ValueID {
    let name = program[symbol].name
    guard let container = container(of: symbol) else { return undefined() }
    if let constant = context.enumConstant(container, name) { return value(of: constant) }
    context.mention(name)
    return emit(.propGet, [read(.symbol(container))], payload: .name(name))
  }

  func writeNamespaceMember(_ symbol: SymbolID, _ value: ValueID) {
    guard let container = container(of: symbol) else { return }
    emit(.propSet, [read(.symbol(container)), box(value)], payload: .name(program[symbol].name))
  }

  func value(of constant: EnumConstant) -> ValueID {
    switch constant {
    case .number(let value): return number(value)
    case .string(let text): return string(text)
    }
  }

  /// Exported functions, classes, enums and namespaces are variables and also properties.
  func publishNamespaceMember(_ symbol: SymbolID) {
    let info = program[symbol]
    guard info.flags.contains(.exported), program[info.scope].kind == .namespace, let container = container(of: symbol)
    else { return }
    emit(.propSet, [read(.symbol(container)), read(.symbol(symbol))], payload: .name(info.name))
  }

  /// The object of an enum or namespace: made by its first declaration, unless a class or function is merged with it.
  private func openObject(_ symbol: SymbolID, _ declaration: NodeID) -> ValueID {
    let isFirst = program[symbol].declarations.first { candidate in
      switch tree.kind(candidate) {
      case .enumDeclaration, .functionDeclaration, .classDeclaration: return true
      case .moduleDeclaration: return true
      default: return false
      }
    } == declaration
    if isFirst && program[symbol].kind != .function && program[symbol].kind != .class {
      let object = box(emit(.objectNew, payload: builder.names([])))
      write(.symbol(symbol), object)
      publishNamespaceMember(symbol)
      return object
    }
    return read(.symbol(symbol))
  }

  // MARK: Enums

  func enumDeclaration(_ node: NodeID) {
    if tree.flags(node).contains(.declare) { return }
    guard let symbol = declaredSymbol(node) else { return }
    position(node)
    let object = openObject(symbol, node)
    withScope(of: node) {
      for member in tree[EnumDeclaration(tree, node).members] { enumMember(member, of: symbol, on: object) }
    }
  }

  private func enumMember(_ member: NodeID, of symbol: SymbolID, on object: ValueID) {
    let view = EnumMember(tree, member)
    guard let name = context.enumMemberName(view.name, tree) else { return }
    position(member)
    let key = PropertyKey.name(name)
    let indexKey = isIndexLike(name) ? PropertyKey.index(box(emit(.constString, payload: .name(name)))) : key
    if let constant = context.enumConstant(symbol, name) {
      let value = box(self.value(of: constant))
      define(indexKey, on: object, value)
      if case .number = constant { emit(.elemSet, [object, value, box(string(name))]) }
      return
    }
    let value = view.initializer.exists ? boxed(view.initializer) : undefined()
    define(indexKey, on: object, value)
    if !view.initializer.exists || !isStringSyntax(view.initializer) {
      emit(.elemSet, [object, value, box(string(name))])
    }
  }

  /// Whether an initializer is a string by its form, so that it gets no reverse mapping.
  private func isStringSyntax(_ node: NodeID) -> Bool {
    let inner = tree.withoutWrappers(node)
    switch tree.kind(inner) {
    case .stringLiteral, .templateExpression: return true
    case .binaryExpression:
      let view = BinaryExpression(tree, inner)
      return view.operator == .add && (isStringSyntax(view.left) || isStringSyntax(view.right))
    default: return false
    }
  }

  // MARK: Namespaces

  func namespaceDeclaration(_ node: NodeID) {
    if tree.flags(node).contains(.declare) { return }
    guard let symbol = declaredSymbol(node), program[symbol].kind != .type,
      !program[symbol].flags.contains(.ambient)
    else { return }
    let body = ModuleDeclaration(tree, node).body
    guard body.exists else { return }
    position(node)
    _ = openObject(symbol, node)
    if tree.kind(body) == .moduleDeclaration { return namespaceDeclaration(body) }
    let list = ModuleBlock(tree, body).statements
    withScope(of: node, hoisting: list) { statements(list) }
  }
}
