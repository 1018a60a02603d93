import CodeGen
import Glibc
import Linking
import PIR
import Semantics
import Syntax
import WasiTarget

/// What comes out: printed forms, files, running programs.
extension Driver {
  /// The target that was asked for.
  var target: any Target {
    switch invocation.target {
    case .native: return NativeTarget()
    case .wasi: return WasiTarget()
    }
  }

  // MARK: Printed forms

  /// Prints the tokens of the entry file.
  func emitTokens() -> Int32 {
    guard let file = SourceLoader.load(path: project!.entry, id: FileID(0), diagnostics: diagnostics) else { return finish() }
    entryFile = file
    return emit(TokenPrinter.print(file, interner: interner, diagnostics: diagnostics))
  }

  /// Prints the tree of the entry file.
  func emitTree() -> Int32 {
    guard let graph else { return finish() }
    return emit(SyntaxPrinter.print(graph[graph.entry].tree, interner: interner))
  }

  /// Prints the program, or one function of it, in PIR.
  func emitPIR(_ module: PIRModule) -> Int32 { emit(text(of: module)) }

  /// Prints or writes what code generation makes of the program.
  func emitMachineCode(_ module: PIRModule, _ kind: EmitKind) -> Int32 {
    guard let generator = makeGenerator(module) else { return finish() }
    do {
      switch kind {
      case .llvm: return emit(try phase("llvm") { try generator.emitText(optimized: true) })
      case .asm: return emit(String(decoding: try phase("llvm") { try generator.emitAssembly() }, as: UTF8.self))
      default:
        let object = try phase("llvm") { try generator.emitObject() }
        write(object, to: invocation.output ?? project!.name + ".o")
        return finish()
      }
    } catch {
      diagnostics.report(.internalError, ["\(error)"], at: nil)
      return finish()
    }
  }

  /// Puts text into the output file, or prints it if none was named.
  func emit(_ text: String) -> Int32 {
    if let output = invocation.output {
      write(Array(text.utf8), to: output)
    } else if let reason = FileOutput.standardOutput(text) {
      diagnostics.report(.cannotWriteOutput, ["standard output", reason], at: nil)
    }
    return finish()
  }

  private func write(_ bytes: [UInt8], to path: String) {
    guard isNoSource(path) else { return }
    verbose("write: \(path)")
    if let reason = bytes.withUnsafeBytes({ FileOutput.replace(path, with: $0, executable: false) }) {
      diagnostics.report(.cannotWriteOutput, [path, reason], at: nil)
    }
  }

  /// Refuses to write over a file of the program.
  private func isNoSource(_ path: String) -> Bool {
    let real = FileAccess.system.realPath(path)
    let sources = graph?.modules.map(\.file.path) ?? [project!.entry]
    guard sources.contains(where: { FileAccess.system.realPath($0) == real }) else { return true }
    diagnostics.report(.outputIsSource, [path], at: nil)
    return false
  }

  // MARK: Programs

  /// Translates the program to LLVM IR; nil after reporting.
  private func makeGenerator(_ module: PIRModule) -> CodeGenerator? {
    let bitcode = Library.runtime(of: invocation.target) + "/pgrt.bc"
    guard access(bitcode, R_OK) == 0 else {
      diagnostics.report(.libraryMissing, [bitcode], at: nil)
      return nil
    }
    let options = CodeGenOptions(
      level: invocation.optimizationLevel < 2 ? .none : invocation.optimizationLevel == 2 ? .standard : .aggressive,
      debugInfo: invocation.debugInfo, verify: invocation.verify,
      runtimeBitcode: bitcode, llvmOptions: invocation.llvmOptions)
    do {
      return try phase("generate") { try CodeGenerator(module, machine: target.machine, options: options) }
    } catch {
      diagnostics.report(.internalError, ["\(error)"], at: nil)
      return nil
    }
  }

  /// Makes the executable at `output`; nothing is there if anything fails.
  private func link(_ module: PIRModule, to output: String) -> Bool {
    guard let generator = makeGenerator(module) else { return false }
    // Freeing all of LLVM's IR takes as long as linking, and the process ends soon.
    _ = Unmanaged.passRetained(generator)
    do {
      let objects = try phase("llvm") { try generator.emitObjects() }
      let job = LinkJob(
        objects: objects, output: output, runtimeFolder: Library.runtime(of: invocation.target),
        isStatic: invocation.isStatic, keepsDebugInfo: invocation.debugInfo,
        reportsCollector: invocation.reportsCollector)
      TemporaryFiles.register(job.partialOutput)
      defer { TemporaryFiles.remove(job.partialOutput) }
      try phase("link") { try target.link(job) }
      return true
    } catch let failure as LinkFailure {
      diagnostics.report(failure.diagnostic)
    } catch {
      diagnostics.report(.internalError, ["\(error)"], at: nil)
    }
    return false
  }

  /// Makes the program that `build` asks for.
  func build(_ module: PIRModule) -> Int32 {
    let output = invocation.output ?? target.executableName(project!.name)
    if isNoSource(output), link(module, to: output) { verbose("write: \(output)") }
    return finish()
  }

  /// Makes the program in a temporary folder and runs it there; exits as it does.
  func buildAndRun(_ module: PIRModule) -> Int32 {
    guard let folder = TemporaryFiles.makeDirectory() else {
      diagnostics.report(.cannotMakeTemporary, [TemporaryFiles.base, FileOutput.systemReason()], at: nil)
      return finish()
    }
    let program = folder + "/" + target.executableName(project!.name)
    TemporaryFiles.register(program)
    defer { TemporaryFiles.removeAll() }
    guard link(module, to: program), let command = command(running: program) else { return finish() }
    report()
    verbose("run: " + (command + invocation.arguments).joined(separator: " "))
    if invocation.timePhases { FileOutput.standardError(timing.table) }
    if invocation.stressesCollector { setenv("POLYGLOT_GC_STRESS", "1", 1) }
    let result = ProgramRunner.run(command + invocation.arguments)
    if case .notStarted(let reason) = result {
      diagnostics.report(.cannotRun, [command[0], reason], at: nil)
      return finish()
    }
    TemporaryFiles.removeAll()
    ProgramRunner.exit(as: result)
  }

  /// The words that start a program of the target; nil after reporting that nothing can run it.
  private func command(running program: String) -> [String]? {
    guard invocation.target == .wasi else { return [program] }
    // The whole file system, as a native program has it; PWD tells the program where it is.
    let folder = getcwd(nil, 0).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let here = folder ?? "/"
    if let wasmtime = ProgramRunner.find("wasmtime") {
      return [
        wasmtime, "run", "-W", "max-wasm-stack=2097152", "--dir=/", "-S", "inherit-env", "--env", "PWD=\(here)", program,
      ]
    }
    if let runner = getenv("POLYGLOT_WASM_RUN").map({ String(cString: $0) }) { return [runner, program] }
    if let wasmkit = ProgramRunner.find("wasmkit") {
      return [wasmkit, "run", "--dir", "/", "--env", "PWD=\(here)", program]
    }
    diagnostics.report(.noWasmRunner, at: nil)
    return nil
  }
}
