/// Prints trees for `--emit ast`: a line a node, operands indented under it with their labels.
///
///     expressionStatement 0..<6
///       expression: identifier 0..<5 name="hello"
///
/// The form is stable, because golden tests compare it.
public struct SyntaxPrinter {
  private let tree: SyntaxTree
  private let interner: Interner
  private var output = ""

  /// The text of `tree`, with a line break at its end.
  public static func print(_ tree: SyntaxTree, interner: Interner) -> String {
    var printer = SyntaxPrinter(tree: tree, interner: interner)
    printer.printNodes()
    return printer.output
  }

  private init(tree: SyntaxTree, interner: Interner) {
    self.tree = tree
    self.interner = interner
  }

  /// What remains to be printed: a node with its label, or the label of a list.
  private enum Work {
    case node(NodeID, label: String, depth: Int)
    case label(String, depth: Int)
  }

  /// Walks with a stack of its own, because trees may be deeper than the machine's.
  private mutating func printNodes() {
    var work: [Work] = [.node(tree.root, label: "", depth: 0)]
    while let item = work.popLast() {
      switch item {
      case .label(let label, let depth):
        indent(depth)
        output += label + ":\n"
      case .node(let id, let label, let depth):
        indent(depth)
        if !label.isEmpty { output += label + ": " }
        printHead(id)
        pushChildren(of: id, depth: depth, onto: &work)
      }
    }
  }

  private mutating func indent(_ depth: Int) { output += String(repeating: "  ", count: depth) }

  private mutating func printHead(_ id: NodeID) {
    let node = tree[id]
    output += "\(node.kind) \(node.start)..<\(node.end)"
    for (operand, word) in zip(node.kind.operands, [node.a, node.b, node.c, node.d]) {
      switch operand.role {
      case .name: output += " \(operand.label)=\(quoted(Name(word)))"
      case .number: output += " \(operand.label)=\(tree[NumberID(word)])"
      case .enumeration: output += " \(operand.label)=\(enumerationText(node.kind, word))"
      case .node, .list: break
      }
    }
    let flags = flagNames(node)
    if !flags.isEmpty { output += " [" + flags.joined(separator: " ") + "]" }
    output += "\n"
  }

  private func pushChildren(of id: NodeID, depth: Int, onto work: inout [Work]) {
    let node = tree[id]
    let first = work.count
    for (operand, word) in zip(node.kind.operands, [node.a, node.b, node.c, node.d]) where word != 0 {
      switch operand.role {
      case .node: work.append(.node(NodeID(word), label: operand.label, depth: depth + 1))
      case .list:
        work.append(.label(operand.label, depth: depth + 1))
        for child in tree[ListID(word)] { work.append(.node(child, label: "", depth: depth + 2)) }
      default: break
      }
    }
    work[first...].reverse()
  }

  /// The name of an operand that is an operator or keyword.
  private func enumerationText(_ kind: SyntaxKind, _ word: UInt32) -> String {
    let raw = UInt8(truncatingIfNeeded: word)
    switch kind {
    case .binaryExpression: return BinaryOperator(rawValue: raw).map { "\($0)" } ?? "?"
    case .assignmentExpression: return AssignmentOperator(rawValue: raw).map { "\($0)" } ?? "?"
    case .prefixUnaryExpression: return UnaryOperator(rawValue: raw).map { "\($0)" } ?? "?"
    case .updateExpression: return UpdateOperator(rawValue: raw).map { "\($0)" } ?? "?"
    case .variableStatement: return VariableKeyword(rawValue: raw).map { "\($0)" } ?? "?"
    case .keywordType: return TypeKeyword(rawValue: raw).map { "\($0)" } ?? "?"
    case .typeOperator: return TypeOperatorKind(rawValue: raw).map { "\($0)" } ?? "?"
    default: return "\(raw)"
    }
  }

  private func flagNames(_ node: Node) -> [String] {
    if node.kind == .mappedType {
      let names: [(NodeFlags, String)] = [
        (.readonlyAdd, "readonlyAdd"), (.readonlyRemove, "readonlyRemove"), (.optionalAdd, "optionalAdd"),
        (.optionalRemove, "optionalRemove"),
      ]
      return names.filter { node.flags.contains($0.0) }.map { $0.1 }
    }
    var result: [String] = []
    for (bit, name) in Self.flagNames.enumerated() where node.flags.rawValue & (1 << UInt32(bit)) != 0 {
      result.append(name)
    }
    return result
  }

  /// Names of the flags, by bit.
  private static let flagNames = [
    "async", "generator", "optional", "rest", "static", "readonly", "abstract", "declare", "public", "private",
    "protected", "override", "accessor", "definite", "export", "default", "const", "typeOnly", "prefix", "delegate",
    "await", "star", "exportEquals", "invalidEscape", "getter", "setter", "asserts", "in", "out", "module",
    "typeofImport", "expressionBody",
  ]

  private func quoted(_ name: Name) -> String { quotedText(interner.utf8(name)) }
}

/// WTF-8 text in quotes, with everything that is not printable ASCII or a letter escaped.
func quotedText(_ bytes: ArraySlice<UInt8>) -> String {
  var result: [UInt8] = [0x22]
  var index = bytes.startIndex
  func escape(_ value: UInt32) {
    result.append(contentsOf: "\\u{\(String(value, radix: 16, uppercase: true))}".utf8)
  }
  while index < bytes.endIndex {
    let byte = bytes[index]
    switch byte {
    case 0x22, 0x5C: result.append(contentsOf: [0x5C, byte])
    case 0x0A: result.append(contentsOf: "\\n".utf8)
    case 0x09: result.append(contentsOf: "\\t".utf8)
    case 0x00..<0x20, 0x7F: escape(UInt32(byte))
    case 0xED where index + 2 < bytes.endIndex && bytes[index + 1] >= 0xA0:
      escape(0xD000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F))
      index += 2
    default: result.append(byte)
    }
    index += 1
  }
  result.append(0x22)
  return String(decoding: result, as: UTF8.self)
}
