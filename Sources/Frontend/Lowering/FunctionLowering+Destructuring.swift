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

  /// What an array pattern takes its values from.
  private enum ListSource {
    case value(SlotID)
    /// The elements of a literal that nothing else can see, so that no array need be made.
    case literal([SlotID])
  }

  /// The state of an array pattern at run time.
  private struct ListReader {
    let source: ListSource
    /// Whether the elements are read by their indices, because an iterator would do the same; then `isDone` is set, as
    /// there is nothing to close, and `hasEnded` says whether the end was seen.
    let isDirect: SlotID
    let hasEnded: SlotID
    let record: SlotID
    let isDone: SlotID
  }

  /// Destructures an array literal whose value is not used otherwise: `[a, b] = [b, a]`; false if it is more than a list.
  func bindLiteral(_ pattern: NodeID, _ source: NodeID, mode: BindingMode) -> Bool {
    let inner = tree.withoutWrappers(source)
    guard tree.kind(pattern) == .arrayPattern, tree.kind(inner) == .arrayLiteral else { return false }
    let elements = Array(tree[ArrayLiteral(tree, inner).elements])
    guard elements.allSatisfy({ tree.kind($0) != .spreadElement && tree.kind($0) != .omittedExpression }) else { return false }
    let slots = elements.map { element in
      let slot = temporary()
      store(boxed(element), slot)
      return slot
    }
    bindArray(pattern, .literal(slots), mode: mode, source: source)
    return true
  }

  private func bindArray(_ pattern: NodeID, _ value: ValueID, mode: BindingMode, source: NodeID?) {
    let slot = temporary()
    store(value, slot)
    bindArray(pattern, .value(slot), mode: mode, source: source)
  }

  /// Steps an iterator once per element. The iterator is closed at the end unless it is exhausted, and on exceptions
  /// unless they come from the iterator itself; `isDone` says at run time whether it is open. Arrays whose iteration is the
  /// built-in one are read without an iterator.
  private func bindArray(_ pattern: NodeID, _ list: ListSource, mode: BindingMode, source: NodeID?) {
    let elements = Array(tree[ArrayPattern(tree, pattern).elements])
    mentionIteration()
    let reader = ListReader(
      source: list, isDirect: temporary(.i1), hasEnded: temporary(.i1), record: temporary(), isDone: temporary(.i1))
    if let source, source.exists { position(source) } else { position(pattern) }
    let start = builder.newBlock()
    let open = builder.newBlock()
    let direct: ValueID
    switch list {
    case .value(let slot): direct = isListIteration(load(slot))
    case .literal: direct = callIteration("rt_iteration_is_builtin", [], .i1, [.reads])
    }
    store(direct, reader.isDirect)
    store(direct, reader.isDone)
    store(truth(false), reader.hasEnded)
    store(undefined(), reader.record)
    branch(direct, start, open)
    builder.move(to: open)
    let iterable: ValueID
    switch list {
    case .value(let slot): iterable = load(slot)
    case .literal(let slots): iterable = box(emit(.arrayNew, slots.map { load($0) }))
    }
    if let source, source.exists, mode == .initialize, isShownInPatterns(source) { blame(source, .iterable) }
    store(emit(.iterNew, [iterable]), reader.record)
    builder.jump(start)
    let outer = builder.handler
    let closing = builder.newBlock()
    builder.move(to: start)
    builder.handler = closing
    let body = builder.newBlock()
    builder.jump(body)
    builder.move(to: body)
    frames.append(.pattern(record: reader.record, isDone: reader.isDone, handler: outer))
    for (index, element) in elements.enumerated() {
      switch tree.kind(element) {
      case .omittedExpression: _ = step(reader, index)
      default:
        let view = BindingElement(tree, element)
        let reference = earlyReference(view.target, mode)
        position(element)
        let isRest = tree.flags(element).contains(.rest)
        finishElement(view, reference, isRest ? remaining(reader, index) : step(reader, index), mode)
      }
    }
    frames.removeLast()
    builder.handler = outer
    let close = builder.newBlock()
    let done = builder.newBlock()
    branch(load(reader.isDone), done, close)
    builder.move(to: close)
    position(pattern)
    emit(.iterClose, [load(reader.record)])
    builder.jump(done)
    closeOnException(closing, reader.record, reader.isDone)
    builder.move(to: done)
  }

  /// Calls one of the runtime's functions for iteration.
  private func callIteration(
    _ symbol: String, _ operands: [ValueID], _ result: Representation, _ effects: Effects
  ) -> ValueID {
    let parameters = operands.map { representation($0) }
    let function = RuntimeFunction(symbol: symbol, parameters: parameters, result: result, effects: effects)
    return emit(.callRuntime, operands, payload: .runtime(context.module.runtime(function)), result: result)
  }

  /// Whether a value is an array whose iterator would give its elements by their indices until the end.
  func isListIteration(_ value: ValueID) -> ValueID { callIteration("rt_is_list_iteration", [value], .i1, [.reads]) }

  /// Whether an index is inside an array that passed `isListIteration` once.
  func isInside(_ list: ValueID, _ index: ValueID) -> ValueID {
    let length = emit(.arrayLength, [emit(.unbox, [list], result: .object)])
    return emit(.lt, [index, emit(.convert, [length], result: .f64)])
  }

  /// Whether V8 shows an expression in the message about an array pattern, rather than its value: if it finds it by where the
  /// initializer begins, which is not so behind a parenthesis.
  private func isShownInPatterns(_ source: NodeID) -> Bool {
    let inner = tree.withoutWrappers(source)
    guard tree.span(inner).start == tree.span(source).start else { return false }
    switch tree.kind(inner) {
    case .identifier, .numericLiteral, .stringLiteral, .objectLiteral, .nullLiteral, .trueLiteral, .falseLiteral, .thisExpression,
      .functionExpression, .arrowFunction, .classExpression:
      return true
    case .callExpression: return tree.kind(CallExpression(tree, inner).callee) == .identifier
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

  /// The next value, undefined once there is no more.
  private func step(_ reader: ListReader, _ position: Int) -> ValueID {
    let direct = builder.newBlock()
    let general = builder.newBlock()
    let more = builder.newBlock()
    let exhausted = builder.newBlock()
    let found = builder.newBlock()
    let result = builder.addBlockParameter(found, .boxed)
    branch(load(reader.isDirect), direct, general)
    builder.move(to: direct)
    switch reader.source {
    case .literal(let slots): builder.jump(found, [position < slots.count ? load(slots[position]) : undefined()])
    case .value(let slot):
      // Once at the end, an iterator stays there, even if the array grows.
      let inside = builder.newBlock()
      let present = builder.newBlock()
      let missing = builder.newBlock()
      builder.branch(load(reader.hasEnded), found, [undefined()], inside, [])
      builder.move(to: inside)
      branch(isInside(load(slot), number(Double(position))), present, missing)
      builder.move(to: present)
      builder.jump(found, [emit(.elemGet, [load(slot), box(number(Double(position)))])])
      builder.move(to: missing)
      store(truth(true), reader.hasEnded)
      builder.jump(found, [undefined()])
    }
    builder.move(to: general)
    builder.branch(load(reader.isDone), found, [undefined()], more, [])
    builder.move(to: more)
    // An exception of the iterator itself leaves it alone.
    store(truth(true), reader.isDone)
    let value = emit(.iterNext, [load(reader.record)])
    let open = builder.newBlock()
    branch(isHole(value), exhausted, open)
    builder.move(to: open)
    store(truth(false), reader.isDone)
    builder.jump(found, [value])
    builder.move(to: exhausted)
    builder.jump(found, [undefined()])
    builder.move(to: found)
    return result
  }

  /// An array of all values that there still are.
  private func remaining(_ reader: ListReader, _ position: Int) -> ValueID {
    let direct = builder.newBlock()
    let general = builder.newBlock()
    let found = builder.newBlock()
    let result = builder.addBlockParameter(found, .boxed)
    branch(load(reader.isDirect), direct, general)
    builder.move(to: direct)
    switch reader.source {
    case .literal(let slots): builder.jump(found, [box(emit(.arrayNew, slots.dropFirst(position).map { load($0) }))])
    case .value(let slot):
      let rest = callIteration(
        "rt_array_rest", [load(slot), number(Double(position)), load(reader.hasEnded)], .object, .any)
      builder.jump(found, [box(rest)])
    }
    builder.move(to: general)
    let array = box(emit(.arrayNew))
    let head = builder.newBlock()
    let body = builder.newBlock()
    let done = builder.newBlock()
    let wasOpen = builder.newBlock()
    branch(load(reader.isDone), done, wasOpen)
    builder.move(to: wasOpen)
    store(truth(true), reader.isDone)
    builder.jump(head)
    builder.move(to: head)
    let value = emit(.iterNext, [load(reader.record)])
    branch(isHole(value), done, body)
    builder.move(to: body)
    emit(.arrayPush, [array, value])
    builder.jump(head)
    builder.move(to: done)
    builder.jump(found, [array])
    builder.move(to: found)
    return result
  }
}
