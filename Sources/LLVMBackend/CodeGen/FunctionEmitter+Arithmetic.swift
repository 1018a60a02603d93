import LLVM
import PIR

/// Native arithmetic, comparisons and conversions.
extension FunctionEmitter {
  func emitArithmetic(_ instruction: Instruction) -> Bool {
    let opcode = instruction.opcode
    func a() -> IRValue { operand(instruction, 0) }
    func b() -> IRValue { operand(instruction, 1) }
    let result: IRValue
    switch opcode {
    case .box: result = unit.box(a(), representation(instruction, 0))
    case .unbox: result = unit.unbox(a(), resultRepresentation(instruction))
    case .convert: result = convert(a(), representation(instruction, 0), resultRepresentation(instruction))
    case .toInt32: result = toInt32(a(), representation(instruction, 0))
    case .isInteger: result = isInteger(a(), b(), operand(instruction, 2))
    case .toIndex: result = toIndex(a())
    // What is tested before a loop may be no integer yet.
    case .truncate: result = truncated(a())
    case .f64Add: result = builder.binary(.realAdd, a(), b())
    case .f64Sub: result = builder.binary(.realSub, a(), b())
    case .f64Mul: result = builder.binary(.realMul, a(), b())
    case .f64Div: result = builder.binary(.realDivide, a(), b())
    case .f64Rem: result = callPure("rt_number_remainder", [a(), b()], context.double)
    case .f64Pow: result = callPure("rt_number_exponentiate", [a(), b()], context.double)
    case .f64Neg: result = builder.negateReal(a())
    case .f64Sqrt: result = callIntrinsic("llvm.sqrt", a())
    case .f64Abs: result = callIntrinsic("llvm.fabs", a())
    case .f64Floor, .f64Ceil, .f64Trunc: result = round(a(), opcode)
    case .i64Add, .i32Add: result = builder.binary(.add, a(), b())
    case .i64Sub, .i32Sub: result = builder.binary(.sub, a(), b())
    case .i64Mul, .i32Mul: result = builder.binary(.mul, a(), b())
    case .i64Rem: result = builder.binary(.unsignedRemainder, a(), b())
    case .i32And: result = builder.binary(.and, a(), b())
    case .i32Or: result = builder.binary(.or, a(), b())
    case .i32Xor: result = builder.binary(.xor, a(), b())
    case .i32Not, .not: result = builder.not(a())
    case .i32Shl: result = builder.binary(.shiftLeft, a(), shiftCount(b()))
    case .i32Shr: result = builder.binary(.shiftRightArithmetic, a(), shiftCount(b()))
    case .i32UShr: result = builder.binary(.shiftRightLogical, a(), shiftCount(b()))
    case .gt where isMagnitudeAboveZero(instruction):
      result = builder.compare(.orderedNotEqual, operand(function.source(function.operand(instruction, 0))!, 0), context.double(0))
    case .eq, .ne, .lt, .le, .gt, .ge: result = compare(opcode, a(), b(), representation(instruction, 0))
    case .select: result = builder.select(a(), b(), operand(instruction, 2))
    default: return false
    }
    define(instruction.result, result)
    return true
  }

  /// Whether a comparison is `|x| > 0`, as the truth of a number is: behind it, LLVM 19 takes `x` itself for positive
  /// (`fcmpImpliesClass`), so it must see `x != 0`.
  private func isMagnitudeAboveZero(_ comparison: Instruction) -> Bool {
    guard function.source(function.operand(comparison, 0))?.opcode == .f64Abs,
      let zero = function.source(function.operand(comparison, 1)), zero.opcode == .constF64, case .number(let bits) = zero.payload
    else { return false }
    return Double(bitPattern: bits) == 0
  }

  /// Shifts count modulo 32 in JavaScript; more is undefined in LLVM.
  private func shiftCount(_ value: IRValue) -> IRValue { builder.binary(.and, value, context.int32(31)) }

  // MARK: Comparisons

  private func compare(_ opcode: Opcode, _ a: IRValue, _ b: IRValue, _ representation: Representation) -> IRValue {
    switch representation {
    case .f64: return builder.compare(opcode.realPredicate, a, b)
    case .i32, .i64: return builder.compare(opcode.integerPredicate(signed: true), a, b)
    case .string: return compareStrings(opcode, a, b)
    default: return builder.compare(opcode.integerPredicate(signed: false), a, b)
    }
  }

  /// Strings are equal by content; interned ones mostly are the same pointer.
  private func compareStrings(_ opcode: Opcode, _ a: IRValue, _ b: IRValue) -> IRValue {
    switch opcode {
    case .eq, .ne:
      let equal = callReading("rt_string_equal", [a, b])
      return builder.compare(opcode == .eq ? .notEqual : .equal, equal, context.int32(0))
    default:
      let order = callReading("rt_string_compare", [a, b])
      return builder.compare(opcode.integerPredicate(signed: true), order, context.int32(0))
    }
  }

  // MARK: Type tests

  /// Whether a boxed value is of a kind.
  func emitTest(_ test: TypeTest, _ word: IRValue) -> IRValue {
    func hasTag(_ tag: UInt64) -> IRValue {
      builder.compare(
        .equal, builder.binary(.shiftRightLogical, word, context.int64(Boxed.tagShift)), context.int64(tag))
    }
    func equals(_ bits: UInt64) -> IRValue { builder.compare(.equal, word, context.int64(bits)) }
    func pair(_ bits: UInt64) -> IRValue {
      builder.compare(.equal, builder.binary(.and, word, context.int64(~1)), context.int64(bits))
    }
    func runtimeTest(_ symbol: String) -> IRValue {
      builder.compare(.notEqual, expanding { callReading(symbol, [word]) }, context.int32(0))
    }
    switch test {
    case .number: return builder.compare(.unsignedLess, word, context.int64(Boxed.tagSpecial << Boxed.tagShift))
    case .string: return hasTag(Boxed.tagString)
    case .symbol: return hasTag(Boxed.tagSymbol)
    case .bigint: return hasTag(Boxed.tagBigInt)
    case .object: return hasTag(Boxed.tagObject)
    case .boolean: return pair(Boxed.false_)
    case .nullish: return pair(Boxed.undefined)
    case .undefined: return equals(Boxed.undefined)
    case .null: return equals(Boxed.null)
    case .hole: return equals(Boxed.hole)
    case .function: return runtimeTest("rt_test_function")
    case .array, .builtinArray: return runtimeTest("rt_test_array")
    case .map: return runtimeTest("rt_test_map")
    case .set: return runtimeTest("rt_test_set")
    }
  }

  /// A number without its fraction; anything where that does not fit.
  private func truncated(_ number: IRValue) -> IRValue {
    builder.freeze(builder.cast(.realToSigned, number, context.i64))
  }

  /// Whether an integer is the same as the number that it was made of: -0, what is no integer and what did not fit come back
  /// as other bits, whatever the machine made of them.
  private func isSame(_ integer: IRValue, _ number: IRValue) -> IRValue {
    let back = builder.cast(.signedToReal, integer, context.double)
    return builder.compare(
      .equal, builder.cast(.bitCast, back, context.i64), builder.cast(.bitCast, number, context.i64))
  }

  private func isInteger(_ number: IRValue, _ low: IRValue, _ high: IRValue) -> IRValue {
    let integer = truncated(number)
    let isWithin = builder.binary(
      .and, builder.compare(.signedGreaterOrEqual, integer, low), builder.compare(.signedLessOrEqual, integer, high))
    return builder.binary(.and, isSame(integer, number), isWithin)
  }

  private func toIndex(_ number: IRValue) -> IRValue {
    // A branch and no selection: the access needs not wait for the comparison then.
    let integer = truncated(number)
    let before = builder.block
    let other = builder.addBlock("", to: value)
    let join = builder.addBlock("", to: value)
    builder.branch(isSame(integer, number), join, other, likely: true)
    builder.move(to: other)
    builder.jump(join)
    builder.move(to: join)
    let result = builder.phi(context.i64)
    builder.addIncoming(result, integer, from: before)
    builder.addIncoming(result, context.int64(UInt64.max), from: other)
    return result
  }

  // MARK: Conversions

  private func convert(_ value: IRValue, _ from: Representation, _ to: Representation) -> IRValue {
    switch (from, to) {
    case (_, .f64): return unit.toDouble(value, from)
    case (.i32, .i64): return builder.cast(.signExtend, value, context.i64)
    case (.u32, .i64), (.i1, .i64): return builder.cast(.zeroExtend, value, context.i64)
    case (.i1, .i32), (.i1, .u32): return builder.cast(.zeroExtend, value, context.i32)
    case (.i64, .i32), (.i64, .u32): return builder.cast(.truncate, value, context.i32)
    default:
      // Between representations that are the same in a register: function to object, i32 to u32.
      precondition(unit.irType(from) == unit.irType(to), "no conversion from \(from.name) to \(to.name)")
      return value
    }
  }

  /// ECMA-262 ToInt32 of a number.
  private func toInt32(_ value: IRValue, _ from: Representation) -> IRValue {
    switch from {
    case .i32, .u32: return value
    case .i64: return builder.cast(.truncate, value, context.i32)
    case .i1: return builder.cast(.zeroExtend, value, context.i32)
    default: break
    }
    // The machine converts to 64 bits and marks what does not fit; the low half is the result.
    let wide: IRValue
    let misfit: IRValue
    switch unit.machine.family {
    case .x86:
      let convert = unit.module.intrinsic("llvm.x86.sse2.cvttsd2si64")
      wide = builder.call(convert.function, type: convert.type, [builder.vector(value, lanes: 2)])
      misfit = builder.compare(.equal, wide, context.int64(1 << 63))
    case .webAssembly:
      let convert = unit.module.intrinsic("llvm.fptosi.sat", [context.i64, context.double])
      wide = builder.call(convert.function, type: convert.type, [value])
      // Either end of the range.
      let distance = builder.binary(.sub, wide, context.int64(UInt64(Int64.max)))
      misfit = builder.compare(.unsignedLessOrEqual, distance, context.int64(1))
    }
    let before = builder.block
    let slow = builder.addBlock("", to: self.value)
    let join = builder.addBlock("", to: self.value)
    let fast = builder.cast(.truncate, wide, context.i32)
    builder.branch(misfit, slow, join, likely: false)
    builder.move(to: slow)
    let computed = callPure("rt_number_to_int32_slow", [value], context.i32)
    builder.jump(join)
    builder.move(to: join)
    let result = builder.phi(context.i32)
    builder.addIncoming(result, fast, from: before)
    builder.addIncoming(result, computed, from: slow)
    return result
  }

  /// `Math.floor`, `ceil` and `trunc`.
  private func round(_ value: IRValue, _ opcode: Opcode) -> IRValue {
    let name = opcode == .f64Floor ? "llvm.floor" : opcode == .f64Ceil ? "llvm.ceil" : "llvm.trunc"
    if unit.machine.hasRounding { return callIntrinsic(name, value) }
    let helper = unit.roundingHelper(opcode)
    return builder.call(helper.function, type: helper.type, [value])
  }

  // MARK: Calls of functions without effects

  private func callIntrinsic(_ name: String, _ value: IRValue) -> IRValue {
    let intrinsic = unit.module.intrinsic(name, [context.double])
    return builder.call(intrinsic.function, type: intrinsic.type, [value])
  }

  /// Calls a function of numbers alone.
  private func callPure(_ symbol: String, _ arguments: [IRValue], _ result: IRType) -> IRValue {
    let callee = unit.runtime(symbol, arguments.map(\.type), result)
    unit.addEffects(.pure, takesReferences: false, to: callee)
    return builder.call(callee.function, type: callee.type, arguments)
  }

  /// Calls a function that looks behind references.
  private func callReading(_ symbol: String, _ arguments: [IRValue]) -> IRValue {
    let callee = unit.runtime(symbol, arguments.map(\.type), context.i32)
    unit.addEffects(.pure, takesReferences: true, to: callee)
    return builder.call(callee.function, type: callee.type, arguments)
  }
}

/// Rounding where the machine has no instruction for it.
extension ModuleEmitter {
  /// A function that rounds one double: through a 64-bit integer where it fits, keeping the sign of zero.
  func roundingHelper(_ opcode: Opcode) -> Callee {
    if let known = helpers[opcode.rawValue] { return known }
    let type = context.function([context.double], context.double)
    let function = module.addFunction(opcode.rawValue, type, linkage: .internal_)
    function.add(noUnwind)
    let callee = Callee(function: function, type: type)
    helpers[opcode.rawValue] = callee
    builder.aside { emitRounding(opcode, function) }
    return callee
  }

  private func emitRounding(_ opcode: Opcode, _ function: IRValue) {
    let small = { self.builder.addBlock("", to: function) }
    let entry = small(), convert = small(), whole = small()
    builder.move(to: entry)
    let number = function.parameter(0)
    let absolute = module.intrinsic("llvm.fabs", [context.double])
    let magnitude = builder.call(absolute.function, type: absolute.type, [number])
    // From 2^52 on all doubles are integers; NaN goes the same way.
    builder.branch(builder.compare(.orderedLess, magnitude, context.double(4_503_599_627_370_496)), convert, whole)
    builder.move(to: whole)
    builder.returnValue(number)
    builder.move(to: convert)
    let truncated = builder.cast(.signedToReal, builder.cast(.realToSigned, number, context.i64), context.double)
    var rounded = truncated
    if opcode == .f64Floor {
      let down = builder.binary(.realSub, truncated, context.double(1))
      rounded = builder.select(builder.compare(.orderedGreater, truncated, number), down, truncated)
    } else if opcode == .f64Ceil {
      let up = builder.binary(.realAdd, truncated, context.double(1))
      rounded = builder.select(builder.compare(.orderedLess, truncated, number), up, truncated)
    }
    let sign = module.intrinsic("llvm.copysign", [context.double])
    builder.returnValue(builder.call(sign.function, type: sign.type, [rounded, number]))
  }
}

extension Opcode {
  /// The comparison of doubles: everything but `ne` is false with a NaN.
  fileprivate var realPredicate: RealPredicate {
    switch self {
    case .eq: return .orderedEqual
    case .ne: return .unorderedNotEqual
    case .lt: return .orderedLess
    case .le: return .orderedLessOrEqual
    case .gt: return .orderedGreater
    default: return .orderedGreaterOrEqual
    }
  }

  fileprivate func integerPredicate(signed: Bool) -> IntegerPredicate {
    switch self {
    case .eq: return .equal
    case .ne: return .notEqual
    case .lt: return signed ? .signedLess : .unsignedLess
    case .le: return signed ? .signedLessOrEqual : .unsignedLessOrEqual
    case .gt: return signed ? .signedGreater : .unsignedGreater
    default: return signed ? .signedGreaterOrEqual : .unsignedGreaterOrEqual
    }
  }
}
