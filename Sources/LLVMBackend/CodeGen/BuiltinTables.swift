import LLVM
import PIR
import Syntax

/// The tables of built-in objects (`rt_builtin_tables`) and module namespace objects.
extension ModuleEmitter {
  private enum Flags {
    static let enumerable = 1
    static let readOnly = 2
    static let wellKnownSymbol = 4
    static let fixed = 8
  }

  /// What `rt_builtin_property` says about a value.
  private struct Field {
    var code: IRValue
    var word: IRValue
    var length = 0
    var kind: UInt64
  }

  func emitBuiltinTables() {
    let count = max(program.builtinCount, (program.builtins.map(\.index).max() ?? -1) + 1)
    var tables = [IRValue](repeating: context.null, count: count)
    for builtin in program.builtins { tables[builtin.index] = table(builtin) }
    let elements = context.constant(array: tables, of: context.pointer)
    let global = module.addGlobal(
      "rt_builtin_tables", elements.type, initializer: elements, linkage: .external, constant: true)
    global.setHidden()
  }

  private func table(_ builtin: BuiltinObject) -> IRValue {
    let properties = builtin.properties.map(property)
    let call = builtin.call.map(field)
    let construct = builtin.construct.map(field)
    let isFunction = call != nil || construct != nil
    let name = isFunction ? atom(program.interner.intern(builtin.name.lastComponent)) : context.null
    let list =
      properties.isEmpty
      ? context.null
      : addConstant("properties." + builtin.name, context.constant(array: properties, of: properties[0].type), alignment: 8)
    return addConstant(
      "builtin." + builtin.name,
      context.constant([
        call?.code ?? context.null, construct?.code ?? context.null, builtin.make.map { field($0).code } ?? context.null, name,
        context.int32(call?.length ?? construct?.length ?? 0), context.int32(properties.count), list,
      ]), alignment: machine.pointerBytes)
  }

  private func property(_ property: BuiltinProperty) -> IRValue {
    var key = program.interner.string(property.key)
    var flags = property.isEnumerable ? Flags.enumerable : 0
    if !property.isWritable { flags |= Flags.readOnly }
    if !property.isConfigurable { flags |= Flags.fixed }
    if key.hasPrefix("@@") {
      flags |= Flags.wellKnownSymbol
      key.removeFirst(2)
    }
    let field = field(property.value)
    return context.constant([
      atom(program.interner.intern(key)), field.code, property.setter.map { self.field($0).code } ?? context.null, field.word, context.int32(field.length),
      context.integer(context.i8, field.kind), context.integer(context.i8, UInt64(flags)), context.integer(context.i16, 0),
    ])
  }

  private func field(_ value: BuiltinValue) -> Field {
    func number(_ bits: UInt64) -> IRValue { constantWord(bits) }
    switch value {
    case .native(let symbol, let length):
      return Field(code: boxedFunction(symbol).function, word: number(0), length: length, kind: 0)
    case .compiled(let id, let length):
      return Field(code: thunk(.call, id), word: number(0), length: length, kind: 0)
    case .nativeGetter(let symbol): return Field(code: boxedFunction(symbol).function, word: number(0), kind: 1)
    case .compiledGetter(let id): return Field(code: thunk(.call, id), word: number(0), kind: 1)
    case .number(let bits): return Field(code: context.null, word: number(bits), kind: 2)
    case .string(let name):
      return Field(code: context.null, word: constantWord(string: atom(name)), kind: 3)
    case .object(let id): return Field(code: context.null, word: number(UInt64(self.program[id].index)), kind: 4)
    case .same(let name): return Field(code: context.null, word: constantWord(string: atom(name)), kind: 6)
    case .undefined: return Field(code: context.null, word: number(Boxed.undefined), kind: 5)
    }
  }

  // MARK: Namespace objects

  /// A function that gives the namespace object of a module, made on the first call.
  func namespaceAccessor(_ file: UInt32) -> Callee {
    let name = "namespace.\(file)"
    if let known = helpers[name] { return known }
    let type = context.function([], context.i64)
    let function = module.addFunction(name, type, linkage: .internal_)
    function.add(noUnwind)
    let callee = Callee(function: function, type: type)
    helpers[name] = callee
    builder.aside { emitNamespaceAccessor(function, name, file) }
    return callee
  }

  private func emitNamespaceAccessor(_ function: IRValue, _ name: String, _ file: UInt32) {
    let exports = program.namespaces[FileID(file)] ?? []
    let getters = exports.map { exportGetter($0.global) }
    let cell = module.addGlobal(name + ".object", context.i64, initializer: context.int64(0))
    cell.setSection("rt_roots")
    builder.move(to: builder.addBlock("", to: function))
    let known = builder.load(context.i64, cell)
    let make = builder.addBlock("", to: function)
    let done = builder.addBlock("", to: function)
    builder.branch(builder.compare(.equal, known, context.int64(0)), make, done)
    builder.move(to: done)
    builder.returnValue(known)
    builder.move(to: make)
    let names = exports.isEmpty ? context.null : atomArray(exports.map(\.name))
    let table =
      exports.isEmpty
      ? context.null
      : addConstant("getters", context.constant(array: getters, of: context.pointer), alignment: machine.pointerBytes)
    let create = runtime("rt_namespace_new", [context.i32, context.pointer, context.pointer], context.i64)
    let object = builder.call(create.function, type: create.type, [context.int32(exports.count), names, table])
    builder.store(object, cell)
    builder.returnValue(object)
  }

  /// `rt_value get(void)`: reads a module variable.
  private func exportGetter(_ id: GlobalID) -> IRValue {
    let name = "get." + program[id].name
    if let known = helpers[name] { return known.function }
    let type = context.function([], context.i64)
    let function = module.addFunction(name, type, linkage: .internal_)
    function.add(noUnwind)
    helpers[name] = Callee(function: function, type: type)
    builder.aside { emitExportGetter(function, id) }
    return function
  }

  private func emitExportGetter(_ function: IRValue, _ id: GlobalID) {
    builder.move(to: builder.addBlock("", to: function))
    let representation = program[id].representation
    let variable = globals[Int(id.raw)]
    if representation == .i1 {
      let word = builder.load(context.i32, variable)
      builder.returnValue(box(builder.cast(.truncate, word, context.i1), .i1))
    } else {
      builder.returnValue(box(builder.load(irType(representation), variable), representation))
    }
  }
}

extension String {
  /// What follows the last dot.
  fileprivate var lastComponent: String {
    guard let dot = lastIndex(of: ".") else { return self }
    return String(self[index(after: dot)...])
  }
}
