import Glibc
import Syntax

/// Seconds after which an input that does not end kills the process, which leaves the input behind.
private let hangLimit: UInt32 = 60

/// Runs the fuzzer; the result is the exit status.
func fuzz(_ options: FuzzerOptions) -> Int32 {
  var failures = 0
  if !options.replay.isEmpty {
    for path in options.replay {
      guard let bytes = readFile(path) else {
        fputs("parser-fuzzer: cannot read \(path)\n", stderr)
        return 2
      }
      failures += check(bytes, name: path).isEmpty ? 0 : 1
    }
    return failures == 0 ? 0 : 1
  }
  var corpus: [[UInt8]] = []
  for folder in options.corpus {
    for path in programs(in: folder) {
      guard let bytes = readFile(path), !bytes.isEmpty else { continue }
      corpus.append(bytes)
      failures += check(bytes, name: path).isEmpty ? 0 : 1
    }
  }
  if corpus.isEmpty {
    fputs("parser-fuzzer: no programs in \(options.corpus.joined(separator: ", "))\n", stderr)
    return 2
  }
  var mutator = Mutator(seed: options.seed, corpus: corpus)
  let record = LastInput(path: options.last)
  let start = now()
  var runs = 0
  var slowest = 0.0
  while now() - start < Double(options.seconds) {
    let input = mutator.next()
    record.store(input)
    let began = processorTime()
    let problems = check(input, name: runs % 8 == 0 ? "input.js" : "input.ts")
    slowest = max(slowest, processorTime() - began)
    if !problems.isEmpty {
      failures += 1
      writeFile("\(options.last).\(failures)", input)
      if failures == 20 { break }
    }
    runs += 1
  }
  record.remove()
  print("\(runs) inputs, \(failures) failures, slowest \(Int(slowest * 1000)) ms")
  return failures == 0 ? 0 : 1
}

/// Parses and prints `bytes`; returns what is wrong, which it also reports.
func check(_ bytes: [UInt8], name: String) -> [String] {
  alarm(hangLimit)
  defer { alarm(0) }
  let began = processorTime()
  let sink = DiagnosticSink()
  let interner = Interner()
  let path = name.hasSuffix(".js") ? "input.js" : "input.ts"
  let file = SourceLoader.makeFile(bytes: bytes, path: path, id: FileID(0), diagnostics: sink)
  let tree = parse(file, interner: interner, diagnostics: sink)
  let elapsed = processorTime() - began
  var problems = treeProblems(tree, length: file.text.count)
  if elapsed > 1 && bytes.count < 100_000 { problems.append("took \(Int(elapsed * 1000)) ms") }
  if sink.diagnostics.count > 110 { problems.append("\(sink.diagnostics.count) diagnostics") }
  for diagnostic in sink.diagnostics {
    if let span = diagnostic.span, span.start > span.end || Int(span.end) > file.text.count {
      problems.append("\(diagnostic.message.code) has the span \(span.start)..<\(span.end)")
    }
  }
  _ = DiagnosticRenderer(style: .pretty(color: false)) { _ in file }.render(sink.diagnostics)
  for problem in problems { fputs("\(name): \(problem)\n", stderr) }
  return problems
}

/// What is wrong with a tree: spans must nest and lie in the file, children must precede their parents.
private func treeProblems(_ tree: SyntaxTree, length: Int) -> [String] {
  var problems: [String] = []
  for index in 1..<tree.nodes.count {
    let node = tree.nodes[index]
    if node.start > node.end || Int(node.end) > length { problems.append("\(node.kind) has a bad span") }
    for (operand, word) in zip(node.kind.operands, [node.a, node.b, node.c, node.d]) where word != 0 {
      switch operand.role {
      case .node: checkChild(tree, index, word, operand.label, &problems)
      case .list: for child in tree[ListID(word)] { checkChild(tree, index, child.raw, operand.label, &problems) }
      default: break
      }
    }
    if problems.count > 5 { break }
  }
  return problems
}

private func checkChild(
  _ tree: SyntaxTree, _ parent: Int, _ child: UInt32, _ label: String, _ problems: inout [String]
) {
  let node = tree.nodes[parent]
  if child == 0 || Int(child) >= parent {
    problems.append("\(node.kind).\(label) does not precede its parent")
    return
  }
  let inner = tree.nodes[Int(child)]
  if inner.start < node.start || inner.end > node.end {
    problems.append(
      "\(node.kind) \(node.start)..<\(node.end) does not enclose its \(label) \(inner.kind) \(inner.start)..<\(inner.end)"
    )
  }
}

/// Keeps the input under test in a mapped file, which survives a crash of this process at no cost.
struct LastInput {
  private let path: String
  private let memory: UnsafeMutableRawPointer?
  private static let capacity = 1 << 16

  init(path: String) {
    self.path = path
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0, ftruncate(descriptor, Self.capacity) == 0 else {
      memory = nil
      return
    }
    let mapped = mmap(nil, Self.capacity, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    memory = mapped == MAP_FAILED ? nil : mapped
    close(descriptor)
  }

  /// Notes `input`, padded with spaces.
  func store(_ input: [UInt8]) {
    guard let memory else { return }
    memset(memory, 0x20, Self.capacity)
    input.withUnsafeBytes { memory.copyMemory(from: $0.baseAddress!, byteCount: min($0.count, Self.capacity)) }
  }

  func remove() { unlink(path) }
}
