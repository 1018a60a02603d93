import CLLVM

/// A type of LLVM IR.
public struct IRType: Equatable, Hashable {
  let ref: LLVMTypeRef
}

/// A value of LLVM IR: constant, argument, instruction, function or global variable.
public struct IRValue: Equatable, Hashable {
  let ref: LLVMValueRef

  /// Its type.
  public var type: IRType { IRType(ref: LLVMTypeOf(ref)) }

  /// Names an instruction or argument, for people who read the IR.
  public func setName(_ name: String) { name.withBytes { LLVMSetValueName2(ref, $0, $1) } }
}

/// A basic block of LLVM IR.
public struct IRBlock: Equatable, Hashable {
  let ref: LLVMBasicBlockRef

  /// Whether the block ends in a terminator.
  public var isTerminated: Bool { LLVMGetBasicBlockTerminator(ref) != nil }

  /// Places the block before another in the function's text.
  public func move(after other: IRBlock) { LLVMMoveBasicBlockAfter(ref, other.ref) }
}

extension String {
  /// Calls `body` with the UTF-8 bytes and their count.
  func withBytes<Result>(_ body: (UnsafePointer<CChar>, Int) -> Result) -> Result {
    withCString { body($0, utf8.count) }
  }
}
