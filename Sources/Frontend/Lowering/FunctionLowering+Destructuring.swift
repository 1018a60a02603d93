import PIR
import Semantics
import Syntax

/// Whether a target gets its first value or is assigned.
enum BindingMode {
  case initialize, assign
}

/// Destructuring (ECMA-262 8.6.2, 13.15.5).
extension FunctionLowering {
  /// Gives `value` to a name, a pattern or, in assignments, any target.
  func bindTarget(_ target: NodeID, _ value: ValueID, mode: BindingMode, source: NodeID? = nil) {
    let target = tree.withoutWrappers(target)
    switch tree.kind(target) {
    case .arrayPattern, .objectPattern: bindPattern(target, box(value), mode: mode, source: source)
    case .identifier where mode == .initialize:
      if let symbol = program.symbol(of: target, in: file) { initialize(symbol, value) }
    default: store(value, to: reference(target), at: target)
    }
  }

  /// Destructures a value.
  ///
  /// - Parameter source: for messages: the expression that it comes from, none for an argument, nil in other places.
  func bindPattern(_ pattern: NodeID, _ value: ValueID, mode: BindingMode, source: NodeID?) {
    if tree.kind(pattern) == .objectPattern {
      bindObject(pattern, value, mode: mode, source: source)
    } else {
      bindArray(pattern, value, mode: mode, source: source)
    }
  }

  /// `value`, or the default if it is undefined.
  func withDefault(_ value: ValueID, _ initializer: NodeID, nameFrom target: NodeID) -> ValueID {
    guard initializer.exists else { return value }
    let missing = builder.newBlock()
    let done = builder.newBlock()
    let result = builder.addBlockParameter(done, .boxed)
    builder.branch(isUndefined(value), missing, [], done, [value])
    builder.move(to: missing)
    let isName = tree.kind(target) == .identifier && isAnonymousFunction(initializer)
    let fallback = isName ? named(initializer, Identifier(tree, target).name) : expression(initializer)
    builder.jump(done, [box(fallback)])
    builder.move(to: done)
    return result
  }

  /// The target as a reference, evaluated before the value is fetched; nil for names and patterns, whose evaluation has
  /// no effect.
  private func earlyReference(_ target: NodeID, _ mode: BindingMode) -> Reference? {
    let inner = tree.withoutWrappers(target)
    guard mode == .assign else { return nil }
    switch tree.kind(inner) {
    case .propertyAccess, .elementAccess: return reference(inner)
    default: return nil
    }
  }

  private func finishElement(
    _ view: BindingElement, _ reference: Reference?, _ value: ValueID, _ mode: BindingMode
  ) {
    let value = withDefault(value, view.initializer, nameFrom: view.target)
    if let reference {
      store(value, to: reference, at: tree.withoutWrappers(view.target))
    } else {
      bindTarget(view.target, value, mode: mode)
    }
  }

  // MARK: Objects

  private func bindObject(_ pattern: NodeID, _ value: ValueID, mode: BindingMode, source: NodeID?) {
    let elements = Array(tree[ObjectPattern(tree, pattern).properties])
    position(pattern)
    // A read of a named property checks by itself, with the better message.
    if elements.first.map({ isRestOrComputed($0) }) ?? true {
      if let source { blameDestructured(source) }
      emit(.checkObjectCoercible, [value])
    }
    let hasRest = elements.last.map { tree.flags($0).contains(.rest) } ?? false
    var keys: [ValueID] = []
    for element in elements {
      let view = BindingElement(tree, element)
      if tree.flags(element).contains(.rest) {
        let reference = earlyReference(view.target, mode)
        position(element)
        let rest = emit(.objectRest, [value, box(emit(.arrayNew, keys))])
        finishElement(view, reference, rest, mode)
        continue
      }
      let key: PropertyKey
      if view.propertyName.exists {
        key = propertyKey(view.propertyName)
      } else {
        key = .name(Identifier(tree, tree.withoutWrappers(view.target)).name)
      }
      if hasRest { keys.append(keyValue(key)) }
      let reference = earlyReference(view.target, mode)
      position(view.propertyName.exists ? view.propertyName : view.target)
      if let source, element == elements.first, !view.initializer.exists { blameProperty(key, source) }
      finishElement(view, reference, property(of: value, key), mode)
    }
  }

  private func isRestOrComputed(_ element: NodeID) -> Bool {
    let name = BindingElement(tree, element).propertyName
    return tree.flags(element).contains(.rest) || (name.exists && tree.kind(name) == .computedPropertyName)
  }

  private func blameProperty(_ key: PropertyKey, _ source: NodeID) {
    switch key {
    case .name(let name): blameDestructured(source, property: context.text(name))
    case .index, .computed: break
    }
  }

  private func keyValue(_ key: PropertyKey) -> ValueID {
    switch key {
    case .name(let name): return box(emit(.constString, payload: .name(name)))
    case .index(let value), .computed(let value): return value
    }
  }

  private func property(of object: ValueID, _ key: PropertyKey) -> ValueID {
    switch key {
    case .name(let name):
      context.mention(name)
      return emit(.propGet, [object], payload: .name(name))
    case .index(let value), .computed(let value): return emit(.elemGet, [object, value])
    }
  }

  // MARK: Arrays

  /// Steps an iterator once per element. The iterator is closed at the end unless it is exhausted, and on exceptions
  /// unless they come from the iterator itself; `done` says at run time whether it is open.
  private func bindArray(_ pattern: NodeID, _ value: ValueID, mode: BindingMode, source: NodeID?) {
    let elements = Array(tree[ArrayPattern(tree, pattern).elements])
    if let source, source.exists {
      position(source)
      if mode == .initialize, isShownInPatterns(source) { blame(source, .iterable) }
    } else {
      position(pattern)
    }
    mentionIteration()
    let record = temporary()
    let isDone = temporary(.i1)
    store(emit(.iterNew, [value]), record)
    store(truth(false), isDone)
    let outer = builder.handler
    let closing = builder.newBlock()
    builder.handler = closing
    let start = builder.newBlock()
    builder.jump(start)
    builder.move(to: start)
    frames.append(.pattern(record: record, isDone: isDone, handler: outer))
    for element in elements {
      switch tree.kind(element) {
      case .omittedExpression: _ = step(record, isDone)
      default:
        let view = BindingElement(tree, element)
        let reference = earlyReference(view.target, mode)
        position(element)
        let isRest = tree.flags(element).contains(.rest)
        finishElement(view, reference, isRest ? remaining(record, isDone) : step(record, isDone), mode)
      }
    }
    frames.removeLast()
    builder.handler = outer
    let close = builder.newBlock()
    let done = builder.newBlock()
    branch(load(isDone), done, close)
    builder.move(to: close)
    position(pattern)
    emit(.iterClose, [load(record)])
    builder.jump(done)
    closeOnException(closing, record, isDone)
    builder.move(to: done)
  }

  /// Whether V8 shows an expression in the message about an array pattern, rather than its value.
  private func isShownInPatterns(_ source: NodeID) -> Bool {
    switch tree.kind(tree.withoutWrappers(source)) {
    case .identifier, .numericLiteral, .stringLiteral, .objectLiteral, .nullLiteral, .trueLiteral, .falseLiteral:
      return true
    default: return false
    }
  }

  private func closeOnException(_ closing: BlockID, _ record: SlotID, _ isDone: SlotID) {
    builder.move(to: closing)
    let exception = emit(.catchException)
    let close = builder.newBlock()
    let rethrow = builder.newBlock()
    branch(load(isDone), rethrow, close)
    builder.move(to: close)
    emit(.iterCloseThrow, [load(record)])
    builder.jump(rethrow)
    builder.move(to: rethrow)
    builder.emit(.throw, [exception])
  }

  /// The iterator's next value, undefined once it is exhausted.
  private func step(_ record: SlotID, _ isDone: SlotID) -> ValueID {
    let more = builder.newBlock()
    let exhausted = builder.newBlock()
    let found = builder.newBlock()
    let result = builder.addBlockParameter(found, .boxed)
    builder.branch(load(isDone), found, [undefined()], more, [])
    builder.move(to: more)
    // An exception of the iterator itself leaves it alone.
    store(truth(true), isDone)
    let value = emit(.iterNext, [load(record)])
    let open = builder.newBlock()
    branch(isHole(value), exhausted, open)
    builder.move(to: open)
    store(truth(false), isDone)
    builder.jump(found, [value])
    builder.move(to: exhausted)
    builder.jump(found, [undefined()])
    builder.move(to: found)
    return result
  }

  /// An array of all values that the iterator still has.
  private func remaining(_ record: SlotID, _ isDone: SlotID) -> ValueID {
    let array = box(emit(.arrayNew))
    let head = builder.newBlock()
    let body = builder.newBlock()
    let done = builder.newBlock()
    let wasOpen = builder.newBlock()
    branch(load(isDone), done, wasOpen)
    builder.move(to: wasOpen)
    store(truth(true), isDone)
    builder.jump(head)
    builder.move(to: head)
    let value = emit(.iterNext, [load(record)])
    branch(isHole(value), done, body)
    builder.move(to: body)
    emit(.arrayPush, [array, value])
    builder.jump(head)
    builder.move(to: done)
    return array
  }
}
