import Glibc

@testable import Syntax

/// A parsed text with its findings.
struct Parsed {
  let file: SourceFile
  let tree: SyntaxTree
  let interner: Interner
  let diagnostics: [Diagnostic]

  init(_ text: String, path: String = "test.ts") { self.init(bytes: Array(text.utf8), path: path) }

  init(bytes: [UInt8], path: String = "test.ts") {
    let sink = DiagnosticSink()
    interner = Interner()
    file = SourceLoader.makeFile(bytes: bytes, path: path, id: FileID(0), diagnostics: sink)
    tree = parse(file, interner: interner, diagnostics: sink)
    diagnostics = sink.diagnostics
  }

  /// `CODE@line:column` of every finding.
  var codes: [String] {
    diagnostics.map { diagnostic in
      guard let span = diagnostic.span else { return diagnostic.message.code }
      let place = file.lineColumn(at: span.start)
      return "\(diagnostic.message.code)@\(place.line):\(place.column)"
    }
  }

  /// The tree as one line without spans, operands in parentheses.
  var shape: String { shape(tree.root) }

  /// The shape of the first statement, an expression statement's expression standing for it.
  var first: String {
    guard let statement = tree[Program(tree, tree.root).statements].first else { return "" }
    let node = tree[statement]
    return shape(node.kind == .expressionStatement ? NodeID(node.a) : statement)
  }

  func shape(_ id: NodeID) -> String {
    let node = tree[id]
    var parts: [String] = []
    for (operand, word) in zip(node.kind.operands, [node.a, node.b, node.c, node.d]) {
      switch operand.role {
      case .name: parts.append(interner.string(Name(word)))
      case .number: parts.append("\(tree[NumberID(word)])")
      case .enumeration: parts.append(enumerationText(node.kind, word))
      case .node: if word != 0 { parts.append(shape(NodeID(word))) }
      case .list: if word != 0 { parts.append("[" + tree[ListID(word)].map { shape($0) }.joined(separator: " ") + "]") }
      }
    }
    if node.kind == .identifier { return parts[0] }
    return "(" + (["\(node.kind)"] + parts).joined(separator: " ") + ")"
  }

  private func enumerationText(_ kind: SyntaxKind, _ word: UInt32) -> String {
    switch kind {
    case .binaryExpression: return "\(BinaryOperator(rawValue: UInt8(word))!)"
    case .assignmentExpression: return "\(AssignmentOperator(rawValue: UInt8(word))!)"
    default: return "\(word)"
    }
  }
}

/// Runs `body` on a thread with the stack that the driver gives to the front end.
func onLargeStack(_ body: @escaping @Sendable () -> Void) {
  final class Job {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setstacksize(&attributes, 512 << 20)
  var thread = pthread_t()
  let job = Unmanaged.passRetained(Job(body))
  pthread_create(
    &thread, &attributes,
    { pointer in
      Unmanaged<Job>.fromOpaque(pointer!).takeRetainedValue().body()
      return nil
    }, job.toOpaque())
  pthread_join(thread, nil)
  pthread_attr_destroy(&attributes)
}
