import LLVM
import PIR
import Syntax

/// Allocation, closures, variables and other instructions about memory.
extension FunctionEmitter {
  func emitObjectNew(_ instruction: Instruction, _ names: PoolRange) {
    let (count, list) = argumentList(instruction, from: 0)
    let keys = names.count == 0 ? context.null : unit.atomArray(Array(function.names(names)))
    let fields = Array(function.names(names))
    let arguments = [unit.literalSite(fields), count, keys, list]
    let makes = needsCheck(instruction, fields) ? "rt_object_new_checked" : "rt_object_new"
    define(instruction.result, callRuntime(makes, arguments, context.pointer))
  }

  /// Whether a literal may put something else where its layout promises a number.
  private func needsCheck(_ instruction: Instruction, _ fields: [Name]) -> Bool {
    guard let id = unit.literalLayouts[fields] else { return false }
    return fields.indices.contains { slot in
      guard unit.program[id].holdsNumber(slot) else { return false }
      var value = function.operand(instruction, slot)
      if let source = function.source(value), source.opcode == .box { value = function.operand(source, 0) }
      switch function.representation(value) {
      case .f64, .i32, .u32, .i64: return false
      default: return true
      }
    }
  }

  /// An array literal; a long one of computed elements is appended to piece by piece.
  func emitArrayNew(_ instruction: Instruction) {
    let length = Int(instruction.operands.count)
    let first = argumentCount(instruction) == 0 ? length : min(length, Self.longestList)
    let (count, list) = argumentList(instruction, from: 0, to: first)
    let array = callRuntime("rt_array_new", [count, list], context.pointer)
    check(array, .object, at: instruction.position)
    define(instruction.result, array)
    for index in first..<length {
      let element = unit.box(operand(instruction, index), representation(instruction, index))
      let arguments = [unit.box(array, .object), element]
      check(callRuntime("rt_array_append_value", arguments, context.i32), .void, at: instruction.position)
    }
  }

  func emitClosureNew(_ instruction: Instruction, _ target: FunctionID) {
    if unit.facts.hasStaticClosure(target) { return define(instruction.result, unit.staticClosure(target)) }
    // Cells and raw doubles are kept as such words, other values boxed.
    let (count, list) = argumentList(instruction, from: 0)
    let arguments = [unit.functionInfo(target), count, list]
    define(instruction.result, callRuntime("rt_closure_new", arguments, context.pointer))
  }

  /// Whether a boxed value is a closure of a function.
  func emitClosureTest(_ target: FunctionID, _ word: IRValue) -> IRValue {
    if unit.facts.hasStaticClosure(target) {
      return builder.compare(.equal, word, unit.box(unit.staticClosure(target), .function))
    }
    // An object, of the class of functions, with this function's information.
    let isObject = builder.addBlock("", to: value)
    let isFunction = builder.addBlock("", to: value)
    let join = builder.addBlock("", to: value)
    let start = builder.block
    builder.branch(emitTest(.object, word), isObject, join)
    builder.move(to: isObject)
    let object = unit.unbox(word, .object)
    let shape = builder.load(context.pointer, object)
    let classOfObject = builder.load(context.pointer, shape)
    let functionClass = unit.runtimeVariable("rt_function_class", context.i8)
    builder.branch(builder.compare(.equal, classOfObject, functionClass), isFunction, join)
    builder.move(to: isFunction)
    let info = builder.load(context.pointer, builder.address(object, offset: 2 * unit.machine.pointerBytes))
    let matches = builder.compare(.equal, info, unit.functionInfo(target))
    builder.jump(join)
    builder.move(to: join)
    let result = builder.phi(context.i1)
    builder.addIncoming(result, context.int1(false), from: start)
    builder.addIncoming(result, context.int1(false), from: isObject)
    builder.addIncoming(result, matches, from: isFunction)
    return result
  }

  func emitCaptureLoad(_ instruction: Instruction, _ index: Int) {
    let address = builder.address(closure(), offset: Layout.captures(unit.machine) + 8 * index)
    let result = resultRepresentation(instruction)
    // Little-endian: a pointer is the low part of its word. Captures never change.
    switch function.captures[index] {
    case .cell: define(instruction.result, builder.loadInvariant(context.pointer, address))
    case let held:
      let word = builder.loadInvariant(context.i64, address)
      define(instruction.result, held == .f64 || result != .boxed ? unit.unbox(word, result) : word)
    }
  }

  func emitTemplateObject(_ instruction: Instruction, _ names: PoolRange) {
    let strings = unit.atomArray(Array(function.names(names)))
    let arguments = [unit.siteWord(), context.int32(Int(names.count) / 2), strings]
    let raw = callRuntime("rt_template_object", arguments, context.i64)
    check(raw, .boxed, at: instruction.position)
    define(instruction.result, raw)
  }

  /// A literal; the tables of Unicode's properties are linked only for those that may need them.
  func emitRegExp(_ instruction: Instruction, _ names: PoolRange) {
    let pattern = unit.program.interner.string(function.names(names).first!).utf8
    let usesProperties = zip(pattern, pattern.dropFirst()).contains {
      $0 == UInt8(ascii: "\\") && ($1 | 0x20) == UInt8(ascii: "p")
    }
    let symbol = usesProperties ? "rt_regexp_new_unicode" : "rt_regexp_new"
    guard instruction.opcode == .regexpKept else { return emitRuntimeCall(instruction, symbol: symbol) }
    let parts = function.names(names).map { unit.atom($0) }
    let make = unit.runtime(symbol, parts.map(\.type), context.i64).function
    let raw = callRuntime("rt_regexp_kept", [unit.siteWord()] + parts + [make], context.i64)
    check(raw, .boxed, at: instruction.position)
    define(instruction.result, raw)
  }

  func emitInstanceNew(_ instruction: Instruction, _ fields: Int64) {
    let raw = callRuntime("rt_instance_new", [operand(instruction, 0), context.int32(Int(fields))], context.i64)
    check(raw, .boxed, at: instruction.position)
    define(instruction.result, raw)
  }

  func emitCheckInit(_ instruction: Instruction, _ name: Name) {
    let checked = operand(instruction, 0)
    let fail = builder.addBlock("", to: value)
    let going = builder.addBlock("", to: value)
    builder.branch(builder.compare(.equal, checked, context.int64(Boxed.hole)), fail, going, likely: false)
    builder.move(to: fail)
    let callee = unit.runtime("rt_throw_uninitialized", [context.pointer], context.void)
    callee.function.add(unit.cold)
    builder.call(callee.function, type: callee.type, [unit.atom(name)])
    leave(at: instruction.position, handler: function[current].handler)
    builder.move(to: going)
    define(instruction.result, checked)
  }

  // MARK: Variables

  func emitSlotLoad(_ instruction: Instruction, _ slot: SlotID) {
    let representation = function.slots[Int(slot.raw)].representation
    define(instruction.result, builder.load(unit.irType(representation), slots[Int(slot.raw)]))
  }

  func emitSlotStore(_ instruction: Instruction, _ slot: SlotID) {
    let isRoot = function.slots[Int(slot.raw)].representation.isReference && unit.machine.spillsRoots
    builder.store(operand(instruction, 0), slots[Int(slot.raw)], volatile: isRoot)
  }

  func emitGlobalLoad(_ instruction: Instruction, _ global: GlobalID) {
    let variable = unit.globals[Int(global.raw)]
    guard unit.program[global].representation == .i1 else {
      return define(instruction.result, builder.load(unit.irType(unit.program[global].representation), variable))
    }
    define(instruction.result, builder.cast(.truncate, builder.load(context.i32, variable), context.i1))
  }

  func emitGlobalStore(_ instruction: Instruction, _ global: GlobalID) {
    let isTruth = unit.program[global].representation == .i1
    let stored = operand(instruction, 0)
    builder.store(
      isTruth ? builder.cast(.zeroExtend, stored, context.i32) : stored, unit.globals[Int(global.raw)])
  }
}

/// Data of one instruction that the runtime fills.
extension ModuleEmitter {
  /// What the runtime keeps of an object literal (`rt_literal_site`).
  func literalSite(_ names: [Name]) -> IRValue {
    let layout = literalLayouts[names]
    let numbers = layout.map { program[$0].numbers } ?? 0
    return addRoot("literal", context.constant([context.null, context.int32(Int(layout?.raw ?? 0)), context.int64(numbers)]))
  }

  /// A word that the runtime sets when the instruction runs first.
  func siteWord() -> IRValue { addRoot("site.word", context.i64) }

  private func addRoot(_ name: String, _ type: IRType) -> IRValue { addRoot(name, context.zero(type)) }

  /// A variable of the program that may refer to what the collector keeps.
  func addRoot(_ name: String, _ contents: IRValue) -> IRValue {
    let global = module.addGlobal(name, contents.type, initializer: contents)
    global.setSection("rt_roots")
    global.setAlignment(8)
    return global
  }
}
