import CLLVM
import CLLVMPartition
import Glibc

/// How hard LLVM works.
public enum OptimizationLevel: String, Sendable, CaseIterable {
  case none = "O0"
  /// Hardly any passes, but registers are shared: two thirds of the code of `none`.
  case compact = "O1"
  case standard = "O2"
  case aggressive = "O3"

  /// LLVM's passes, in `opt -passes=` notation.
  public var passes: String {
    self == .compact ? "always-inline,function(simplifycfg,early-cse)" : "default<\(rawValue)>"
  }

  var codeGeneration: LLVMCodeGenOptLevel {
    switch self {
    case .none: return LLVMCodeGenLevelNone
    case .compact: return LLVMCodeGenLevelLess
    case .standard: return LLVMCodeGenLevelDefault
    case .aggressive: return LLVMCodeGenLevelAggressive
    }
  }
}

/// What LLVM's own command line has (`-time-passes`, `-print-after-all`); for developers of this compiler.
public enum LLVMOptions {
  /// Sets options of this process, in the notation of `opt` and `llc`. LLVM exits with a message if it knows one not.
  public static func set(_ options: [String]) {
    let words = (["polyglot"] + options).map { strdup($0) }
    defer { words.forEach { free($0) } }
    var pointers: [UnsafePointer<CChar>?] = words.map { UnsafePointer($0) }
    LLVMParseCommandLineOptions(Int32(pointers.count), &pointers, nil)
  }
}

/// A kind of machine output.
public enum MachineOutput: Sendable {
  case assembly, object

  var llvm: LLVMCodeGenFileType { self == .assembly ? LLVMAssemblyFile : LLVMObjectFile }
}

/// Translates modules to machine code for one target.
public final class TargetMachine {
  /// The families of machines that this compiler has.
  public enum Family: Sendable { case x86, webAssembly }

  public let triple: String
  let ref: LLVMTargetMachineRef
  let dataLayout: LLVMTargetDataRef

  /// - Parameter selectsQuickly: whether to choose instructions one by one, whatever the level.
  /// - Throws: `IRError` if the triple is unknown.
  public init(
    _ family: Family, triple: String, cpu: String, features: String, level: OptimizationLevel, selectsQuickly: Bool
  ) throws {
    switch family {
    case .x86:
      LLVMInitializeX86TargetInfo()
      LLVMInitializeX86Target()
      LLVMInitializeX86TargetMC()
      LLVMInitializeX86AsmPrinter()
    case .webAssembly:
      LLVMInitializeWebAssemblyTargetInfo()
      LLVMInitializeWebAssemblyTarget()
      LLVMInitializeWebAssemblyTargetMC()
      LLVMInitializeWebAssemblyAsmPrinter()
    }
    var target: LLVMTargetRef?
    var message: UnsafeMutablePointer<CChar>?
    if LLVMGetTargetFromTriple(triple, &target, &message) != 0 { throw IRError(disposing: message) }
    self.triple = triple
    let relocation = family == .x86 ? LLVMRelocPIC : LLVMRelocStatic
    ref = LLVMCreateTargetMachine(
      target, triple, cpu, features, level.codeGeneration, relocation, LLVMCodeModelDefault)
    dataLayout = LLVMCreateTargetDataLayout(ref)
    if level == .none || selectsQuickly { LLVMSetTargetMachineFastISel(ref, 1) }
    polyglot_outline_common_code(ref, level == .compact ? 1 : 0)
    let isThorough = !selectsQuickly && (level == .standard || level == .aggressive)
    polyglot_split_loop_exits(family == .x86 && isThorough ? 1 : 0)
  }

  deinit {
    LLVMDisposeTargetData(dataLayout)
    LLVMDisposeTargetMachine(ref)
  }

  /// Runs LLVM's optimisation passes, given in `opt -passes=` notation, over a module.
  public func run(passes: String, on module: IRModule, verifyEach: Bool) throws {
    let options = LLVMCreatePassBuilderOptions()
    defer { LLVMDisposePassBuilderOptions(options) }
    LLVMPassBuilderOptionsSetVerifyEach(options, verifyEach ? 1 : 0)
    if let error = LLVMRunPasses(module.ref, passes, ref, options) { throw IRError(error) }
  }

  /// Translates a module to an object file or to assembly text, in memory. The module is changed on the way.
  public func emit(_ output: MachineOutput, _ module: IRModule) throws -> [UInt8] {
    var message: UnsafeMutablePointer<CChar>?
    var buffer: LLVMMemoryBufferRef?
    if LLVMTargetMachineEmitToMemoryBuffer(ref, module.ref, output.llvm, &message, &buffer) != 0 {
      throw IRError(disposing: message)
    }
    defer { LLVMDisposeMemoryBuffer(buffer) }
    let start = UnsafeRawPointer(LLVMGetBufferStart(buffer)!)
    return Array(UnsafeRawBufferPointer(start: start, count: LLVMGetBufferSize(buffer)))
  }

  /// Translates a module to an object file without some of LLVM's passes.
  ///
  /// - Parameters:
  ///   - unwanted: names of passes.
  ///   - allocatingBasically: whether registers are given out without splitting live ranges.
  public func emitObject(
    _ module: IRModule, without unwanted: Set<String>, allocatingBasically: Bool
  ) throws -> [UInt8] {
    var names = unwanted.map { UnsafePointer(strdup($0)) }
    defer { names.forEach { free(UnsafeMutablePointer(mutating: $0)) } }
    guard let buffer = polyglot_emit_object(ref, module.ref, &names, names.count, allocatingBasically ? 1 : 0) else {
      throw IRError("no object files for this target")
    }
    defer { LLVMDisposeMemoryBuffer(buffer) }
    let start = UnsafeRawPointer(LLVMGetBufferStart(buffer)!)
    return Array(UnsafeRawBufferPointer(start: start, count: LLVMGetBufferSize(buffer)))
  }
}
