import LLVM
import PIR

/// Words of static data: one 64-bit integer natively, two halves where a relocated pointer has 32 bits.
extension ModuleEmitter {
  /// A NaN-boxed constant.
  func constantWord(_ bits: UInt64) -> IRValue {
    if machine.pointerBytes == 8 { return context.int64(bits) }
    return context.constant([
      context.integer(context.i32, bits & 0xFFFF_FFFF), context.integer(context.i32, bits >> 32),
    ])
  }

  /// A static string, NaN-boxed.
  func constantWord(string: IRValue) -> IRValue { constantWord(address: string, tag: Boxed.tagString) }

  /// A static cell, NaN-boxed.
  func constantWord(address: IRValue, tag: UInt64) -> IRValue {
    let high = tag << Boxed.tagShift
    if machine.pointerBytes == 8 { return context.constantAddress(address, plus: high, context.i64) }
    let low = context.constantAddress(address, plus: 0, context.i32)
    return context.constant([low, context.integer(context.i32, high >> 32)])
  }
}

/// Conversions between representations at the builder's position.
extension ModuleEmitter {
  /// A value as a NaN-boxed word.
  func box(_ value: IRValue, _ representation: Representation) -> IRValue {
    switch representation {
    case .boxed: return value
    case .i1:
      return builder.binary(.or, builder.cast(.zeroExtend, value, context.i64), context.int64(Boxed.false_))
    case .i32, .u32, .i64, .f64:
      return builder.cast(.bitCast, toDouble(value, representation), context.i64)
    case .string: return boxPointer(value, Boxed.tagString)
    case .object, .function: return boxPointer(value, Boxed.tagObject)
    case .cell: return pointerBits(value)
    case .void: preconditionFailure("a value without representation")
    }
  }

  /// A NaN-boxed word that is known to hold a representation, as that.
  func unbox(_ word: IRValue, _ representation: Representation) -> IRValue {
    switch representation {
    case .boxed: return word
    case .i1: return builder.cast(.truncate, word, context.i1)
    case .f64: return builder.cast(.bitCast, word, context.double)
    case .i32: return builder.cast(.realToSigned, builder.cast(.bitCast, word, context.double), context.i32)
    case .u32:
      // The 64-bit conversion is one instruction, the unsigned 32-bit one is not.
      let wide = builder.cast(.realToSigned, builder.cast(.bitCast, word, context.double), context.i64)
      return builder.cast(.truncate, wide, context.i32)
    case .i64: return builder.cast(.realToSigned, builder.cast(.bitCast, word, context.double), context.i64)
    case .string, .object, .function, .cell: return unboxPointer(word)
    case .void: preconditionFailure("a value without representation")
    }
  }

  /// A number as a double.
  func toDouble(_ value: IRValue, _ representation: Representation) -> IRValue {
    switch representation {
    case .f64: return value
    case .i32, .i64: return builder.cast(.signedToReal, value, context.double)
    default:
      // Without optimisation, the unsigned conversion makes LLVM select the rest of the block slowly. It makes one of both
      // where it optimises.
      guard representation == .u32, machine.pointerBytes == 8 else { return builder.cast(.unsignedToReal, value, context.double) }
      return builder.cast(.signedToReal, builder.cast(.zeroExtend, value, context.i64), context.double)
    }
  }

  /// A pointer as a 64-bit word.
  func pointerBits(_ pointer: IRValue) -> IRValue {
    let bits = builder.cast(.pointerToInteger, pointer, wordType)
    return machine.pointerBytes == 8 ? bits : builder.cast(.zeroExtend, bits, context.i64)
  }

  /// A pointer with the tag of its kind.
  func boxPointer(_ pointer: IRValue, _ tag: UInt64) -> IRValue {
    builder.binary(.or, pointerBits(pointer), context.int64(tag << Boxed.tagShift))
  }

  private func unboxPointer(_ word: IRValue) -> IRValue {
    let bits =
      machine.pointerBytes == 8
      ? builder.binary(.and, word, context.int64(Boxed.payloadMask)) : builder.cast(.truncate, word, context.i32)
    return builder.cast(.integerToPointer, bits, context.pointer)
  }

  /// Whether what a function returned says that it threw.
  func isSignal(_ result: IRValue, _ representation: Representation) -> IRValue {
    switch representation {
    case .f64:
      // All bits set is a NaN that no computation yields; ordinary numbers fail the first, cheap test.
      let isNaN = builder.compare(.unordered, result, result)
      let bits = builder.cast(.bitCast, result, context.i64)
      let isException = builder.compare(.equal, bits, context.int64(Boxed.exception))
      return builder.binary(.and, isNaN, isException)
    default: return builder.compare(.equal, result, signal(representation))
    }
  }

  /// The value in what a function returned without an exception.
  func fromResult(_ result: IRValue, _ representation: Representation, throwing: Bool) -> IRValue {
    switch representation {
    case .i1: return builder.cast(.truncate, result, context.i1)
    case .i32, .u32: return throwing ? builder.cast(.truncate, result, context.i32) : result
    default: return result
    }
  }

  /// A value as a function returns it.
  func toResult(_ value: IRValue, _ representation: Representation, throwing: Bool) -> IRValue {
    switch representation {
    case .i1: return builder.cast(.zeroExtend, value, context.i32)
    // Zero-extended, so that no number looks like the signal.
    case .i32, .u32: return throwing ? builder.cast(.zeroExtend, value, context.i64) : value
    default: return value
    }
  }
}
