import Syntax

/// What the source calls values.
extension ValueHistory {
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
    case (.fieldLoad, _), (.fieldNumber, _), (.extraLoad, _), (.elemGet, _), (.elemGetIndex, _), (.arrayAt, _), (.typedLoad, _), (.superGet, _), (.superElemGet, _):
      let isField = [.fieldLoad, .fieldNumber, .extraLoad].contains(instruction.opcode)
      return source(texts.access).map { "'\($0)'" } ?? (isField ? "a field" : "an element")
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
