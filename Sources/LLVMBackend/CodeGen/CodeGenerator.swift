import LLVM
import PIR

/// Translates a program in PIR to LLVM IR and on to machine code.
///
///     let generator = try CodeGenerator(module, machine: .x86_64Linux, options: options)
///     let object = try generator.emitObject()
///
/// Each instance emits one kind of output once, as LLVM changes the module on the way.
public final class CodeGenerator {
  private let machine: TargetMachine
  private let module: IRModule
  private let options: CodeGenOptions

  /// Translates to LLVM IR.
  ///
  /// - Throws: `IRError` if LLVM refuses the target or, with `options.verify`, the module.
  public init(_ program: PIRModule, machine: Machine, options: CodeGenOptions) throws {
    self.options = options
    if !options.llvmOptions.isEmpty { LLVMOptions.set(options.llvmOptions) }
    self.machine = try TargetMachine(
      machine.family, triple: machine.triple, cpu: machine.cpu, features: machine.features, level: options.level)
    let emitter = ModuleEmitter(program, machine: machine, options: options)
    emitter.module.setTarget(self.machine)
    emitter.emit()
    module = emitter.module
    if options.verify { try module.verify() }
  }

  /// The IR as text: before optimisation, or after it.
  public func emitText(optimized: Bool) throws -> String {
    if optimized { try optimize() }
    return module.text
  }

  public func emitAssembly() throws -> [UInt8] {
    try optimize()
    return try machine.emit(.assembly, module)
  }

  /// The relocatable object file.
  public func emitObject() throws -> [UInt8] {
    try optimize()
    return try machine.emit(.object, module)
  }

  /// Inlines the runtime's hot paths and runs LLVM's passes.
  private func optimize() throws {
    if options.level != .none, let bitcode = options.runtimeBitcode { try module.linkForInlining(bitcodeFile: bitcode) }
    try machine.run(passes: "default<\(options.level.rawValue)>", on: module, verifyEach: options.verify)
  }
}
