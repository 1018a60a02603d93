import Syntax

/// Types as TypeScript writes them.
extension Checker {
  /// The text of `type` for messages.
  func text(_ type: TypeID) -> String { text(type, depth: 0) }

  private func text(_ id: TypeID, depth: Int) -> String {
    let type = arena[id]
    if depth > 4 { return "..." }
    if let alias = type.alias, depth > 0 || type.kind == .union || type.kind == .anonymous {
      return named(alias, type.aliasArguments, depth)
    }
    switch type.kind {
    case .any: return "any"
    case .unknown: return "unknown"
    case .never: return "never"
    case .void: return "void"
    case .undefined: return "undefined"
    case .null: return "null"
    case .string: return "string"
    case .number: return "number"
    case .bigint: return "bigint"
    case .symbol: return "symbol"
    case .object: return "object"
    case .booleanLiteral: return type.payload == 1 ? "true" : "false"
    case .stringLiteral: return quoted(interner.string(Name(type.payload)))
    case .numberLiteral: return numberText(arena.numbers[Int(type.payload)])
    case .bigintLiteral: return interner.string(Name(type.payload)) + "n"
    case .enumMember:
      let member = SymbolID(type.payload)
      let name = interner.string(program[member].name)
      return enumOfMember(member).map { interner.string(program[$0].name) + "." + name } ?? name
    case .union: return unionText(type.list, depth)
    case .intersection: return type.list.map { text($0, depth: depth + 1) }.joined(separator: " & ")
    case .reference: return referenceText(id, type, depth)
    case .tuple: return tupleText(type, depth)
    case .typeParameter: return interner.string(program[SymbolID(type.payload)].name)
    case .thisParameter: return "this"
    case .keyof: return "keyof " + text(type.list[0], depth: depth + 1)
    case .indexedAccess: return "\(text(type.list[0], depth: depth + 1))[\(text(type.list[1], depth: depth + 1))]"
    case .application: return named(SymbolID(type.payload), type.list, depth)
    case .anonymous: return anonymousText(id, type, depth)
    }
  }

  private func named(_ symbol: SymbolID, _ arguments: [TypeID], _ depth: Int) -> String {
    let name = interner.string(program[symbol].name)
    if arguments.isEmpty { return name }
    return "\(name)<\(arguments.map { text($0, depth: depth + 1) }.joined(separator: ", "))>"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }

  private func unionText(_ list: [TypeID], _ depth: Int) -> String {
    var parts: [String] = []
    var rest = list
    let regular = rest.map { arena.regular($0) }
    if regular.contains(.true) && regular.contains(.false) {
      rest = zip(rest, regular).filter { $1 != .true && $1 != .false }.map(\.0)
      if rest.isEmpty { return "boolean" }
      parts.append("boolean")
    }
    // As in tsc, null and undefined come last.
    let last = rest.filter { $0 == .null || $0 == .undefined }.sorted { $0.raw > $1.raw }
    for part in rest where !last.contains(part) {
      let isFunction = arena.kind(part) == .anonymous && !getMembers(part).call.isEmpty && arena[part].alias == nil
      let text = text(part, depth: depth + 1)
      parts.append(isFunction ? "(\(text))" : text)
    }
    if parts.first == "boolean", parts.count > 1 {
      // tsc orders by creation, and boolean is older than any declared type but younger than string and number.
      let primitives = parts.dropFirst().filter { ["string", "number", "bigint", "symbol"].contains($0) }
      parts = primitives + ["boolean"] + parts.dropFirst().filter { !primitives.contains($0) }
    }
    return (parts + last.map { text($0, depth: depth + 1) }).joined(separator: " | ")
  }

  private func referenceText(_ id: TypeID, _ type: Type, _ depth: Int) -> String {
    if let element = arrayElement(id) {
      let isUnion = arena.kind(element) == .union && arena[element].alias == nil && element != .boolean
      let isFunction = arena.kind(element) == .anonymous && arena[element].alias == nil && !getMembers(element).call.isEmpty
      let inner = text(element, depth: depth + 1)
      let array = isUnion || isFunction ? "(\(inner))[]" : "\(inner)[]"
      return isReadonlyArray(id) ? "readonly \(array)" : array
    }
    return named(SymbolID(type.payload), type.list, depth)
  }

  private func tupleText(_ type: Type, _ depth: Int) -> String {
    let shape = arena.tuples[Int(type.payload)]
    let parts = zip(type.list, shape.elements).map { element, kind -> String in
      let inner = text(element, depth: depth + 1)
      return kind == 2 ? "...\(inner)[]" : kind == 1 ? "\(inner)?" : inner
    }
    return (shape.isReadonly ? "readonly [" : "[") + parts.joined(separator: ", ") + "]"
  }

  private func anonymousText(_ id: TypeID, _ type: Type, _ depth: Int) -> String {
    switch arena.anonymous[Int(type.payload)] {
    case .classStatics(let symbol): return "typeof " + interner.string(program[symbol].name)
    case .value(let symbol) where program[symbol].kind != .function: return "typeof " + interner.string(program[symbol].name)
    case .module(let file): return "typeof import(\"\(graph[file].file.path)\")"
    default: break
    }
    let members = getMembers(id)
    if members.properties.isEmpty, members.stringIndex == nil, members.numberIndex == nil {
      if members.call.count == 1, members.construct.isEmpty { return signatureText(members.call[0], depth, arrow: " => ") }
      if members.construct.count == 1, members.call.isEmpty { return "new " + signatureText(members.construct[0], depth, arrow: " => ") }
    }
    var parts: [String] = []
    for signature in members.call { parts.append(signatureText(signature, depth, arrow: ": ") + ";") }
    for signature in members.construct { parts.append("new " + signatureText(signature, depth, arrow: ": ") + ";") }
    if let index = members.stringIndex { parts.append("[x: string]: \(text(index, depth: depth + 1));") }
    if let index = members.numberIndex { parts.append("[x: number]: \(text(index, depth: depth + 1));") }
    for property in members.properties {
      let name = interner.string(property.name)
      let mark = property.flags.contains(.optional) ? "?" : ""
      let prefix = property.flags.contains(.readonly) ? "readonly " : ""
      let type = property.flags.contains(.optional) ? readType(property) : typeOfProperty(property)
      if property.flags.contains(.method), arena.kind(type) == .anonymous, let signature = getMembers(type).call.first {
        parts.append("\(name)\(mark)\(signatureText(signature, depth, arrow: ": "));")
      } else {
        parts.append("\(prefix)\(name)\(mark): \(text(type, depth: depth + 1));")
      }
    }
    return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: " ") + " }"
  }

  private func signatureText(_ id: SignatureID, _ depth: Int, arrow: String) -> String {
    let signature = signatures[Int(id.raw)]
    let generics = signature.typeParameters.isEmpty
      ? "" : "<" + signature.typeParameters.map { text($0, depth: depth + 1) }.joined(separator: ", ") + ">"
    let parameters = signature.parameters.map { parameter -> String in
      let name = parameter.name == .empty ? "__0" : interner.string(parameter.name)
      let type = parameter.isOptional ? arena.union([parameter.type, .undefined]) : parameter.type
      return "\(parameter.isRest ? "..." : "")\(name)\(parameter.isOptional && !parameter.isRest ? "?" : ""): \(text(type, depth: depth + 1))"
    }
    var result = text(returnType(id), depth: depth + 1)
    if let predicate = signature.predicate {
      let subject = predicate.parameter < 0 ? "this" : interner.string(signature.parameters[predicate.parameter].name)
      let narrowed = predicate.type.map { " is " + text($0, depth: depth + 1) } ?? ""
      result = (predicate.asserts ? "asserts " : "") + subject + narrowed
    }
    return "\(generics)(\(parameters.joined(separator: ", ")))\(arrow)\(result)"
  }

  // MARK: Listing

  /// One line for each declaration and expression of `file` with its type, in source order.
  func typeListing(_ file: FileID) -> String {
    guard let words = nodeTypes[Int(file.raw)] else { return "" }
    let source = graph[file].file
    let tree = graph[file].tree
    let nodes = words.indices.filter { words[$0] != 0 }.sorted {
      (tree.nodes[$0].start, tree.nodes[$1].end) < (tree.nodes[$1].start, tree.nodes[$0].end)
    }
    var result = ""
    for index in nodes {
      let node = tree.nodes[index]
      let position = source.lineColumn(at: node.start)
      var text = String(decoding: source.text[Int(node.start)..<Int(node.end)], as: UTF8.self)
      if let line = text.split(separator: "\n", omittingEmptySubsequences: false).first, line.count < text.count { text = line + "…" }
      result += "\(source.path):\(position.line):\(position.column) \(text): \(self.text(TypeID(words[index] - 1)))\n"
    }
    return result
  }
}
