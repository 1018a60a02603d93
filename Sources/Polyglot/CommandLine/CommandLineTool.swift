import Builtins
import PIR

/// The whole command: parses the words, does what they ask and gives the exit status.
enum CommandLineTool {
  static func run(_ words: [String]) -> Int32 {
    switch ArgumentParser.parse(words) {
    case .help(let command): return printed(Help.text(for: command, passes: Self.passes))
    case .version: return printed(Help.version + "\n")
    case .misuse(let text, let command):
      let help = "polyglot" + (command.map { " \($0.rawValue)" } ?? "") + " --help"
      FileOutput.standardError("polyglot: \(text)\nSee '\(help)'.\n")
      return 2
    case .compile(let invocation):
      if let unknown = invocation.dumpAfter.first(where: { name in name != "all" && !passes.contains { $0.name == name } }) {
        let known = passes.map(\.name).joined(separator: ", ")
        FileOutput.standardError("polyglot: there is no pass '\(unknown)'; there are \(known) and all\n")
        return 2
      }
      return Driver(invocation).run()
    }
  }

  /// What `--dump-after` can name: the lowering and every pass after it.
  private static var passes: [(name: String, purpose: String)] {
    [("lowering", "the program as it comes from the syntax tree")] + PassManager.allPasses.map { ($0.name, $0.purpose) }
  }

  private static func printed(_ text: String) -> Int32 {
    guard let reason = FileOutput.standardOutput(text) else { return 0 }
    FileOutput.standardError("polyglot: cannot write: \(reason)\n")
    return 1
  }
}
