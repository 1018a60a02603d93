/// What the user asks the compiler to do.
enum Command: String, CaseIterable {
  case build, run, check
}

/// A machine and system that programs are compiled for.
enum TargetName: String, CaseIterable {
  case native, wasi
}

/// An intermediate form that can be printed instead of building a program.
enum EmitKind: String, CaseIterable {
  case tokens, ast, types, pir, llvm, asm, object

  /// Whether the form exists before code generation, so that `check` can print it too.
  var isFrontend: Bool { self == .tokens || self == .ast || self == .types }
}

/// The code that `--remarks` tells about.
enum RemarkScope: String, CaseIterable {
  case none
  /// What may run more than once.
  case repeated = "loops"
  case all
}

/// A parsed command line that compiles something.
struct Invocation {
  var command: Command
  /// The file or folder to compile, as the user wrote it.
  var path: String
  /// Whether `path` is the list of a batch.
  var isBatch = false
  var target = TargetName.native
  var output: String?
  /// 0 to 3; 1 has our own passes but none of LLVM's.
  var optimizationLevel = 2
  var debugInfo = false
  var isStatic = false
  var emit: EmitKind?
  /// Passes after which the program is printed; `all` for each.
  var dumpAfter: [String] = []
  /// The only function to print, by name.
  var dumpFunction: String?
  /// Options for LLVM itself.
  var llvmOptions: [String] = []
  var timePhases = false
  var isVerbose = false
  var verify = false
  /// Whether the program that `run` starts collects garbage wherever it may.
  var stressesCollector = false
  /// Whether the program reports at its end what the collector did.
  var reportsCollector = false
  /// Which code the build says of what it could not make fast.
  var remarks = RemarkScope.none
  var json = false
  /// What `run` hands to the program.
  var arguments: [String] = []
}

/// What a command line asks for.
enum Request {
  case compile(Invocation)
  case help(Command?)
  case version
  /// The command line is wrong; the text says why.
  case misuse(String, Command?)
}
