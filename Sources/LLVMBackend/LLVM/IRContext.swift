import CLLVM

/// Owns types, constants and modules; used by one thread.
public final class IRContext {
  let ref: LLVMContextRef

  /// The types that code generation uses all the time.
  public let void, i1, i8, i16, i32, i64, float, double, pointer: IRType

  public init() {
    ref = LLVMContextCreate()
    void = IRType(ref: LLVMVoidTypeInContext(ref))
    i1 = IRType(ref: LLVMInt1TypeInContext(ref))
    i8 = IRType(ref: LLVMInt8TypeInContext(ref))
    i16 = IRType(ref: LLVMInt16TypeInContext(ref))
    i32 = IRType(ref: LLVMInt32TypeInContext(ref))
    i64 = IRType(ref: LLVMInt64TypeInContext(ref))
    float = IRType(ref: LLVMFloatTypeInContext(ref))
    double = IRType(ref: LLVMDoubleTypeInContext(ref))
    pointer = IRType(ref: LLVMPointerTypeInContext(ref, 0))
  }

  deinit { LLVMContextDispose(ref) }

  /// A function type.
  public func function(_ parameters: [IRType], _ result: IRType) -> IRType {
    var refs: [LLVMTypeRef?] = parameters.map(\.ref)
    return IRType(ref: LLVMFunctionType(result.ref, &refs, UInt32(refs.count), 0))
  }

  /// An anonymous structure type with natural alignment.
  public func structure(_ elements: [IRType]) -> IRType {
    var refs: [LLVMTypeRef?] = elements.map(\.ref)
    return IRType(ref: LLVMStructTypeInContext(ref, &refs, UInt32(refs.count), 0))
  }

  /// An array type.
  public func array(_ element: IRType, _ count: Int) -> IRType { IRType(ref: LLVMArrayType2(element.ref, UInt64(count))) }

  // MARK: Constants

  /// An integer constant from its bits.
  public func integer(_ type: IRType, _ bits: UInt64) -> IRValue { IRValue(ref: LLVMConstInt(type.ref, bits, 0)) }

  public func int1(_ value: Bool) -> IRValue { integer(i1, value ? 1 : 0) }
  public func int32(_ value: Int) -> IRValue { integer(i32, UInt64(bitPattern: Int64(value))) }
  public func int64(_ bits: UInt64) -> IRValue { integer(i64, bits) }

  /// A double constant; NaNs get LLVM's default payload.
  public func double(_ value: Double) -> IRValue { IRValue(ref: LLVMConstReal(double.ref, value)) }

  /// A double constant with exactly these bits.
  public func double(bits: UInt64) -> IRValue {
    IRValue(ref: LLVMConstBitCast(LLVMConstInt(i64.ref, bits, 0), double.ref))
  }

  /// The null pointer.
  public var null: IRValue { IRValue(ref: LLVMConstNull(pointer.ref)) }

  /// Zero of any type.
  public func zero(_ type: IRType) -> IRValue { IRValue(ref: LLVMConstNull(type.ref)) }

  /// A value that may be anything, for results of code that is not reached.
  public func poison(_ type: IRType) -> IRValue { IRValue(ref: LLVMGetPoison(type.ref)) }

  /// A constant structure.
  public func constant(_ elements: [IRValue]) -> IRValue {
    var refs: [LLVMValueRef?] = elements.map(\.ref)
    return IRValue(ref: LLVMConstStructInContext(ref, &refs, UInt32(refs.count), 0))
  }

  /// A constant array.
  public func constant(array elements: [IRValue], of type: IRType) -> IRValue {
    var refs: [LLVMValueRef?] = elements.map(\.ref)
    return IRValue(ref: LLVMConstArray2(type.ref, &refs, UInt64(refs.count)))
  }

  /// A constant array of bytes.
  public func constant(bytes: [UInt8], terminated: Bool = false) -> IRValue {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        // An empty array has no base address, and LLVM wants one.
        guard let base = $0.baseAddress else {
          return IRValue(ref: LLVMConstStringInContext2(ref, "", 0, terminated ? 0 : 1))
        }
        return IRValue(ref: LLVMConstStringInContext2(ref, base, $0.count, terminated ? 0 : 1))
      }
    }
  }

  /// The address `offset` bytes behind a constant pointer.
  public func constant(_ pointer: IRValue, offset: Int) -> IRValue { constant(pointer, index: offset, of: i8) }

  /// The address of an element of an array at a constant address.
  public func constant(_ pointer: IRValue, index: Int, of type: IRType) -> IRValue {
    if index == 0 { return pointer }
    var index: LLVMValueRef? = LLVMConstInt(i64.ref, UInt64(index), 0)
    return IRValue(ref: LLVMConstInBoundsGEP2(type.ref, pointer.ref, &index, 1))
  }

  /// An attribute without value, such as `nounwind`.
  public func attribute(_ name: String, _ value: UInt64 = 0) -> IRAttribute {
    IRAttribute(ref: LLVMCreateEnumAttribute(ref, name.withBytes { LLVMGetEnumAttributeKindForName($0, $1) }, value))
  }

  /// A target-dependent attribute.
  public func attribute(_ name: String, text: String) -> IRAttribute {
    let key = Array(name.utf8CString), value = Array(text.utf8CString)
    return IRAttribute(
      ref: LLVMCreateStringAttribute(ref, key, UInt32(key.count - 1), value, UInt32(value.count - 1)))
  }
}

/// A property of a function, of its result or of one of its parameters.
public struct IRAttribute {
  let ref: LLVMAttributeRef
}

extension IRContext {
  /// The address of a symbol plus a number, as an integer constant that the linker fills in.
  public func constantAddress(_ symbol: IRValue, plus offset: UInt64, _ type: IRType) -> IRValue {
    let address = LLVMConstPtrToInt(symbol.ref, type.ref)
    if offset == 0 { return IRValue(ref: address!) }
    return IRValue(ref: LLVMConstAdd(address, LLVMConstInt(type.ref, offset, 0)))
  }
}
