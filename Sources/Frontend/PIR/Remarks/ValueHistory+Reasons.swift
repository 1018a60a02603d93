import Syntax

/// Where what is known of values was lost, as ends of sentences.
extension ValueHistory {
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
    case (.propGet, _), (.privateGet, _), (.fieldLoad, _), (.extraLoad, _), (.superGet, _): return "properties can hold anything"
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
}
