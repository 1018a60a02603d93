import Syntax

/// Says of values what the source calls them and where what is known of them was lost.
final class ValueHistory {
  let module: PIRModule
  let types: TypeInference
  private let texts: SourceTexts
  /// Per function: its direct calls.
  private var calls: [Int: [(caller: Int, instruction: InstructionID)]] = [:]
  private var stores: [GlobalID: [(function: Int, instruction: InstructionID)]] = [:]
  /// Per function: where its closure is made.
  private var closures: [Int: (function: Int, instruction: InstructionID)] = [:]
  private var edges: [Int: [BlockID: [[ValueID]]]] = [:]
  private var sets: [Int: [TypeSet]] = [:]
  /// Further steps make sentences that nobody reads.
  private static let mostSteps = 3

  init(_ module: PIRModule, _ texts: SourceTexts) {
    self.module = module
    self.texts = texts
    types = TypeInference(module)
    for (index, function) in module.functions.enumerated() {
      for block in function.blocks {
        for id in block.instructions {
          switch (function[id].opcode, function[id].payload) {
          case (.callDirect, .function(let callee)): calls[Int(callee.raw), default: []].append((index, id))
          case (.globalStore, .global(let global)): stores[global, default: []].append((index, id))
          case (.closureNew, .function(let callee)):
            if closures[Int(callee.raw)] == nil { closures[Int(callee.raw)] = (index, id) }
          default: break
          }
        }
      }
    }
  }

  // MARK: Places

  /// The innermost place in the user's files that an instruction comes from.
  func place(_ position: UInt32, in index: Int) -> (file: FileID, position: UInt32, function: String, isOwn: Bool)? {
    let function = module.functions[index]
    var position = position
    var isOwn = true
    while let inlined = function.inlined(position) {
      if texts.isUser(inlined.file) { return (inlined.file, inlined.position, inlined.function, isOwn) }
      isOwn = false
      position = inlined.caller
    }
    // What passes added by themselves has no place.
    guard texts.isUser(function.file), position != 0 else { return nil }
    return (function.file, position, module.traceName(function), isOwn)
  }

  private func at(_ id: InstructionID, in index: Int) -> String {
    guard let place = place(module.functions[index][id].position, in: index) else { return "" }
    return " at \(module.place(place.file, place.position))"
  }

  /// A function as the source calls it.
  func noun(_ id: FunctionID) -> String {
    let name = module.traceName(module[id])
    guard name.isEmpty else { return "'\(name)'" }
    guard let span = module[id].span, texts.isUser(span.file) else { return "the function" }
    return "the function at \(module.place(span.file, span.start))"
  }

  // MARK: Names

  /// What the source calls a value: a name or an expression in quotes, or a description.
  func noun(_ value: ValueID, _ index: Int) -> String { noun(value, index, steps: 0) }

  private func noun(_ value: ValueID, _ index: Int, steps: Int) -> String {
    let function = module.functions[index]
    if let name = name(value, function) { return name }
    switch function[value].definition {
    case .parameter(let number): return noun(parameter: number, of: index)
    case .blockParameter(let block, let position):
      // What is the same on all ways has its name.
      guard steps < Self.mostSteps else { return "a value" }
      let nouns = Set(incoming(block, index).map { $0[position] }.filter { $0 != value }.map { noun($0, index, steps: steps + 1) })
      return nouns.count == 1 ? nouns.first! : "a value"
    case .instruction(let id): return noun(function[id], index, function)
    }
  }

  private func name(_ value: ValueID, _ function: PIRFunction) -> String? {
    let text = module.interner.string(function[value].name)
    return Self.isInternal(text) ? nil : "'\(text)'"
  }

  /// Whether a slot's name is none of the source.
  static func isInternal(_ name: String) -> Bool { name.isEmpty || name == "temporary" || name == "completion" }

  private func noun(parameter number: Int, of index: Int) -> String {
    let function = module.functions[index]
    switch function.parameters[number].kind {
    case .this: return "'this'"
    case .newTarget: return "'new.target'"
    case .positional(let position), .rest(let position):
      return texts.parameter(position, of: function).map { "'\($0.name)'" } ?? "argument \(position + 1)"
    case .arguments: return "'arguments'"
    case .argumentCount: return "the number of arguments"
    }
  }

  private func noun(_ instruction: Instruction, _ index: Int, _ function: PIRFunction) -> String {
    func operand(_ position: Int) -> String { noun(function.operand(instruction, position), index) }
    let place = place(instruction.position, in: index)
    func source(_ find: (FileID, UInt32) -> String?) -> String? {
      guard let place, place.isOwn else { return nil }
      return find(place.file, place.position)
    }
    switch (instruction.opcode, instruction.payload) {
    case (.box, _), (.unbox, _), (.convert, _), (.checkInit, _), (.toIndex, _), (.truncate, _): return operand(0)
    case (.globalLoad, .global(let global)): return "'" + variable(global) + "'"
    case (.propGet, .name(let name)), (.privateGet, .name(let name)):
      return "'" + (source(texts.access) ?? "…." + module.interner.string(name)) + "'"
    case (.fieldLoad, _), (.elemGet, _), (.elemGetIndex, _), (.arrayAt, _), (.typedLoad, _), (.superGet, _), (.superElemGet, _):
      return source(texts.access).map { "'\($0)'" } ?? (instruction.opcode == .fieldLoad ? "a field" : "an element")
    case (.callDirect, .function(let callee)):
      if let callee = source(texts.callee) { return "the result of '\(callee)'" }
      let name = module.traceName(module[callee])
      return name.isEmpty ? "the result of a call" : "the result of '\(name)'"
    case (.callMethod, _), (.callValue, _), (.callNative, _), (.callRuntime, _), (.callSpread, _), (.construct, _), (.constructSpread, _):
      return source(texts.callee).map { "the result of '\($0)'" } ?? "the result of a call"
    case (.catchException, _): return "what was caught"
    case (.iterNext, _): return "what is iterated"
    case (.captureLoad, .integer(let capture)): return captured(Int(capture), index) ?? "a captured variable"
    case (.cellLoad, _): return operand(0)
    case (.undefined, _): return "undefined"
    case (.null, _): return "null"
    case (.constString, _): return "a string"
    case (.constF64, _), (.constI32, _), (.constI64, _): return "a number"
    case (.constI1, _): return "a truth value"
    case (.objectNew, _), (.objectClone, _): return "an object"
    case (.arrayNew, _): return "an array"
    case (.closureNew, _), (.closureStatic, _): return "a function"
    case (.instanceNew, _), (.instanceComplete, _), (.constructSuper, _): return "'this'"
    case (.resumeValue, _): return "what the function was resumed with"
    case (.builtin, .builtin(let id)): return "'\(module[id].name)'"
    default:
      if let symbol = instruction.opcode.operatorSymbol { return "the result of '\(symbol)'" }
      return "a value"
    }
  }

  /// A variable of a module as the source calls it.
  func variable(_ global: GlobalID) -> String {
    let name = module[global].name
    return name.split(separator: ".").last.map { String($0.prefix { $0 != "$" }) } ?? name
  }

  private func captured(_ capture: Int, _ index: Int) -> String? {
    let owner = module.functions[index].closureOf.map { Int($0.raw) } ?? index
    guard let site = closures[owner] else { return nil }
    let function = module.functions[site.function]
    guard capture < Int(function[site.instruction].operands.count) else { return nil }
    let result = noun(function.operand(function[site.instruction], capture), site.function)
    return result == "a value" ? nil : result
  }

  // MARK: Reasons

  /// The kinds of values as a user calls them; nil if it can be any.
  static func text(of kinds: TypeSet) -> String? {
    let known = kinds.subtracting(.hole)
    guard !known.isEmpty, known != .any else { return nil }
    let names: [(TypeSet, String)] = [
      (.number, "a number"), (.string, "a string"), (.boolean, "a truth value"), (.object, "an object"), (.symbol, "a symbol"),
      (.bigint, "a BigInt"), (.null, "null"), (.undefined, "undefined"),
    ]
    let present = names.filter { known.contains($0.0) }.map(\.1)
    return present.count == 1 ? present[0] : present.dropLast().joined(separator: ", ") + " or " + present.last!
  }

  func kinds(_ value: ValueID, _ index: Int) -> TypeSet {
    if sets[index] == nil { sets[index] = types.values(of: index) }
    return sets[index]![Int(value.raw)]
  }

  /// Why the compiler does not know of which kind a value is, as the end of a sentence.
  func reason(_ value: ValueID, _ index: Int) -> String? {
    var seen = Seen()
    return reason(value, index, 0, &seen)
  }

  /// What a chain of reasons has been through.
  private struct Seen {
    var values: Set<ValueID> = []
    var globals: Set<GlobalID> = []

    /// The same for another function.
    var elsewhere: Seen { Seen(globals: globals) }
  }

  private func reason(_ value: ValueID, _ index: Int, _ steps: Int, _ seen: inout Seen) -> String? {
    guard steps < Self.mostSteps else { return nil }
    let function = module.functions[index]
    switch function[value].definition {
    case .parameter(let number): return reason(parameter: number, index, steps, seen)
    case .blockParameter(let block, let position):
      guard seen.values.insert(value).inserted else { return nil }
      let incoming = incoming(block, index).map { $0[position] }.filter { $0 != value }
      let known = incoming.map { kinds($0, index) }
      // The one that is of no single kind, or else the one that differs from the first.
      guard let culprit = zip(incoming, known).first(where: { $0.1.representation == nil })?.0
        ?? zip(incoming, known).first(where: { $0.1 != known[0] })?.0
      else { return nil }
      return reason(culprit, index, steps, &seen) ?? Self.text(of: kinds(culprit, index)).map { "it can be \($0)" }
    case .instruction(let id): return reason(id, index, steps, &seen)
    }
  }

  private func reason(parameter number: Int, _ index: Int, _ steps: Int, _ seen: Seen) -> String? {
    let function = module.functions[index]
    guard texts.isUser(function.file) else { return "a built-in function passes it on" }
    let name = noun(FunctionID(UInt32(index)))
    switch function.parameters[number].kind {
    case .this: return "methods can be called on anything"
    case .newTarget, .rest, .arguments, .argumentCount: return nil
    case .positional:
      if function.escapes || function.kind == .resume { return "unknown code can call \(name)" }
      let sites = calls[index] ?? []
      let arguments = sites.compactMap { site -> (value: ValueID, site: (caller: Int, instruction: InstructionID))? in
        let caller = module.functions[site.caller]
        let operands = Array(caller.operands(caller[site.instruction]).suffix(function.parameters.count))
        return number < operands.count ? (operands[number], site) : nil
      }
      let known = arguments.map { kinds($0.value, $0.site.caller) }
      guard let culprit = zip(arguments, known).first(where: { $0.1.representation == nil })?.0
        ?? zip(arguments, known).first(where: { $0.1 != known[0] })?.0
      else { return nil }
      let caller = module.functions[culprit.site.caller]
      guard place(caller[culprit.site.instruction].position, in: culprit.site.caller)?.isOwn == true else {
        return "a built-in function calls \(name)"
      }
      let what = noun(culprit.value, culprit.site.caller)
      let text = "\(name) is called\(at(culprit.site.instruction, in: culprit.site.caller)) with \(what)"
      var seen = seen.elsewhere
      return text + (reason(culprit.value, culprit.site.caller, steps + 1, &seen).map { ": " + $0 } ?? "")
    }
  }

  private func reason(_ id: InstructionID, _ index: Int, _ steps: Int, _ seen: inout Seen) -> String? {
    let function = module.functions[index]
    let instruction = function[id]
    switch (instruction.opcode, instruction.payload) {
    case (.box, _), (.unbox, _), (.convert, _), (.checkInit, _), (.toIndex, _):
      return reason(function.operand(instruction, 0), index, steps, &seen)
    case (.globalLoad, .global(let global)):
      if let kinds = Self.text(of: types.globals[Int(global.raw)]) { return "the variable can be \(kinds)" }
      return reason(global, steps, seen)
    case (.propGet, _), (.privateGet, _), (.fieldLoad, _), (.superGet, _): return "properties can hold anything"
    case (.elemGet, _), (.elemGetIndex, _), (.arrayAt, _), (.superElemGet, _): return "elements can be anything"
    case (.callDirect, .function(let callee)): return reason(resultOf: callee, steps, seen)
    case (.callMethod, _), (.callValue, _), (.callSpread, _): return "it is returned by an indirect call"
    case (.callNative, _), (.callRuntime, _):
      guard let place = place(instruction.position, in: index), place.isOwn, let callee = texts.callee(place.file, place.position) else {
        return "a built-in function returned it"
      }
      return "'\(callee)' can return anything"
    case (.catchException, _): return "anything can be thrown"
    case (.iterNext, _): return "iterators can give anything"
    case (.cellLoad, _): return "closures share the variable, and what changes is kept boxed"
    case (.captureLoad, _): return "a closure captured it"
    case (.resumeValue, _): return "anything can be what an 'await' or 'yield' gives"
    case (.frameLoad, _): return "it lives across an 'await' or 'yield'"
    case (.slotLoad, _): return "code that handles exceptions may read it"
    case (.jsAdd, _), (.jsSub, _), (.jsMul, _), (.jsDiv, _), (.jsRem, _), (.jsPow, _), (.jsNeg, _), (.jsInc, _), (.jsDec, _),
      (.jsToNumeric, _), (.select, _):
      for operand in function.operands(instruction) where kinds(operand, index).representation == nil {
        if let reason = reason(operand, index, steps, &seen) {
          return noun(operand, index) == "a value" ? reason : "of \(noun(operand, index)), \(reason)"
        }
      }
      return nil
    default: return nil
    }
  }

  private func reason(_ global: GlobalID, _ steps: Int, _ seen: Seen) -> String? {
    var seen = seen.elsewhere
    guard seen.globals.insert(global).inserted else { return nil }
    for site in stores[global] ?? [] {
      let function = module.functions[site.function]
      let value = function.operand(function[site.instruction], 0)
      guard kinds(value, site.function).representation == nil else { continue }
      let what = noun(value, site.function)
      let text = "'\(variable(global))' is assigned \(what)\(at(site.instruction, in: site.function))"
      return text + (reason(value, site.function, steps + 1, &seen).map { ": " + $0 } ?? "")
    }
    return nil
  }

  /// Why the result of a function is of no single kind.
  func reason(resultOf callee: FunctionID) -> String? { reason(resultOf: callee, 0, Seen()) }

  private func reason(resultOf callee: FunctionID, _ steps: Int, _ seen: Seen) -> String? {
    let index = Int(callee.raw)
    let function = module[callee]
    let name = noun(callee)
    if let kinds = Self.text(of: types.results[index]) { return "\(name) can return \(kinds)" }
    guard texts.isUser(function.file) else { return "a built-in function returned it" }
    for block in function.blocks {
      guard let last = block.instructions.last, function[last].opcode == .return, function[last].operands.count == 1 else { continue }
      let value = function.operand(function[last], 0)
      guard kinds(value, index).representation == nil else { continue }
      var seen = seen.elsewhere
      let text = "\(name) returns \(noun(value, index))\(at(last, in: index))"
      return text + (reason(value, index, steps + 1, &seen).map { ": " + $0 } ?? "")
    }
    return nil
  }

  /// What the edges to a block pass to its parameters.
  func incoming(_ block: BlockID, _ index: Int) -> [[ValueID]] {
    if edges[index] == nil {
      var found: [BlockID: [[ValueID]]] = [:]
      let function = module.functions[index]
      for body in function.blocks {
        guard let last = body.instructions.last else { continue }
        for edge in function.edges(function[last]) where edge.arguments.count > 0 {
          found[edge.target, default: []].append(Array(function.arguments(edge)))
        }
      }
      edges[index] = found
    }
    return edges[index]![block] ?? []
  }
}

extension Opcode {
  /// How the source writes the operation.
  var operatorSymbol: String? {
    switch self {
    case .jsAdd, .f64Add, .i32Add, .i64Add: return "+"
    case .jsSub, .f64Sub, .i32Sub, .i64Sub, .jsNeg: return "-"
    case .jsMul, .f64Mul, .i32Mul, .i64Mul: return "*"
    case .jsDiv, .f64Div: return "/"
    case .jsRem, .f64Rem, .i64Rem: return "%"
    case .jsPow, .f64Pow: return "**"
    case .jsBitAnd: return "&"
    case .jsBitOr: return "|"
    case .jsBitXor: return "^"
    case .jsBitNot: return "~"
    case .jsShl: return "<<"
    case .jsShr: return ">>"
    case .jsUShr: return ">>>"
    case .jsLt: return "<"
    case .jsLe: return "<="
    case .jsGt: return ">"
    case .jsGe: return ">="
    case .jsEq: return "=="
    case .jsNe: return "!="
    case .jsStrictEq: return "==="
    case .jsStrictNe: return "!=="
    case .jsInc: return "++"
    case .jsDec: return "--"
    case .jsToNumber: return "+"
    case .jsTypeof: return "typeof"
    case .jsIn: return "in"
    case .jsInstanceof: return "instanceof"
    case .stringConcat, .stringConcatMany: return "+"
    default: return nil
    }
  }
}
