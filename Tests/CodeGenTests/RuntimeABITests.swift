import CodeGen
import Foundation
import LLVM
import Linking
import PIR
import Testing
import WasiTarget

/// Every opcode becomes valid LLVM IR, and calls the runtime with the types that its headers declare.
@Suite struct RuntimeABITests {
  static let targets: [any Target] = [NativeTarget(), WasiTarget()]

  @Test(arguments: targets) func everyOpcodeBecomesMachineCode(_ target: any Target) throws {
    for level in OptimizationLevel.allCases {
      let generator = try CodeGenerator(
        EveryOpcode.make(), machine: target.machine,
        options: CodeGenOptions(level: level, debugInfo: true, verify: true))
      #expect(try generator.emitObject().count > 4096)
    }
  }

  @Test(arguments: targets) func declarationsAgreeWithHeaders(_ target: any Target) throws {
    let generator = try CodeGenerator(
      EveryOpcode.make(), machine: target.machine, options: CodeGenOptions(level: .none, verify: true))
    let generated = declarations(try generator.emitText(optimized: false))
    #expect(generated.count > 90)
    let source = Scratch.path("headers-\(target.name).c")
    let entries = generated.keys.sorted().map { "(void *)\($0)," }.joined(separator: "\n")
    try "#define RT_INLINE extern\n#include \"rt_inline.h\"\nvoid *all[] = {\n\(entries)\n};\n"
      .write(toFile: source, atomically: true, encoding: .utf8)
    let include = Scratch.root + "/Sources/NativeRuntime/include"
    let ids = Scratch.path("rt_builtin_ids.h")
    try Scratch.run(
      ["awk", "-f", Scratch.root + "/Sources/NativeRuntime/builtin_ids.awk", include + "/../builtins.manifest"]
    ).write(toFile: ids, atomically: true, encoding: .utf8)
    let text = try Scratch.run(
      ["clang-19", "-w", "-O0", "-S", "-emit-llvm", "-I" + include, "-I" + Scratch.folder, "-o", "-", source]
        + StubRuntime.machineOptions(target))
    let declared = declarations(text)
    for (name, type) in generated where name != "rt_program_main" { #expect(declared[name] == type, "\(name)") }
  }

  /// The types of the runtime functions that a module in text form has, without attributes.
  private func declarations(_ text: String) -> [String: [String]] {
    let types: Set<Substring> = ["void", "i1", "i8", "i16", "i32", "i64", "double", "ptr"]
    var result: [String: [String]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("declare") || line.hasPrefix("define") {
      guard let at = line.firstIndex(of: "@"), let open = line[at...].firstIndex(of: "("),
        let close = line[open...].firstIndex(of: ")")
      else { continue }
      let name = String(line[line.index(after: at)..<open])
      guard name.hasPrefix("rt_") else { continue }
      let words = (line[..<at] + " " + line[open..<close]).split { " (),".contains($0) }
      result[name] = words.filter { types.contains($0) }.map(String.init)
    }
    return result
  }
}
