import LLVM
import PIR

/// Where exceptions of instructions with one handler go.
struct Landing {
  /// Adds the position to the stack trace, then goes on to `target`.
  let traced: IRBlock
  /// The offset of the position among the function's: a phi in `traced`, or a variable.
  let site: IRValue
  /// Where control goes: the handler, or a block that returns the signal.
  let target: IRBlock
}

/// Tests for exceptions and the ways that they take.
extension FunctionEmitter {
  /// The landing for the current block's handler.
  private func landing(_ handler: BlockID?) -> Landing {
    if let known = landings[handler] { return known }
    let saved = builder.block
    defer { builder.move(to: saved) }
    let target: IRBlock
    if let handler {
      target = block(handler)
    } else {
      target = builder.addBlock("unwind", to: value)
      builder.move(to: target)
      builder.returnValue(unit.signal(function.result))
    }
    let traced = builder.addBlock("throw", to: value)
    builder.move(to: traced)
    let site = notesSites ? siteNumber() : builder.phi(context.i32)
    let landing = Landing(traced: traced, site: site, target: target)
    landings[handler] = landing
    landingOrder.append(handler)
    return landing
  }

  /// Leaves for the handler if a condition holds, and goes on in a new block otherwise.
  func throwIf(_ failed: IRValue, at position: UInt32, handler: BlockID?) {
    let landing = landing(handler)
    let going = builder.addBlock("", to: value)
    if id == unit.program.entry {
      // The entry function stands for nothing in the source.
      builder.branch(failed, landing.target, going, likely: false)
    } else {
      note(position, blameRole, landing)
      builder.branch(failed, landing.traced, going, likely: false)
    }
    builder.move(to: going)
  }

  /// Tells a landing the position that control comes from.
  private func note(_ position: UInt32, _ role: BlameRole?, _ landing: Landing) {
    let offset = unit.siteOffset(id, function, position, role)
    if notesSites {
      let site = siteBits == 32 ? offset : unit.packedSites.number(of: offset, in: id)
      precondition(siteBits == 32 || site < 1 << siteBits)
      builder.store(context.integer(siteType, UInt64(site)), landing.site)
    } else {
      builder.addIncoming(landing.site, context.int32(offset), from: builder.block)
    }
  }

  /// The variable that holds the offset of a position on the way to a landing.
  private func siteNumber() -> IRValue {
    if let siteVariable { return siteVariable }
    let variable = builder.allocate(siteType)
    siteVariable = variable
    return variable
  }

  /// What notes of positions are: the less the smaller the code.
  private var siteType: IRType { siteBits == 8 ? context.i8 : siteBits == 16 ? context.i16 : context.i32 }

  /// How many bits the number of any site of a function for size has; others note offsets. An instruction has at most a
  /// site for the trace and one for what it blames.
  static func siteBits(_ function: PIRFunction) -> Int {
    let throwing = function.blocks.reduce(0) { sum, block in
      sum + block.instructions.reduce(0) { $0 + (function[$1].opcode.effects.contains(.throws_) ? 1 : 0) }
    }
    return throwing < 120 ? 8 : throwing < 30_000 ? 16 : 32
  }

  /// Leaves for the handler of the current block if a call returned its signal.
  func check(_ result: IRValue, _ representation: Representation, at position: UInt32) {
    let handler = function[current].handler
    guard representation == .f64 else {
      return throwIf(unit.isSignal(result, representation), at: position, handler: handler)
    }
    // Ordinary numbers fail the first, cheap test; the signal is a NaN that no computation yields.
    let suspect = builder.addBlock("", to: value)
    let going = builder.addBlock("", to: value)
    builder.branch(builder.compare(.unordered, result, result), suspect, going, likely: false)
    builder.move(to: suspect)
    let bits = builder.cast(.bitCast, result, context.i64)
    throwIf(builder.compare(.equal, bits, context.int64(Boxed.exception)), at: position, handler: handler)
    builder.jump(going)
    builder.move(to: going)
  }

  /// Leaves for the handler, with the position in the trace.
  func leave(at position: UInt32, handler: BlockID?) {
    let landing = landing(handler)
    note(position, nil, landing)
    builder.jump(landing.traced)
  }

  /// Leaves for the handler of the current block; the trace has the position already, but not the calls around it that
  /// were inlined.
  func leaveUntraced(at position: UInt32) {
    let handler = function[current].handler
    if let place = function.inlined(position) { return leave(at: place.caller, handler: handler) }
    builder.jump(landing(handler).target)
  }

  /// Completes the landings once all their users are known.
  func finishLandings() {
    let trace = unit.runtime("rt_trace", [context.pointer], context.void)
    trace.function.add(unit.cold)
    for landing in landingOrder.map({ landings[$0]! }) {
      builder.move(to: landing.traced)
      if notesSites ? unit.packedSites.hasSites(of: id) : builder.hasIncoming(landing.site) {
        let base = unit.packedSites.base(of: id)
        let noted = notesSites ? builder.load(siteType, landing.site) : landing.site
        if notesSites && siteBits < 32 {
          let numbered = unit.runtime("rt_trace_numbered", [context.pointer, context.i32], context.void)
          numbered.function.add(unit.cold)
          let number = builder.cast(.zeroExtend, noted, context.i32)
          builder.call(numbered.function, type: numbered.type, [base, number])
        } else {
          builder.call(trace.function, type: trace.type, [builder.address(base, index: noted, of: context.i8)])
        }
        builder.jump(landing.target)
      } else {
        builder.unreachable()
      }
    }
  }

  /// Compares the stack's position with the limit and throws RangeError beyond it.
  func emitStackCheck(_ plan: RootPlan?) {
    let limit = builder.load(unit.wordType, unit.runtimeVariable("rt_stack_limit", unit.wordType))
    let position: IRValue
    switch unit.machine.stackPosition {
    case .register(let name):
      let read = unit.module.intrinsic("llvm.read_register", [unit.wordType])
      position = builder.call(read.function, type: read.type, [builder.registerName(name)])
    case .local(let fixed, let perValue):
      // Without optimisation nothing shares a place in the frame.
      let factor = unit.options.level == .none ? 2 : 1
      let bytes = (factor * (fixed + perValue * (plan?.pressure ?? 0)) + 15) & ~15
      let local = builder.allocate(context.array(context.i8, bytes))
      position = builder.cast(.pointerToInteger, local, unit.wordType)
    }
    let overflow = builder.addBlock("", to: value)
    let going = builder.addBlock("", to: value)
    builder.branch(builder.compare(.unsignedLess, position, limit), overflow, going, likely: false)
    builder.move(to: overflow)
    let fail = unit.runtime("rt_throw_stack_overflow", [], context.i64)
    fail.function.add(unit.cold)
    builder.call(fail.function, type: fail.type, [])
    leave(at: function.span?.start ?? 0, handler: nil)
    builder.move(to: going)
  }

  /// Tells `new Error` where it is.
  func storeCurrentSite(_ position: UInt32) {
    builder.store(unit.site(id, function, position), unit.runtimeVariable("rt_current_site", context.pointer))
  }
}
