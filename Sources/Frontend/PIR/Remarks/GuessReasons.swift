import Syntax

/// Why `speculate` assumed nothing about an operation, asked of the program as it was before.
struct GuessReasons {
  private let module: PIRModule
  private let history: ValueHistory
  private let prediction: Prediction
  private let planner: SpeculationPlanner
  private let functions: [String: Int]
  /// The names that classes and literals define accessors for.
  private var accessors: Set<Name> = []
  /// Per function: its operations by opcode and position.
  private var operations: [Int: [Key: InstructionID]] = [:]

  private struct Key: Hashable {
    let opcode: Opcode
    let position: UInt32
    let name: Name

    init(_ instruction: Instruction) {
      opcode = instruction.opcode
      position = instruction.position
      if case .name(let name) = instruction.payload { self.name = name } else { name = .empty }
    }
  }

  init(_ module: PIRModule, _ history: ValueHistory) {
    self.module = module
    self.history = history
    prediction = Prediction(module)
    planner = SpeculationPlanner(module, prediction)
    functions = Dictionary(module.functions.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for (index, function) in module.functions.enumerated() {
      var found: [Key: InstructionID] = [:]
      for block in function.blocks {
        for id in block.instructions {
          if function[id].opcode == .accessorDefine, case .name(let name) = function[id].payload { accessors.insert(name) }
          let key = Key(function[id])
          if found[key] == nil { found[key] = id }
        }
      }
      operations[index] = found
    }
  }

  /// Which ways from the tests of a function are expected to be taken, where the guesses say so.
  func expectations(_ name: String) -> [ExpectedWay.Test: ExpectedWay] {
    guard let index = functions[name] else { return [:] }
    let function = module.functions[index]
    var result: [ExpectedWay.Test: ExpectedWay] = [:]
    for block in function.blocks {
      guard let last = block.instructions.last, function[last].opcode == .branch,
        case .instruction(let id) = function[function.operand(function[last], 0)].definition
      else { continue }
      let test = function[id]
      if isUnlikely(test, index, function) {
        result[ExpectedWay.Test(test, in: module)] = .general
      } else if let edge = function.edges(function[last]).last, function[edge.target].isGeneral, !isCollection(test, index, function),
        planner.expectsGeneral(function[last], edge.target, in: index, function)
      {
        result[ExpectedWay.Test(test, in: module)] = .both
      }
    }
    return result
  }

  /// Whether a test asks for the very `Map` or `Set` that a value probably is.
  private func isCollection(_ test: Instruction, _ index: Int, _ function: PIRFunction) -> Bool {
    guard let name = collection(test) else { return false }
    let origins = prediction[index, function.operand(test, 0)].origins
    return !origins.isEmpty && origins.allSatisfy { origin in
      if case .builtin(let id) = origin { return module[id].name == name } else { return false }
    }
  }

  private func collection(_ test: Instruction) -> String? {
    switch (test.opcode, test.payload) {
    case (.isType, .test(.map)): return "Map"
    case (.isType, .test(.set)): return "Set"
    default: return nil
    }
  }

  /// Whether a test asks for a kind of object that a value is probably not.
  private func isUnlikely(_ test: Instruction, _ index: Int, _ function: PIRFunction) -> Bool {
    let base: ValueID
    switch (test.opcode, test.payload) {
    case (.isType, .test(let kind)) where kind.asksForCollection: base = function.operand(test, 0)
    case (.isClosure, _):
      guard let look = function.source(function.operand(test, 0)), look.opcode == .propGet else { return false }
      base = function.operand(look, 0)
    default: return false
    }
    let guess = prediction[index, base]
    return !guess.origins.isEmpty && guess.origins.allSatisfy { origin in
      switch origin {
      case .layout: return test.opcode != .isClosure
      case .array: return !test.payload.asksForArray
      case .builtin(let id): return module[id].name != collection(test)
      case .closure: return true
      }
    }
  }

  /// Why an operation stayed general, as the end of a sentence.
  func reason(for instruction: Instruction, in final: PIRFunction) -> String? {
    guard let index = functions[final.name], let id = operations[index]?[Key(instruction)] else { return nil }
    let function = module.functions[index]
    let original = function[id]
    if planner.plan(original, in: index, function, UsualValues(function)) != nil {
      if function.instructions.count >= Speculation.largestFunction { return "the function is too large for a fast version" }
      return [.rare, .brief, .once].contains(function.frequency) ? "the code probably runs once" : nil
    }
    switch original.opcode {
    case .propGet, .propSet, .privateGet, .privateSet, .propDefine, .privateDefine, .privateInit, .callMethod:
      guard case .name(let name) = original.payload else { return nil }
      return property(name, of: function.operand(original, 0), original, index)
    case .elemGet, .elemSet, .elemGetIndex, .elemSetIndex: return element(original, index)
    case .callValue, .construct: return callee(function.operand(original, 0), index)
    case .iterNext: return iteration(original, index)
    default: return operand(original, index)
    }
  }

  // MARK: Kinds of operations

  private func property(_ name: Name, of base: ValueID, _ instruction: Instruction, _ index: Int) -> String? {
    let function = module.functions[index]
    let noun = history.noun(base, index)
    let guess = prediction[index, base]
    if accessors.contains(name) { return "'\(module.interner.string(name))' is a getter or setter of a class or literal" }
    if guess.isMixed { return "objects of more than \(Guess.mostOrigins) classes, literals or arrays come as \(noun)" }
    switch function.source(base)?.opcode {
    case .objectClone: return "the object is a copy, which '...' made"
    case .instanceNew, .constructSuper, .constructSuperSpread:
      if function[base].representation == .object || guess.kinds == .object { return "the object is still being constructed" }
    default: break
    }
    if !guess.mayBe(.object), let kinds = ValueHistory.text(of: guess.kinds) { return "\(noun) can be \(kinds)" }
    let text = module.interner.string(name)
    if guess.origins.isEmpty {
      let count = module.layouts.enumerated().filter { index, layout in
        (layout.fields.contains { $0.name == name } || layout.methods.contains { $0.name == name })
          && !module.isPrefix(LayoutID(UInt32(index + 1)))
      }.count
      let unknown = "nothing is known of \(noun)" + because(base, index)
      if count == 0 { return unknown + ", and no class or literal has '\(text)' in a known place" }
      return unknown + ", and \(count == 1 ? "a class or literal has" : "\(count) classes and literals have") '\(text)'"
    }
    var layouts: [LayoutID] = []
    for case .layout(let layout) in guess.origins { layouts.append(layout) }
    if layouts.isEmpty {
      if case .builtin(let id) = guess.origins[0] { return "\(noun) is a '\(module[id].name)'" }
      if case .array = guess.origins[0] { return "\(noun) is an array" }
      return "\(noun) is a class or function"
    }
    let names = layouts.map { module.text(of: $0) }.joined(separator: " or ")
    let has = layouts.contains { layout in
      module[layout].fields.contains { $0.name == name } || module[layout].methods.contains { $0.name == name }
    }
    if !has { return "\(noun) is probably \(names), where '\(text)' is in no known place" }
    if layouts.count > 1 { return "\(noun) can be \(names)" }
    if instruction.opcode == .callMethod { return "'\(text)' is a property of \(names), which can hold any function" }
    return "more than 4 classes that extend \(names) define '\(text)'"
  }

  private func element(_ instruction: Instruction, _ index: Int) -> String? {
    let function = module.functions[index]
    let base = function.operand(instruction, 0)
    let key = function.operand(instruction, 1)
    let guess = prediction[index, base]
    let noun = history.noun(base, index)
    if !guess.mayBe(.object), let kinds = ValueHistory.text(of: guess.kinds) { return "\(noun) can be \(kinds)" }
    if guess.isMixed { return "objects of more than \(Guess.mostOrigins) origins come as \(noun)" }
    for origin in guess.origins {
      switch origin {
      case .layout(let layout): return "\(noun) can be \(module.text(of: layout)), which is no array"
      case .builtin(let id) where ElementKind(constructor: module[id].name) == nil: return "\(noun) can be a '\(module[id].name)'"
      case .builtin where guess.origins.count > 1: return "\(noun) can be arrays of several kinds"
      case .closure: return "\(noun) can be a function"
      default: break
      }
    }
    let keyGuess = prediction[index, key]
    if function.representation(key) == .boxed, !keyGuess.isProbably(.number) {
      let keyNoun = history.noun(key, index)
      if let kinds = ValueHistory.text(of: keyGuess.kinds) { return "the key \(keyNoun) can be \(kinds)" }
      return "nothing is known of the key \(keyNoun)" + because(key, index)
    }
    return "nothing is known of \(noun)" + because(base, index)
  }

  private func callee(_ value: ValueID, _ index: Int) -> String? {
    if let source = module.functions[index].source(value), source.opcode == .builtin {
      return "it is built in and called through its object"
    }
    let guess = prediction[index, value]
    let noun = history.noun(value, index)
    let functions = guess.functions
    if guess.isMixed { return "more than \(Guess.mostOrigins) functions come as \(noun)" }
    if functions.count > 1 {
      return "\(noun) can be \(functions.count) functions: " + functions.map(history.noun).joined(separator: ", ")
    }
    if functions.count == 1 {
      return module[functions[0]].kind == .derivedConstructor
        ? "constructors of classes that extend others are called through their objects" : "\(noun) is probably " + history.noun(functions[0])
    }
    if case .builtin(let id)? = guess.origins.first { return "\(noun) is a '\(module[id].name)'" }
    if let methods = methods(value, index) { return methods }
    return "nothing is known of \(noun)" + because(value, index)
  }

  /// That a callee is one of several methods.
  private func methods(_ value: ValueID, _ index: Int) -> String? {
    guard let source = module.functions[index].source(value), source.opcode == .propGet, case .name(let name) = source.payload else {
      return nil
    }
    let found = Set(module.layouts.compactMap { $0.method(name) }).sorted { $0.raw < $1.raw }
    guard !found.isEmpty else { return nil }
    let base = module.functions[index].operand(source, 0)
    if case .builtin(let id)? = prediction[index, base].origins.first {
      return "\(history.noun(base, index)) is a '\(module[id].name)', and \(history.noun(found[0])) has the name as well"
    }
    if case .array? = prediction[index, base].origins.first {
      return "\(history.noun(base, index)) is an array, and \(history.noun(found[0])) has the name as well"
    }
    let names = found.prefix(Guess.mostOrigins).map(history.noun).joined(separator: ", ") + (found.count > Guess.mostOrigins ? " …" : "")
    return found.count == 1 ? "the object may be none that has \(names)" : "\(found.count) methods have the name: \(names)"
  }

  private func iteration(_ instruction: Instruction, _ index: Int) -> String? {
    let function = module.functions[index]
    let guess = prediction[index, function.operand(instruction, 0)]
    let isList = !guess.origins.isEmpty && guess.origins.allSatisfy { if case .array = $0 { true } else { false } }
    if isList || guess.kinds == .string { return nil }
    if guess.isMixed { return "objects of more than \(Guess.mostOrigins) origins are iterated" }
    if case .builtin(let id)? = guess.origins.first { return "a '\(module[id].name)' is iterated" }
    if case .layout(let layout)? = guess.origins.first { return "\(module.text(of: layout)) is iterated" }
    return "nothing is known of what is iterated"
  }

  /// What keeps an operator from being one on numbers or strings.
  private func operand(_ instruction: Instruction, _ index: Int) -> String? {
    let function = module.functions[index]
    for value in function.operands(instruction) where function.representation(value) == .boxed {
      let guess = prediction[index, value]
      let noun = history.noun(value, index)
      if guess.kinds.isEmpty {
        guard history.kinds(value, index).representation == nil else { continue }
        return "nothing is known of \(noun)" + because(value, index)
      }
      if guess.kinds.subtracting(.hole).representation == nil, let kinds = ValueHistory.text(of: guess.kinds) {
        return "\(noun) can be \(kinds)"
      }
    }
    let kinds = function.operands(instruction).map { prediction[index, $0].kinds.union(history.kinds($0, index)) }
    let all = kinds.reduce(into: TypeSet()) { $0.formUnion($1) }
    return ValueHistory.text(of: all).map { "the operands are \($0)" }
  }

  private func because(_ value: ValueID, _ index: Int) -> String { history.reason(value, index).map { " (\($0))" } ?? "" }
}
