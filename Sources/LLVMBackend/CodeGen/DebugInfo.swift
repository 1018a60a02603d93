import Glibc
import LLVM
import PIR
import Syntax

/// DWARF for the program's functions, with `-g`.
extension ModuleEmitter {
  /// Starts the description of the module.
  func makeDebugInfo() -> DebugInfoBuilder? {
    guard options.debugInfo else { return nil }
    let main = program.entry.map { path(program[$0].file) } ?? program.files.first?.path ?? ""
    return DebugInfoBuilder(
      module, path: main, directory: Self.workingDirectory, producer: "polyglot",
      isOptimized: options.level != .none)
  }

  /// Against which debuggers resolve relative paths.
  private static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// Describes a function of the program; nil without `-g`.
  func debugScope(_ id: FunctionID) -> DebugScope? {
    guard let debugInfo else { return nil }
    let function = program[id]
    let name = program.interner.string(function.displayName)
    return debugInfo.addFunction(
      functions[Int(id.raw)].function, name: name.isEmpty ? function.name : name,
      path: path(function.file), line: lineColumn(function.file, function.span?.start ?? 0).line)
  }

  /// What a file is called.
  func path(_ file: FileID) -> String {
    Int(file.raw) < program.files.count ? program.files[Int(file.raw)].path : ""
  }
}
