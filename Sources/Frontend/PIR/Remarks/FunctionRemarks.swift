import Syntax

/// The remarks on one function.
struct FunctionRemarks {
  private(set) var remarks: [Remark] = []
  let index: Int
  let function: PIRFunction
  let finder: RemarkFinder
  private let code: HotCode
  /// What decides a branch to where the guesses fail.
  private let guards: Set<InstructionID>

  init(_ index: Int, _ function: PIRFunction, _ code: HotCode, _ finder: RemarkFinder) {
    self.index = index
    self.function = function
    self.code = code
    self.finder = finder
    let hot = Set(code.blocks)
    var guards: Set<InstructionID> = []
    for block in code.blocks {
      guard let last = function[block].instructions.last, function[last].opcode == .branch,
        function.edges(function[last]).contains(where: { !hot.contains($0.target) }),
        case .instruction(let test) = function[function.operand(function[last], 0)].definition
      else { continue }
      guards.insert(test)
    }
    self.guards = guards
  }

  var history: ValueHistory { finder.history }
  var module: PIRModule { finder.module }

  /// Adds a remark at the place of an instruction in the user's files.
  ///
  /// - Parameter isOfUser: whether it is only worth saying of code of the user's own files.
  private mutating func add(
    _ kind: RemarkKind, _ text: String, _ reason: String?, at position: UInt32, depth: Int, isOfUser: Bool = true
  ) {
    guard let place = history.place(position, in: index), place.isOwn || !isOfUser else { return }
    remarks.append(
      Remark(
        kind: kind, file: place.file, position: place.position, function: place.function, loopDepth: depth, text: text,
        reason: reason))
  }

  // MARK: Values

  /// Parameters and the result.
  mutating func visitBoundary(depth: Int) {
    // What goes on after a suspension takes what the runtime gives it.
    guard finder.texts.isUser(function.file), function.kind != .resume else { return }
    for parameter in function.parameters where function.representation(parameter.value) == .boxed {
      guard case .positional(let position) = parameter.kind, let inner = depthOfTests(parameter.value),
        let source = finder.texts.parameter(position, of: function)
      else { continue }
      var text = "parameter '\(source.name)' stays boxed"
      if let kinds = ValueHistory.text(of: history.kinds(parameter.value, index)) { text += " and can be \(kinds)" }
      let place = history.place(source.position, in: index)
      guard let place else { continue }
      remarks.append(
        Remark(
          kind: .boxed, file: place.file, position: place.position, function: place.function, loopDepth: depth + inner,
          text: text, reason: history.reason(parameter.value, index)))
    }
    let results = history.types.results[index]
    if function.result == .boxed, !function.escapes, !results.isSubset(of: .undefined), let span = function.span,
      let reason = history.reason(resultOf: FunctionID(UInt32(index)))
    {
      add(.boxed, "the result stays boxed", reason, at: span.start, depth: depth)
    }
  }

  /// How many loops are around what is done with a value for which its kind matters; nil if there is nothing.
  private func depthOfTests(_ value: ValueID) -> Int? {
    var result: Int?
    for block in code.blocks {
      for id in function[block].instructions where function.operands(function[id]).contains(value) {
        switch function[id].opcode {
        case .isType, .isLayout, .jsToBoolean, .propGet, .callMethod, .callValue, .elemGet, .elemGetIndex: break
        default: if function[id].opcode.operatorSymbol == nil { continue }
        }
        result = max(result ?? 0, code.depth(block))
      }
    }
    return result
  }

  /// What a loop carries boxed from one iteration to the next.
  private mutating func visitHeader(_ block: BlockID, depth: Int) {
    for parameter in function[block].parameters where function.representation(parameter) == .boxed {
      let noun = history.noun(parameter, index)
      guard noun.hasPrefix("'"), let first = function[block].instructions.first(where: { function[$0].position != 0 }) else {
        continue
      }
      var text = "variable \(noun) stays boxed in the loop"
      if let kinds = ValueHistory.text(of: history.kinds(parameter, index)) { text += " and can be \(kinds)" }
      add(.boxed, text, history.reason(parameter, index), at: function[first].position, depth: depth)
    }
  }

  // MARK: Instructions

  mutating func visit(_ block: BlockID, depth: Int) {
    if code.headers.contains(block) { visitHeader(block, depth: depth) }
    for id in function[block].instructions {
      if guards.contains(id) { visitGuard(function[id], depth) } else { visitOperation(function[id], depth) }
    }
  }

  private func noun(_ instruction: Instruction, _ operand: Int) -> String {
    history.noun(function.operand(instruction, operand), index)
  }

  /// The object of a member access as the source has it, whatever became of it.
  private func object(_ instruction: Instruction) -> String {
    guard let place = history.place(instruction.position, in: index), place.isOwn,
      let text = finder.texts.object(place.file, place.position)
    else { return noun(instruction, 0) }
    return "'\(text)'"
  }
  private func reason(_ instruction: Instruction, _ operand: Int) -> String? {
    history.reason(function.operand(instruction, operand), index)
  }

  /// Why a test of which object something is stays.
  private func objectReason(_ instruction: Instruction) -> String? {
    history.kinds(function.operand(instruction, 0), index) == .object
      ? "it is an object, but which is known when the program runs" : reason(instruction, 0)
  }

  private mutating func visitGuard(_ instruction: Instruction, _ depth: Int) {
    let position = instruction.position
    let value: String
    switch (instruction.opcode, instruction.payload) {
    case (.isLayout, _), (.typedHas, _), (.arrayPut, _): value = object(instruction)
    case (.isType, .test(let kind)) where kind.asksForCollection: value = object(instruction)
    default: value = noun(instruction, 0)
    }
    switch (instruction.opcode, instruction.payload) {
    case (.isType, .test(.hole)):
      if case .instruction(let id) = function[function.operand(instruction, 0)].definition, function[id].opcode == .arrayAt {
        add(.bounds, "reading \(value) tests that the element is there", boundsReason(function[id]), at: position, depth: depth)
      }
    case (.isType, .test(let kind)) where kind.asksForArray:
      add(.guardKept, "\(value) is tested to be an array", objectReason(instruction), at: position, depth: depth)
    case (.isType, .test(.map)), (.isType, .test(.set)):
      let kind = instruction.payload == .test(.map) ? "a Map" : "a Set"
      add(.guardKept, "\(value) is tested to be \(kind)", objectReason(instruction), at: position, depth: depth)
    case (.isType, .test(let test)):
      guard let kind = test.kinds.flatMap({ ValueHistory.text(of: $0) }) else { break }
      add(.guardKept, "\(value) is tested to be \(kind)", reason(instruction, 0), at: position, depth: depth)
    case (.isLayout, .layout(let layout)):
      add(.guardKept, "\(value) is tested to be \(module.text(of: layout))", objectReason(instruction), at: position, depth: depth)
    case (.isClosure, .function(let callee)):
      let name = module.traceName(module[callee])
      add(
        .guardKept, "\(value) is tested to be \(name.isEmpty ? "the function that is known" : "'\(name)'")",
        "the method can be replaced, or the object can be of another class", at: position, depth: depth)
    case (.isInteger, _):
      add(.guardKept, "\(value) is tested to be an integer", "fractions, overflow or -0 are possible", at: position, depth: depth)
    case (.typedHas, _):
      add(.bounds, "an access of \(value) tests the index", boundsReason(instruction), at: position, depth: depth)
    case (.arrayPut, _):
      add(.bounds, "writing to \(value) tests that the element is there", boundsReason(instruction), at: position, depth: depth)
    default: break
    }
  }

  /// Why an index needs a test.
  private func boundsReason(_ instruction: Instruction) -> String? {
    let index = function.operand(instruction, 1)
    let name = history.noun(index, self.index)
    if case .instruction(let id) = function[index].definition, function[id].opcode == .toIndex {
      return "\(name == "a value" ? "the index" : name) may be no integer"
    }
    return instruction.opcode == .typedHas ? "the index is not proven to be in range" : "elements can be missing"
  }

  private mutating func visitOperation(_ instruction: Instruction, _ depth: Int) {
    let position = instruction.position
    let place = history.place(position, in: index)
    func source(_ find: (FileID, UInt32) -> String?) -> String? {
      place.flatMap { $0.isOwn ? find($0.file, $0.position) : nil }
    }
    let why = finder.guesses.reason(for: instruction, in: function)
    switch (instruction.opcode, instruction.payload) {
    case (.propGet, .name(let name)), (.privateGet, .name(let name)):
      let text = source(finder.texts.access) ?? "." + module.interner.string(name)
      add(.property, "'\(text)' is read through an inline cache", why, at: position, depth: depth)
    case (.propSet, .name(let name)), (.privateSet, .name(let name)):
      let text = source(finder.texts.access) ?? "." + module.interner.string(name)
      add(.property, "'\(text)' is written through an inline cache", why, at: position, depth: depth)
    case (.propDefine, .name(let name)), (.privateDefine, .name(let name)), (.privateInit, .name(let name)):
      add(.property, "'\(module.interner.string(name))' is defined one by one", why, at: position, depth: depth)
    case (.superGet, _), (.superSet, _), (.superElemGet, _), (.superElemSet, _):
      add(.property, "a property of 'super' is looked up each time", nil, at: position, depth: depth)
    case (.slotLoad, .slot(let slot)) where function.slots[Int(slot.raw)].representation == .boxed:
      let name = module.interner.string(function.slots[Int(slot.raw)].name)
      guard !ValueHistory.isInternal(name) else { break }
      add(.boxed, "variable '\(name)' stays in memory, boxed", "a handler of exceptions reads it", at: position, depth: depth)
    case (.propDelete, _), (.elemDelete, _):
      add(.property, "'delete' makes the object a dictionary, which no fast code reads", nil, at: position, depth: depth)
    case (.elemGetIndex, _) where history.kinds(function.operand(instruction, 0), index) == .string: break
    case (.elemGet, _), (.elemGetIndex, _):
      let text = source(finder.texts.access) ?? "an element"
      add(.element, "'\(text)' is looked up by any key", why, at: position, depth: depth)
    case (.elemSet, _), (.elemSetIndex, _):
      let text = source(finder.texts.access).map { "'\($0)'" } ?? "an element"
      add(.element, "\(text) is written by any key", why, at: position, depth: depth)
    case (.callMethod, .name(let name)):
      let text = source(finder.texts.callee) ?? "." + module.interner.string(name)
      add(.call, "the call of '\(text)' stays indirect", why, at: position, depth: depth)
    case (.callValue, _):
      guard let place else { break }
      let callee = finder.texts.callee(place.file, place.position)
      if place.isOwn {
        let text = callee.map { "'\($0)'" } ?? noun(instruction, 0)
        add(.call, "the call of \(text) stays indirect", why, at: position, depth: depth)
      } else if let callee, function.source(function.operand(instruction, 0))?.opcode != .builtin {
        add(.call, "what '\(callee)' calls back stays indirect", nil, at: position, depth: depth, isOfUser: false)
      }
    case (.constructSuperSpread, _) where source(finder.texts.callee) == nil:
      add(
        .call, "the constructor gathers its arguments in an array", "it is not written, and passes all on to 'super'", at: position,
        depth: depth)
    case (.callSpread, _), (.constructSpread, _), (.constructSuperSpread, _):
      add(.call, "a call with '...' gathers its arguments in an array", nil, at: position, depth: depth)
    case (.constructSuper, _):
      add(.call, "'super' constructs through the object of the class above", nil, at: position, depth: depth)
    case (.construct, _):
      let text = source(finder.texts.callee).map { "'new \($0)'" } ?? "a construction"
      add(.call, "\(text) stays indirect", why, at: position, depth: depth)
    case (.iterNext, _):
      if let why { add(.iteration, "an iterator is stepped unless it is one of an array", why, at: position, depth: depth) }
    case (.objectSpread, _), (.objectClone, _), (.objectRest, _):
      add(.operation, "'...' copies whatever properties there are", nil, at: position, depth: depth)
    case (.jsIn, _), (.jsInstanceof, _):
      add(.operation, "'\(instruction.opcode.operatorSymbol!)' looks properties up each time", nil, at: position, depth: depth)
    case (.jsStrictEq, _), (.jsStrictNe, _), (.jsTypeof, _): break
    case (.jsToBoolean, _):
      add(.operation, "whether \(noun(instruction, 0)) is true is tested for any kind of value", why, at: position, depth: depth)
    default:
      if instruction.opcode.rawValue.hasPrefix("js."), let symbol = instruction.opcode.operatorSymbol {
        add(.operation, "'\(symbol)' takes values of any kind", why, at: position, depth: depth)
      }
    }
  }
}

extension TypeTest {
  /// The kinds that pass it; nil for those of objects.
  fileprivate var kinds: TypeSet? {
    switch self {
    case .number: return .number
    case .string: return .string
    case .boolean: return .boolean
    case .object, .function: return .object
    case .symbol: return .symbol
    case .bigint: return .bigint
    case .undefined, .null, .nullish, .array, .builtinArray, .hole, .map, .set: return nil
    }
  }
}

extension PIRModule {
  /// What objects of a layout are: a class, a literal or a kind of typed array.
  func text(of layout: LayoutID) -> String {
    guard layout.raw < LayoutID.typedArrays else {
      let kind = ElementKind(rawValue: Int64(layout.raw - LayoutID.typedArrays) - 1)
      return "a " + (kind?.constructor ?? "typed array")
    }
    if let constructor = self[layout].constructor { return "a '\(interner.string(self[constructor].displayName))'" }
    let names = self[layout].fields.map { interner.string($0.name) } + (isPrefix(layout) ? ["…"] : [])
    return "an object '{ \(names.joined(separator: ", ")) }'"
  }
}
