import CLLVM

/// How a global symbol is visible to the linker.
public enum IRLinkage {
  /// Seen by other objects of the executable.
  case external
  /// Only in this module.
  case internal_
  /// Only in this module, without a symbol.
  case private_

  var llvm: LLVMLinkage {
    switch self {
    case .external: return LLVMExternalLinkage
    case .internal_: return LLVMInternalLinkage
    case .private_: return LLVMPrivateLinkage
    }
  }
}

/// Something that LLVM found wrong, in its own words.
public struct IRError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  /// Takes over a message that LLVM allocated.
  init(disposing message: UnsafeMutablePointer<CChar>?) {
    description = message.map { String(cString: $0) } ?? "unknown error"
    if let message { LLVMDisposeMessage(message) }
  }

  /// Takes over an error object.
  init(_ error: LLVMErrorRef) {
    let text = LLVMGetErrorMessage(error)
    description = text.map { String(cString: $0) } ?? "unknown error"
    LLVMDisposeErrorMessage(text)
  }
}

/// A unit of LLVM IR.
public final class IRModule {
  public let context: IRContext
  let ref: LLVMModuleRef

  public init(_ name: String, in context: IRContext) {
    self.context = context
    ref = LLVMModuleCreateWithNameInContext(name, context.ref)
  }

  /// Takes over a module of LLVM's.
  init(adopting ref: LLVMModuleRef, in context: IRContext) {
    self.context = context
    self.ref = ref
  }

  deinit { LLVMDisposeModule(ref) }

  /// Sets what the module is compiled for.
  public func setTarget(_ machine: TargetMachine) {
    LLVMSetTarget(ref, machine.triple)
    LLVMSetModuleDataLayout(ref, machine.dataLayout)
  }

  /// The name that debug information and listings show.
  public func setSourceFileName(_ name: String) { name.withBytes { LLVMSetSourceFileName(ref, $0, $1) } }

  /// Adds a module flag of behaviour `max`.
  public func setFlag(_ name: String, _ value: Int) {
    let constant = LLVMValueAsMetadata(context.int32(value).ref)
    name.withBytes { LLVMAddModuleFlag(ref, LLVMModuleFlagBehaviorWarning, $0, $1, constant) }
  }

  // MARK: Functions

  /// Declares or starts a function.
  public func addFunction(_ name: String, _ type: IRType, linkage: IRLinkage = .external) -> IRValue {
    let function = LLVMAddFunction(ref, name, type.ref)!
    LLVMSetLinkage(function, linkage.llvm)
    return IRValue(ref: function)
  }

  /// The function of a name, if there is one.
  public func function(named name: String) -> IRValue? { LLVMGetNamedFunction(ref, name).map(IRValue.init) }

  // MARK: Global variables

  /// Adds a global variable; without `initializer` it is defined elsewhere.
  public func addGlobal(
    _ name: String, _ type: IRType, initializer: IRValue?, linkage: IRLinkage = .private_, constant: Bool = false
  ) -> IRValue {
    let global = LLVMAddGlobal(ref, type.ref, name)!
    LLVMSetLinkage(global, linkage.llvm)
    if let initializer { LLVMSetInitializer(global, initializer.ref) }
    LLVMSetGlobalConstant(global, constant ? 1 : 0)
    return IRValue(ref: global)
  }

  /// Lets everything that refers to a declared symbol refer to another one, and removes the first.
  public func replace(_ global: IRValue, with other: IRValue) {
    LLVMReplaceAllUsesWith(global.ref, other.ref)
    LLVMDeleteGlobal(global.ref)
  }

  // MARK: Whole-module work

  /// Checks the module's consistency.
  public func verify() throws {
    var message: UnsafeMutablePointer<CChar>?
    if LLVMVerifyModule(ref, LLVMReturnStatusAction, &message) != 0 { throw IRError(disposing: message) }
    if let message { LLVMDisposeMessage(message) }
  }

  /// The module as LLVM assembly text.
  public var text: String {
    let text = LLVMPrintModuleToString(ref)!
    defer { LLVMDisposeMessage(text) }
    return String(cString: text)
  }

  /// Adds copies of the functions of a bitcode file that the module calls, for inlining: what remains of the calls goes
  /// to the functions of the same names in the runtime's library. Bodies are read only where they are needed.
  public func linkForInlining(bitcodeFile path: String) throws {
    var buffer: LLVMMemoryBufferRef?
    var message: UnsafeMutablePointer<CChar>?
    if LLVMCreateMemoryBufferWithContentsOfFile(path, &buffer, &message) != 0 { throw IRError(disposing: message) }
    var other: LLVMModuleRef?
    if LLVMGetBitcodeModuleInContext2(context.ref, buffer, &other) != 0 {
      LLVMDisposeMemoryBuffer(buffer)
      throw IRError(disposing: nil)
    }
    var function = LLVMGetFirstFunction(other)
    while let current = function {
      if LLVMIsDeclaration(current) == 0 && LLVMGetLinkage(current) == LLVMExternalLinkage {
        LLVMSetLinkage(current, LLVMAvailableExternallyLinkage)
      }
      function = LLVMGetNextFunction(current)
    }
    // Linking consumes the other module, also when it fails.
    if LLVMLinkModules2(ref, other) != 0 { throw IRError(disposing: nil) }
  }
}

extension IRValue {
  /// Hides a symbol from other shared objects, so that code reaches it without indirection.
  public func setHidden() { LLVMSetVisibility(ref, LLVMHiddenVisibility) }

  /// Says that the address does not matter, only the contents.
  public func setUnnamedAddress() { LLVMSetUnnamedAddress(ref, LLVMGlobalUnnamedAddr) }

  /// Places a global in a named section.
  public func setSection(_ name: String) { LLVMSetSection(ref, name) }

  /// Aligns a global.
  public func setAlignment(_ bytes: Int) { LLVMSetAlignment(ref, UInt32(bytes)) }

  /// Gives a declared global its contents.
  public func setInitializer(_ value: IRValue) { LLVMSetInitializer(ref, value.ref) }

  /// Adds an attribute to a function.
  public func add(_ attribute: IRAttribute) {
    LLVMAddAttributeAtIndex(ref, LLVMAttributeIndex(bitPattern: Int32(LLVMAttributeFunctionIndex)), attribute.ref)
  }

  /// Adds an attribute to a function's parameter.
  public func add(_ attribute: IRAttribute, parameter: Int) {
    LLVMAddAttributeAtIndex(ref, LLVMAttributeIndex(parameter + 1), attribute.ref)
  }

  /// Adds an attribute to a function's result.
  public func addToResult(_ attribute: IRAttribute) {
    LLVMAddAttributeAtIndex(ref, LLVMAttributeIndex(LLVMAttributeReturnIndex), attribute.ref)
  }

  /// Gives a function the convention that suits internal calls; calls of it must have it too.
  public func setFastCallingConvention() { LLVMSetFunctionCallConv(ref, LLVMFastCallConv.rawValue) }

  /// A function's parameter.
  public func parameter(_ index: Int) -> IRValue { IRValue(ref: LLVMGetParam(ref, UInt32(index))) }
}
