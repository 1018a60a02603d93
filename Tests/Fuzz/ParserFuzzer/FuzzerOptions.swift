import Glibc

/// What the command line asks for.
struct FuzzerOptions {
  /// How long to run; zero only replays the corpus.
  var seconds = 60
  /// The seed of the random generator; equal seeds give equal inputs.
  var seed: UInt64 = 1
  /// Folders of seed programs.
  var corpus: [String] = []
  /// Inputs to replay instead of fuzzing.
  var replay: [String] = []
  /// Where the input under test is kept, so that a crash leaves it behind.
  var last = "parser-fuzzer.last"

  static let help = """
    usage: parser-fuzzer [--seconds N] [--seed N] --corpus DIR [--corpus DIR]... [--last FILE] [FILE]...

    Mutates the programs in DIR for N seconds and parses each result. Exits with 1 when an input hangs or makes an
    ill-formed tree; a crash leaves its input in FILE (parser-fuzzer.last). Files given by name are only replayed.

    """

  init(_ arguments: [String]) {
    var rest = arguments.dropFirst()
    func value(_ option: String) -> String {
      guard let next = rest.popFirst() else { FuzzerOptions.misuse("\(option) needs a value") }
      return next
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help":
        fputs(FuzzerOptions.help, stdout)
        exit(0)
      case "--seconds":
        guard let number = Int(value(argument)) else { FuzzerOptions.misuse("--seconds needs a number") }
        seconds = number
      case "--seed":
        guard let number = UInt64(value(argument)) else { FuzzerOptions.misuse("--seed needs a number") }
        seed = number
      case "--corpus": corpus.append(value(argument))
      case "--last": last = value(argument)
      default:
        if argument.hasPrefix("-") { FuzzerOptions.misuse("unknown option \(argument)") }
        replay.append(argument)
      }
    }
    if corpus.isEmpty && replay.isEmpty { FuzzerOptions.misuse("--corpus is missing") }
  }

  private static func misuse(_ reason: String) -> Never {
    fputs("parser-fuzzer: \(reason)\n\(help)", stderr)
    exit(2)
  }
}
