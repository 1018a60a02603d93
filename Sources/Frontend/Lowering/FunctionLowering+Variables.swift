import PIR
import Semantics
import Syntax

/// Reading, writing, declaring and capturing variables.
extension FunctionLowering {
  // MARK: Declaring

  /// Gives a variable of the current scope its storage; it starts undefined, or as a hole if reads are checked.
  func declare(_ symbol: SymbolID) {
    let info = program[symbol]
    let key = VariableKey.symbol(symbol)
    if context.isGlobal(symbol) || info.flags.contains(.ambient) { return }
    if let node = directlyCallable(symbol) {
      context.registerNestedFunction(symbol, node, path: path, in: classContext)
      if !context.uses.isUsedAsValue(symbol) { return }
    }
    let starts = info.flags.contains(.needsInitCheck) && context.hasUninitializedState(info.kind)
    if needsCell(symbol) {
      let slot = builder.addSlot(info.name, .cell)
      // Where no read needs a check, none can come before the first store; only a `var` is seen as it starts.
      let isStoredBeforeRead = !starts && info.kind != .var
      let start = starts ? emit(.hole) : undefined()
      store(emit(.cellNew, [start], payload: isStoredBeforeRead ? .integer(1) : .none), slot)
      storage[key] = .cell(slot)
    } else {
      let slot = builder.addSlot(info.name)
      if starts { store(emit(.hole), slot) } else if info.kind == .var { store(undefined(), slot) }
      storage[key] = .slot(slot)
    }
  }

  /// The function that a local constant or declaration holds, if it takes nothing from around it.
  private func directlyCallable(_ symbol: SymbolID) -> NodeID? {
    switch program[symbol].kind {
    case .function, .const: return context.captureAnalysis(file).directlyCallable[symbol]
    default: return nil
    }
  }

  /// Whether closures and the function must share the variable instead of copying its value.
  func needsCell(_ symbol: SymbolID) -> Bool {
    let info = program[symbol]
    guard info.flags.contains(.captured) else { return false }
    switch info.kind {
    case .let, .const, .parameter, .catchParameter:
      return !info.flags.isDisjoint(with: [.assigned, .needsInitCheck]) || context.isCapturedEarly(symbol)
    default: return true
    }
  }

  /// A variable of the lowering's own that starts undefined: a global where the code runs once, else a cell if
  /// `captured` before it has its value, else a slot.
  func declareSynthetic(_ key: VariableKey, named name: String, cell: Bool) {
    if role == .moduleBody && loopDepth == 0 {
      context.defineGlobal(key, named: "\(path).\(name)")
    } else if cell {
      let slot = builder.addSlot(context.intern(name), .cell)
      store(emit(.cellNew, [undefined()]), slot)
      storage[key] = .cell(slot)
    } else {
      let slot = builder.addSlot(context.intern(name))
      storage[key] = .slot(slot)
    }
  }

  // MARK: Finding

  /// Where the variable is, seen from this function; makes a capture if it belongs to a function around.
  func find(_ key: VariableKey) -> Storage {
    if let known = storage[key] { return known }
    if let global = context.globals[key] { return .global(global) }
    switch key {
    case .symbol(let symbol) where context.isGlobal(symbol): return .global(context.global(key))
    case .defaultExport: return .global(context.global(key))
    case .this, .newTarget, .arguments, .activeFunction:
      if parent == nil { return .undefined }
    default: break
    }
    guard let parent else {
      preconditionFailure("\(path): no storage for \(describe(key))")
    }
    let outer = parent.find(key)
    let result: Storage
    switch outer {
    case .global, .undefined: return outer
    case .cell, .capturedCell:
      result = .capturedCell(captures.count)
      builder.function.captures.append(.cell)
    case .slot, .capturedValue, .value, .callee:
      result = .capturedValue(captures.count)
      builder.function.captures.append(.boxed)
    }
    captures.append(key)
    storage[key] = result
    return result
  }

  private func describe(_ key: VariableKey) -> String {
    if case .symbol(let symbol) = key { return "variable \(context.text(program[symbol].name))" }
    return "\(key)"
  }

  /// What to pass for a capture when a closure is made here.
  func captureOperand(_ key: VariableKey) -> ValueID {
    switch find(key) {
    case .cell(let slot): return load(slot)
    case .capturedCell(let index): return emit(.captureLoad, payload: .integer(Int64(index)), result: .cell)
    default: return read(key)
    }
  }

  // MARK: Reading and writing

  /// The boxed value of a variable, without checks.
  func read(_ key: VariableKey) -> ValueID {
    switch find(key) {
    case .slot(let slot): return load(slot)
    case .cell(let slot): return emit(.cellLoad, [load(slot)])
    case .global(let global): return emit(.globalLoad, payload: .global(global), result: .boxed)
    case .capturedValue(let index): return emit(.captureLoad, payload: .integer(Int64(index)), result: .boxed)
    case .capturedCell(let index):
      return emit(.cellLoad, [emit(.captureLoad, payload: .integer(Int64(index)), result: .cell)])
    case .value(let value): return box(value)
    case .callee: return box(emit(.callee))
    case .undefined: return undefined()
    }
  }

  /// Stores a boxed value into a variable, without checks.
  func write(_ key: VariableKey, _ value: ValueID) {
    let value = box(value)
    switch find(key) {
    case .slot(let slot): store(value, slot)
    case .cell(let slot): emit(.cellStore, [load(slot), value])
    case .global(let global): emit(.globalStore, [value], payload: .global(global))
    case .capturedCell(let index):
      emit(.cellStore, [emit(.captureLoad, payload: .integer(Int64(index)), result: .cell), value])
    case .capturedValue, .value, .callee, .undefined:
      preconditionFailure("\(path): \(describe(key)) is not assignable")
    }
  }

  /// Reads a declared variable with the check that it is initialized, if that is in doubt.
  func readVariable(_ symbol: SymbolID) -> ValueID {
    if let inner = context.classBindings[symbol] {
      return emit(.checkInit, [read(inner)], payload: .name(program[symbol].name))
    }
    let value = read(.symbol(symbol))
    guard needsInitCheck(symbol) else { return value }
    return emit(.checkInit, [value], payload: .name(program[symbol].name))
  }

  /// Whether reads from here must check that `symbol` is initialized.
  func needsInitCheck(_ symbol: SymbolID) -> Bool {
    let info = program[symbol]
    guard context.hasUninitializedState(info.kind) else { return false }
    if case .callee? = storage[.symbol(symbol)] { return false }
    return info.flags.contains(.needsInitCheck)
  }

  /// Assigns to a declared variable (ECMA-262 9.1.1.1.5): constants throw, uninitialized variables too.
  func assignVariable(_ symbol: SymbolID, _ value: ValueID) {
    let info = program[symbol]
    if let inner = context.classBindings[symbol] {
      emit(.checkInit, [read(inner)], payload: .name(info.name))
      return throwError(.typeError, "Assignment to constant variable.")
    }
    if needsInitCheck(symbol) {
      emit(.checkInit, [read(.symbol(symbol))], payload: .name(info.name))
    }
    switch info.kind {
    case .const, .importBinding, .selfName:
      // Assigning to the name of a function expression throws too: all code is strict.
      throwError(.typeError, "Assignment to constant variable.")
    default:
      if isNamespaceMember(symbol) { return writeNamespaceMember(symbol, value) }
      write(.symbol(symbol), value)
    }
  }

  /// Gives a variable its first value.
  func initialize(_ symbol: SymbolID, _ value: ValueID) {
    if program[symbol].flags.contains(.ambient) { return }
    if isNamespaceMember(symbol) { return writeNamespaceMember(symbol, value) }
    write(.symbol(symbol), value)
  }

  /// The value of `this`, checked in derived constructors.
  func thisValue() -> ValueID {
    if program.graph[file].kind == .script, isTopLevelOfFile { return builtinObject("globalThis") }
    if let commonJS, isTopLevelOfFile { return read(.symbol(commonJS.initial)) }
    let value = read(.this)
    guard thisMayBeUninitialized else { return value }
    return emit(.checkInit, [value], payload: .name(names.this))
  }

  /// A built-in object that the manifest lists as a global.
  func builtinObject(_ name: String) -> ValueID {
    guard case .object(let row)? = context.builtins.global(name) else { return undefined() }
    return emit(.builtin, payload: .builtin(context.builtin(row.name, index: row.index)))
  }

  /// Whether `this` belongs to a derived constructor and is not known to be set.
  var thisMayBeUninitialized: Bool {
    var function: FunctionLowering? = self
    while let current = function {
      if case .value? = current.storage[.this] { return false }
      if current.role == .derivedConstructor { return true }
      guard current.role == .arrow else { return false }
      function = current.parent
    }
    return false
  }
}
