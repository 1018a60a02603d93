import Foundation
import Linking

/// Files and processes of a test run.
enum Scratch {
  /// The root of the source tree.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let folder: String = {
    let path = NSTemporaryDirectory() + "polyglot-codegen-tests-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(atPath: Scratch.folder) }
    return path
  }()

  static func path(_ name: String) -> String { folder + "/" + name }

  /// What a command prints; fails unless it succeeds.
  static func run(_ command: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(command: command, status: process.terminationStatus) }
    return String(decoding: output, as: UTF8.self)
  }

  /// A command that ended badly.
  struct Failed: Error {
    let command: [String]
    let status: Int32
  }
}

/// The runtime that the tests link with, built once per target and run.
enum StubRuntime {
  /// What tells clang-19 the target.
  static func machineOptions(_ target: any Target) -> [String] {
    target.name == "wasi" ? ["--target=wasm32-wasi", "--sysroot=/", "-I/usr/include/wasm32-wasi"] : ["-fPIE"]
  }

  static func folder(for target: any Target) throws -> String {
    let folder = Scratch.path("runtime-" + target.name)
    if FileManager.default.fileExists(atPath: folder + "/libpgrt.a") { return folder }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let source = Scratch.root + "/Tests/CodeGenTests/StubRuntime/stub.c"
    _ = try Scratch.run(
      ["clang-19", "-w", "-O1", "-I" + Scratch.root + "/Sources/NativeRuntime/include", "-c", source]
        + machineOptions(target) + ["-o", folder + "/stub.o"])
    _ = try Scratch.run(["llvm-ar-19", "rcs", folder + "/libpgrt.a", folder + "/stub.o"])
    return folder
  }
}
