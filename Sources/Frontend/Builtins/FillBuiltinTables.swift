import PIR
import Syntax

extension Pass {
  /// Decides what of the built-in objects is linked: the properties whose names the live program mentions.
  public static func fillBuiltinTables(_ manifest: BuiltinManifest) -> Pass {
    Pass(name: "builtin-tables", purpose: "choose the built-in properties that the program can name; drop the other code") {
      var filling = BuiltinTableFilling(module: $0, manifest: manifest)
      filling.run()
      $0 = filling.module
    }
  }
}

/// Grows the set of live functions, mentioned names and reachable built-in objects together until nothing changes.
private struct BuiltinTableFilling {
  var module: PIRModule
  let manifest: BuiltinManifest
  private var isLive: [Bool] = []
  private var work: [FunctionID] = []
  private var names: Set<Name> = []
  /// Whether the live program can reach properties through well-known symbols: it iterates, tests `instanceof`, or holds
  /// a built-in object whose methods do.
  private var usesSymbols = false
  private var newNames: [Name] = []
  /// Of these, the names of properties that the program gets, sets or calls; others are only texts, which name a property
  /// where one is computed.
  private var propertyNames: Set<Name> = []
  /// Whether the program does more with the global object than to use properties of it that it names.
  private var isGlobalObjectUsed = false
  /// Objects whose tables are wanted, by name.
  private var objects: Set<String> = []
  /// The objects that are reached together with another one.
  private var reached: [String: [String]] = [:]
  private var properties: [String: [BuiltinProperty]] = [:]
  private var calls: [String: (call: BuiltinValue?, construct: BuiltinValue?)] = [:]

  /// How exotic prototypes of reached constructors are made.
  private var makers: [String: BuiltinValue] = [:]

  /// Objects that are linked with all members.
  private var whole: Set<String> = []

  init(module: PIRModule, manifest: BuiltinManifest) {
    self.module = module
    self.manifest = manifest
  }

  mutating func run() {
    isLive = [Bool](repeating: false, count: module.functions.count)
    module.builtinCount = manifest.objects.count
    // Values of most classes can come into being inside the runtime, so their prototypes count as reachable; they cost
    // only the properties that are named. Those that say with what they are reached are left to it.
    for object in manifest.objects where object.name.hasSuffix(".prototype") && !object.isMadeByConstructor {
      if object.reachedWith == nil { objects.insert(object.name) }
      for name in object.reachedWith ?? [] { reached[name, default: []].append(object.name) }
    }
    if module.canMakeBigInts { objects.insert("BigInt.prototype") }
    if let entry = module.entry { work.append(entry) }
    repeat {
      visitFunctions()
      visitMembers()
    } while !work.isEmpty || !newNames.isEmpty
    finish()
  }

  /// The objects behind functions of a kind and what they make.
  private static func suspendable(_ kind: FunctionKind) -> [String] {
    switch kind {
    case .generator: return ["GeneratorFunction.prototype", "Generator.prototype"]
    case .async: return ["AsyncFunction.prototype", "Promise.prototype"]
    case .asyncGenerator:
      return ["AsyncGeneratorFunction.prototype", "AsyncGenerator.prototype", "AsyncIterator.prototype", "Promise.prototype"]
    default: return []
    }
  }

  private static let iterating: Set<String> = ["rt_delegate", "rt_async_iterator_new"]

  private mutating func visitFunctions() {
    while let id = work.popLast() {
      guard !isLive[Int(id.raw)] else { continue }
      isLive[Int(id.raw)] = true
      let function = module[id]
      work += module.references(of: function)
      if !isGlobalObjectUsed, module.hasGlobalObjectAsValue(function) {
        isGlobalObjectUsed = true
        newNames += names.sorted { $0.raw < $1.raw }
        mentionErrors()
      }
      for object in module.builtinsByComputedKey(function) where object != BuiltinManifest.globalObject { reachAll(object) }
      for block in function.blocks { for instruction in block.instructions { visit(function[instruction], function) } }
    }
  }

  private mutating func mention(_ name: Name, asProperty: Bool) {
    let isNew = names.insert(name).inserted
    if (asProperty && propertyNames.insert(name).inserted) || isNew { newNames.append(name) }
  }

  /// The methods of iterators that the runtime calls by name.
  private mutating func mentionIteration() {
    for name in ["next", "return", "throw"] { mention(module.interner.intern(name), asProperty: true) }
  }

  /// Names that programs get from errors that the runtime makes, as in `globalThis[error.name]`.
  private mutating func mentionErrors() {
    guard let row = manifest.object(BuiltinManifest.globalObject) else { return }
    for index in row.members where manifest.members[index].key.hasSuffix("Error") {
      mention(module.interner.intern(manifest.members[index].key), asProperty: false)
    }
  }

  /// Whether the program may use a member of an object that it can reach.
  private func isNamed(_ member: BuiltinMember) -> Bool {
    let key = module.interner.intern(member.key)
    return member.object == BuiltinManifest.globalObject && !isGlobalObjectUsed
      ? propertyNames.contains(key) : names.contains(key)
  }

  private mutating func visit(_ instruction: Instruction, _ function: PIRFunction) {
    switch instruction.opcode {
    case .iterNew, .arrayAppend, .callSpread, .constructSpread, .jsInstanceof, .builtin, .moduleNamespace: usesSymbols = true
    case .regexpNew, .regexpKept: reach("RegExp.prototype")
    case .callRuntime:
      // What the runtime of suspending functions looks up by name in iterators.
      if case .runtime(let id) = instruction.payload, Self.iterating.contains(module[id].symbol) {
        usesSymbols = true
        mentionIteration()
      }
    case .frameNew: for object in Self.suspendable(function.kind) { reach(object) }
    default: break
    }
    switch instruction.payload {
    case .name(let name) where instruction.opcode != .callNative:
      mention(name, asProperty: instruction.opcode != .constString)
    case .names(let range) where instruction.opcode != .regexpNew && instruction.opcode != .regexpKept:
      for name in function.names(range) { mention(name, asProperty: true) }
    case .builtin(let id): reach(module[id].name)
    default: break
    }
  }

  private mutating func reach(_ object: String) {
    guard objects.insert(object).inserted, let row = manifest.object(object) else { return }
    // A new object is looked at with every name seen so far.
    for index in row.members where isNamed(manifest.members[index]) || manifest.members[index].isLinkedWithObject {
      add(manifest.members[index])
    }
    // What a constructor creates is found through its prototype.
    reachCode(object, row)
    for other in reached[object] ?? [] { reach(other) }
  }

  /// Links every member of an object whose properties the program looks up by keys that only the run tells.
  private mutating func reachAll(_ object: String) {
    guard let row = manifest.object(object), whole.insert(object).inserted else { return }
    reach(object)
    for index in row.members { add(manifest.members[index]) }
  }

  private mutating func reachCode(_ object: String, _ row: BuiltinObjectRow) {
    calls[object] = (row.call.flatMap { value($0, row.length) }, row.construct.flatMap { value($0, row.length) })
    let prototype = object + ".prototype"
    if let row = manifest.object(prototype) {
      makers[prototype] = row.make.flatMap { value($0, 0) }
      reach(prototype)
      properties[object, default: []].append(
        BuiltinProperty(key: module.interner.intern("prototype"), value: .object(identifier(prototype)), isWritable: false))
    }
  }

  private mutating func visitMembers() {
    while let name = newNames.popLast() {
      let key = module.interner.string(name)
      for member in manifest.members(named: key) where objects.contains(member.object) && isNamed(member) { add(member) }
    }
    // Well-known symbols are reached through syntax (`for of`, `instanceof`) and natives, not through names.
    guard usesSymbols else { return }
    for object in objects.sorted() {
      guard let row = manifest.object(object) else { continue }
      for index in row.members where manifest.members[index].key.hasPrefix("@@") { add(manifest.members[index]) }
    }
  }

  private mutating func add(_ member: BuiltinMember) {
    // Helpers look these up in the iterators that they step, which the program need not name.
    if member.object == "Iterator.prototype" || member.object == "Iterator" { mentionIteration() }
    let key = module.interner.intern(member.key)
    if properties[member.object]?.contains(where: { $0.key == key }) == true { return }
    if let made = member.madeObject { reach(made) }
    let value: BuiltinValue?
    if let original = member.original.flatMap({ manifest.member(member.object, $0) }) { add(original) }
    switch member.kind {
    case _ where member.original != nil: value = .same(module.interner.intern(member.original!))
    case .method(let implementation, let length): value = self.value(implementation, length)
    case .getter(let implementation): value = getter(implementation)
    case .number(let number): value = .number(number.bitPattern)
    case .string(let text): value = .string(module.interner.intern(text))
    case .undefined: value = .undefined
    case .object(let name):
      reach(name)
      value = .object(identifier(name))
    }
    guard let value else { return }
    properties[member.object, default: []].append(
      BuiltinProperty(
        key: key, value: value, isEnumerable: member.isEnumerable, isWritable: member.isWritable,
        isConfigurable: member.isConfigurable, setter: member.setter.flatMap { self.value($0, 1) }))
  }

  private mutating func value(_ implementation: BuiltinImplementation, _ length: Int) -> BuiltinValue? {
    switch implementation {
    case .native(let symbol): return .native(symbol: symbol, length: length)
    case .prelude(let path):
      guard let id = module.preludeFunctions[path] else { return nil }
      work.append(id)
      module[id].escapes = true
      return .compiled(id, length: length)
    }
  }

  private mutating func getter(_ implementation: BuiltinImplementation) -> BuiltinValue? {
    switch implementation {
    case .native(let symbol): return .nativeGetter(symbol: symbol)
    case .prelude(let path):
      guard let id = module.preludeFunctions[path] else { return nil }
      work.append(id)
      module[id].escapes = true
      return .compiledGetter(id)
    }
  }

  /// The module's entry for a built-in object, made on first use.
  private mutating func identifier(_ name: String) -> BuiltinID {
    if let index = module.builtins.firstIndex(where: { $0.name == name }) { return BuiltinID(UInt32(index)) }
    module.builtins.append(BuiltinObject(name: name, index: manifest.object(name)!.index))
    return BuiltinID(UInt32(module.builtins.count - 1))
  }

  private mutating func finish() {
    for object in objects.sorted()
    where properties[object] != nil || calls[object] != nil || makers[object] != nil {
      let id = identifier(object)
      module[id].properties = properties[object] ?? []
      module[id].call = calls[object]?.call
      module[id].construct = calls[object]?.construct
      module[id].make = makers[object]
    }
    let roots = isLive.indices.filter { isLive[$0] }.map { FunctionID(UInt32($0)) }
    module.removeUnreachableFunctions(roots: roots)
    module.mentionedNames = names
  }
}
