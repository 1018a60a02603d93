/// The texts of `--help` and `--version`.
enum Help {
  static let version = "polyglot 0.1.0"

  private static let summary = """
    Polyglot compiles TypeScript to native executables and WASI modules.

    usage: polyglot COMMAND PATH [OPTIONS]

      build PATH    compile to an executable or a module
      run PATH      compile to a temporary place and run
      check PATH    report errors only

      --help        this text; after a command, its options
      --version     the version

    PATH is a source file (its extension may be left out) or a folder with poly.toml, tsconfig.json or package.json.

    Exit status: 0, 1 for errors in the program, 2 for misuse of this command. 'run' exits as the program does.

    """

  private static let common = """
      --json                 findings as JSON, one object a line, for tools
      --time-phases          how long each phase took, and how much of it the processors worked
      --verbose              what is read, written and run
      --verify               check the compiler's own invariants after every pass

    """

  private static let compiling = """
      --target native|wasi   what to compile for: x86-64 Linux (default), or WebAssembly with WASI
      -O0, -O1, -O2, -O3     optimisation: none, quick to compile, standard (default), aggressive
      -g                     debug information, for gdb
      --static               an executable that needs no shared library
      --gc-stats             let the program tell at its end what the collector did, with a histogram of pauses

    """

  private static let debugging = """
      --dump-after=PASS      print the program after a pass ('all' for each; may be repeated)
      --dump-function=NAME   print only this function
      --llvm=OPTION          an option for LLVM, as 'opt' and 'llc' take them (-time-passes; may be repeated)

    """

  /// The help of a command, or of the whole.
  static func text(for command: Command?, passes: [(name: String, purpose: String)]) -> String {
    switch command {
    case nil: return summary
    case .build:
      return "usage: polyglot build PATH [OPTIONS]\n\nCompiles a program.\n\n"
        + "  -o FILE                where to write it (default: the program's name in the current folder)\n" + compiling
        + "  --remarks[=all]        tell what stayed general in loops ('all': also in code that runs once), and why\n"
        + "  --batch                PATH lists programs for one executable, which is told by number which one to run\n"
        + "  --emit FORM            print tokens, ast, types, pir, llvm or asm, or write the object, instead\n" + common
        + debugging + list(passes)
    case .run:
      return "usage: polyglot run PATH [OPTIONS] [-- ARGUMENTS]\n\nCompiles a program and runs it with the arguments.\n\n"
        + compiling + "  --gc-stress            collect garbage wherever the program may, to find errors of the collector\n" + common
        + debugging + list(passes)
    case .check:
      return "usage: polyglot check PATH [OPTIONS]\n\nReports the errors of a program without compiling it.\n\n"
        + "  --target native|wasi   what to check for\n" + "  --emit FORM            print tokens, ast or types\n" + common
    }
  }

  private static func list(_ passes: [(name: String, purpose: String)]) -> String {
    let width = passes.map(\.name.utf8.count).max() ?? 0
    let rows = passes.map { pass in
      "  " + pass.name + String(repeating: " ", count: width - pass.name.utf8.count) + "  " + pass.purpose
    }
    return "\nPasses, in order:\n" + rows.joined(separator: "\n") + "\n"
  }
}
