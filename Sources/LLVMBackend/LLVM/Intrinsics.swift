import CLLVM

extension IRModule {
  /// Declares an LLVM intrinsic for the types that it is overloaded on.
  public func intrinsic(_ name: String, _ types: [IRType] = []) -> (function: IRValue, type: IRType) {
    let id = name.withBytes { LLVMLookupIntrinsicID($0, $1) }
    precondition(id != 0, "no intrinsic \(name)")
    var refs: [LLVMTypeRef?] = types.map(\.ref)
    let function = LLVMGetIntrinsicDeclaration(ref, id, &refs, refs.count)!
    return (IRValue(ref: function), IRType(ref: LLVMIntrinsicGetType(context.ref, id, &refs, refs.count)))
  }
}

extension IRBuilder {
  /// The name of a machine register as an operand of `llvm.read_register`.
  public func registerName(_ name: String) -> IRValue {
    var text: LLVMMetadataRef? = name.withBytes { LLVMMDStringInContext2(context.ref, $0, $1) }
    return IRValue(ref: LLVMMetadataAsValue(context.ref, LLVMMDNodeInContext2(context.ref, &text, 1)))
  }
}
