/// Reads the words of a command line; options may stand before and after the path.
struct ArgumentParser {
  private let words: [String]
  private var index = 0

  /// Parses the words after the program's name.
  static func parse(_ words: [String]) -> Request {
    var parser = ArgumentParser(words: words)
    return parser.parse()
  }

  private init(words: [String]) { self.words = words }

  /// A command line that cannot be understood.
  private struct Misuse: Error {
    let text: String
  }

  private mutating func parse() -> Request {
    guard let first = words.first else { return .misuse("no command given", nil) }
    switch first {
    case "--help", "-h", "help":
      guard words.count > 1 else { return .help(nil) }
      guard words.count == 2, let command = Command(rawValue: words[1]) else {
        return .misuse("there is no command '\(words[1])'", nil)
      }
      return .help(command)
    case "--version", "version": return .version
    default: break
    }
    guard let command = Command(rawValue: first) else {
      return .misuse(first.hasPrefix("-") ? "unknown option '\(first)'" : "there is no command '\(first)'", nil)
    }
    index = 1
    // Help wins over any mistake beside it, but what follows `--` belongs to the program.
    for word in words.dropFirst() {
      if word == "--" { break }
      if word == "--help" || word == "-h" { return .help(command) }
    }
    do {
      return .compile(try parseOptions(of: command))
    } catch {
      return .misuse((error as? Misuse)?.text ?? "\(error)", command)
    }
  }

  private mutating func parseOptions(of command: Command) throws -> Invocation {
    var invocation = Invocation(command: command, path: "")
    var path: String?
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        guard command == .run else { throw Misuse(text: "only 'run' takes arguments for the program after '--'") }
        invocation.arguments = Array(words[index...])
        break
      }
      guard word.hasPrefix("-") && word != "-" else {
        if let path { throw Misuse(text: "one path at a time: '\(path)' and '\(word)' were given\(hint(command))") }
        path = word
        continue
      }
      try parseOption(word, &invocation)
    }
    guard let path, !path.isEmpty else { throw Misuse(text: "no file or folder given") }
    invocation.path = path
    try check(invocation)
    return invocation
  }

  private func hint(_ command: Command) -> String {
    command == .run ? "; arguments for the program follow '--'" : ""
  }

  private mutating func parseOption(_ word: String, _ invocation: inout Invocation) throws {
    let equals = word.hasPrefix("--") ? word.firstIndex(of: "=") : nil
    let name = equals.map { String(word[..<$0]) } ?? word
    var inlineValue = equals.map { String(word[word.index(after: $0)...]) }
    /// The option's value: after `=`, or the next word.
    func value(_ what: String) throws -> String {
      if let given = inlineValue {
        inlineValue = nil
        return given
      }
      guard index < words.count, words[index] != "--" else { throw Misuse(text: "'\(name)' needs \(what)") }
      index += 1
      return words[index - 1]
    }
    switch name {
    case "--target":
      invocation.target = try choice(try value("a target"), "target")
    case "--emit":
      invocation.emit = try choice(try value("what to print"), "form to emit")
    case "-o", "--output":
      invocation.output = try value("a file")
    case "-O0", "-O1", "-O2", "-O3":
      invocation.optimizationLevel = Int(name.dropFirst(2))!
    case "-g": invocation.debugInfo = true
    case "--static": invocation.isStatic = true
    case "--dump-after": invocation.dumpAfter.append(try value("the name of a pass"))
    case "--dump-function": invocation.dumpFunction = try value("the name of a function")
    case "--llvm": invocation.llvmOptions.append(try value("an option of LLVM"))
    case "--time-phases": invocation.timePhases = true
    case "--verbose", "-v": invocation.isVerbose = true
    case "--verify": invocation.verify = true
    case "--gc-stress": invocation.stressesCollector = true
    case "--gc-stats": invocation.reportsCollector = true
    case "--json": invocation.json = true
    case "--remarks":
      invocation.remarks = try inlineValue.map { try choice($0, "scope of remarks") } ?? .repeated
      inlineValue = nil
    case "--batch": invocation.isBatch = true
    default: throw Misuse(text: "unknown option '\(word)'")
    }
    if inlineValue != nil { throw Misuse(text: "'\(name)' takes no value") }
  }

  /// One of a fixed set of words.
  private func choice<Choice: RawRepresentable & CaseIterable>(_ word: String, _ what: String) throws -> Choice
  where Choice.RawValue == String {
    if let choice = Choice(rawValue: word) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw Misuse(text: "there is no \(what) '\(word)'; there is \(known)")
  }

  /// Refuses options that the command would silently ignore.
  private func check(_ invocation: Invocation) throws {
    func refuse(_ condition: Bool, _ text: String) throws {
      if condition { throw Misuse(text: text) }
    }
    let command = invocation.command
    try refuse(invocation.output != nil && command != .build, "'-o' is for 'build'")
    try refuse(invocation.stressesCollector && command != .run, "'--gc-stress' is for 'run'")
    try refuse(invocation.isBatch && (command != .build || invocation.output == nil), "'--batch' is for 'build' with '-o'")
    try refuse(invocation.isBatch && invocation.emit?.isFrontend == true, "'--batch' goes with pir, llvm, asm or object")
    try refuse(invocation.emit != nil && command == .run, "'--emit' is for 'build' and 'check'")
    if let emit = invocation.emit, command == .check {
      try refuse(!emit.isFrontend, "'check' emits tokens, ast or types; '\(emit.rawValue)' is for 'build'")
    }
    try refuse(command == .check && !invocation.dumpAfter.isEmpty, "'--dump-after' is for 'build' and 'run'")
    try refuse(command == .check && invocation.dumpFunction != nil, "'--dump-function' is for 'build' and 'run'")
    try refuse(command == .check && !invocation.llvmOptions.isEmpty, "'--llvm' is for 'build' and 'run'")
    try refuse(command == .check && invocation.reportsCollector, "'--gc-stats' is for 'build' and 'run'")
    try refuse(invocation.remarks != .none && command != .build, "'--remarks' is for 'build'")
    try refuse(invocation.remarks != .none && invocation.optimizationLevel == 0, "'--remarks' needs '-O1' or more")
    try refuse(invocation.remarks != .none && invocation.isBatch, "'--remarks' is for one program, not for '--batch'")
    try refuse(command == .check && invocation.isStatic, "'--static' is for 'build' and 'run'")
    try refuse(invocation.isStatic && invocation.target == .wasi, "'--static' is for the native target; a WASI module always is")
  }
}
