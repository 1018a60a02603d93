import LLVM
import PIR

/// How unknown code enters a function.
enum ThunkKind { case call, construct }

/// Functions of the boxed ABI (`rt_code`) that call a function of the program in its native ABI.
extension ModuleEmitter {
  /// The thunk of a function; its body follows in `emitPendingThunks`.
  func thunk(_ kind: ThunkKind, _ id: FunctionID) -> IRValue {
    if let known = kind == .call ? callThunks[id] : constructThunks[id] { return known }
    let name = (kind == .call ? "call." : "new.") + program[id].name
    let value = module.addFunction(name, boxedType, linkage: .internal_)
    value.add(noUnwind)
    if isForSize(id) {
      value.add(context.attribute("minsize"))
      value.add(context.attribute("optsize"))
    }
    if kind == .call { callThunks[id] = value } else { constructThunks[id] = value }
    pendingThunks.append((kind, id, value))
    thunks.append((value, id))
    return value
  }

  /// The type of `rt_code`.
  var boxedType: IRType { context.function([context.pointer, context.i64, context.i32, context.pointer], context.i64) }

  func emitPendingThunks() {
    while let next = pendingThunks.popLast() { emitThunk(next.kind, next.function, next.value) }
    // Few passes run over what is compiled for size, so it is said what is to become part of its only caller.
    for (_, id) in thunks where isForSize(id) {
      let function = functions[Int(id.raw)].function
      guard function.hasOneUse else { continue }
      function.remove("noinline")
      function.add(context.attribute("alwaysinline"))
    }
  }

  private func emitThunk(_ kind: ThunkKind, _ id: FunctionID, _ thunk: IRValue) {
    let function = program[id]
    let closure = thunk.parameter(0)
    let receiver = thunk.parameter(1)
    let argc = thunk.parameter(2)
    var argv = thunk.parameter(3)
    let isConstructor = function.kind == .baseConstructor || function.kind == .derivedConstructor
    let makesObject = kind == .construct && !isConstructor
    let entry = builder.addBlock("", to: thunk)
    builder.move(to: entry)
    let failed = FailureExit(thunk)

    let roots = ThunkRoots(function, makesObject: makesObject, self)
    roots.store(receiver, 0, self)
    roots.store(closure, 1, self)

    // Missing arguments are undefined: a shorter list is copied into a longer one.
    let needed = function.parameters.reduce(0) { if case .positional(let i) = $1.kind { max($0, i + 1) } else { $0 } }
    if needed > 0 {
      let buffer = builder.allocate(context.array(context.i64, needed))
      let enough = builder.compare(.unsignedGreaterOrEqual, argc, context.int32(needed))
      let pad = builder.addBlock("", to: thunk)
      let ready = builder.addBlock("", to: thunk)
      let before = builder.block
      builder.branch(enough, ready, pad, likely: true)
      builder.move(to: pad)
      let helper = padArguments()
      builder.call(helper.function, type: helper.type, [buffer, argv, argc, context.int32(needed)])
      builder.jump(ready)
      builder.move(to: ready)
      let list = builder.phi(context.pointer)
      builder.addIncoming(list, argv, from: before)
      builder.addIncoming(list, buffer, from: pad)
      argv = list
    }

    var newTarget = context.int64(Boxed.undefined)
    var this = receiver
    if kind == .construct {
      newTarget = receiver
      if makesObject {
        let make = runtime("rt_instance_new", [context.i64, context.i32], context.i64)
        let fields = context.int32(expectedFields(function))
        this = builder.call(make.function, type: make.type, [newTarget, fields])
        failed.check(builder.compare(.equal, this, context.int64(Boxed.exception)), self)
        roots.store(this, 2, self)
      }
    }

    // Arrays of arguments are made before anything is read from the list.
    var made: [Int: IRValue] = [:]
    for (index, parameter) in function.parameters.enumerated() {
      switch parameter.kind {
      case .rest(let from):
        let make = runtime("rt_rest_array", [context.i32, context.pointer, context.i32], context.pointer)
        made[index] = builder.call(make.function, type: make.type, [argc, thunk.parameter(3), context.int32(from)])
        roots.store(made[index]!, 3, self)
      case .arguments:
        let make = runtime("rt_arguments_new", [context.i32, context.pointer], context.pointer)
        made[index] = builder.call(make.function, type: make.type, [argc, thunk.parameter(3)])
      default: break
      }
    }
    var arguments: [IRValue] = facts.needsClosure(id) ? [closure] : []
    for (index, parameter) in function.parameters.enumerated() {
      let representation = function.representation(parameter.value)
      switch parameter.kind {
      case .this: arguments.append(unbox(this, representation))
      case .newTarget: arguments.append(unbox(newTarget, representation))
      case .positional(let position):
        let value = builder.load(context.i64, builder.address(argv, offset: 8 * position))
        arguments.append(unbox(value, representation))
      case .argumentCount: arguments.append(builder.cast(.unsignedToReal, argc, context.double))
      case .rest, .arguments:
        let object = made[index]!
        arguments.append(representation == .boxed ? box(object, .object) : object)
      }
    }
    let callee = functions[Int(id.raw)]
    var result = builder.call(callee.function, type: callee.type, arguments, fast: true)
    if facts.canThrow(id) {
      if function.result != .boxed { failed.check(isSignal(result, function.result), self) }
      result = fromResult(result, function.result, throwing: true)
    } else {
      result = fromResult(result, function.result, throwing: false)
    }
    var boxed = function.result == .void ? context.int64(Boxed.undefined) : box(result, function.result)
    if makesObject {
      // The object that `new` made stands unless the function returned another (or an exception, which is passed on).
      let tag = builder.binary(.shiftRightLogical, boxed, context.int64(Boxed.tagShift))
      let isObject = builder.compare(.equal, tag, context.int64(Boxed.tagObject))
      let isException = builder.compare(.equal, boxed, context.int64(Boxed.exception))
      boxed = builder.select(builder.binary(.or, isObject, isException), boxed, this)
    }
    builder.returnValue(boxed)
    failed.finish(self)
  }

  /// `void pad(rt_value *to, const rt_value *from, uint32_t count, uint32_t needed)`: copies arguments and fills the
  /// rest with undefined.
  private func padArguments() -> Callee {
    if let known = helpers["pad"] { return known }
    let type = context.function([context.pointer, context.pointer, context.i32, context.i32], context.void)
    let function = module.addFunction("pad", type, linkage: .internal_)
    function.add(noUnwind)
    function.add(cold)
    function.add(context.attribute("noinline"))
    let callee = Callee(function: function, type: type)
    helpers["pad"] = callee
    builder.aside { emitPadArguments(function) }
    return callee
  }

  private func emitPadArguments(_ function: IRValue) {
    let entry = builder.addBlock("", to: function)
    let loop = builder.addBlock("", to: function)
    let copy = builder.addBlock("", to: function)
    let next = builder.addBlock("", to: function)
    let done = builder.addBlock("", to: function)
    builder.move(to: entry)
    builder.jump(loop)
    builder.move(to: loop)
    let index = builder.phi(context.i32)
    builder.addIncoming(index, context.int32(0), from: entry)
    builder.branch(builder.compare(.unsignedLess, index, function.parameter(2)), copy, next)
    builder.move(to: copy)
    let wide = builder.cast(.zeroExtend, index, context.i64)
    let argument = builder.load(context.i64, builder.address(function.parameter(1), index: wide, of: context.i64))
    builder.jump(next)
    builder.move(to: next)
    let value = builder.phi(context.i64)
    builder.addIncoming(value, argument, from: copy)
    builder.addIncoming(value, context.int64(Boxed.undefined), from: loop)
    let position = builder.cast(.zeroExtend, index, context.i64)
    builder.store(value, builder.address(function.parameter(0), index: position, of: context.i64))
    let following = builder.binary(.add, index, context.int32(1))
    builder.addIncoming(index, following, from: next)
    builder.branch(builder.compare(.unsignedLess, following, function.parameter(3)), loop, done)
    builder.move(to: done)
    builder.returnVoid()
  }
}

extension ParameterKind {
  /// Whether the thunk makes an object for it.
  fileprivate var allocates: Bool {
    switch self {
    case .rest, .arguments: return true
    default: return false
    }
  }
}

/// The place where a thunk returns the exception signal.
private final class FailureExit {
  private let function: IRValue
  private var block: IRBlock?

  init(_ function: IRValue) { self.function = function }

  /// Leaves with the signal if the condition holds.
  func check(_ failed: IRValue, _ emitter: ModuleEmitter) {
    let exit = block ?? emitter.builder.addBlock("", to: function)
    block = exit
    let going = emitter.builder.addBlock("", to: function)
    emitter.builder.branch(failed, exit, going, likely: false)
    emitter.builder.move(to: going)
  }

  func finish(_ emitter: ModuleEmitter) {
    guard let block else { return }
    emitter.builder.move(to: block)
    emitter.builder.returnValue(emitter.context.int64(Boxed.exception))
  }
}

/// Where a thunk keeps references while it allocates, on targets whose locals the collector cannot see.
private struct ThunkRoots {
  private let frame: IRValue?

  init(_ function: PIRFunction, makesObject: Bool, _ emitter: ModuleEmitter) {
    let collects = makesObject || function.parameters.contains { $0.kind.allocates }
    let isNeeded = emitter.machine.spillsRoots && collects
    frame = isNeeded ? emitter.builder.allocate(emitter.context.array(emitter.context.i64, 4)) : nil
  }

  /// Stores a boxed value or a pointer.
  func store(_ value: IRValue, _ index: Int, _ emitter: ModuleEmitter) {
    guard let frame else { return }
    emitter.builder.store(value, emitter.builder.address(frame, offset: 8 * index), volatile: true)
  }
}
