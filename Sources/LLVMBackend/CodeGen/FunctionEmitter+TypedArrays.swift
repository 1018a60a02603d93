import LLVM
import PIR

/// Elements of typed arrays of a known kind.
extension FunctionEmitter {
  /// The element of a `typed.load`, in the representation of its kind.
  func loadTyped(_ instruction: Instruction, _ kind: ElementKind) -> IRValue {
    let type = elementType(kind)
    let element = builder.loadElement(type, elementAddress(instruction, type))
    switch kind {
    case .int8, .int16: return builder.cast(.signExtend, element, context.i32)
    case .uint8, .uint16: return builder.cast(.zeroExtend, element, context.i32)
    case .int32, .uint32, .float64: return element
    case .float32: return builder.cast(.realExtend, element, context.double)
    }
  }

  /// A `typed.store`: integers wrap around, and doubles round to floats.
  func storeTyped(_ instruction: Instruction, _ kind: ElementKind) {
    let type = elementType(kind)
    var value = operand(instruction, 2)
    switch kind {
    case .int8, .uint8, .int16, .uint16: value = builder.cast(.truncate, value, type)
    case .float32: value = builder.cast(.realTruncate, value, type)
    case .int32, .uint32, .float64: break
    }
    builder.storeElement(value, elementAddress(instruction, type))
  }

  private func elementAddress(_ instruction: Instruction, _ type: IRType) -> IRValue {
    let data = callRuntime("rt_typed_data", [operand(instruction, 0)], context.pointer)
    return builder.address(data, index: operand(instruction, 1), of: type)
  }

  private func elementType(_ kind: ElementKind) -> IRType {
    switch kind {
    case .int8, .uint8: return context.i8
    case .int16, .uint16: return context.i16
    case .int32, .uint32: return context.i32
    case .float32: return context.float
    case .float64: return context.double
    }
  }

  /// Any NaN as the one that values use: programs can store the bits of others. In integers, where LLVM keeps the bits.
  func canonical(_ number: IRValue) -> IRValue {
    let isNaN = builder.compare(.unordered, number, number)
    let bits = builder.cast(.bitCast, number, context.i64)
    return builder.cast(.bitCast, builder.select(isNaN, context.int64(Double.nan.bitPattern), bits), context.double)
  }
}
