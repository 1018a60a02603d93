import PIR
import Syntax

extension Pass {
  /// Calls built-in functions directly where the receiver's kind is known, or behind a test of it.
  ///
  /// - Parameter afterCallbacks: whether `resolve-callbacks` has found the calls of the prelude's functions before.
  public static func resolveBuiltins(_ manifest: BuiltinManifest, afterCallbacks: Bool = false) -> Pass {
    Pass(name: "resolve-builtins", purpose: "call built-in functions directly, by type where that is known") { module in
      // A program that changes a built-in prototype gets ordinary property look-up everywhere.
      let changesPrototypes = BuiltinResolution.changesPrototypes(module)
      var resolution = BuiltinResolution(
        module, manifest, allowsReceiverTests: !changesPrototypes, afterCallbacks: afterCallbacks)
      resolution.run()
      module = resolution.module
    }
  }
}

extension Pass {
  /// Calls the prelude's functions directly where their names tell, before what they call back is looked at.
  public static func resolveCallbacks(_ manifest: BuiltinManifest) -> Pass {
    Pass(name: "resolve-callbacks", purpose: "call built-in functions that call back directly, behind a test of the receiver") {
      guard !BuiltinResolution.changesPrototypes($0) else { return }
      var resolution = BuiltinResolution($0, manifest)
      resolution.run()
      $0 = resolution.module
    }
  }
}

/// Rewrites calls and property reads, function by function.
///
/// OPTIMIZATION: a method call is looked up at compile time. That is what GetV and Call would find, because a receiver
/// that passes the test (a string, an array with the original prototype…) has no other property of that name unless a
/// built-in prototype was changed, which the pass excludes, or it got one itself, after which it does not pass
/// (`PIRModule.directMembers`).
struct BuiltinResolution {
  var module: PIRModule
  /// Nil if only functions of the prelude are called directly, whatever the types.
  private let inference: TypeInference?
  private var function: PIRFunction
  /// Of the current function's original values.
  private var types: [TypeSet] = []
  /// Results that became other values; applied when the function is done.
  private var replacement: [ValueID] = []
  private let manifest: BuiltinManifest
  private let allowsReceiverTests: Bool
  /// Whether calls with arguments that could be functions of the prelude are known to be none.
  private let afterCallbacks: Bool
  private var block = PIRFunction.entry
  private var position: UInt32 = 0

  init(_ module: PIRModule, _ manifest: BuiltinManifest, allowsReceiverTests: Bool, afterCallbacks: Bool) {
    self.module = module
    inference = TypeInference(module)
    function = PIRFunction(name: "", kind: .internal_, result: .void, file: FileID(0))
    self.manifest = manifest
    self.allowsReceiverTests = allowsReceiverTests
    self.afterCallbacks = afterCallbacks
  }

  /// Only functions of the prelude that get arguments are called directly.
  init(_ module: PIRModule, _ manifest: BuiltinManifest) {
    self.module = module
    inference = nil
    function = PIRFunction(name: "", kind: .internal_, result: .void, file: FileID(0))
    self.manifest = manifest
    allowsReceiverTests = true
    afterCallbacks = false
  }

  /// Whether some instruction stores into, or defines on, the `prototype` of a built-in constructor.
  static func changesPrototypes(_ module: PIRModule) -> Bool {
    let prototype = module.interner.intern("prototype")
    for function in module.functions {
      func isBuiltinPrototype(_ value: ValueID) -> Bool {
        guard case .instruction(let id) = function[value].definition, function[id].opcode == .propGet,
          function[id].payload == .name(prototype),
          case .instruction(let object) = function[function.operand(function[id], 0)].definition
        else { return false }
        return function[object].opcode == .builtin
      }
      for block in function.blocks {
        for id in block.instructions {
          let instruction = function[id]
          switch instruction.opcode {
          case .propSet, .elemSet, .propDefine, .elemDefine, .propDelete, .elemDelete, .accessorDefine:
            if isBuiltinPrototype(function.operand(instruction, 0)) { return true }
          case .callMethod, .callValue, .callDirect, .callNative:
            // Object.defineProperty, Object.assign and the like receive it as an argument.
            if function.operands(instruction).dropFirst().contains(where: isBuiltinPrototype) { return true }
          default: break
          }
        }
      }
    }
    return false
  }

  mutating func run() {
    for index in module.functions.indices {
      function = module.functions[index]
      if inference == nil, function.prefersSize { continue }
      types = inference?.values(of: index) ?? []
      replacement = [ValueID](repeating: .none, count: function.values.count)
      resolveFunction()
      function.replaceUses(replacement)
      module.functions[index] = function
    }
  }

  private mutating func resolveFunction() {
    var pending = function.blockIDs
    while let next = pending.popLast() {
      block = next
      var index = 0
      while index < function[block].instructions.count {
        let id = function[block].instructions[index]
        position = function[id].position
        if let rest = rewrite(id, at: index) {
          // The instructions after the rewritten one moved to another block.
          pending.append(rest)
          break
        }
        index += 1
      }
    }
  }

  // MARK: Facts

  private func type(_ value: ValueID) -> TypeSet {
    Int(value.raw) < types.count ? types[Int(value.raw)] : TypeSet(function.representation(value))
  }

  private func builtin(_ value: ValueID) -> BuiltinObject? {
    guard case .instruction(let id) = function[value].definition, function[id].opcode == .builtin,
      case .builtin(let builtin) = function[id].payload
    else { return nil }
    return module[builtin]
  }

  private func matches(_ value: ValueID, _ wanted: Representation) -> Bool {
    switch wanted {
    case .boxed: return true
    case .f64: return type(value) == .number
    case .string: return type(value) == .string
    case .i1: return type(value) == .boolean
    case .object: return type(value) == .object
    default: return false
    }
  }

  // MARK: Rewriting

  /// Rewrites the instruction in place, or into control flow; returns the block where the rest of this one went.
  private mutating func rewrite(_ id: InstructionID, at index: Int) -> BlockID? {
    if inference == nil { return function[id].opcode == .callMethod && function[id].operands.count > 1 ? rewriteMember(id, at: index) : nil }
    switch function[id].opcode {
    case .callMethod, .propGet: return rewriteMember(id, at: index)
    case .callValue: return rewriteCall(id, at: index)
    case .construct: return rewriteNew(id, at: index)
    default: return nil
    }
  }

  /// A built-in constructor called as a function: `String(x)`.
  private mutating func rewriteCall(_ id: InstructionID, at index: Int) -> BlockID? {
    let operands = Array(function.operands(function[id]))
    guard let object = builtin(operands[0]), let row = manifest.object(object.name) else { return nil }
    let arguments = Array(operands.dropFirst(2))
    guard let form = row.fastForms.first(where: { matches($0, arguments) }) else {
      // What has fast forms does not ask for its own function object.
      guard !row.fastForms.isEmpty, case .native(let symbol)? = row.call else { return nil }
      return replace(id, at: index) { $0.perform(.native(symbol), this: operands[1], arguments, in: $0.block) }
    }
    return replace(id, at: index) { $0.callFast(form, arguments, in: $0.block) }
  }

  /// A built-in constructor called with `new`: `new Array(n)`.
  private mutating func rewriteNew(_ id: InstructionID, at index: Int) -> BlockID? {
    let operands = Array(function.operands(function[id]))
    guard let object = builtin(operands[0]), let row = manifest.object(object.name) else { return nil }
    let arguments = Array(operands.dropFirst())
    guard let form = row.newForms.first(where: { matches($0, arguments) }) else { return nil }
    return replace(id, at: index) { $0.callFast(form, arguments, in: $0.block) }
  }

  private func matches(_ form: FastForm, _ arguments: [ValueID]) -> Bool {
    form.parameters.count == arguments.count && zip(arguments, form.parameters).allSatisfy { matches($0, $1) }
  }

  /// Puts what `make` appends in the place of an instruction.
  private mutating func replace(
    _ id: InstructionID, at index: Int, _ make: (inout BuiltinResolution) -> ValueID
  ) -> BlockID {
    let rest = function.split(block, after: index)
    function[block].instructions.removeLast()
    let value = make(&self)
    function.append(.jump, edges: [function.edge(to: rest)], to: block, position: position)
    define(function[id].result, as: value, atStartOf: rest)
    return rest
  }

  private mutating func rewriteMember(_ id: InstructionID, at index: Int) -> BlockID? {
    guard case .name(let name) = function[id].payload else { return nil }
    let key = module.interner.string(name)
    let operands = Array(function.operands(function[id]))
    let isCall = function[id].opcode == .callMethod
    if let object = builtin(operands[0]) {
      guard !module.patchedBuiltins.contains(object.name), let member = manifest.member(object.name, key) else { return nil }
      return rewriteStatic(id, at: index, member, receiver: operands[0], Array(operands.dropFirst()), isCall: isCall)
    }
    guard allowsReceiverTests, type(operands[0]) == .string || !function.prefersSize else { return nil }
    let alternatives = self.alternatives(key, receiver: operands[0], arguments: Array(operands.dropFirst()), isCall: isCall)
    guard !alternatives.isEmpty else { return nil }
    if alternatives.contains(where: { $0.test?.asksForMethods == true }) { module.directMembers.insert(name) }
    return expand(id, at: index, alternatives, operands)
  }

  /// How a call of a known built-in is carried out.
  private enum Action {
    case fast(FastForm)
    case native(String)
    case compiled(FunctionID)
    case number(Double)
  }

  /// What to do for a receiver that passes `test` (nil: it is known to).
  private struct Alternative {
    let test: TypeTest?
    let receiver: Representation
    let action: Action
  }

  private func action(_ member: BuiltinMember, _ arguments: [ValueID], isCall: Bool, receiver: FastReceiver) -> Action? {
    // The forms of a method are calls of it: reading the method as a value must not make one.
    if inference == nil {
      guard case .method(.prelude(let path), _) = member.kind else { return nil }
      return code(.prelude(path))
    }
    var isMethod = false
    if case .method = member.kind { isMethod = true }
    for form in member.fastForms
    where isMethod == isCall && form.receiver == receiver && matches(form, arguments) {
      return .fast(form)
    }
    switch member.kind {
    case .method(.prelude, _) where afterCallbacks && !arguments.isEmpty && !function.prefersSize: return nil
    case .method(let implementation, _) where isCall: return code(implementation)
    case .getter(let implementation) where !isCall: return code(implementation)
    case .number(let value) where !isCall: return .number(value)
    default: return nil
    }
  }

  private func code(_ implementation: BuiltinImplementation) -> Action? {
    switch implementation {
    case .native(let symbol): return .native(symbol)
    case .prelude(let path):
      guard let id = module.preludeFunctions[path], isCallable(module[id]) else { return nil }
      return .compiled(id)
    }
  }

  private func isCallable(_ callee: PIRFunction) -> Bool {
    callee.captures.isEmpty && callee.parameters.allSatisfy { $0.kind != .arguments && $0.kind != .newTarget }
  }

  /// The exotic own properties `length` of strings and arrays (ECMA-262 10.4.3, 10.4.2).
  private static let stringLength = FastForm(
    receiver: .primitive(.string), parameters: [], result: .u32, target: .opcode(.stringLength, nil))
  private static let arrayLength = FastForm(
    receiver: .tested(.array), parameters: [], result: .u32, target: .opcode(.arrayLength, nil))

  private func alternatives(_ key: String, receiver: ValueID, arguments: [ValueID], isCall: Bool) -> [Alternative] {
    var result: [Alternative] = []
    let type = type(receiver)
    func add(_ object: String, _ test: TypeTest, _ fast: FastReceiver, _ representation: Representation, _ set: TypeSet) {
      guard !type.isDisjoint(with: set), let member = manifest.member(object, key),
        let action = action(member, arguments, isCall: isCall, receiver: fast)
      else { return }
      result.append(Alternative(test: type == .string && test == .string ? nil : test, receiver: representation, action: action))
    }
    if key == "length", !isCall {
      if !type.isDisjoint(with: .string) {
        result.append(Alternative(test: type == .string ? nil : .string, receiver: .string, action: .fast(Self.stringLength)))
      }
      if !type.isDisjoint(with: .object) {
        result.append(Alternative(test: .array, receiver: .object, action: .fast(Self.arrayLength)))
      }
      return result
    }
    add("String.prototype", .string, .primitive(.string), .string, .string)
    // A receiver that must be a string has one alternative and no test.
    if type == .string { return result }
    add("Array.prototype", .builtinArray, .tested(.array), .object, .object)
    if inference != nil || mentions("Map") { add("Map.prototype", .map, .tested(.map), .object, .object) }
    if inference != nil || mentions("Set") { add("Set.prototype", .set, .tested(.set), .object, .object) }
    add("Number.prototype", .number, .primitive(.f64), .f64, .number)
    return result
  }

  /// Whether the program names a built-in object.
  private func mentions(_ name: String) -> Bool { module.builtins.contains { $0.name == name } }

  /// A member of a built-in object named in the program: no test is needed.
  private mutating func rewriteStatic(
    _ id: InstructionID, at index: Int, _ member: BuiltinMember, receiver: ValueID, _ arguments: [ValueID], isCall: Bool
  ) -> BlockID? {
    guard let action = action(member, arguments, isCall: isCall, receiver: .none) else { return nil }
    // Namespace functions ignore their receiver; constructors' static methods see the constructor.
    let keepsReceiver = manifest.object(member.object)?.construct != nil
    return replace(id, at: index) { resolution in
      let block = resolution.block
      let this = keepsReceiver
        ? receiver : resolution.function.append(.undefined, to: block, position: resolution.position)
      return resolution.perform(action, this: this, arguments, in: block)
    }
  }

  /// A chain of tests, each with its own call, and the general look-up at the end.
  private mutating func expand(
    _ id: InstructionID, at index: Int, _ alternatives: [Alternative], _ operands: [ValueID]
  ) -> BlockID {
    let original = function[id]
    let rest = function.split(block, after: index)
    function[block].instructions.removeLast()
    let arguments = Array(operands.dropFirst())
    var joined: ValueID?
    if alternatives.contains(where: { $0.test != nil }), original.result.exists {
      joined = ValueID(UInt32(function.values.count))
      function.values.append(Value(representation: .boxed, definition: .blockParameter(rest, 0)))
      function[rest].parameters = [joined!]
    }
    var current = block
    for alternative in alternatives {
      let hit: BlockID
      var next: BlockID?
      if let test = alternative.test {
        hit = function.addBlock(handlerOf: block)
        next = function.addBlock(handlerOf: block)
        let condition = function.append(.isType, [operands[0]], payload: .test(test), to: current, position: position)
        function.append(
          .branch, [condition], edges: [function.edge(to: hit), function.edge(to: next!)], to: current, position: position)
      } else {
        hit = current
      }
      let receiver = function.append(
        .unbox, [operands[0]], result: alternative.receiver, to: hit, position: position)
      var value: ValueID
      switch alternative.action {
      case .fast(let form): value = callFast(form, [receiver] + arguments, in: hit)
      default: value = perform(alternative.action, this: operands[0], arguments, in: hit)
      }
      if joined != nil {
        value = box(value, in: hit)
        function.append(.jump, edges: [function.edge(to: rest, [value])], to: hit, position: position)
      } else {
        function.append(.jump, edges: [function.edge(to: rest)], to: hit, position: position)
        define(original.result, as: value, atStartOf: rest)
      }
      guard let next else { return rest }
      current = next
    }
    function[current].isGeneral = true
    let general = function.append(
      original.opcode, operands, payload: original.payload, result: .boxed, to: current, position: position)
    function.append(.jump, edges: [function.edge(to: rest, joined == nil ? [] : [general])], to: current, position: position)
    if let joined { define(original.result, as: joined, atStartOf: rest) }
    return rest
  }

  private mutating func box(_ value: ValueID, in block: BlockID) -> ValueID {
    if !value.exists { return function.append(.undefined, to: block, position: position) }
    if function.representation(value) == .boxed { return value }
    return function.append(.box, [value], result: .boxed, to: block, position: position)
  }

  private mutating func perform(_ action: Action, this: ValueID, _ arguments: [ValueID], in block: BlockID) -> ValueID {
    switch action {
    case .fast(let form): return callFast(form, arguments, in: block)
    case .native(let symbol):
      let operands = [box(this, in: block)] + arguments.map { box($0, in: block) }
      return function.append(
        .callNative, operands, payload: .name(module.interner.intern(symbol)), result: .boxed, to: block, position: position)
    case .compiled(let callee): return callCompiled(callee, this: this, arguments, in: block)
    case .number(let value):
      return function.append(.constF64, payload: .double(value), to: block, position: position)
    }
  }

  private mutating func callFast(_ form: FastForm, _ values: [ValueID], in block: BlockID) -> ValueID {
    switch form.target {
    case .runtime(let runtime):
      let operands = zip(values, runtime.parameters).map { function.convert($0, to: $1, in: block, position: position) }
      return function.append(
        .callRuntime, operands, payload: .runtime(module.runtime(runtime)), result: runtime.result, to: block,
        position: position)
    case .opcode(let opcode, let test):
      // A receiver stands before the parameters and already has its representation.
      let receivers = values.count - form.parameters.count
      let operands = values.enumerated().map { index, value in
        if index < receivers { return value }
        let number = function.convert(value, to: form.parameters[index - receivers], in: block, position: position)
        guard opcode.wrapsOperand(index, function.representation(number)) else { return number }
        return function.append(.toInt32, [number], to: block, position: position)
      }
      return function.append(
        opcode, operands, payload: test.map { .test($0) } ?? .none, result: form.result, to: block, position: position)
    }
  }

  private mutating func callCompiled(_ callee: FunctionID, this: ValueID, _ arguments: [ValueID], in block: BlockID) -> ValueID {
    let target = module[callee]
    let values = target.arguments(this: this, arguments) { opcode, elements, payload in
      let boxed = elements.map { box($0, in: block) }
      return function.append(opcode, boxed, payload: payload, to: block, position: position)
    }
    let operands = zip(values, target.parameters).map {
      function.convert($0, to: target.representation($1.value), in: block, position: position)
    }
    return function.append(
      .callDirect, operands, payload: .function(callee), result: target.result, to: block, position: position)
  }

  /// Defines the old result at the start of the block where execution goes on.
  private mutating func define(_ old: ValueID, as value: ValueID, atStartOf rest: BlockID) {
    guard old.exists else { return }
    let id: InstructionID
    if !value.exists {
      id = function.makeInstruction(.undefined, position: position)
    } else if function.representation(value) == .boxed {
      replacement[Int(old.raw)] = value
      return
    } else {
      id = function.makeInstruction(.box, [value], position: position)
    }
    function.values.removeLast()
    function[id].result = old
    function[old].definition = .instruction(id)
    function[rest].instructions.insert(id, at: 0)
  }
}
