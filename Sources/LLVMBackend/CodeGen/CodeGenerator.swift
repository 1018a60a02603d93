import LLVM
import PIR

/// Translates a program in PIR to LLVM IR and on to machine code.
///
///     let generator = try CodeGenerator(module, machine: .x86_64Linux, options: options)
///     let object = try generator.emitObject()
///
/// Each instance emits one kind of output once, as LLVM changes the module on the way.
public final class CodeGenerator {
  private let target: Machine
  private let machine: TargetMachine
  private let module: IRModule
  private let options: CodeGenOptions
  private let partitioning: Partitioning
  /// The functions that the program's partitions are made of.
  private var functions: [(function: IRValue, partition: Int)] = []

  /// Functions of so many instructions are read by all partitions that call them. More are rarely inlined.
  private static let copiedSize = 60

  /// Translates to LLVM IR.
  ///
  /// - Throws: `IRError` if LLVM refuses the target or, with `options.verify`, the module.
  public init(_ program: PIRModule, machine: Machine, options: CodeGenOptions) throws {
    self.options = options
    target = machine
    if !options.llvmOptions.isEmpty { LLVMOptions.set(options.llvmOptions) }
    partitioning = Partitioning(program, machine: machine, options: options)
    self.machine = try Self.makeTargetMachine(machine, options.level, quickly: partitioning.selectsQuickly[0])
    let emitter = ModuleEmitter(
      program, machine: machine, options: options, effort: partitioning.effort, isCompact: partitioning.isCompact)
    emitter.module.setTarget(self.machine)
    emitter.emit()
    module = emitter.module
    functions = zip(emitter.functions, partitioning.partitions).map { ($0.function, $1) }
    functions += emitter.thunks.map { ($0.value, partitioning.partitions[Int($0.function.raw)]) }
    if options.verify { try module.verify() }
  }

  /// The IR as text: before optimisation, or after it.
  public func emitText(optimized: Bool) throws -> String {
    if optimized { try optimize(module, with: machine, options.level, quickly: partitioning.selectsQuickly[0]) }
    return module.text
  }

  public func emitAssembly() throws -> [UInt8] { try compile(module, with: machine, 0, to: .assembly) }

  /// The program as one relocatable object file.
  public func emitObject() throws -> [UInt8] { try compile(module, with: machine, 0, to: .object) }

  /// The program as one or more object files that belong together, made by several processes.
  public func emitObjects() throws -> [[UInt8]] {
    let levels = partitioning.levels
    if levels.count == 1 { return [try emitObject()] }
    let parts = PartitionedModule(
      module, functions: functions, copiedSize: options.level == .none ? 0 : Self.copiedSize)
    if options.usesProcesses {
      let objects = try ChildProcesses.map(costs: partitioning.costs) { index in
        let part = parts.take(index)
        // The process ends with its part: freeing that one by one is for nothing.
        _ = Unmanaged.passRetained(part)
        return try compile(index, part)
      }
      if let objects { return objects }
    }
    return try levels.indices.map { try compile($0, parts.copy($0)) }
  }

  private func compile(_ index: Int, _ part: IRModule) throws -> [UInt8] {
    if options.verify { try part.verify() }
    let quickly = partitioning.selectsQuickly[index]
    let machine = try Self.makeTargetMachine(target, partitioning.levels[index], quickly: quickly)
    return try compile(part, with: machine, index, to: .object)
  }

  /// LLVM takes a third of its time for machine code to select instructions by patterns over whole blocks. Code whose
  /// instructions were selected one by one was up to a seventh slower.
  private static func makeTargetMachine(
    _ machine: Machine, _ level: OptimizationLevel, quickly: Bool
  ) throws -> TargetMachine {
    try TargetMachine(
      machine.family, triple: machine.triple, cpu: machine.cpu, features: machine.features, level: level,
      selectsQuickly: quickly)
  }

  private func compile(
    _ module: IRModule, with machine: TargetMachine, _ part: Int, to output: MachineOutput
  ) throws -> [UInt8] {
    let level = partitioning.levels[part]
    let quickly = partitioning.selectsQuickly[part]
    try optimize(module, with: machine, level, quickly: quickly)
    guard output == .object, target.family == .x86, !options.debugInfo else { return try machine.emit(output, module) }
    let isBrisk = quickly && level == .standard
    return try machine.emitObject(
      module, without: isBrisk ? MachinePasses.unneeded.union(MachinePasses.improving) : MachinePasses.unneeded,
      allocatingBasically: isBrisk)
  }

  /// Inlines the runtime's hot paths and runs LLVM's passes.
  private func optimize(
    _ module: IRModule, with machine: TargetMachine, _ level: OptimizationLevel, quickly: Bool
  ) throws {
    if level != .none, level != .compact, let bitcode = options.runtimeBitcode {
      try module.linkForInlining(bitcodeFile: bitcode)
    }
    let passes =
      switch partitioning.effort {
      case .once where level == .standard: OncePipeline.passes
      case .brisk where level == .standard: quickly ? OncePipeline.short : OncePipeline.brisk
      default: level.passes
      }
    try machine.run(passes: passes, on: module, verifyEach: options.verify)
  }
}
