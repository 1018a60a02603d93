// swift-tools-version: 6.0
import PackageDescription

// Small targets keep incremental builds short and make the compiler enforce the layering:
// a target sees only what it lists. The data flows from top to bottom.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v5), .unsafeFlags(["-warnings-as-errors"]),
  // Debug builds, which the unit tests are, find overlapping accesses.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

// What CAllocator takes the place of.
let allocator = [
  "malloc", "free", "calloc", "realloc", "malloc_usable_size", "memalign", "aligned_alloc", "posix_memalign", "valloc",
  "pvalloc",
]

// What CReferenceCounts takes the place of.
let referenceCounts = ["swift_retain", "swift_release", "pthread_create", "pthread_join"]

let package = Package(
  name: "polyglot",
  targets: [
    // Source text to syntax tree.
    .target(
      name: "Syntax", dependencies: ["CRegExpParser"], path: "Sources/Frontend",
      exclude: ["Binder", "Types", "Checker", "Modules", "Lowering", "PIR", "Builtins"],
      sources: ["Source", "Diagnostics", "Lexer", "Syntax", "Parser"], swiftSettings: strict),
    // The parser of regular expressions, which the runtime has too.
    .target(
      name: "CRegExpParser", path: "Sources/NativeRuntime/src/regexp/parser",
      exclude: ["generate_case_folding_tables.mjs", "generate_property_tables.mjs"], publicHeadersPath: "include"),
    // The typed SSA between front end and back end, with its passes.
    .target(name: "PIR", dependencies: ["Syntax"], path: "Sources/Frontend/PIR", swiftSettings: strict),
    // The description of built-ins that lowering, passes and code generation share.
    .target(name: "Builtins", dependencies: ["Syntax", "PIR"], path: "Sources/Frontend/Builtins", swiftSettings: strict),
    // Modules, scopes, types.
    .target(
      name: "Semantics", dependencies: ["Syntax"], path: "Sources/Frontend",
      exclude: ["Source", "Diagnostics", "Lexer", "Syntax", "Parser", "Lowering", "PIR", "Builtins"],
      sources: ["Modules", "Binder", "Types", "Checker"], swiftSettings: strict),
    // Syntax tree to PIR.
    .target(
      name: "Lowering", dependencies: ["Syntax", "Semantics", "PIR", "Builtins"], path: "Sources/Frontend/Lowering",
      swiftSettings: strict),
    // LLVM's C API; only the wrapper imports it.
    .systemLibrary(name: "CLLVM", path: "Sources/LLVMBackend/CLLVM", pkgConfig: "polyglot-llvm"),
    .target(
      name: "LLVM", dependencies: ["CLLVM", "CLLVMPartition"], path: "Sources/LLVMBackend/LLVM", swiftSettings: strict),
    // What LLVM's C API lacks to take modules apart and to choose passes.
    .target(name: "CLLVMPartition", dependencies: ["CLLVM"], path: "Sources/LLVMBackend/CLLVMPartition"),
    // PIR to LLVM IR to object code.
    .target(
      name: "CodeGen", dependencies: ["LLVM", "PIR", "Syntax"], path: "Sources/LLVMBackend/CodeGen",
      swiftSettings: strict),
    // lld has no C API; this shim calls its drivers in-process.
    .target(name: "CLLD", dependencies: ["CLLVM"], path: "Sources/LLVMBackend/CLLD"),
    .target(
      name: "Linking", dependencies: ["CLLD", "Syntax", "CodeGen"], path: "Sources/LLVMBackend/Linking",
      swiftSettings: strict),
    .target(
      name: "WasiTarget", dependencies: ["CodeGen", "Linking", "Syntax"], path: "Sources/WasiTarget",
      swiftSettings: strict),
    // Takes the place of the C library's `malloc`.
    .target(name: "CAllocator", path: "Sources/Polyglot/CAllocator"),
    // Takes the place of the Swift runtime's counting of references.
    .target(name: "CReferenceCounts", path: "Sources/Polyglot/CReferenceCounts"),
    // The command line and the driver.
    .executableTarget(
      name: "polyglot",
      dependencies: [
        "CAllocator", "CReferenceCounts", "Syntax", "Semantics", "PIR", "Builtins", "Lowering", "CodeGen", "Linking", "WasiTarget",
      ],
      path: "Sources/Polyglot", exclude: ["CAllocator", "CReferenceCounts"], swiftSettings: strict,
      // Nothing is loaded at start: a static executable with LLVM starts in 3 ms, a dynamic one takes 20.
      linkerSettings: [
        .unsafeFlags(
          ["-static-executable", "-use-ld=lld", "-Xlinker", "--gc-sections"]
            + (allocator + referenceCounts).flatMap { ["-Xlinker", "--wrap=\($0)"] })
      ]),
    .testTarget(name: "BuiltinsTests", dependencies: ["Builtins"], path: "Tests/BuiltinsTests"),
    .testTarget(
      name: "CodeGenTests", dependencies: ["CodeGen", "Linking", "WasiTarget"], path: "Tests/CodeGenTests",
      exclude: ["StubRuntime"], linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
    .testTarget(name: "PIRTests", dependencies: ["PIR"], path: "Tests/PIRTests", exclude: ["Goldens"]),
    .testTarget(
      name: "SemanticsTests", dependencies: ["Syntax", "Semantics"], path: "Tests/SemanticsTests",
      exclude: ["Programs"]),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax"], path: "Tests/SyntaxTests", exclude: ["Goldens"]),
    // Tools for developers: `swift run -c release parser-fuzzer --help`, `… parser-benchmark --help`.
    .executableTarget(
      name: "parser-fuzzer", dependencies: ["Syntax"], path: "Tests/Fuzz/ParserFuzzer", swiftSettings: strict),
    .executableTarget(
      name: "early-errors", dependencies: ["Syntax", "Semantics"], path: "Tests/Conformance/EarlyErrors",
      swiftSettings: strict),
    .executableTarget(
      name: "parser-benchmark", dependencies: ["Syntax"], path: "Tests/Benchmarks/parser", swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
