import LLVM

/// The user's wishes about code generation.
public struct CodeGenOptions: Sendable {
  public var level: OptimizationLevel
  /// Whether to emit DWARF.
  public var debugInfo: Bool
  /// Whether to check LLVM's view of the module before and between its passes.
  public var verify: Bool
  /// The runtime's functions for inlining; read from -O2 on. nil: none are inlined.
  public var runtimeBitcode: String?
  /// About how many PIR instructions are worth a module and a thread of their own; tests have small programs.
  public var partSize = 8000
  /// Whether parts are compiled by processes of their own. Where other threads are at work they cannot be.
  public var usesProcesses = true
  /// Options for LLVM itself.
  public var llvmOptions: [String]

  public init(
    level: OptimizationLevel = .standard, debugInfo: Bool = false, verify: Bool = false, runtimeBitcode: String? = nil,
    llvmOptions: [String] = []
  ) {
    self.llvmOptions = llvmOptions
    self.level = level
    self.debugInfo = debugInfo
    self.verify = verify
    self.runtimeBitcode = runtimeBitcode
  }
}
