import PIR

/// Reads the lines of a manifest into a `BuiltinManifest`.
public struct BuiltinManifestParser {
  private enum Target { case none, member(Int), object(Int) }

  private let file: String
  private var line = 0
  private var target = Target.none
  private var manifest: BuiltinManifest

  /// Adds the rows of `text` to `manifest`.
  public static func parse(_ text: String, file: String, into manifest: inout BuiltinManifest) throws {
    var parser = BuiltinManifestParser(file: file, manifest: manifest)
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      parser.line += 1
      try parser.parseLine(Substring(line))
    }
    manifest = parser.manifest
  }

  private init(file: String, manifest: BuiltinManifest) {
    self.file = file
    self.manifest = manifest
  }

  private func error(_ text: String) -> BuiltinManifestError { BuiltinManifestError(file: file, line: line, text: text) }

  private mutating func parseLine(_ line: Substring) throws {
    // A comment begins at a `#` that starts a line or follows a space.
    var content = line
    var previous = UInt8(ascii: " ")
    for (index, byte) in zip(line.utf8.indices, line.utf8) {
      if byte == UInt8(ascii: "#") && previous == UInt8(ascii: " ") {
        content = line[..<index]
        break
      }
      previous = byte
    }
    let words = Self.words(content)
    guard let first = words.first else { return }
    let rest = words.dropFirst()
    switch first {
    case "object":
      guard let name = rest.first else { throw error("an object needs a name") }
      let index = manifest.add(object: String(name))
      if let with = try parseFields(rest.dropFirst())["with"] {
        manifest.updateObject(index) { $0.reachedWith = with.split(separator: ",").map(String.init) }
      }
      if rest.contains("constructed") { manifest.updateObject(index) { $0.isMadeByConstructor = true } }
      if let make = try parseFields(rest.dropFirst())["make"] { manifest.updateObject(index) { $0.make = .native(String(make)) } }
      target = .object(index)
    case "constructor": try parseConstructor(rest)
    case "method", "getter", "value", "global": try parseMember(first, rest)
    case "alias", "same": try parseAlias(first, rest)
    case "fast", "fast-op", "fast-new": try parseFast(first, content)
    case "intrinsic", "intrinsic-op": try parseIntrinsic(first, content)
    default: throw error("unknown row '\(first)'")
    }
  }

  private mutating func parseConstructor(_ words: ArraySlice<Substring>) throws {
    guard let name = words.first, let index = manifest.indexOfObject(String(name)) else {
      throw error("a constructor needs an 'object' row before it")
    }
    let fields = try parseFields(words.dropFirst())
    let prelude = fields["prelude"].map { BuiltinImplementation.prelude(String($0)) }
    let call = try fields["call"].flatMap(implementation) ?? prelude
    let construct = try fields["construct"].flatMap(implementation) ?? prelude
    let length = try integer(fields["length"])
    manifest.updateObject(index) {
      $0.call = call
      $0.construct = construct
      $0.length = length
    }
    target = .object(index)
  }

  private mutating func parseMember(_ row: Substring, _ words: ArraySlice<Substring>) throws {
    guard let path = words.first else { throw error("a \(row) needs a name") }
    let object: String
    let key: String
    if row == "global" {
      object = BuiltinManifest.globalObject
      key = String(path)
    } else {
      guard let dot = path.lastIndex(of: ".") else { throw error("'\(path)' names no object") }
      object = String(path[..<dot])
      key = String(path[path.index(after: dot)...])
      guard manifest.indexOfObject(object) != nil else { throw error("no object '\(object)'") }
    }
    let fields = try parseFields(words.dropFirst())
    let kind: BuiltinMemberKind
    let code = fields["native"].map { BuiltinImplementation.native(String($0)) }
      ?? fields["prelude"].map { BuiltinImplementation.prelude(String($0)) }
    if let code {
      kind = row == "getter" ? .getter(code) : .method(code, length: try integer(fields["length"]))
    } else if let number = fields["number"] {
      guard let value = Double(String(number)) else { throw error("'\(number)' is no number") }
      kind = .number(value)
    } else if let string = fields["string"] {
      // A row's fields end at spaces.
      kind = .string(String(string.map { $0 == "␣" ? " " : $0 }))
    } else if let name = fields["object"] {
      guard manifest.indexOfObject(String(name)) != nil else { throw error("no object '\(name)'") }
      kind = .object(String(name))
    } else if fields["undefined"] != nil {
      kind = .undefined
    } else {
      throw error("'\(path)' has no implementation or value")
    }
    var member = BuiltinMember(object: object, key: key, kind: kind)
    member.isEnumerable = fields["enumerable"] != nil
    member.isLinkedWithObject = fields["always"] != nil
    // `readonly` constants cannot be reconfigured either, but what well-known symbols name can, unless it is `fixed`.
    member.isWritable = fields["readonly"] == nil && fields["fixed"] == nil
    member.isConfigurable = fields["fixed"] == nil && (member.isWritable || key.hasPrefix("@@") || fields["configurable"] != nil)
    member.setter = try fields["setter"].flatMap(setter)
    member.madeObject = fields["makes"].map(String.init)
    target = .member(manifest.add(member))
  }

  /// `alias` is a function like another one, `same` is that function under a second name.
  private mutating func parseAlias(_ row: Substring, _ words: ArraySlice<Substring>) throws {
    guard words.count == 2, let path = words.first, let original = words.last,
      let index = manifest.indexOfMember(String(original)), let dot = path.lastIndex(of: ".")
    else { throw error("an alias names a new property and one above it") }
    let source = manifest.members[index]
    var member = source
    member.object = String(path[..<dot])
    member.key = String(path[path.index(after: dot)...])
    if row == "same" { member.original = source.key }
    target = .member(manifest.add(member))
  }

  private mutating func parseFast(_ row: Substring, _ content: Substring) throws {
    var (parameters, result, tail) = try parseSignature(content)
    var receiver = FastReceiver.none
    // Methods of prototypes take their receiver first.
    if case .member(let index) = target, manifest.members[index].object.hasSuffix(".prototype") {
      guard let first = parameters.first else { throw error("a method's fast form begins with its receiver") }
      receiver = try parseReceiver(first)
      parameters.removeFirst()
    }
    let representations = try parameters.map(representation)
    var all = representations
    switch receiver {
    case .none: break
    case .primitive(let primitive): all.insert(primitive, at: 0)
    case .tested: all.insert(.object, at: 0)
    }
    let form = FastForm(
      receiver: receiver, parameters: representations, result: result,
      target: try parseTarget(isOpcode: row == "fast-op", tail, parameters: all, result: result))
    switch target {
    case .member(let index): manifest.updateMember(index) { $0.fastForms.append(form) }
    case .object(let index) where row == "fast-new": manifest.updateObject(index) { $0.newForms.append(form) }
    case .object(let index): manifest.updateObject(index) { $0.fastForms.append(form) }
    case .none: throw error("a fast form follows a method, global or constructor")
    }
  }

  private mutating func parseIntrinsic(_ row: Substring, _ content: Substring) throws {
    let words = Self.words(content, or: "(")
    guard words.count > 1 else { throw error("an intrinsic needs a name") }
    let (parameters, result, tail) = try parseSignature(content)
    let representations = try parameters.map(representation)
    manifest.add(
      intrinsic: String(words[1]),
      FastForm(
        receiver: .none, parameters: representations, result: result,
        target: try parseTarget(isOpcode: row == "intrinsic-op", tail, parameters: representations, result: result)))
  }

  /// Splits `… (A, B) -> R TAIL…`.
  private func parseSignature(_ content: Substring) throws -> ([Substring], Representation, [Substring]) {
    guard let open = content.utf8.firstIndex(of: UInt8(ascii: "(")), let close = content.utf8.firstIndex(of: UInt8(ascii: ")")),
      open < close
    else {
      throw error("a signature looks like (string, f64) -> f64")
    }
    let parameters = Self.words(content[content.utf8.index(after: open)..<close], or: ",")
    let words = Self.words(content[content.utf8.index(after: close)...])
    guard words.count >= 3, words[0] == "->" else { throw error("a signature ends in '-> RESULT SYMBOL'") }
    return (parameters, try representation(words[1]), Array(words[2...]))
  }

  private func parseTarget(
    isOpcode: Bool, _ tail: [Substring], parameters: [Representation], result: Representation
  ) throws -> FastTarget {
    if isOpcode {
      let parts = tail[0].split(separator: ":")
      guard let opcode = Opcode(rawValue: String(parts[0])) else { throw error("no opcode '\(parts[0])'") }
      guard parts.count == 2 else { return .opcode(opcode, nil) }
      guard let test = TypeTest.allCases.first(where: { String(describing: $0) == parts[1] }) else {
        throw error("no type test '\(parts[1])'")
      }
      return .opcode(opcode, test)
    }
    var effects: Effects = []
    for word in tail.dropFirst().joined(separator: ",").split(separator: ",") {
      switch word {
      case "throws": effects.insert(.throws_)
      case "allocates": effects.insert(.allocates)
      case "reads": effects.insert(.reads)
      case "writes": effects.insert(.writes)
      case "calls": effects.insert(.calls)
      case "any": effects.formUnion(.any)
      case "pure": break
      default: throw error("no effect '\(word)'")
      }
    }
    return .runtime(RuntimeFunction(symbol: String(tail[0]), parameters: parameters, result: result, effects: effects))
  }

  private func parseReceiver(_ word: Substring) throws -> FastReceiver {
    switch word {
    case "array": return .tested(.array)
    case "map": return .tested(.map)
    case "set": return .tested(.set)
    case "function": return .tested(.function)
    default: return .primitive(try representation(word))
    }
  }

  private func representation(_ word: Substring) throws -> Representation {
    switch word {
    case "array", "map", "set": return .object
    default:
      guard let known = Self.representations[word] else {
        throw error("no representation '\(word)'")
      }
      return known
    }
  }

  private static let representations = Dictionary(
    uniqueKeysWithValues: Representation.allCases.map { (Substring($0.name), $0) })

  /// The words of a text, which spaces, tabs or another byte separate. What a character is need not be known for that.
  private static func words(_ text: Substring, or separator: Unicode.Scalar = " ") -> [Substring] {
    text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: separator) }.map(Substring.init)
  }

  /// The few `NAME=VALUE` and `NAME` of a row; the last of a name counts.
  private struct Fields {
    var all: [(name: Substring, value: Substring)] = []

    subscript(_ name: Substring) -> Substring? { all.last { $0.name == name }?.value }
  }

  private func parseFields(_ words: ArraySlice<Substring>) throws -> Fields {
    var fields = Fields()
    for word in words {
      if let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) {
        fields.all.append((word[..<equals], word[word.utf8.index(after: equals)...]))
      } else {
        fields.all.append((word, ""))
      }
    }
    return fields
  }

  /// `setter=` names a C function, or FILE:EXPORT in the prelude.
  private func setter(_ word: Substring) throws -> BuiltinImplementation? {
    word.contains(":") ? .prelude(String(word)) : .native(String(word))
  }

  private func implementation(_ word: Substring) throws -> BuiltinImplementation? {
    word == "-" ? nil : .native(String(word))
  }

  private func integer(_ word: Substring?) throws -> Int {
    guard let word else { return 0 }
    guard let value = Int(word) else { throw error("'\(word)' is no integer") }
    return value
  }
}
