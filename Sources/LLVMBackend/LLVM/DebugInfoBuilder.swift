import CLLVM

/// A function as debuggers know it.
public struct DebugScope {
  let ref: LLVMMetadataRef
}

/// Describes a module to debuggers, in DWARF.
public final class DebugInfoBuilder {
  private let context: IRContext
  private let ref: LLVMDIBuilderRef
  private let signature: LLVMMetadataRef
  private let directory: String
  private let isOptimized: Bool
  private var files: [String: LLVMMetadataRef] = [:]

  /// Describes a module whose main file is `path`.
  public init(_ module: IRModule, path: String, directory: String, producer: String, isOptimized: Bool) {
    context = module.context
    self.directory = directory
    self.isOptimized = isOptimized
    ref = LLVMCreateDIBuilder(module.ref)
    module.setFlag("Debug Info Version", Int(LLVMDebugMetadataVersion()))
    module.setFlag("Dwarf Version", 5)
    let file = Self.makeFile(ref, path, directory)
    files[path] = file
    // Debuggers have no notion of TypeScript; that of C++ has classes and exceptions.
    _ = LLVMDIBuilderCreateCompileUnit(
      ref, LLVMDWARFSourceLanguageC_plus_plus_14, file, producer, producer.utf8.count, isOptimized ? 1 : 0, "", 0, 0,
      "", 0, LLVMDWARFEmissionFull, 0, 0, 0, "", 0, "", 0)
    var none: LLVMMetadataRef?
    signature = LLVMDIBuilderCreateSubroutineType(ref, file, &none, 0, LLVMDIFlagZero)
  }

  deinit { LLVMDisposeDIBuilder(ref) }

  /// Describes a function that is defined in this module.
  public func addFunction(_ function: IRValue, name: String, path: String, line: Int) -> DebugScope {
    let file = file(path)
    let scope = name.withBytes { name, count in
      LLVMDIBuilderCreateFunction(
        ref, file, name, count, "", 0, file, UInt32(line), signature, 1, 1, UInt32(line), LLVMDIFlagZero,
        isOptimized ? 1 : 0)!
    }
    LLVMSetSubprogram(function.ref, scope)
    return DebugScope(ref: scope)
  }

  /// Completes the description; nothing may be added afterwards.
  public func finish() { LLVMDIBuilderFinalize(ref) }

  private func file(_ path: String) -> LLVMMetadataRef {
    if let known = files[path] { return known }
    let file = Self.makeFile(ref, path, directory)
    files[path] = file
    return file
  }

  private static func makeFile(_ ref: LLVMDIBuilderRef, _ path: String, _ directory: String) -> LLVMMetadataRef {
    path.withBytes { path, count in
      directory.withBytes { LLVMDIBuilderCreateFile(ref, path, count, $0, $1) }
    }
  }
}

extension IRBuilder {
  /// Gives new instructions a position in a source file.
  public func setLocation(_ scope: DebugScope, line: Int, column: Int) {
    let location = LLVMDIBuilderCreateDebugLocation(context.ref, UInt32(line), UInt32(column), scope.ref, nil)
    LLVMSetCurrentDebugLocation2(ref, location)
  }

  /// Gives new instructions no position.
  public func clearLocation() { LLVMSetCurrentDebugLocation2(ref, nil) }

  /// Builds something elsewhere, then goes on at the present place.
  public func aside<Result>(_ body: () -> Result) -> Result {
    let block = LLVMGetInsertBlock(ref)
    let location = LLVMGetCurrentDebugLocation2(ref)
    LLVMSetCurrentDebugLocation2(ref, nil)
    let result = body()
    if let block { LLVMPositionBuilderAtEnd(ref, block) }
    LLVMSetCurrentDebugLocation2(ref, location)
    return result
  }
}
