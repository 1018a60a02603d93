import PIR
import Semantics
import Syntax

/// Class definitions (ECMA-262 15.7.14).
extension FunctionLowering {
  func classDeclaration(_ node: NodeID) {
    if tree.flags(node).contains(.declare) { return }
    guard let symbol = declaredSymbol(node) else { return }
    let name = ClassDeclaration(tree, node).name
    _ = classValue(
      node, name: name.exists ? Identifier(tree, name).name : names.default, initializing: symbol)
    publishNamespaceMember(symbol)
  }

  /// Evaluates a class.
  ///
  /// - Parameters:
  ///   - key: where the name of an anonymous class is only known at run time.
  ///   - symbol: the variable of a class declaration, which gets its value before static elements run.
  func classValue(
    _ node: NodeID, name inferredName: Name, key: PropertyKey? = nil, initializing symbol: SymbolID? = nil
  ) -> ValueID {
    let view = ClassDeclaration(node: tree[node])
    let heritage = view.heritage.exists ? ClassHeritage(tree, view.heritage) : nil
    let hasParent = heritage?.superclass.exists ?? false
    let name = view.name.exists ? Identifier(tree, view.name).name : inferredName
    let label = name == .empty ? "class" : context.text(name)
    if let heritage, !tree[heritage.decorators].isEmpty { reportDecorator(tree[heritage.decorators][0]) }

    let ownName = selfName(of: node)
    if let ownName {
      declareSynthetic(.symbol(ownName), named: label, cell: program[ownName].flags.contains(.captured))
      if needsInitCheck(ownName) { write(.symbol(ownName), emit(.hole)) }
    }
    let inner = symbol.flatMap { self.innerBinding(of: $0, label) }
    let parent = hasParent ? boxed(heritage!.superclass) : emit(.hole)
    let outerClass = classContext
    let outerMode = isSloppy
    isSloppy = false
    let definition = ClassContext(parent: outerClass, node: node, isDerived: hasParent)
    classContext = definition
    let members = tree[view.members].filter { isEvaluated($0) }
    declareMembers(members, of: definition)

    position(node)
    let constructor = box(constructorFunction(members, definition, name: name, label: label))
    if let key { nameFunction(constructor, key) }
    let prototype = emit(.classLink, [constructor, parent])
    let homes = homeVariables(members, constructor: constructor, prototype: prototype)
    var statics: [(node: NodeID, key: VariableKey?)] = []
    var staticPrivates: [(Name, ValueID)] = []
    var nextField = 0
    for member in members {
      position(member)
      let isStatic = tree.flags(member).contains(.static)
      let target = isStatic ? constructor : prototype
      let home = (isStatic ? homes.forStatic : homes.forInstance).map { HomeObject.variable($0) }
      switch tree.kind(member) {
      case .methodDeclaration, .getAccessor, .setAccessor:
        if tree.kind(NodeID(tree[member].a)) == .privateIdentifier {
          let function = privateFunction(member, home: home, label: label)
          let key = privateStorageName(member, definition)
          if isStatic {
            staticPrivates.append((key, function))
          } else if let variable = definition.privateMethods.first(where: { $0.name == key })?.function {
            write(variable, function)
          }
        } else if tree.kind(member) == .methodDeclaration {
          publicMethod(member, on: target, home: home, label: label)
        } else {
          defineAccessor(member, on: target, home: home, isEnumerable: false)
        }
      case .propertyDeclaration:
        let nameNode = PropertyDeclaration(tree, member).name
        var key: VariableKey?
        if isStatic {
          if isComputed(nameNode) {
            key = context.newSynthetic()
            let slot = builder.addSlot(names.temporary)
            storage[key!] = .slot(slot)
          }
          statics.append((member, key))
        } else {
          key = definition.fields[nextField].key
          nextField += 1
        }
        if let key { writeComputedKey(nameNode, key) }
      case .classStaticBlock: statics.append((member, nil))
      default: break
      }
    }
    for (name, function) in staticPrivates { emit(.privateDefine, [constructor, function], payload: .name(name)) }
    if let ownName { write(.symbol(ownName), constructor) }
    if let inner { write(inner, constructor) }
    if let symbol { initialize(symbol, constructor) }
    runStatics(statics, constructor: constructor, home: homes.forStatic)
    classContext = outerClass
    isSloppy = outerMode
    if let symbol { context.classBindings[symbol] = nil }
    return constructor
  }

  /// The constant that a class declaration's own body sees, if it can differ from the variable around.
  private func innerBinding(of symbol: SymbolID, _ label: String) -> VariableKey? {
    guard program[symbol].flags.contains(.assigned) else { return nil }
    let key = context.newSynthetic()
    declareSynthetic(key, named: label, cell: true)
    write(key, emit(.hole))
    context.classBindings[symbol] = key
    return key
  }

  private func reportDecorator(_ node: NodeID) {
    _ = unsupported("A decorator", instead: "call the function on the class or member", node)
  }

  /// The name of a class expression inside itself.
  private func selfName(of node: NodeID) -> SymbolID? {
    guard let scope = program.scope(of: node, in: file) else { return nil }
    return program[scope].symbols.values.first { program[$0].kind == .selfName }
  }

  /// Whether a member exists at run time.
  private func isEvaluated(_ member: NodeID) -> Bool {
    let node = tree[member]
    if !node.flags.isDisjoint(with: [.declare, .abstract]) { return false }
    switch node.kind {
    case .methodDeclaration, .getAccessor, .setAccessor:
      if node.d != 0, let decorator = tree[ListID(node.d)].first { reportDecorator(decorator) }
      return node.c != 0
    case .constructorDeclaration: return node.b != 0
    case .propertyDeclaration:
      if node.d != 0, let decorator = tree[ListID(node.d)].first { reportDecorator(decorator) }
      if node.flags.contains(.accessor) {
        _ = unsupported("An 'accessor' field", instead: "write a getter and a setter", member)
        return false
      }
      return true
    case .classStaticBlock: return true
    default: return false
    }
  }

  private func isComputed(_ name: NodeID) -> Bool {
    tree.kind(name) == .computedPropertyName && constantPropertyName(name) == nil
  }

  private func writeComputedKey(_ name: NodeID, _ key: VariableKey) {
    let inner = ComputedPropertyName(tree, name).expression
    let value = boxed(inner)
    position(inner)
    write(key, emit(.jsToPropertyKey, [value]))
  }

  // MARK: Declaring members

  /// Collects private names, fields and parameter properties before any code of the class is lowered.
  private func declareMembers(_ members: [NodeID], of definition: ClassContext) {
    let number = context.newClassNumber()
    for member in members {
      declarePrivate(member, definition, number)
      let isStatic = tree.flags(member).contains(.static)
      switch tree.kind(member) {
      case .propertyDeclaration where !isStatic:
        var key: VariableKey?
        if isComputed(PropertyDeclaration(tree, member).name) {
          key = context.newSynthetic()
          // The constructor's object is made before the key is known.
          declareSynthetic(key!, named: "fieldKey", cell: true)
        }
        definition.fields.append((member, key))
      case .methodDeclaration, .getAccessor, .setAccessor:
        if !isStatic, tree.kind(NodeID(tree[member].a)) == .privateIdentifier {
          let key = context.newSynthetic()
          declareSynthetic(key, named: "privateMethod", cell: true)
          definition.privateMethods.append((privateStorageName(member, definition), key))
        }
      case .constructorDeclaration:
        let parameters = Signature(tree, ConstructorDeclaration(tree, member).signature).parameters
        definition.parameterProperties = tree[parameters].filter {
          !tree.flags($0).isDisjoint(with: [.public, .private, .protected, .readonly, .override])
        }
      default: break
      }
    }
  }

  private func declarePrivate(_ member: NodeID, _ definition: ClassContext, _ number: Int) {
    let nameNode = NodeID(tree[member].a)
    switch tree.kind(member) {
    case .propertyDeclaration, .methodDeclaration, .getAccessor, .setAccessor: break
    default: return
    }
    guard tree.kind(nameNode) == .privateIdentifier else { return }
    let name = PrivateIdentifier(tree, nameNode).name
    let text = "#\(context.text(name))"
    let unique = "\(text)@\(number)"
    switch tree.kind(member) {
    case .getAccessor, .setAccessor:
      var accessor = definition.privates[name]
        ?? PrivateMember(kind: .accessor, text: text, name: context.intern(unique))
      if tree.kind(member) == .getAccessor {
        accessor.getter = context.intern("\(unique)get")
      } else {
        accessor.setter = context.intern("\(unique)set")
      }
      definition.privates[name] = accessor
    case .methodDeclaration:
      definition.privates[name] = PrivateMember(kind: .method, text: text, name: context.intern(unique))
    default:
      definition.privates[name] = PrivateMember(kind: .field, text: text, name: context.intern(unique))
    }
  }

  /// Under which name objects carry a private method or half of an accessor.
  private func privateStorageName(_ member: NodeID, _ definition: ClassContext) -> Name {
    let declared = definition.privates[PrivateIdentifier(tree, NodeID(tree[member].a)).name]!
    switch tree.kind(member) {
    case .getAccessor: return declared.getter!
    case .setAccessor: return declared.setter!
    default: return declared.name
    }
  }

  // MARK: Methods

  private func privateFunction(_ member: NodeID, home: HomeObject?, label: String) -> ValueID {
    let text = "#\(context.text(PrivateIdentifier(tree, NodeID(tree[member].a)).name))"
    let prefix = tree.kind(member) == .getAccessor ? "get " : tree.kind(member) == .setAccessor ? "set " : ""
    return box(
      closure(
        of: member, name: context.intern(prefix + text), role: .method, home: home, pathName: "\(label).\(prefix)\(text)"))
  }

  private func publicMethod(_ member: NodeID, on target: ValueID, home: HomeObject?, label: String) {
    let key = propertyKey(MethodDeclaration(tree, member).name)
    let name = key.name.map { context.text($0) } ?? "method"
    let function = box(
      closure(of: member, name: key.name ?? .empty, role: .method, home: home, pathName: "\(label).\(name)"))
    nameFunction(function, key)
    switch key {
    case .name(let name): emit(.methodDefine, [target, function], payload: .name(name))
    case .index(let value), .computed(let value): emit(.methodElemDefine, [target, value, function])
    }
  }

  /// Variables with the home objects of methods that use `super`.
  private func homeVariables(
    _ members: [NodeID], constructor: ValueID, prototype: ValueID
  ) -> (forInstance: VariableKey?, forStatic: VariableKey?) {
    func variable(_ value: ValueID, _ name: String, _ isStatic: Bool) -> VariableKey? {
      let isNeeded = members.contains { member in
        guard tree.flags(member).contains(.static) == isStatic || tree.kind(member) == .classStaticBlock else { return false }
        switch tree.kind(member) {
        case .methodDeclaration, .getAccessor, .setAccessor: return usesSuper(member)
        case .propertyDeclaration:
          let value = PropertyDeclaration(tree, member).initializer
          return isStatic && value.exists && usesSuper(value)
        case .classStaticBlock: return isStatic && usesSuper(ClassStaticBlock(tree, member).body)
        default: return false
        }
      }
      guard isNeeded else { return nil }
      let key = context.newSynthetic()
      declareSynthetic(key, named: name, cell: false)
      write(key, value)
      return key
    }
    return (variable(prototype, "prototype", false), variable(constructor, "constructor", true))
  }

  // MARK: Static elements

  /// Runs static fields and blocks with the constructor as `this`.
  private func runStatics(_ statics: [(node: NodeID, key: VariableKey?)], constructor: ValueID, home: VariableKey?) {
    guard !statics.isEmpty else { return }
    withThis(constructor, home: home.map { .variable($0) }) {
      for (member, key) in statics {
        position(member)
        if tree.kind(member) == .propertyDeclaration {
          initializeField(member, key, on: constructor)
          continue
        }
        let list = Block(tree, ClassStaticBlock(tree, member).body).statements
        withScope(of: member, hoisting: list) {
          statements(list)
          // The rest of the class is not reached from a block that always throws, but still lowered.
          if builder.isTerminated { builder.move(to: builder.newBlock()) }
        }
      }
    }
  }

  /// Runs `body` as if in a method called on `this`.
  func withThis(_ this: ValueID, home newHome: HomeObject?, _ body: () -> Void) {
    let saved = (storage[.this], storage[.newTarget], home)
    storage[.this] = .value(this)
    storage[.newTarget] = .undefined
    if let newHome { home = newHome }
    body()
    storage[.this] = saved.0
    storage[.newTarget] = saved.1
    home = saved.2
  }

  /// Defines one field on an object (ECMA-262 7.3.33).
  func initializeField(_ member: NodeID, _ key: VariableKey?, on object: ValueID) {
    let view = PropertyDeclaration(tree, member)
    position(member)
    if tree.kind(view.name) == .privateIdentifier {
      let name = PrivateIdentifier(tree, view.name).name
      let declared = privateMember(view.name)
      let value = view.initializer.exists
        ? box(named(view.initializer, context.intern("#\(context.text(name))"))) : undefined()
      position(member)
      emit(.privateDefine, [object, value], payload: .name(declared.name))
      return
    }
    let propertyKey: PropertyKey = key.map { .computed(read($0)) } ?? self.propertyKey(view.name)
    let value = view.initializer.exists ? namedValue(view.initializer, propertyKey) : undefined()
    position(member)
    define(propertyKey, on: object, value)
  }
}
