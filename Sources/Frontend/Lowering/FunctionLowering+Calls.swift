import Builtins
import PIR
import Semantics
import Syntax

/// Calls and `new`.
extension FunctionLowering {
  func call(_ node: NodeID) -> ValueID {
    let view = CallExpression(tree, node)
    let callee = tree.withoutWrappers(view.callee)
    let isOptional = tree.flags(node).contains(.optional)
    if let result = requireCall(callee, view.arguments, node) ?? exportDefinition(node, value: .none) { return result }
    switch tree.kind(callee) {
    case .superExpression: return superCall(node)
    case .identifier where !isOptional:
      if let result = callOfName(callee, view.arguments, node) { return result }
    case .propertyAccess where !isOptional:
      if let result = callOfMember(callee, view.arguments, node) { return result }
    case .elementAccess where !isOptional:
      if let key = constantKey(ElementAccess(tree, callee).index),
        let result = callOfConstantElement(callee, key, view.arguments, node)
      {
        return result
      }
    default: break
    }
    let (function, this) = calleeAndThis(view.callee)
    if isOptional { leaveChainIfNullish(function) }
    return callValue(function, this, view.arguments, at: accessPosition(callee), callee: callee)
  }

  /// Calls a function value; the arguments may contain spreads.
  func callValue(
    _ function: ValueID, _ this: ValueID, _ list: ListID, at node: NodeID, callee: NodeID
  ) -> ValueID {
    if hasSpread(list) {
      let array = box(argumentArray(list))
      position(node)
      blame(callee, .callee)
      return emit(.callSpread, [function, this, array])
    }
    let arguments = tree[list].map { boxed($0) }
    position(node)
    blame(callee, .callee)
    return emit(.callValue, [function, this] + arguments)
  }

  /// The function and the `this` of a call whose callee is not handled specially.
  func calleeAndThis(_ node: NodeID) -> (ValueID, ValueID) {
    let inner = tree.withoutWrappers(node)
    switch tree.kind(inner) {
    case .propertyAccess, .elementAccess:
      if let member = staticMember(inner) { return (box(member), undefined()) }
      let reference = reference(inner)
      let function = box(load(reference, at: inner))
      switch reference {
      case .property(let object, _), .element(let object, _), .private(let object, _): return (function, object)
      case .superProperty(_, let this, _), .superElement(_, let this, _): return (function, this)
      case .variable, .unresolved: return (function, undefined())
      }
    case .optionalChain:
      let results = chain(exitValues: { [$0.undefined(), $0.undefined()] }) {
        let (function, this) = calleeAndThis(OptionalChain(tree, inner).expression)
        return [function, this]
      }
      return (results[0], results[1])
    default: return (boxed(inner), undefined())
    }
  }

  // MARK: Arguments

  func hasSpread(_ list: ListID) -> Bool { tree[list].contains { tree.kind($0) == .spreadElement } }

  /// All arguments in one array.
  func argumentArray(_ list: ListID) -> ValueID { arrayOf(tree[list], areArguments: true) }

  /// Whether evaluating all arguments can neither run code nor throw.
  private func isHarmless(_ list: ListID) -> Bool { tree[list].allSatisfy { isHarmless($0) } }

  private func isHarmless(_ node: NodeID) -> Bool {
    let inner = tree.withoutWrappers(node)
    switch tree.kind(inner) {
    case .numericLiteral, .stringLiteral, .trueLiteral, .falseLiteral, .nullLiteral, .arrowFunction, .functionExpression:
      return true
    case .thisExpression: return !thisMayBeUninitialized
    case .identifier:
      guard let symbol = program.symbol(of: inner, in: file) else { return true }
      return !program[resolved(symbol)].flags.contains(.needsInitCheck)
    case .templateExpression: return tree[TemplateExpression(tree, inner).expressions].isEmpty
    case .arrayLiteral: return tree[ArrayLiteral(tree, inner).elements].allSatisfy { isHarmless($0) }
    case .omittedExpression: return true
    case .prefixUnaryExpression:
      let view = PrefixUnaryExpression(tree, inner)
      return (view.operator == .not || view.operator == .minus) && tree.kind(view.operand) == .numericLiteral
    case .binaryExpression:
      let view = BinaryExpression(tree, inner)
      guard view.operator == .strictEqual || view.operator == .strictNotEqual else { return false }
      return isHarmless(view.left) && isHarmless(view.right)
    default: return false
    }
  }

  // MARK: Calls by name

  private func callOfName(_ callee: NodeID, _ list: ListID, _ node: NodeID) -> ValueID? {
    guard let symbol = program.symbol(of: callee, in: file), !program[symbol].flags.contains(.ambient) else {
      return callOfGlobal(callee, list, node)
    }
    var target = symbol
    if program[symbol].kind == .importBinding {
      switch program.imports[symbol] {
      case .symbol(let exported)?: target = exported
      case .intrinsic(let name)?: return callIntrinsic(name, list, node)
      default: return nil
      }
    }
    return callStatic(target, list, callee)
  }

  /// A direct call, if the callee's code is known.
  func callStatic(_ symbol: SymbolID, _ list: ListID, _ callee: NodeID) -> ValueID? {
    guard let function = context.staticFunction(symbol), !hasSpread(list) || spreadsIntoRest(function, list),
      !function.parameters.contains(.arguments)
    else { return nil }
    if !function.isHoisted && (needsInitCheck(symbol) || isCyclicImport(symbol)) {
      position(callee)
      _ = exportedValue(symbol)
    }
    // A generator's prototype is a property of its function object.
    let closure = context.module[function.id].kind.isGenerator ? [read(.symbol(symbol))] : []
    let operands = closure + directArguments(function, list)
    position(callee)
    return emit(.callDirect, operands, payload: .function(function.id), result: context.module[function.id].result)
  }

  /// Whether spreads only feed the callee's rest parameter.
  private func spreadsIntoRest(_ function: StaticFunction, _ list: ListID) -> Bool {
    guard let first = tree[list].firstIndex(where: { tree.kind($0) == .spreadElement }) else { return true }
    return function.parameters.contains { if case .rest(let start) = $0 { return start <= first } else { return false } }
  }

  /// Exactly the callee's parameters: missing ones are undefined, further arguments are evaluated and dropped.
  private func directArguments(_ function: StaticFunction, _ list: ListID) -> [ValueID] {
    let arguments = tree[list]
    let rest = function.parameters.lazy.compactMap { kind -> Int? in
      if case .rest(let start) = kind { return start } else { return nil }
    }.first
    var values: [ValueID] = []
    var restArray: ValueID?
    for (index, argument) in arguments.enumerated() {
      if let rest, index >= rest {
        restArray = box(arrayOf(arguments.suffix(from: index), areArguments: true))
        break
      }
      values.append(boxed(argument))
    }
    return function.parameters.map { kind in
      switch kind {
      case .positional(let index): return index < values.count ? values[index] : undefined()
      case .rest: return restArray ?? box(emit(.arrayNew))
      case .this, .newTarget, .arguments: return undefined()
      case .argumentCount: return number(Double(arguments.count))
      }
    }
  }

  // MARK: Built-in functions

  private func callOfGlobal(_ callee: NodeID, _ list: ListID, _ node: NodeID) -> ValueID? {
    let name = Identifier(tree, callee).name
    guard let meaning = globalMeaning(name), !hasSpread(list), !context.uses.changesGlobal(name) else { return nil }
    switch meaning {
    case .property:
      guard let member = context.builtins.manifest.global(context.text(name)) else { return nil }
      return callBuiltin(member.fastForms, list, callee) { lowering in
        (lowering.box(lowering.unresolved(callee, name)), nil)
      }
    case .object(let row):
      return callBuiltin(row.fastForms, list, callee) { lowering in
        (lowering.box(lowering.unresolved(callee, name)), nil)
      }
    default: return nil
    }
  }

  /// Calls a built-in function by its fast form if the arguments fit as they are, else as a value or method.
  ///
  /// - Parameter target: makes the callee, or the receiver with the method's name. It is a built-in that nothing can
  ///   be observed of, so that it may be made after the arguments.
  private func callBuiltin(
    _ forms: [FastForm], _ list: ListID, _ callee: NodeID, target: (FunctionLowering) -> (ValueID, Name?)
  ) -> ValueID {
    let arguments = tree[list].map { expression($0) }
    position(accessPosition(callee))
    if let form = context.builtins.fastForm(forms, arguments: arguments.map { representation($0) }) {
      return emitFast(form, arguments)
    }
    let (value, method) = target(self)
    let boxedArguments = arguments.map { box($0) }
    position(accessPosition(callee))
    blame(callee, .callee)
    if let method {
      context.mention(method)
      return emit(.callMethod, [value] + boxedArguments, payload: .name(method))
    }
    return emit(.callValue, [value, undefined()] + boxedArguments)
  }

  /// Executes a fast form or an intrinsic; nothing gives undefined.
  func emitFast(_ form: FastForm, _ arguments: [ValueID]) -> ValueID {
    let result: ValueID
    switch form.target {
    case .runtime(let function):
      result = emit(.callRuntime, arguments, payload: .runtime(context.module.runtime(function)), result: form.result)
    case .opcode(let opcode, let test):
      let operands = arguments.enumerated().map { index, argument in
        opcode.wrapsOperand(index, representation(argument)) ? emit(.toInt32, [argument]) : argument
      }
      result = emit(opcode, operands, payload: test.map { .test($0) } ?? .none, result: form.result)
    }
    return form.result == .void ? undefined() : result
  }

  /// Calls an import of `polyglot:runtime`, converting the arguments to the representations that it takes.
  private func callIntrinsic(_ name: Name, _ list: ListID, _ node: NodeID) -> ValueID {
    if name == names.argumentCount, let count = builder.function.parameters.first(where: { $0.kind == .argumentCount }) {
      return count.value
    }
    guard let form = context.builtins.manifest.intrinsic(context.text(name)) else {
      return unsupported("The intrinsic '\(context.text(name))'", instead: "add it to the manifest", node)
    }
    var operands = tree[list].map { expression($0) }
    while operands.count < form.parameters.count { operands.append(undefined()) }
    position(node)
    let converted = zip(operands, form.parameters).map { convert($0, to: $1) }
    return emitFast(form, converted)
  }

  /// Trusted conversion for intrinsics, whose callers are ours.
  private func convert(_ value: ValueID, to wanted: Representation) -> ValueID {
    let actual = representation(value)
    if actual == wanted { return value }
    switch (actual, wanted) {
    case (_, .boxed): return box(value)
    case (.f64, .i32): return emit(.toInt32, [value])
    case (.f64, .u32): return emit(.convert, [emit(.truncate, [value])], result: .u32)
    case (.boxed, .i32), (.boxed, .u32):
      return convert(emit(.unbox, [value], result: .f64), to: wanted)
    case (.boxed, .i1): return emit(.jsToBoolean, [value])
    case (.boxed, _): return emit(.unbox, [value], result: wanted)
    case (.i32, .f64), (.u32, .f64), (.i64, .f64), (.i1, .f64), (.function, .object):
      return emit(.convert, [value], result: wanted)
    default: return convert(box(value), to: wanted)
    }
  }

  // MARK: Method calls

  private func callOfMember(_ callee: NodeID, _ list: ListID, _ node: NodeID) -> ValueID? {
    let view = PropertyAccess(tree, callee)
    guard tree.kind(view.name) == .identifier, tree.kind(view.object) != .superExpression else { return nil }
    if let result = callOfKnownMember(callee, list) { return result }
    let name = Identifier(tree, view.name).name
    let isOptional = tree.flags(callee).contains(.optional)
    if !isOptional, !hasSpread(list), let result = callOfBuiltinMember(view, callee, name, list) { return result }
    let object = boxed(view.object)
    if isOptional { leaveChainIfNullish(object) }
    return callMethod(object, name, list, at: view.name, callee: callee)
  }

  private func callOfConstantElement(_ callee: NodeID, _ key: Name, _ list: ListID, _ node: NodeID) -> ValueID? {
    let view = ElementAccess(tree, callee)
    guard tree.kind(view.object) != .superExpression else { return nil }
    if let result = callOfKnownMember(callee, list) { return result }
    let object = boxed(view.object)
    if tree.flags(callee).contains(.optional) { leaveChainIfNullish(object) }
    return callMethod(object, key, list, at: view.index, callee: callee)
  }

  /// `ns.f(…)` of an imported module or a namespace whose function is known.
  private func callOfKnownMember(_ callee: NodeID, _ list: ListID) -> ValueID? {
    if let symbol = exportMember(callee) {
      if let result = callStatic(resolved(symbol), list, accessPosition(callee)) { return result }
      return callValue(box(symbolValue(symbol, callee)), undefined(), list, at: accessPosition(callee), callee: callee)
    }
    guard let (symbol, member) = memberOfName(callee) else { return nil }
    if program[symbol].kind == .importBinding, case .namespace(let file)? = program.imports[symbol] {
      let exports = program.exports[Int(file.raw)]
      if case .symbol(let target)? = exports.first(where: { $0.name == member })?.target,
        let result = callStatic(target, list, accessPosition(callee))
      {
        return result
      }
      let function = box(namespaceExport(file, member))
      return callValue(function, undefined(), list, at: accessPosition(callee), callee: callee)
    }
    return nil
  }

  private func callOfBuiltinMember(_ view: PropertyAccess, _ callee: NodeID, _ name: Name, _ list: ListID) -> ValueID? {
    let object = tree.withoutWrappers(view.object)
    guard tree.kind(object) == .identifier else { return nil }
    if let symbol = program.symbol(of: object, in: file), !program[symbol].flags.contains(.ambient) { return nil }
    let global = Identifier(tree, object).name
    if let result = callOfMadeMember(global, name, list, callee) { return result }
    guard case .object(let row)? = globalMeaning(global) else { return nil }
    let isPatched = context.module.patchedBuiltins.contains(row.name)
    let forms = isPatched ? [] : context.builtins.manifest.member(row.name, context.text(name))?.fastForms ?? []
    return callBuiltin(forms, list, callee) { lowering in
      (lowering.unresolved(object, lowering.context.intern(row.name)), name)
    }
  }

  /// A method of a global that is made when it is first asked for, as `performance.now()`: an intrinsic of that name does the
  /// same without the object, unless the program changes members of such globals or of prototypes.
  private func callOfMadeMember(_ global: Name, _ name: Name, _ list: ListID, _ callee: NodeID) -> ValueID? {
    let text = context.text(global)
    guard let form = context.builtins.manifest.intrinsic("\(text).\(context.text(name))"), tree[list].isEmpty,
      case .property? = globalMeaning(global), !context.uses.changesGlobal(global), !context.uses.mayChange(name),
      context.module.patchedBuiltins.isDisjoint(with: [text, "prototype"])
    else { return nil }
    position(accessPosition(callee))
    return emitFast(form, [])
  }

  /// `object.name(…)`. The receiver is checked before the arguments run. The method is looked up after them, unless the
  /// program has getters of that name or assigns it, so that the order could be observed.
  private func callMethod(
    _ object: ValueID, _ name: Name, _ list: ListID, at node: NodeID, callee: NodeID
  ) -> ValueID {
    context.mention(name)
    if hasSpread(list) || (context.uses.mayChange(name) && !isHarmless(list)) {
      position(node)
      let function = emit(.propGet, [object], payload: .name(name))
      return callValue(function, object, list, at: node, callee: callee)
    }
    if !isHarmless(list) { failIfNullish(object, at: node) { emit(.propGet, [object], payload: .name(name)) } }
    let arguments = tree[list].map { boxed($0) }
    position(node)
    blame(callee, .callee)
    return emit(.callMethod, [object] + arguments, payload: .name(name))
  }

  // MARK: new

  func new(_ node: NodeID) -> ValueID {
    let view = NewExpression(tree, node)
    let constructor = boxed(view.callee)
    if hasSpread(view.arguments) {
      let array = box(argumentArray(view.arguments))
      position(node)
      blame(view.callee, .callee)
      return emit(.constructSpread, [constructor, array])
    }
    let arguments = tree[view.arguments].map { boxed($0) }
    position(node)
    blame(view.callee, .callee)
    return emit(.construct, [constructor] + arguments)
  }
}
