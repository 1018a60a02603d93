import Syntax

/// Finds the CommonJS files whose exports can be variables, and what other files take from them.
///
/// The whole program is known. Where no file does more with an object of exports than to read members by name, the object
/// need not be made: each export is a variable, and `const { a } = require("./a")` another name for it, as an import is.
/// What may be seen before it has its value, in a cycle, keeps its own.
final class CommonJSLinker {
  /// One export of a file.
  struct Export {
    /// The assignments and literal members that give it a value, and the values.
    var writes: [(definition: NodeID, value: NodeID)] = []
    /// Assignments of `void 0`, with which compilers announce exports.
    var announcements: [NodeID] = []
    /// Whether all of `writes` are evaluated whenever the file runs to its end.
    var isCertain = true
    var reads: [NodeID] = []
    var isCalled = false
    /// Whether it has one value, which nothing sees before the file has run.
    var isConstant = false
    /// Its variable.
    var symbol: SymbolID?
  }

  /// What a call of `require` is used for.
  enum Form {
    case statement
    /// `require("…").key`
    case member(NodeID, Name)
    /// `const { key, … } = require("…")`
    case pattern([(symbol: SymbolID?, key: Name)])
    /// `const name = require("…")`, where the name is only used for members.
    case variable(SymbolID, [(access: NodeID, key: Name)])
    case value(SymbolID?)
  }

  struct Require {
    let file: FileID
    let call: NodeID
    let target: FileID
    let form: Form
  }

  /// What a linked name stands for.
  enum Link {
    case export(FileID, Name)
    case result(FileID)
    case other(ResolvedExport)
  }

  let binder: Binder
  private(set) var uses: [FileID: CommonJSUses] = [:]
  private(set) var requires: [Require] = []
  /// The files that may look for what they require at run time.
  private(set) var searching: Set<FileID> = []
  private var exports: [FileID: [Name: Export]] = [:]
  private var literals: [FileID: NodeID] = [:]
  /// The value that `module.exports` gets once and for all.
  private var results: [FileID: (definition: NodeID, value: NodeID)] = [:]
  private var links: [SymbolID: Link] = [:]

  init(_ binder: Binder) { self.binder = binder }

  private var files: [Module] { binder.graph.modules.filter(\.isCommonJS) }

  /// Links all files, which are bound.
  func run() {
    for module in files {
      let id = module.file.id
      let syntax = CommonJSSyntax(module.tree, binder.commonJSNames, binder.commonJS[id]!) { [binder] node in
        let word = binder.nodeSymbols[Int(id.raw)][Int(node.raw)]
        return word == 0 ? nil : SymbolID(word - 1)
      }
      uses[id] = CommonJSUses(module.tree, syntax)
    }
    for module in files { collectRequires(module) }
    for module in files { collectExports(module) }
    dropVisible()
    for module in files { settle(module) }
    for require in requires { link(require) }
    for (symbol, link) in links {
      guard let target = resolve(link) else { continue }
      binder.symbols[Int(symbol.raw)].kind = .importBinding
      binder.imports[symbol] = target
    }
  }

  private func symbol(_ node: NodeID, _ file: FileID) -> SymbolID? {
    let word = binder.nodeSymbols[Int(file.raw)][Int(node.raw)]
    return word == 0 ? nil : SymbolID(word - 1)
  }

  // MARK: Collecting

  private func collectRequires(_ module: Module) {
    let file = module.file.id
    let tree = module.tree
    let uses = uses[file]!
    if binder.commonJS[file]!.needsRequireObject { searching.insert(file) }
    var accesses: [SymbolID: [NodeID]] = [:]
    for raw in tree.nodes.indices where tree.nodes[raw].kind == .identifier {
      let node = NodeID(UInt32(raw))
      if uses.isReachable(node), let symbol = symbol(node, file) { accesses[symbol, default: []].append(node) }
    }
    for raw in tree.nodes.indices where tree.nodes[raw].kind == .callExpression {
      let call = NodeID(UInt32(raw))
      guard uses.isReachable(call),
        uses.syntax.isReference(CallExpression(tree, call).callee, to: uses.syntax.file.require)
      else { continue }
      guard let specifier = uses.syntax.requiredSpecifier(call) else {
        searching.insert(file)
        continue
      }
      guard case .file(let target)? = module.references[specifier] else { continue }
      requires.append(Require(file: file, call: call, target: target, form: form(of: call, uses, file, accesses)))
    }
  }

  private func form(of call: NodeID, _ uses: CommonJSUses, _ file: FileID, _ accesses: [SymbolID: [NodeID]]) -> Form {
    let tree = uses.tree
    if let (access, key) = uses.member(on: call) { return .member(access, key) }
    let (parent, operand) = uses.parent(of: call)
    switch tree.kind(parent) {
    case .expressionStatement: return .statement
    case .variableDeclaration:
      let view = VariableDeclaration(tree, parent)
      guard view.initializer == operand else { return .value(nil) }
      if tree.kind(view.target) == .objectPattern { return pattern(view.target, tree, file) }
      guard tree.kind(view.target) == .identifier, let name = symbol(view.target, file) else { return .value(nil) }
      var members: [(access: NodeID, key: Name)] = []
      for node in accesses[name] ?? [] where node != view.target {
        guard let member = uses.member(on: node) else { return .value(name) }
        members.append(member)
      }
      return .variable(name, members)
    default: return .value(nil)
    }
  }

  private func pattern(_ target: NodeID, _ tree: SyntaxTree, _ file: FileID) -> Form {
    var taken: [(symbol: SymbolID?, key: Name)] = []
    for element in tree[ListID(tree[target].a)] {
      guard tree.kind(element) == .bindingElement, !tree.flags(element).contains(.rest) else { return .value(nil) }
      let view = BindingElement(tree, element)
      let key = view.propertyName.exists ? view.propertyName : view.target
      let name: Name
      switch tree.kind(key) {
      case .identifier: name = Identifier(tree, key).name
      case .stringLiteral: name = StringLiteral(tree, key).value
      default: return .value(nil)
      }
      let isPlain = tree.kind(view.target) == .identifier && !view.initializer.exists
      taken.append((isPlain ? symbol(view.target, file) : nil, name))
    }
    return .pattern(taken)
  }

  /// Collects the exports of a file, unless its own text shows the object of exports to something.
  private func collectExports(_ module: Module) {
    let file = module.file.id
    let tree = module.tree
    let uses = uses[file]!
    let known = binder.commonJS[file]!
    if known.needsModuleObject || isAssigned(known.exports) || isAssigned(known.module) { return }
    var members: [Name: Export] = [:]
    var results: [NodeID] = []
    var seesObject = tree.usesThisAtTopLevel
    var usesExports = false
    var otherResults: [NodeID] = []
    for raw in tree.nodes.indices {
      let node = NodeID(UInt32(raw))
      guard uses.isReachable(node) else { continue }
      let isExports = tree.kind(node) == .identifier && symbol(node, file) == known.exports
      guard isExports || uses.syntax.isModuleExports(node) else { continue }
      if isExports { usesExports = true }
      if let (access, key) = uses.member(on: node) {
        if !isExports { otherResults.append(node) }
        seesObject = !note(uses.use(of: access), access, key, uses, &members) || seesObject
      } else if isExports, let definition = marker(node, uses) {
        members[definition.key, default: Export()].writes.append((definition.call, definition.value))
      } else if !isExports, case .write(let assignment) = uses.use(of: node) {
        results.append(assignment)
      } else {
        seesObject = true
        otherResults.append(node)
      }
    }
    guard results.count == 1 else {
      if results.isEmpty, !seesObject { exports[file] = members }
      return
    }
    let assignment = results[0]
    guard uses.isStatementOfFile(assignment), !uses.returnsEarly, !usesExports else { return }
    let value = tree.withoutWrappers(AssignmentExpression(tree, assignment).value)
    if tree.kind(value) == .objectLiteral, !seesObject, addMembers(of: value, tree, &members) {
      exports[file] = members
      literals[file] = assignment
    } else if !binder.inCycle(file), !otherResults.contains(where: { uses.isEarlyOrInFunction($0, before: assignment) }) {
      self.results[file] = (assignment, value)
    }
  }

  private func isAssigned(_ symbol: SymbolID) -> Bool { binder.symbols[Int(symbol.raw)].flags.contains(.assigned) }

  /// Notes a use of a member of the file's own exports; gives whether a variable can bear it.
  private func note(
    _ use: CommonJSUses.MemberUse, _ access: NodeID, _ key: Name, _ uses: CommonJSUses, _ members: inout [Name: Export]
  ) -> Bool {
    switch use {
    case .read: members[key, default: Export()].reads.append(access)
    case .call:
      members[key, default: Export()].reads.append(access)
      members[key]!.isCalled = true
    case .write(let assignment):
      let value = uses.tree.withoutWrappers(AssignmentExpression(uses.tree, assignment).value)
      if isAnnouncement(assignment, uses) {
        members[key, default: Export()].announcements.append(assignment)
      } else {
        members[key, default: Export()].writes.append((assignment, value))
        if !uses.isStatementOfFile(assignment) { members[key]!.isCertain = false }
      }
    case .other: return false
    }
    return true
  }

  /// Whether an assignment is one of `exports.a = exports.b = void 0` as a statement of the file.
  private func isAnnouncement(_ assignment: NodeID, _ uses: CommonJSUses) -> Bool {
    let tree = uses.tree
    var value = assignment
    while tree.kind(value) == .assignmentExpression { value = tree.withoutWrappers(AssignmentExpression(tree, value).value) }
    guard tree.kind(value) == .prefixUnaryExpression, PrefixUnaryExpression(tree, value).operator == .void,
      tree.kind(PrefixUnaryExpression(tree, value).operand) == .numericLiteral
    else { return false }
    var outermost = assignment
    while tree.kind(uses.parent(of: outermost).node) == .assignmentExpression { outermost = uses.parent(of: outermost).node }
    return uses.isStatementOfFile(outermost)
  }

  /// `Object.defineProperty(exports, "__esModule", { value: true })` as a statement of the file, around `exports`.
  private func marker(_ node: NodeID, _ uses: CommonJSUses) -> (call: NodeID, key: Name, value: NodeID)? {
    let tree = uses.tree
    let (call, operand) = uses.parent(of: node)
    guard tree.kind(call) == .callExpression, uses.isStatementOfFile(call) else { return nil }
    let arguments = tree[CallExpression(tree, call).arguments]
    guard arguments.count == 3, arguments[0] == operand, let (object, name) = uses.syntax.member(CallExpression(tree, call).callee),
      name == binder.commonJSNames.defineProperty, tree.kind(object) == .identifier, symbol(object, tree.file) == nil,
      tree.kind(arguments[1]) == .stringLiteral, tree.kind(arguments[2]) == .objectLiteral
    else { return nil }
    let key = StringLiteral(tree, arguments[1]).value
    let properties = tree[ObjectLiteral(tree, arguments[2]).properties]
    guard key == binder.commonJSNames.esModule, properties.count == 1, tree.kind(properties[0]) == .propertyAssignment
    else { return nil }
    let view = PropertyAssignment(tree, properties[0])
    guard tree.kind(view.value) == .trueLiteral, tree.kind(view.name) == .identifier,
      Identifier(tree, view.name).name == binder.commonJSNames.value
    else { return nil }
    return (call, key, view.value)
  }

  /// Takes the members of a literal as exports, if their keys are plain.
  private func addMembers(of literal: NodeID, _ tree: SyntaxTree, _ members: inout [Name: Export]) -> Bool {
    for property in tree[ObjectLiteral(tree, literal).properties] {
      let key: Name
      let value: NodeID
      switch tree.kind(property) {
      case .shorthandPropertyAssignment:
        value = ShorthandPropertyAssignment(tree, property).name
        key = Identifier(tree, value).name
      case .propertyAssignment:
        let view = PropertyAssignment(tree, property)
        value = tree.withoutWrappers(view.value)
        switch tree.kind(view.name) {
        case .identifier: key = Identifier(tree, view.name).name
        case .stringLiteral: key = StringLiteral(tree, view.name).value
        default: return false
        }
      default: return false
      }
      members[key, default: Export()].writes.append((property, value))
    }
    return true
  }

  // MARK: Deciding

  /// Leaves out the files whose object of exports something else sees.
  private func dropVisible() {
    for module in binder.graph.modules {
      let takesAll = !module.isCommonJS || searching.contains(module.file.id)
      guard takesAll else { continue }
      for case .file(let target) in module.references.values { exports[target] = nil }
      for target in module.requirable.values { exports[target] = nil }
    }
    for require in requires where exports[require.target] != nil {
      if !isRecordUse(require) { exports[require.target] = nil }
    }
    for (file, members) in exports {
      let isBearable = members.allSatisfy { key, export in
        // What is not exported comes from Object.prototype, or is undefined.
        !export.writes.isEmpty && !inheritedNames.contains(binder.text(key))
          && (!export.isCalled || export.writes.allSatisfy { ignoresThis($0.value, file) })
      }
      if !isBearable { exports[file] = nil }
    }
  }

  private let inheritedNames: Set<String> = [
    "__proto__", "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString",
    "valueOf", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
  ]

  /// Whether a `require` only reads members that the file exports; notes those that are called.
  private func isRecordUse(_ require: Require) -> Bool {
    let target = require.target
    let noteMember = { (access: NodeID, key: Name) -> Bool in
      guard self.exports[target]![key] != nil else { return false }
      switch self.uses[require.file]!.use(of: access) {
      case .read: return true
      case .call:
        self.exports[target]![key]!.isCalled = true
        return true
      case .write, .other: return false
      }
    }
    switch require.form {
    case .statement: return true
    case .member(let access, let key): return noteMember(access, key)
    case .pattern(let taken): return taken.allSatisfy { exports[target]![$0.key] != nil }
    case .variable(let name, let members):
      return isLinkable(name, require) && members.allSatisfy { noteMember($0.access, $0.key) }
    case .value: return false
    }
  }

  /// Whether a variable may be another name for what it gets from `require`: nothing can see it before, or change it.
  private func isLinkable(_ name: SymbolID, _ require: Require) -> Bool {
    let info = binder.symbols[Int(name.raw)]
    guard !info.flags.contains(.assigned), info.declarations.count == 1, !binder.inSameCycle(require.file, require.target)
    else { return false }
    switch info.kind {
    case .const, .let: return !info.flags.contains(.needsInitCheck)
    case .var: return isInPrologue(require)
    default: return false
    }
  }

  /// Whether nothing but other requires, constants and functions stands before a statement of the file.
  private func isInPrologue(_ require: Require) -> Bool {
    let uses = uses[require.file]!
    let tree = uses.tree
    let position = tree[require.call].start
    let isQuiet = { (value: NodeID) -> Bool in
      guard value.exists else { return true }
      switch tree.kind(tree.withoutWrappers(value)) {
      case .stringLiteral, .numericLiteral, .functionExpression, .arrowFunction, .trueLiteral, .falseLiteral, .nullLiteral:
        return true
      default: return uses.syntax.requiredSpecifier(value) != nil
      }
    }
    for statement in tree[Program(tree, tree.root).statements] {
      if tree[statement].end > position {
        return tree.kind(statement) == .variableStatement
      }
      switch tree.kind(statement) {
      case .functionDeclaration, .emptyStatement, .interfaceDeclaration, .typeAliasDeclaration: continue
      case .variableStatement:
        let declarations = tree[VariableStatement(tree, statement).declarations]
        guard declarations.allSatisfy({ isQuiet(VariableDeclaration(tree, $0).initializer) }) else { return false }
      case .expressionStatement:
        let expression = ExpressionStatement(tree, statement).expression
        guard isQuiet(expression) || marker(firstArgument(expression, tree), uses) != nil || isAnnouncement(expression, uses)
        else { return false }
      default: return false
      }
    }
    return false
  }

  private func firstArgument(_ node: NodeID, _ tree: SyntaxTree) -> NodeID {
    tree.kind(node) == .callExpression ? tree[CallExpression(tree, node).arguments].first ?? tree.root : tree.root
  }

  /// Whether calling a value cannot show it the object that it is a member of.
  private func ignoresThis(_ value: NodeID, _ file: FileID) -> Bool {
    let tree = binder.graph[file].tree
    let value = tree.withoutWrappers(value)
    switch tree.kind(value) {
    case .arrowFunction, .classExpression: return true
    case .functionExpression: return !FunctionFacts(tree, value, arguments: binder.commonJSNames.exports).usesThis
    case .identifier:
      guard let name = symbol(value, file), !isAssigned(name) else { return false }
      return ignoresThis(name)
    default: return false
    }
  }

  private func ignoresThis(_ name: SymbolID) -> Bool {
    let info = binder.symbols[Int(name.raw)]
    let tree = binder.graph[info.file].tree
    switch info.kind {
    case .class: return true
    case .function: return !FunctionFacts(tree, info.declaration, arguments: binder.commonJSNames.exports).usesThis
    case .const, .let, .var:
      guard tree.kind(info.declaration) == .variableDeclaration else { return false }
      let initializer = VariableDeclaration(tree, info.declaration).initializer
      return initializer.exists && tree.kind(tree.withoutWrappers(initializer)) != .identifier
        && ignoresThis(initializer, info.file)
    default: return false
    }
  }

  // MARK: Variables

  /// Makes the variables of a file's exports.
  private func settle(_ module: Module) {
    let file = module.file.id
    if let result = results[file] { return settle(result, file) }
    guard let members = exports[file] else { return }
    let uses = uses[file]!
    var record: [Name: SymbolID] = [:]
    for (key, export) in members.sorted(by: { $0.key.raw < $1.key.raw }) {
      var export = export
      export.isConstant = export.writes.count == 1 && export.isCertain && !binder.inCycle(file) && !uses.returnsEarly
        && !export.reads.contains { uses.isEarlyOrInFunction($0, before: export.writes[0].definition) }
      let write = export.writes[0]
      var isAlias = false
      if export.isConstant, let name = fixedVariable(write.value, file) {
        export.symbol = name
        isAlias = true
      } else {
        export.symbol = binder.addExportVariable(
          key, file, kind: export.isConstant ? .const : .var, declaration: export.isConstant ? write.definition : module.tree.root)
      }
      if export.isConstant {
        binder.commonJS[file]!.definitions[write.definition] = .some(isAlias ? nil : export.symbol)
        for announcement in export.announcements { binder.commonJS[file]!.definitions[announcement] = .some(nil) }
      } else {
        for write in export.writes where module.tree.kind(write.definition) != .assignmentExpression {
          binder.commonJS[file]!.definitions[write.definition] = .some(export.symbol)
        }
      }
      if !export.reads.isEmpty || !export.isConstant { binder.commonJS[file]!.valueUses.append(export.symbol!) }
      record[key] = export.symbol
      exports[file]![key] = export
      binder.localExports[Int(file.raw)][key] = .symbol(export.symbol!)
    }
    binder.commonJS[file]!.record = record
    if let literal = literals[file] { binder.commonJS[file]!.literal = literal }
  }

  /// `module.exports = value`, once and for all.
  private func settle(_ result: (definition: NodeID, value: NodeID), _ file: FileID) {
    let symbol = Int(binder.commonJS[file]!.result.raw)
    binder.symbols[symbol].kind = .const
    binder.symbols[symbol].declaration = result.definition
    binder.commonJS[file]!.definitions[result.definition] = .some(binder.commonJS[file]!.result)
    // Who requires the file as a whole sees it.
    binder.commonJS[file]!.valueUses.append(binder.commonJS[file]!.result)
  }

  /// The variable that an expression names, if it never changes from where the expression stands on.
  private func fixedVariable(_ value: NodeID, _ file: FileID) -> SymbolID? {
    let tree = binder.graph[file].tree
    guard tree.kind(value) == .identifier, let name = symbol(value, file) else { return nil }
    let info = binder.symbols[Int(name.raw)]
    guard info.file == file, info.flags.isDisjoint(with: [.assigned, .ambient]),
      binder.scopes[Int(info.scope.raw)].kind == .module
    else { return nil }
    switch info.kind {
    case .function, .class, .const, .let: return name
    case .var:
      let isBefore = tree[info.declaration].end < tree[value].start
      return tree.kind(info.declaration) == .variableDeclaration && isBefore ? name : nil
    default: return nil
    }
  }

  // MARK: Linking

  private func link(_ require: Require) {
    let target = require.target
    let isRecord = binder.commonJS[target]?.record != nil
    var isLinked = isRecord
    switch require.form {
    case .statement: isLinked = true
    case .member(_, let key):
      if isRecord { noteValueUse(target, key) }
    case .pattern(let taken):
      let found = taken.map { link(for: $0.key, in: target, of: require) }
      let isEach = zip(taken, found).allSatisfy { $0.symbol != nil && isLinkable($0.symbol!, require) && $1 != nil }
      if !isRecord && !isEach { break }
      for (item, link) in zip(taken, found) {
        if let symbol = item.symbol, isLinkable(symbol, require), let link {
          links[symbol] = link
        } else {
          noteValueUse(target, item.key)
        }
      }
      isLinked = true
    case .variable(let name, let members):
      if isRecord {
        links[name] = .other(.namespace(target))
      } else if isLinkable(name, require) {
        isLinked = linkWhole(name, require) || linkModule(name, members, require)
      }
    case .value(let name?) where isLinkable(name, require): isLinked = linkWhole(name, require)
    case .value: break
    }
    if isLinked { binder.commonJS[require.file]!.linked.insert(require.call) }
  }

  private func noteValueUse(_ target: FileID, _ key: Name) {
    if let symbol = binder.commonJS[target]?.record?[key] { binder.commonJS[target]!.valueUses.append(symbol) }
  }

  /// A name for all that a file gives.
  private func linkWhole(_ name: SymbolID, _ require: Require) -> Bool {
    guard results[require.target] != nil else { return false }
    links[name] = .result(require.target)
    return true
  }

  /// A name for an ES module, or a module of Node, of which only members are read.
  private func linkModule(_ name: SymbolID, _ members: [(access: NodeID, key: Name)], _ require: Require) -> Bool {
    for (access, key) in members {
      guard let link = link(for: key, in: require.target, of: require), case .other(.symbol(let symbol)) = link
      else { return false }
      switch uses[require.file]!.use(of: access) {
      case .read: continue
      case .call: if !ignoresThis(symbol) { return false }
      case .write, .other: return false
      }
    }
    guard !binder.graph[require.target].isCommonJS, binder.graph[require.target].kind != .json else { return false }
    links[name] = .other(.namespace(require.target))
    return true
  }

  /// What a member of a required file is another name for, if it never changes.
  private func link(for key: Name, in target: FileID, of require: Require) -> Link? {
    if let members = exports[target] { return members[key]?.isConstant == true ? .export(target, key) : nil }
    let module = binder.graph[target]
    guard !module.isCommonJS, module.kind != .json else { return nil }
    var visited: Set<UInt64> = []
    guard case .found(.symbol(let symbol)) = binder.resolveExport(target, key, &visited) else { return nil }
    let info = binder.symbols[Int(symbol.raw)]
    switch info.kind {
    case .const, .class, .function: return info.flags.contains(.assigned) ? nil : .other(.symbol(symbol))
    default: return nil
    }
  }

  /// Follows names that are other names.
  private func resolve(_ link: Link, depth: Int = 0) -> ResolvedExport? {
    if depth > 100 { return nil }
    let symbol: SymbolID
    switch link {
    case .other(let target): return target
    case .export(let file, let key): symbol = exports[file]![key]!.symbol!
    case .result(let file):
      symbol = fixedVariable(results[file]!.value, file) ?? binder.commonJS[file]!.result
    }
    guard let next = links[symbol] else { return .symbol(symbol) }
    return resolve(next, depth: depth + 1)
  }
}
