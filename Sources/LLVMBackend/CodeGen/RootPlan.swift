import LLVM
import PIR

/// Which references of a function must be in memory while a collection may run, and in which word of the frame.
///
/// A value that is live across an instruction that may collect, or an operand of one, is stored once, right after its
/// definition. Values whose lives do not overlap share a word. Functions of the program keep their own parameters, so
/// arguments of direct calls count only if they are live afterwards. Their closure is no parameter: the caller keeps it.
struct RootPlan {
  /// By `ValueID`: the word, or -1.
  let words: [Int32]
  let wordCount: Int
  /// How many values are live at most across an instruction that calls.
  let pressure: Int

  init(
    _ function: PIRFunction, effects: (Instruction) -> Effects, passesClosure: (Instruction) -> Bool, order: [BlockID]
  ) {
    let liveness = Liveness(function, order: order)
    var needed = Set<UInt32>()
    var pressure = 0
    // The extent of each value in a numbering of all instructions in order.
    var first = [Int](repeating: .max, count: function.values.count)
    var last = [Int](repeating: -1, count: function.values.count)
    func extend(_ value: UInt32, _ point: Int) {
      first[Int(value)] = min(first[Int(value)], point)
      last[Int(value)] = max(last[Int(value)], point)
    }
    var point = 0
    for block in order {
      let start = point
      let end = point + function[block].instructions.count + 1
      point = end + 1
      for parameter in function[block].parameters { extend(parameter.raw, start) }
      if block == PIRFunction.entry {
        for parameter in function.parameters { extend(parameter.value.raw, start) }
      }
      liveness.liveIn(block).forEach { extend($0, start) }
      var live = liveness.liveOut(block)
      live.forEach { extend($0, end) }
      let handled = function[block].handler.map { liveness.liveIn($0) }
      handled?.forEach {
        extend($0, start)
        extend($0, end)
      }
      for (index, id) in function[block].instructions.enumerated().reversed() {
        let instruction = function[id]
        if instruction.result.exists {
          live.remove(instruction.result.raw)
          extend(instruction.result.raw, start + index + 1)
        }
        let operands = function.operands(instruction)
        if !effects(instruction).isDisjoint(with: [.allocates, .calls]) {
          var count = 0
          live.forEach {
            needed.insert($0)
            count += 1
          }
          pressure = max(pressure, count)
          handled?.forEach { if $0 != instruction.result.raw { needed.insert($0) } }
          if instruction.opcode != .callDirect {
            operands.forEach { needed.insert($0.raw) }
          } else if passesClosure(instruction), let closure = operands.first {
            needed.insert(closure.raw)
          }
        }
        // A long literal is appended to after it was made.
        if instruction.opcode == .arrayNew && operands.count > FunctionEmitter.longestList {
          needed.insert(instruction.result.raw)
        }
        for operand in operands {
          live.insert(operand.raw)
          extend(operand.raw, start + index + 1)
        }
        // What an edge passes on is used where the block ends.
        for edge in function.edges(instruction) {
          for argument in function.arguments(edge) {
            live.insert(argument.raw)
            extend(argument.raw, end)
          }
        }
      }
    }
    var words = [Int32](repeating: -1, count: function.values.count)
    let candidates = needed.filter { function.representation(ValueID($0)).isReference }.sorted {
      (first[Int($0)], $0) < (first[Int($1)], $1)
    }
    // Linear scan: a word is free again after the last use of its value.
    var busyUntil: [Int] = []
    for value in candidates {
      let start = first[Int(value)]
      if let word = busyUntil.firstIndex(where: { $0 < start }) {
        words[Int(value)] = Int32(word)
        busyUntil[word] = last[Int(value)]
      } else {
        words[Int(value)] = Int32(busyUntil.count)
        busyUntil.append(last[Int(value)])
      }
    }
    self.words = words
    self.pressure = pressure
    wordCount = busyUntil.count
  }
}

/// The part of the stack frame that the collector reads.
struct RootFrame {
  private let plan: RootPlan
  private let frame: IRValue

  /// nil if the function needs no roots.
  init?(_ plan: RootPlan, _ emitter: FunctionEmitter) {
    guard plan.wordCount > 0 else { return nil }
    self.plan = plan
    frame = emitter.builder.allocate(emitter.context.array(emitter.unit.wordType, plan.wordCount))
  }

  /// Stores a value that was just defined, if it needs to be in memory. The low half of a boxed value is its pointer.
  /// The store is volatile, as LLVM sees nobody read it.
  func spill(_ value: ValueID, _ emitter: FunctionEmitter) {
    let word = plan.words[Int(value.raw)]
    guard word >= 0 else { return }
    var stored = emitter.get(value)
    if emitter.function.representation(value) == .boxed {
      stored = emitter.builder.cast(.truncate, stored, emitter.unit.wordType)
    }
    let address = emitter.builder.address(frame, offset: Int(word) * emitter.unit.machine.pointerBytes)
    emitter.builder.store(stored, address, volatile: true)
  }
}
