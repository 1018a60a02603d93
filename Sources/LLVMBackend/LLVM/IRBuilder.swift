import CLLVM

/// Comparisons of integers and pointers.
public enum IntegerPredicate {
  case equal, notEqual, signedLess, signedLessOrEqual, signedGreater, signedGreaterOrEqual
  case unsignedLess, unsignedLessOrEqual, unsignedGreater, unsignedGreaterOrEqual

  var llvm: LLVMIntPredicate {
    switch self {
    case .equal: return LLVMIntEQ
    case .notEqual: return LLVMIntNE
    case .signedLess: return LLVMIntSLT
    case .signedLessOrEqual: return LLVMIntSLE
    case .signedGreater: return LLVMIntSGT
    case .signedGreaterOrEqual: return LLVMIntSGE
    case .unsignedLess: return LLVMIntULT
    case .unsignedLessOrEqual: return LLVMIntULE
    case .unsignedGreater: return LLVMIntUGT
    case .unsignedGreaterOrEqual: return LLVMIntUGE
    }
  }
}

/// Comparisons of doubles: ordered ones are false with a NaN, unordered ones true.
public enum RealPredicate {
  case orderedEqual, unorderedNotEqual, orderedLess, orderedLessOrEqual, orderedGreater, orderedGreaterOrEqual
  case orderedNotEqual, unordered

  var llvm: LLVMRealPredicate {
    switch self {
    case .orderedEqual: return LLVMRealOEQ
    case .unorderedNotEqual: return LLVMRealUNE
    case .orderedLess: return LLVMRealOLT
    case .orderedLessOrEqual: return LLVMRealOLE
    case .orderedGreater: return LLVMRealOGT
    case .orderedGreaterOrEqual: return LLVMRealOGE
    case .orderedNotEqual: return LLVMRealONE
    case .unordered: return LLVMRealUNO
    }
  }
}

/// Operations on two integers or doubles of one type.
public enum BinaryOperator {
  case add, sub, mul, signedDivide, signedRemainder, unsignedRemainder, and, or, xor
  case shiftLeft, shiftRightArithmetic, shiftRightLogical
  case realAdd, realSub, realMul, realDivide

  var llvm: LLVMOpcode {
    switch self {
    case .add: return LLVMAdd
    case .sub: return LLVMSub
    case .mul: return LLVMMul
    case .signedDivide: return LLVMSDiv
    case .signedRemainder: return LLVMSRem
    case .unsignedRemainder: return LLVMURem
    case .and: return LLVMAnd
    case .or: return LLVMOr
    case .xor: return LLVMXor
    case .shiftLeft: return LLVMShl
    case .shiftRightArithmetic: return LLVMAShr
    case .shiftRightLogical: return LLVMLShr
    case .realAdd: return LLVMFAdd
    case .realSub: return LLVMFSub
    case .realMul: return LLVMFMul
    case .realDivide: return LLVMFDiv
    }
  }
}

/// Conversions of one value.
public enum CastOperator {
  case truncate, zeroExtend, signExtend, bitCast, pointerToInteger, integerToPointer
  case signedToReal, unsignedToReal, realToSigned, realToUnsigned, realTruncate, realExtend

  var llvm: LLVMOpcode {
    switch self {
    case .truncate: return LLVMTrunc
    case .zeroExtend: return LLVMZExt
    case .signExtend: return LLVMSExt
    case .bitCast: return LLVMBitCast
    case .pointerToInteger: return LLVMPtrToInt
    case .integerToPointer: return LLVMIntToPtr
    case .signedToReal: return LLVMSIToFP
    case .unsignedToReal: return LLVMUIToFP
    case .realToSigned: return LLVMFPToSI
    case .realToUnsigned: return LLVMFPToUI
    case .realTruncate: return LLVMFPTrunc
    case .realExtend: return LLVMFPExt
    }
  }
}

/// Appends instructions to basic blocks.
public final class IRBuilder {
  public let context: IRContext
  /// Whether calls that are made from now on are to stay calls.
  public var keepsCalls = false
  let ref: LLVMBuilderRef
  private let noInline: IRAttribute
  private let likelyTrue: LLVMValueRef
  private let likelyFalse: LLVMValueRef
  private let profileKind: UInt32
  private let invariantKind: UInt32
  private let emptyNode: LLVMValueRef
  private let aliasKind: UInt32
  private let elementTag: LLVMValueRef
  private let wordType: LLVMMetadataRef?
  private var fieldTags: [Int: LLVMValueRef] = [:]

  /// - Parameter wordsAreLong: Whether C's `uint64_t` is `unsigned long` on the target, and not `unsigned long long`.
  public init(_ context: IRContext, wordsAreLong: Bool) {
    self.context = context
    ref = LLVMCreateBuilderInContext(context.ref)
    noInline = context.attribute("noinline")
    func weights(_ a: UInt64, _ b: UInt64) -> LLVMValueRef {
      let label = LLVMMDStringInContext2(context.ref, "branch_weights", 14)
      var parts: [LLVMMetadataRef?] = [
        label, LLVMValueAsMetadata(LLVMConstInt(context.i32.ref, a, 0)),
        LLVMValueAsMetadata(LLVMConstInt(context.i32.ref, b, 0)),
      ]
      return LLVMMetadataAsValue(context.ref, LLVMMDNodeInContext2(context.ref, &parts, 3))
    }
    likelyTrue = weights(1_048_575, 1)
    likelyFalse = weights(1, 1_048_575)
    profileKind = LLVMGetMDKindIDInContext(context.ref, "prof", 4)
    invariantKind = LLVMGetMDKindIDInContext(context.ref, "invariant.load", 14)
    emptyNode = LLVMMetadataAsValue(context.ref, LLVMMDNodeInContext2(context.ref, nil, 0))
    aliasKind = LLVMGetMDKindIDInContext(context.ref, "tbaa", 4)
    func node(_ parts: [LLVMMetadataRef?]) -> LLVMMetadataRef? {
      var parts = parts
      return LLVMMDNodeInContext2(context.ref, &parts, parts.count)
    }
    // A type beside all types of C: the root is the one that clang gives them.
    let root = node([LLVMMDStringInContext2(context.ref, "Simple C/C++ TBAA", 17)])
    let zero = LLVMValueAsMetadata(LLVMConstInt(context.i64.ref, 0, 0))
    let element = node([LLVMMDStringInContext2(context.ref, "typed array element", 19), root, zero])
    elementTag = LLVMMetadataAsValue(context.ref, node([element, element, zero]))
    // The type of `rt_value`, as clang describes it.
    let character = node([LLVMMDStringInContext2(context.ref, "omnipotent char", 15), root, zero])
    let word = wordsAreLong ? "long" : "long long"
    wordType = node([LLVMMDStringInContext2(context.ref, word, word.utf8.count), character, zero])
  }

  deinit { LLVMDisposeBuilder(ref) }

  // MARK: Position

  /// Adds an empty block at the end of a function.
  public func addBlock(_ name: String, to function: IRValue) -> IRBlock {
    IRBlock(ref: LLVMAppendBasicBlockInContext(context.ref, function.ref, name))
  }

  /// Appends to a block from now on.
  public func move(to block: IRBlock) { LLVMPositionBuilderAtEnd(ref, block.ref) }

  /// Inserts after the phis of a block from now on.
  public func move(toStartOf block: IRBlock) {
    var instruction = LLVMGetFirstInstruction(block.ref)
    while let current = instruction, LLVMGetInstructionOpcode(current) == LLVMPHI {
      instruction = LLVMGetNextInstruction(current)
    }
    if let instruction { LLVMPositionBuilderBefore(ref, instruction) } else { move(to: block) }
  }

  /// The block that is appended to.
  public var block: IRBlock { IRBlock(ref: LLVMGetInsertBlock(ref)) }

  // MARK: Values

  public func binary(_ operation: BinaryOperator, _ a: IRValue, _ b: IRValue) -> IRValue {
    IRValue(ref: LLVMBuildBinOp(ref, operation.llvm, a.ref, b.ref, ""))
  }

  public func negateReal(_ value: IRValue) -> IRValue { IRValue(ref: LLVMBuildFNeg(ref, value.ref, "")) }
  public func not(_ value: IRValue) -> IRValue { IRValue(ref: LLVMBuildNot(ref, value.ref, "")) }

  public func cast(_ operation: CastOperator, _ value: IRValue, _ type: IRType) -> IRValue {
    IRValue(ref: LLVMBuildCast(ref, operation.llvm, value.ref, type.ref, ""))
  }

  /// The value, or some value where it is none that can be computed with.
  public func freeze(_ value: IRValue) -> IRValue { IRValue(ref: LLVMBuildFreeze(ref, value.ref, "")) }

  public func compare(_ predicate: IntegerPredicate, _ a: IRValue, _ b: IRValue) -> IRValue {
    IRValue(ref: LLVMBuildICmp(ref, predicate.llvm, a.ref, b.ref, ""))
  }

  public func compare(_ predicate: RealPredicate, _ a: IRValue, _ b: IRValue) -> IRValue {
    IRValue(ref: LLVMBuildFCmp(ref, predicate.llvm, a.ref, b.ref, ""))
  }

  public func select(_ condition: IRValue, _ whenTrue: IRValue, _ whenFalse: IRValue) -> IRValue {
    IRValue(ref: LLVMBuildSelect(ref, condition.ref, whenTrue.ref, whenFalse.ref, ""))
  }

  /// A phi without incoming values yet.
  public func phi(_ type: IRType) -> IRValue { IRValue(ref: LLVMBuildPhi(ref, type.ref, "")) }

  /// Adds an incoming value to a phi.
  public func addIncoming(_ phi: IRValue, _ value: IRValue, from block: IRBlock) {
    var value: LLVMValueRef? = value.ref
    var block: LLVMBasicBlockRef? = block.ref
    LLVMAddIncoming(phi.ref, &value, &block, 1)
  }

  // MARK: Memory

  /// Reserves stack space, in the function's first block, as it is part of the frame only there.
  public func allocate(_ type: IRType) -> IRValue {
    let current = LLVMGetInsertBlock(ref)!
    defer { LLVMPositionBuilderAtEnd(ref, current) }
    let first = LLVMGetEntryBasicBlock(LLVMGetBasicBlockParent(current))!
    if let instruction = LLVMGetFirstInstruction(first) {
      LLVMPositionBuilderBefore(ref, instruction)
    } else {
      LLVMPositionBuilderAtEnd(ref, first)
    }
    return IRValue(ref: LLVMBuildAlloca(ref, type.ref, ""))
  }

  public func load(_ type: IRType, _ pointer: IRValue) -> IRValue {
    IRValue(ref: LLVMBuildLoad2(ref, type.ref, pointer.ref, ""))
  }

  /// A load of memory that never changes while it is reachable.
  public func loadInvariant(_ type: IRType, _ pointer: IRValue) -> IRValue {
    let value = LLVMBuildLoad2(ref, type.ref, pointer.ref, "")!
    LLVMSetMetadata(value, invariantKind, emptyNode)
    return IRValue(ref: value)
  }

  public func store(_ value: IRValue, _ pointer: IRValue, volatile: Bool = false) {
    let store = LLVMBuildStore(ref, value.ref, pointer.ref)
    if volatile { LLVMSetVolatile(store, 1) }
  }

  /// A load of an element of a typed array, whose memory holds nothing but such elements, of any kind.
  public func loadElement(_ type: IRType, _ pointer: IRValue) -> IRValue {
    let value = LLVMBuildLoad2(ref, type.ref, pointer.ref, "")!
    LLVMSetAlignment(value, 1)
    LLVMSetMetadata(value, aliasKind, elementTag)
    return IRValue(ref: value)
  }

  public func storeElement(_ value: IRValue, _ pointer: IRValue) {
    let store = LLVMBuildStore(ref, value.ref, pointer.ref)!
    LLVMSetAlignment(store, 1)
    LLVMSetMetadata(store, aliasKind, elementTag)
  }

  /// A load of a field of an object of a known layout. Its place in the object is part of its type, since objects do not
  /// overlap: no store to another field changes it.
  public func loadField(_ type: IRType, _ pointer: IRValue, _ field: Int) -> IRValue {
    let value = LLVMBuildLoad2(ref, type.ref, pointer.ref, "")!
    LLVMSetMetadata(value, aliasKind, fieldTag(field))
    return IRValue(ref: value)
  }

  public func storeField(_ value: IRValue, _ pointer: IRValue, _ field: Int) {
    LLVMSetMetadata(LLVMBuildStore(ref, value.ref, pointer.ref)!, aliasKind, fieldTag(field))
  }

  private func fieldTag(_ field: Int) -> LLVMValueRef {
    if let known = fieldTags[field] { return known }
    func node(_ parts: [LLVMMetadataRef?]) -> LLVMMetadataRef? {
      var parts = parts
      return LLVMMDNodeInContext2(context.ref, &parts, parts.count)
    }
    let name = "field \(field)"
    let zero = LLVMValueAsMetadata(LLVMConstInt(context.i64.ref, 0, 0))
    // A kind of `rt_value`: the runtime accesses all of them as such.
    let type = node([LLVMMDStringInContext2(context.ref, name, name.utf8.count), wordType, zero])
    let tag = LLVMMetadataAsValue(context.ref, node([type, type, zero]))!
    fieldTags[field] = tag
    return tag
  }

  /// The address `offset` bytes behind a pointer.
  public func address(_ pointer: IRValue, offset: Int) -> IRValue {
    if offset == 0 { return pointer }
    var index: LLVMValueRef? = LLVMConstInt(context.i64.ref, UInt64(bitPattern: Int64(offset)), 0)
    return IRValue(ref: LLVMBuildInBoundsGEP2(ref, context.i8.ref, pointer.ref, &index, 1, ""))
  }

  /// The address of an element of an array.
  public func address(_ pointer: IRValue, index: IRValue, of type: IRType) -> IRValue {
    var index: LLVMValueRef? = index.ref
    return IRValue(ref: LLVMBuildInBoundsGEP2(ref, type.ref, pointer.ref, &index, 1, ""))
  }

  // MARK: Calls

  /// Calls a function; `type` is the function's type.
  @discardableResult
  public func call(_ function: IRValue, type: IRType, _ arguments: [IRValue], fast: Bool = false) -> IRValue {
    var refs: [LLVMValueRef?] = arguments.map(\.ref)
    let call = LLVMBuildCall2(ref, type.ref, function.ref, &refs, UInt32(refs.count), "")!
    if keepsCalls {
      LLVMAddCallSiteAttribute(call, LLVMAttributeIndex(bitPattern: Int32(LLVMAttributeFunctionIndex)), noInline.ref)
    }
    if fast { LLVMSetInstructionCallConv(call, LLVMFastCallConv.rawValue) }
    return IRValue(ref: call)
  }

  // MARK: Terminators

  public func jump(_ target: IRBlock) { LLVMBuildBr(ref, target.ref) }

  /// Branches; `likely` says which way execution usually goes.
  public func branch(_ condition: IRValue, _ whenTrue: IRBlock, _ whenFalse: IRBlock, likely: Bool? = nil) {
    let branch = LLVMBuildCondBr(ref, condition.ref, whenTrue.ref, whenFalse.ref)!
    if let likely { LLVMSetMetadata(branch, profileKind, likely ? likelyTrue : likelyFalse) }
  }

  /// Jumps to the case of a value, or to `fallback`.
  public func switchOn(_ value: IRValue, _ cases: [(IRValue, IRBlock)], default fallback: IRBlock) {
    let instruction = LLVMBuildSwitch(ref, value.ref, fallback.ref, UInt32(cases.count))
    for (constant, target) in cases { LLVMAddCase(instruction, constant.ref, target.ref) }
  }

  public func returnValue(_ value: IRValue) { LLVMBuildRet(ref, value.ref) }
  public func returnVoid() { LLVMBuildRetVoid(ref) }
  public func unreachable() { LLVMBuildUnreachable(ref) }
}

extension IRBuilder {
  /// Whether a phi has incoming values.
  public func hasIncoming(_ phi: IRValue) -> Bool { LLVMCountIncoming(phi.ref) > 0 }
}

extension IRBuilder {
  /// A vector whose first lane is a value; the others may be anything.
  public func vector(_ value: IRValue, lanes: Int) -> IRValue {
    let type = LLVMVectorType(LLVMTypeOf(value.ref), UInt32(lanes))
    let zero = LLVMConstInt(context.i32.ref, 0, 0)
    return IRValue(ref: LLVMBuildInsertElement(ref, LLVMGetPoison(type), value.ref, zero, ""))
  }
}
