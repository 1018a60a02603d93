import CodeGen
import Foundation
import LLVM
import Linking
import PIR
import Testing
import WasiTarget

/// Compiles the hand-built programs, links them with `StubRuntime` and compares what they print.
@Suite(.serialized) struct CodeGenTests {
  /// One way to build a program.
  struct Variant: CustomTestStringConvertible {
    let program: Int
    let target: any Target
    let level: OptimizationLevel
    /// Whether it is compiled in as many parts as there can be.
    let isSplit: Bool
    var testDescription: String {
      "\(Programs.all[program].name) \(target.name) -\(level.rawValue)" + (isSplit ? " in parts" : "")
    }
  }

  static var variants: [Variant] {
    Programs.all.indices.flatMap { program in
      ([NativeTarget(), WasiTarget()] as [any Target]).flatMap { target in
        [OptimizationLevel.none, .standard].flatMap { level in
          [false, true].map { Variant(program: program, target: target, level: level, isSplit: $0) }
        }
      }
    }
  }

  @Test(arguments: variants) func output(_ variant: Variant) throws {
    let program = Programs.all[variant.program]
    let runtime = try StubRuntime.folder(for: variant.target)
    let output = Scratch.path("\(program.name)-\(variant.level.rawValue)-\(variant.target.name)")
    var options = CodeGenOptions(level: variant.level, verify: true)
    if variant.isSplit { options.partSize = 1 }
    options.usesProcesses = false
    let generator = try CodeGenerator(program.make(), machine: variant.target.machine, options: options)
    try variant.target.link(
      LinkJob(objects: generator.emitObjects(), output: output, runtimeFolder: runtime))
    let command = variant.target.name == "wasi" ? [Scratch.root + "/toolchain/wasm-run", output] : [output]
    #expect(try Scratch.run(command) == program.output)
    let size = try FileManager.default.attributesOfItem(atPath: output)[.size] as? Int
    #expect(try #require(size) < 64 * 1024)
  }

  @Test func debugInformationNamesFunctionsAndLines() throws {
    let generator = try CodeGenerator(
      Programs.fib(), machine: .x86_64Linux, options: CodeGenOptions(level: .none, debugInfo: true, verify: true))
    let text = try generator.emitText(optimized: false)
    #expect(text.contains("DISubprogram(name: \"fib\""))
    #expect(text.contains("DIFile(filename: \"main.ts\""))
    #expect(text.contains("!DILocation(line: 1"))
  }

  @Test func referencesLiveAcrossCollectionsAreStoredOnWasiOnly() throws {
    func volatileStores(_ machine: Machine) throws -> Int {
      let generator = try CodeGenerator(
        Programs.closures(), machine: machine, options: CodeGenOptions(level: .standard, verify: true))
      return try generator.emitText(optimized: true).components(separatedBy: "store volatile").count - 1
    }
    #expect(try volatileStores(.wasm32WASI) > 4)
    #expect(try volatileStores(.x86_64Linux) == 0)
  }

  @Test func partsDoNotDependOnChance() throws {
    func objects() throws -> [[UInt8]] {
      var options = CodeGenOptions()
      options.partSize = 10
      options.usesProcesses = false
      return try CodeGenerator(Programs.closures(), machine: .x86_64Linux, options: options).emitObjects()
    }
    let first = try objects()
    #expect(first.count > 1)
    #expect(try objects() == first)
  }

  @Test func unwritableOutputIsOneDiagnostic() throws {
    let runtime = try StubRuntime.folder(for: NativeTarget())
    let object = try CodeGenerator(Programs.hello(), machine: .x86_64Linux, options: CodeGenOptions()).emitObject()
    let failure = #expect(throws: LinkFailure.self) {
      try NativeTarget().link(LinkJob(objects: [object], output: "/nowhere/hello", runtimeFolder: runtime))
    }
    #expect(failure?.diagnostic.message.code == "PG3002")
    let missing = #expect(throws: LinkFailure.self) {
      try NativeTarget().link(LinkJob(objects: [object], output: Scratch.path("x"), runtimeFolder: "/nowhere"))
    }
    #expect(missing?.diagnostic.message.code == "PG3001")
  }

  @Test func failedLinkLeavesNothing() throws {
    let runtime = try StubRuntime.folder(for: NativeTarget())
    let output = Scratch.path("broken")
    let failure = #expect(throws: LinkFailure.self) {
      try NativeTarget().link(LinkJob(objects: [Array("no object".utf8)], output: output, runtimeFolder: runtime))
    }
    #expect(failure?.diagnostic.message.code == "PG3003")
    let names = try FileManager.default.contentsOfDirectory(atPath: Scratch.folder)
    #expect(!names.contains { $0.hasPrefix("broken") })
  }
}
