import LLVM
import PIR
import Syntax

/// Calls of all kinds, and the instructions that are one runtime call.
extension FunctionEmitter {
  /// An operand as a C function takes it.
  func argument(_ instruction: Instruction, _ index: Int) -> IRValue {
    let value = operand(instruction, index)
    return representation(instruction, index) == .i1 ? builder.cast(.zeroExtend, value, context.i32) : value
  }

  /// Calls the runtime function that implements an opcode.
  func emitRuntimeCall(_ instruction: Instruction, symbol: String) {
    let info = instruction.opcode.info
    var arguments: [IRValue] = []
    for index in info.operands.indices { arguments.append(argument(instruction, index)) }
    if info.variadic != nil {
      let (count, list) = argumentList(instruction, from: info.operands.count)
      arguments += [count, list]
    }
    var symbol = symbol
    var needsCache = info.hasInlineCache
    switch instruction.payload {
    case .name(let name):
      if unit.isForSize(id), let named = Self.named(instruction.opcode), let site = unit.namedSite(name) {
        symbol = named
        needsCache = false
        arguments.append(site)
      } else {
        arguments.append(key(name, instruction.opcode))
      }
    case .names(let range): arguments += function.names(range).map(unit.atom)
    default: break
    }
    if needsCache { arguments.append(unit.inlineCaches.add()) }
    let result = resultRepresentation(instruction)
    let throwing = info.effects.contains(.throws_)
    let callee = unit.runtime(symbol, arguments.map(\.type), unit.resultType(result, throwing: throwing))
    unit.addEffects(info.effects, takesReferences: true, to: callee)
    finishCall(callee, arguments, instruction, result, throwing: throwing)
  }

  /// What code that is compiled for size calls for an opcode: it takes one number instead of a name and a cache.
  private static func named(_ opcode: Opcode) -> String? {
    switch opcode {
    case .propGet: return "rt_named_get"
    case .propSet: return "rt_named_set"
    case .callMethod: return "rt_named_call"
    default: return nil
    }
  }

  /// A property key of an opcode as a pointer.
  private func key(_ name: Name, _ opcode: Opcode) -> IRValue {
    switch opcode {
    case .privateGet, .privateSet, .privateHas, .privateDefine, .privateInit: return unit.privateName(name)
    default: return unit.atom(name)
    }
  }

  /// Calls, tests for the exception signal and binds the result.
  func finishCall(
    _ callee: Callee, _ arguments: [IRValue], _ instruction: Instruction, _ result: Representation, throwing: Bool,
    fast: Bool = false
  ) {
    let raw = builder.call(callee.function, type: callee.type, arguments, fast: fast)
    if throwing { check(raw, result, at: instruction.position) }
    if result != .void { define(instruction.result, unit.fromResult(raw, result, throwing: throwing)) }
  }

  /// `call.runtime`: a C function with a signature of representations.
  func emitCallRuntime(_ instruction: Instruction, _ id: RuntimeFunctionID) {
    let signature = unit.program[id]
    let arguments = (0..<Int(instruction.operands.count)).map { argument(instruction, $0) }
    let throwing = signature.effects.contains(.throws_)
    finishCall(unit.runtime(signature), arguments, instruction, signature.result, throwing: throwing)
  }

  /// `call.direct`: a function of the program in its native ABI; the closure comes first where the callee needs one.
  func emitCallDirect(_ instruction: Instruction, _ id: FunctionID) {
    let target = unit.program[id]
    var arguments = (0..<Int(instruction.operands.count)).map { operand(instruction, $0) }
    if unit.facts.needsClosure(id) {
      if !unit.facts.passesClosure(instruction, in: unit.program) {
        arguments.insert(unit.staticClosure(id), at: 0)
      } else if representation(instruction, 0) == .boxed {
        arguments[0] = unit.unbox(arguments[0], .function)
      }
    } else if arguments.count > target.parameters.count {
      arguments.removeFirst()
    }
    let callee = unit.functions[Int(id.raw)]
    finishCall(callee, arguments, instruction, target.result, throwing: unit.facts.canThrow(id), fast: true)
  }

  /// `call.native`: a C function of the boxed ABI, without function object.
  func emitCallNative(_ instruction: Instruction, _ symbol: Name) {
    let name = unit.program.interner.string(symbol)
    let callee = unit.boxedFunction(name)
    if name.hasPrefix("rt_error_") { storeCurrentSite(instruction.position) }
    let (count, list) = argumentList(instruction, from: 1)
    let arguments = [context.null, operand(instruction, 0), count, list]
    finishCall(callee, arguments, instruction, .boxed, throwing: true)
  }

  /// Calls a runtime function that no opcode names.
  func callRuntime(_ symbol: String, _ arguments: [IRValue], _ result: IRType) -> IRValue {
    let callee = unit.runtime(symbol, arguments.map(\.type), result)
    return builder.call(callee.function, type: callee.type, arguments)
  }
}
