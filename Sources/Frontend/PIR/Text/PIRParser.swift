import Syntax

/// A mistake in PIR text.
public struct PIRParseError: Error, CustomStringConvertible {
  public let line: Int
  public let text: String
  public var description: String { "PIR text, line \(line): \(text)" }
}

/// Reads the text form that `PIRPrinter` writes; the input of pass tests.
public struct PIRParser {
  private var scanner: PIRScanner
  private var module: PIRModule
  private var functionNames: [String: FunctionID] = [:]
  private var globalNames: [String: GlobalID] = [:]
  private var runtimeNames: [String: RuntimeFunctionID] = [:]
  private var builtinNames: [String: BuiltinID] = [:]
  private var function: PIRFunction
  private var values: [Int: ValueID] = [:]
  private var defined: Set<Int> = []

  /// Parses a module. Lines from `//` on are comments.
  public static func parse(_ text: String, interner: Interner = Interner(), files: [SourceFile] = []) throws -> PIRModule {
    var parser = PIRParser(text, interner: interner, files: files)
    try parser.declareFunctions(text)
    try parser.parseModule()
    return parser.module
  }

  private init(_ text: String, interner: Interner, files: [SourceFile]) {
    scanner = PIRScanner(text)
    module = PIRModule(interner: interner, files: files)
    function = PIRFunction(name: "", kind: .internal_, result: .void, file: FileID(0))
  }

  /// Reserves an index for every function so that bodies may refer to later ones.
  private mutating func declareFunctions(_ text: String) throws {
    for line in text.split(separator: "\n") where line.hasPrefix("func @") {
      let name = String(line.dropFirst(6).prefix { $0 != "(" })
      functionNames[name] = module.addFunction(PIRFunction(name: name, kind: .internal_, result: .void, file: FileID(0)))
    }
  }

  private mutating func parseModule() throws {
    while !scanner.atEnd {
      switch scanner.word() {
      case "runtime": try parseRuntime()
      case "builtin":
        try scanner.expect("&")
        let name = String(scanner.symbol())
        guard let index = Int(scanner.symbol()) else { throw scanner.error("a builtin needs its index") }
        builtinNames[name] = BuiltinID(UInt32(module.builtins.count))
        module.builtins.append(BuiltinObject(name: name, index: index))
      case "global":
        try scanner.expect("$")
        let name = String(scanner.symbol())
        try scanner.expect(":")
        let representation = try parseRepresentation()
        let uninitialized = scanner.take("uninitialized")
        globalNames[name] = module.addGlobal(
          Global(name: name, representation: representation, startsUninitialized: uninitialized))
      case "namespace":
        guard let file = UInt32(scanner.symbol()) else { throw scanner.error("a namespace needs its file") }
        let name = module.interner.intern(try scanner.quoted())
        try scanner.expect("$")
        let global = try lookUp(globalNames, "global")
        module.namespaces[FileID(file), default: []].append((name: name, global: global))
      case "layout": try parseLayout()
      case "entry":
        try scanner.expect("@")
        module.entry = try lookUp(functionNames, "function")
      case "func": try parseFunction()
      case let other: throw scanner.error("unexpected '\(other)'")
      }
    }
  }

  private mutating func parseLayout() throws {
    try scanner.expect("[")
    var fields: [Layout.Field] = []
    while !scanner.take("]") {
      if scanner.take("accessor") {
        fields.append(.accessor)
        _ = scanner.take(",")
        continue
      }
      let isPrivate = scanner.take("private")
      fields.append(Layout.Field(module.interner.intern(try scanner.quoted()), isPrivate: isPrivate))
      _ = scanner.take(",")
    }
    func number() throws -> LayoutID {
      try scanner.expect("=")
      guard let id = UInt32(scanner.symbol()) else { throw scanner.error("a layout is expected") }
      return LayoutID(id)
    }
    guard scanner.take("last") else { throw scanner.error("a layout needs 'last'") }
    var layout = Layout(fields: fields, last: try number())
    if scanner.take("numbers") {
      try scanner.expect("=")
      guard let bits = UInt64(scanner.symbol()) else { throw scanner.error("the slots of numbers are expected") }
      layout.numbers = bits
    }
    for kind in ElementKind.allCases {
      while scanner.take(kind.constructor) {
        try scanner.expect("=")
        guard let slot = Int(scanner.symbol()) else { throw scanner.error("a slot is expected") }
        layout.typedArrays[slot] = kind
      }
    }
    if scanner.take("parent") { layout.parent = try number() }
    if scanner.take("@") { layout.constructor = try lookUp(functionNames, "function") }
    if scanner.take("object") {
      try scanner.expect("=")
      try scanner.expect("@")
      layout.object = try lookUp(functionNames, "function")
    }
    while true {
      let isGetter = scanner.take("get")
      guard isGetter || scanner.peek("\"") else { break }
      let name = module.interner.intern(try scanner.quoted())
      try scanner.expect("=")
      try scanner.expect("@")
      let method = Layout.Method(name: name, function: try lookUp(functionNames, "function"))
      if isGetter { layout.getters.append(method) } else { layout.methods.append(method) }
    }
    module.layouts.append(layout)
  }

  private mutating func parseRuntime() throws {
    try scanner.expect("!")
    let symbol = String(scanner.symbol())
    try scanner.expect("(")
    var parameters: [Representation] = []
    while !scanner.take(")") {
      parameters.append(try parseRepresentation())
      _ = scanner.take(",")
    }
    try scanner.expect("->")
    let result = try parseRepresentation()
    var effects: Effects = []
    if scanner.take("[") {
      while !scanner.take("]") {
        guard let effect = PIRText.effect(scanner.word()) else { throw scanner.error("unknown effect") }
        effects.insert(effect)
        _ = scanner.take(",")
      }
    }
    runtimeNames[symbol] = module.runtime(
      RuntimeFunction(symbol: symbol, parameters: parameters, result: result, effects: effects))
  }

  private mutating func parseFunction() throws {
    try scanner.expect("@")
    let name = String(scanner.symbol())
    function = PIRFunction(name: name, kind: .normal, result: .void, file: FileID(0))
    values = [:]
    defined = []
    try scanner.expect("(")
    while !scanner.take(")") {
      guard let kind = PIRText.parameter(scanner.symbol()) else { throw scanner.error("unknown parameter kind") }
      let value = try parseDefinition(.parameter(function.parameters.count))
      let hint = scanner.take("as") ? try parseRepresentation() : nil
      function.parameters.append(Parameter(kind: kind, value: value, hint: hint))
      _ = scanner.take(",")
    }
    try scanner.expect("->")
    function.result = try parseRepresentation()
    while !scanner.take("{") { try parseAttribute() }
    while !scanner.take("}") {
      if scanner.take("slot") {
        _ = scanner.symbol()
        let slotName = module.interner.intern(try scanner.quoted())
        function.slots.append(Slot(name: slotName, representation: try parseRepresentation()))
      } else {
        try parseBlock()
      }
    }
    if let missing = values.keys.first(where: { !defined.contains($0) }) { throw scanner.error("%\(missing) is never defined") }
    module.functions[Int(functionNames[name]!.raw)] = function
  }

  private mutating func parseAttribute() throws {
    let attribute = scanner.symbol()
    switch attribute {
    case "escapes": function.escapes = true
    case "cold": function.isCold = true
    case "rare": function.frequency = .rare
    case "brief": function.frequency = .brief
    case "once": function.frequency = .once
    case "unknown": function.frequency = .unknown
    case "closure":
      try scanner.expect("=")
      try scanner.expect("@")
      let owner = String(scanner.symbol())
      guard let id = functionNames[owner] else { throw scanner.error("no function @\(owner)") }
      function.closureOf = id
    case "captures", "frame":
      try scanner.expect("(")
      while !scanner.take(")") {
        let representation = try parseRepresentation()
        if attribute == "captures" {
          function.captures.append(representation)
        } else {
          function.frame.append(representation)
        }
        _ = scanner.take(",")
      }
    case "kind":
      try scanner.expect("=")
      guard let kind = PIRText.kind(scanner.symbol()) else { throw scanner.error("unknown function kind") }
      function.kind = kind
    case "length", "file":
      try scanner.expect("=")
      guard let value = Int(scanner.symbol()) else { throw scanner.error("\(attribute) needs a number") }
      if attribute == "length" { function.length = value } else { function.file = FileID(UInt32(value)) }
    case "name":
      try scanner.expect("=")
      function.displayName = module.interner.intern(try scanner.quoted())
    default: throw scanner.error("unknown attribute '\(attribute)'")
    }
  }

  private mutating func parseBlock() throws {
    let id = try parseBlockName()
    while function.blocks.count <= Int(id.raw) { function.blocks.append(Block()) }
    if scanner.take("(") {
      while !scanner.take(")") {
        let value = try parseDefinition(.blockParameter(id, function[id].parameters.count))
        function[id].parameters.append(value)
        _ = scanner.take(",")
      }
    }
    if scanner.take("handler") { function[id].handler = try parseBlockName() }
    try scanner.expect(":")
    while !scanner.atBlockEnd { try parseInstruction(in: id) }
  }

  private mutating func parseInstruction(in block: BlockID) throws {
    let id = InstructionID(UInt32(function.instructions.count))
    var result = ValueID.none
    if scanner.peek("%") {
      result = try parseDefinition(.instruction(id))
      try scanner.expect("=")
    }
    let spelling = scanner.symbol()
    guard let opcode = Opcode(rawValue: String(spelling)) else { throw scanner.error("unknown opcode '\(spelling)'") }
    var operands: [ValueID] = []
    while !scanner.atLineEnd, scanner.peek("%") {
      operands.append(try parseUse())
      if !scanner.take(",") { break }
    }
    let payload = scanner.atLineEnd ? .none : try parsePayload(opcode)
    var edges: [Edge] = []
    if !scanner.atLineEnd, scanner.take("->") {
      repeat {
        let target = try parseBlockName()
        var arguments: [ValueID] = []
        if scanner.take("(") {
          while !scanner.take(")") {
            arguments.append(try parseUse())
            _ = scanner.take(",")
          }
        }
        edges.append(Edge(target: target, arguments: function.addOperands(arguments)))
      } while scanner.take(",")
    }
    var position: UInt32 = 0
    if !scanner.atLineEnd, scanner.take("!pos") { position = UInt32(scanner.symbol()) ?? 0 }
    let edgeStart = UInt32(function.edgePool.count)
    function.edgePool.append(contentsOf: edges)
    function.instructions.append(
      Instruction(
        opcode: opcode, result: result, operands: function.addOperands(operands),
        edges: PoolRange(start: edgeStart, count: UInt32(edges.count)), payload: payload, position: position))
    function[block].instructions.append(id)
  }

  private mutating func parsePayload(_ opcode: Opcode) throws -> Payload {
    if scanner.take("#") {
      guard let value = Int64(scanner.symbol()) else { throw scanner.error("bad integer") }
      return .integer(value)
    }
    if scanner.peek("\"") { return .name(module.interner.intern(try scanner.quoted())) }
    if scanner.take("[") {
      var names: [Name] = []
      while !scanner.take("]") {
        names.append(module.interner.intern(try scanner.quoted()))
        _ = scanner.take(",")
      }
      let start = UInt32(function.namePool.count)
      function.namePool.append(contentsOf: names)
      return .names(PoolRange(start: start, count: UInt32(names.count)))
    }
    if scanner.take("{") {
      let start = UInt32(function.integerPool.count)
      while !scanner.take("}") {
        guard let value = Int64(scanner.symbol()) else { throw scanner.error("bad integer") }
        function.integerPool.append(value)
        _ = scanner.take(",")
      }
      return .integers(PoolRange(start: start, count: UInt32(function.integerPool.count) - start))
    }
    if scanner.take("^") {
      guard let id = UInt32(scanner.symbol()) else { throw scanner.error("a layout is expected") }
      return .layout(LayoutID(id))
    }
    if scanner.take("@") { return .function(try lookUp(functionNames, "function")) }
    if scanner.take("$") { return .global(try lookUp(globalNames, "global")) }
    if scanner.take("&") { return .builtin(try lookUp(builtinNames, "builtin")) }
    if scanner.peek("!"), !scanner.peek("!pos") {
      try scanner.expect("!")
      return .runtime(try lookUp(runtimeNames, "runtime function"))
    }
    if scanner.take("?") {
      let word = scanner.symbol()
      if opcode == .throwError, let kind = ErrorKind.allCases.first(where: { String(describing: $0) == word }) {
        return .error(kind)
      }
      if let test = TypeTest.allCases.first(where: { String(describing: $0) == word }) { return .test(test) }
      throw scanner.error("unknown test '\(word)'")
    }
    if opcode == .slotLoad || opcode == .slotStore {
      let word = scanner.symbol()
      guard word.first == "s", let index = UInt32(word.dropFirst()) else { throw scanner.error("a slot is expected") }
      return .slot(SlotID(index))
    }
    if opcode == .constF64 {
      guard let value = Double(String(scanner.number())) else { throw scanner.error("a number is expected") }
      return .double(value)
    }
    return .none
  }

  private mutating func lookUp<ID>(_ table: [String: ID], _ what: String) throws -> ID {
    let name = String(scanner.symbol())
    guard let id = table[name] else { throw scanner.error("no \(what) '\(name)'") }
    return id
  }

  private mutating func parseBlockName() throws -> BlockID {
    let word = scanner.symbol()
    guard word.first == "b", let index = UInt32(word.dropFirst()) else { throw scanner.error("a block is expected") }
    return BlockID(index)
  }

  private mutating func parseValueNumber() throws -> Int {
    try scanner.expect("%")
    guard let number = Int(scanner.symbol()) else { throw scanner.error("a value is expected") }
    return number
  }

  private mutating func value(_ number: Int) -> ValueID {
    if let known = values[number] { return known }
    let id = ValueID(UInt32(function.values.count))
    function.values.append(Value(representation: .boxed, definition: .parameter(0)))
    values[number] = id
    return id
  }

  private mutating func parseUse() throws -> ValueID { value(try parseValueNumber()) }

  private mutating func parseDefinition(_ definition: ValueDefinition) throws -> ValueID {
    let number = try parseValueNumber()
    try scanner.expect(":")
    let representation = try parseRepresentation()
    guard defined.insert(number).inserted else { throw scanner.error("%\(number) is defined twice") }
    let id = value(number)
    function[id] = Value(representation: representation, definition: definition)
    return id
  }

  private mutating func parseRepresentation() throws -> Representation {
    let word = scanner.symbol()
    guard let representation = Representation.allCases.first(where: { $0.name == word }) else {
      throw scanner.error("unknown representation '\(word)'")
    }
    return representation
  }
}
