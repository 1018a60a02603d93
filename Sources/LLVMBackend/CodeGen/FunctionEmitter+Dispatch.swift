import LLVM
import PIR

/// Chooses the translation of each instruction.
extension FunctionEmitter {
  func emit(_ instruction: Instruction) {
    blameRole = instruction.opcode.blameRole
    if let constructionSite, instruction.opcode == .constructSuper || instruction.opcode == .constructSuperSpread {
      // An error's trace starts where its outermost constructor was called.
      builder.store(constructionSite, unit.runtimeVariable("rt_current_site", context.pointer))
    }
    if instruction.opcode.storesCurrentSite || callsBuiltin(instruction) { storeCurrentSite(instruction.position) }
    if emitPayloadForm(instruction) || emitLayoutForm(instruction) || emitArithmetic(instruction) || emitControl(instruction) { return }
    guard let symbol = instruction.opcode.info.runtime else {
      preconditionFailure("no translation of \(instruction.opcode.rawValue)")
    }
    emitRuntimeCall(instruction, symbol: putsNumber(instruction) ? "rt_elements_put_double" : symbol)
  }

  /// Whether an element is overwritten by what is known to be a number.
  private func putsNumber(_ instruction: Instruction) -> Bool {
    guard instruction.opcode == .arrayPut, case .instruction(let value) = function[function.operand(instruction, 2)].definition,
      function[value].opcode == .box
    else { return false }
    return representation(function[value], 0).isNumber
  }

  /// Whether an instruction calls a built-in object by name: `Error("…")` makes an error too.
  private func callsBuiltin(_ instruction: Instruction) -> Bool {
    guard instruction.opcode == .callValue,
      case .instruction(let callee) = function[function.operand(instruction, 0)].definition
    else { return false }
    return function[callee].opcode == .builtin
  }

  /// Instructions that their payload makes special.
  private func emitPayloadForm(_ instruction: Instruction) -> Bool {
    switch (instruction.opcode, instruction.payload) {
    case (.constF64, .number(let bits)): define(instruction.result, context.double(bits: bits))
    case (.constI32, .integer(let number)):
      define(instruction.result, context.integer(context.i32, UInt64(bitPattern: number)))
    case (.constI64, .integer(let number)): define(instruction.result, context.int64(UInt64(bitPattern: number)))
    case (.constI1, .integer(let number)): define(instruction.result, context.int1(number != 0))
    case (.constString, .name(let name)): define(instruction.result, unit.atom(name))
    case (.constBigInt, .name(let digits)):
      define(instruction.result, unit.boxPointer(unit.bigInt(digits), Boxed.tagBigInt))
    case (.slotLoad, .slot(let slot)): emitSlotLoad(instruction, slot)
    case (.slotStore, .slot(let slot)): emitSlotStore(instruction, slot)
    case (.globalLoad, .global(let global)): emitGlobalLoad(instruction, global)
    case (.globalStore, .global(let global)): emitGlobalStore(instruction, global)
    case (.captureLoad, .integer(let index)): emitCaptureLoad(instruction, Int(index))
    case (.checkInit, .name(let name)): emitCheckInit(instruction, name)
    case (.isType, .test(let test)): define(instruction.result, emitTest(test, operand(instruction, 0)))
    case (.isClosure, .function(let target)): define(instruction.result, emitClosureTest(target, operand(instruction, 0)))
    case (.objectNew, .names(let names)): emitObjectNew(instruction, names)
    case (.objectNew, .none): emitObjectNew(instruction, .empty)
    case (.closureNew, .function(let target)): emitClosureNew(instruction, target)
    case (.regexpNew, .names(let names)), (.regexpKept, .names(let names)): emitRegExp(instruction, names)
    case (.templateObject, .names(let names)): emitTemplateObject(instruction, names)
    case (.frameNew, .function(let target)): emitFrameNew(instruction, target)
    case (.frameLoad, .integer(let index)): emitFrameLoad(instruction, Int(index))
    case (.frameStore, .integer(let index)):
      storeToFrame(operand(instruction, 0), representation(instruction, 0), Int(index), value.parameter(0))
    case (.frameSuspend, .integer(let point)):
      let address = builder.address(value.parameter(0), offset: unit.frameLayout.point)
      builder.store(context.int32(Int(point)), address)
    case (.callDirect, .function(let target)): emitCallDirect(instruction, target)
    case (.callRuntime, .runtime(let target)): emitCallRuntime(instruction, target)
    case (.callNative, .name(let symbol)): emitCallNative(instruction, symbol)
    case (.instanceNew, .integer(let fields)): emitInstanceNew(instruction, fields)
    case (.instanceNew, .layout(let layout)): emitInstanceNew(instruction, Int64(unit.program[layout].capacity))
    case (.builtin, .builtin(let builtin)):
      let index = context.int32(unit.program[builtin].index)
      define(instruction.result, callRuntime("rt_builtin", [index], context.i64))
    case (.moduleNamespace, .integer(let file)):
      let accessor = unit.namespaceAccessor(UInt32(file))
      define(instruction.result, builder.call(accessor.function, type: accessor.type, []))
    case (.throwError, .error(let kind)):
      _ = callRuntime(
        "rt_throw_error", [context.int32(Int(kind.rawValue)), operand(instruction, 0)], context.void)
      leaveUntraced(at: instruction.position)
      // What follows is never reached, but may still be there.
      builder.move(to: builder.addBlock("", to: value))
    default: return false
    }
    return true
  }

  /// Terminators and instructions without operands.
  private func emitControl(_ instruction: Instruction) -> Bool {
    switch instruction.opcode {
    case .arrayNew: emitArrayNew(instruction)
    case .undefined: define(instruction.result, context.int64(Boxed.undefined))
    case .null: define(instruction.result, context.int64(Boxed.null))
    case .hole: define(instruction.result, context.int64(Boxed.hole))
    case .callee: define(instruction.result, closure())
    case .frame: define(instruction.result, value.parameter(0))
    case .resumeMode, .resumeValue, .suspend: preconditionFailure("split-suspensions has not run")
    case .catchException: define(instruction.result, callRuntime("rt_catch", [], context.i64))
    case .cellLoad:
      define(instruction.result, builder.load(context.i64, operand(instruction, 0)))
    // The length lies first, and never changes.
    case .stringLength: define(instruction.result, builder.loadInvariant(context.i32, operand(instruction, 0)))
    case .cellStore: builder.store(operand(instruction, 1), operand(instruction, 0))
    case .jump:
      let edge = function.edges(instruction).first!
      addArguments(edge, from: builder.block)
      builder.jump(block(edge.target))
    case .branch: emitBranch(instruction)
    case .switchInt: emitSwitch(instruction)
    case .return: emitReturn(instruction)
    case .throw:
      _ = callRuntime("rt_throw", [operand(instruction, 0)], context.void)
      leaveUntraced(at: instruction.position)
    case .unreachable: builder.unreachable()
    default: return false
    }
    return true
  }

  private func emitReturn(_ instruction: Instruction) {
    if function.result == .void {
      throwing ? builder.returnValue(context.int32(0)) : builder.returnVoid()
    } else {
      builder.returnValue(unit.toResult(operand(instruction, 0), function.result, throwing: throwing))
    }
  }

  private func emitBranch(_ instruction: Instruction) {
    let edges = Array(function.edges(instruction))
    let from = builder.block
    let targets = edgeTargets(edges, from: from)
    let cold = edges.map { function[$0.target].isCold }
    let likely = function[current].isCold || cold[0] == cold[1] ? nil : cold[1]
    builder.branch(operand(instruction, 0), targets[0], targets[1], likely: likely)
  }

  private func emitSwitch(_ instruction: Instruction) {
    guard case .integers(let range) = instruction.payload else { preconditionFailure("switch without cases") }
    let edges = Array(function.edges(instruction))
    let targets = edgeTargets(edges, from: builder.block)
    let constants = function.integerPool[range.indices].map {
      context.integer(context.i32, UInt64(bitPattern: $0) & 0xFFFF_FFFF)
    }
    builder.switchOn(operand(instruction, 0), Array(zip(constants, targets)), default: targets.last!)
  }

  /// The LLVM blocks that edges lead to. LLVM wants one value per predecessor in a phi, so a second edge to the same
  /// block with arguments goes through a block of its own.
  private func edgeTargets(_ edges: [Edge], from: IRBlock) -> [IRBlock] {
    var direct: Set<BlockID> = []
    return edges.map { edge in
      guard !function[edge.target].parameters.isEmpty else { return block(edge.target) }
      if direct.insert(edge.target).inserted {
        addArguments(edge, from: from)
        return block(edge.target)
      }
      let detour = builder.addBlock("", to: value)
      builder.move(to: detour)
      addArguments(edge, from: detour)
      builder.jump(block(edge.target))
      builder.move(to: from)
      return detour
    }
  }
}

extension Opcode {
  /// Whether an error may be made whose top frame is this instruction.
  fileprivate var storesCurrentSite: Bool {
    switch self {
    case .construct, .constructSpread, .throwError: return true
    default: return false
    }
  }
}
