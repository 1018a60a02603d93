extension Pass {
  /// Calls closures directly where the closed world tells of which functions they are.
  public static let callClosures = Pass(
    name: "call-closures", purpose: "call closures directly where all values of the callee are known"
  ) { module in
    var calls = ClosureCalls(module)
    calls.run()
    module = calls.module
  }
}

/// Replaces calls of values by direct calls, chosen by tests where there are several functions, and narrows down which
/// functions unknown code can reach.
private struct ClosureCalls {
  var module: PIRModule
  private let flow: ClosureFlow
  private var function: PIRFunction
  /// The index of `function`.
  private var index = 0

  init(_ module: PIRModule) {
    self.module = module
    flow = ClosureFlow(module)
    function = PIRFunction(name: "", kind: .internal_, result: .void, file: .init(0))
  }

  mutating func run() {
    for index in module.functions.indices {
      self.index = index
      function = module.functions[index]
      guard function.instructions.contains(where: { $0.opcode.isAboutClosures }) else { continue }
      callOnlyFunctions()
      callSeveralFunctions()
      module.functions[index] = function
    }
    for index in module.functions.indices where !flow.escapes[index] { module.functions[index].escapes = false }
  }

  // MARK: One function

  private mutating func callOnlyFunctions() {
    let original = function.values.count
    var editor = ConversionEditor(function.take())
    editor.rewrite { editor, instruction in
      guard instruction.operands.count > 0 else { return }
      let first = editor.function.operand(instruction, 0)
      guard Int(first.raw) < original, let callees = flow.callees(index, first), !callees.functions.isEmpty else { return }
      switch instruction.opcode {
      case .callValue:
        guard let only = callees.only, module[only].isDirectlyCallable else { return }
        call(only, &instruction, &editor)
      case .isClosure where callees.only != nil:
        setConstant(&instruction, instruction.payload == .function(callees.only!))
      case .isType where !callees.hasOthers:
        guard case .test(let test) = instruction.payload else { return }
        setConstant(&instruction, test == .function || test == .object)
      case .jsTypeof where !callees.hasOthers:
        instruction.opcode = .constString
        instruction.operands = .empty
        instruction.payload = .name(module.interner.intern("function"))
      default: break
      }
    }
    function = editor.function
  }

  private func setConstant(_ instruction: inout Instruction, _ value: Bool) {
    instruction.opcode = .constI1
    instruction.operands = .empty
    instruction.payload = .integer(value ? 1 : 0)
  }

  private func call(_ id: FunctionID, _ instruction: inout Instruction, _ editor: inout ConversionEditor) {
    let callee = module[id]
    let position = instruction.position
    let given = Array(editor.function.operands(instruction))
    let closure = editor.unboxed(given[0], as: .boxed, position: position)
    let operands = callee.arguments(this: given[1], Array(given.dropFirst(2))) { opcode, elements, payload in
      editor.insert(opcode, elements, payload: payload, position: position)
    }
    let converted = zip(operands, callee.parameters).map {
      editor.unboxed($0, as: callee.representation($1.value), position: position)
    }
    instruction.opcode = .callDirect
    instruction.operands = editor.function.addOperands([closure] + converted)
    instruction.payload = .function(id)
    editor.convertResult(&instruction, from: callee.result)
  }

  // MARK: Several functions

  private mutating func callSeveralFunctions() {
    let original = function.values.count
    var pending = function.blockIDs
    var replacement = [ValueID](repeating: .none, count: function.values.count)
    while let block = pending.popLast() {
      for (position, id) in function[block].instructions.enumerated() where function[id].opcode == .callValue {
        let callee = function.operand(function[id], 0)
        guard Int(callee.raw) < original, let callees = flow.callees(index, callee), !callees.functions.isEmpty,
          callees.functions.allSatisfy({ module[$0].isDirectlyCallable })
        else { continue }
        pending.append(expand(id, callees, in: block, at: position, &replacement))
        break
      }
    }
    function.replaceUses(replacement)
  }

  /// A chain of tests, each with its own call. The last function needs none if nothing else is possible.
  private mutating func expand(
    _ id: InstructionID, _ callees: ClosureFlow.Callees, in block: BlockID, at index: Int, _ replacement: inout [ValueID]
  ) -> BlockID {
    let original = function[id]
    let position = original.position
    let operands = Array(function.operands(original))
    let rest = function.split(block, after: index)
    function[block].instructions.removeLast()
    let joined = ValueID(UInt32(function.values.count))
    function.values.append(Value(representation: .boxed, definition: .blockParameter(rest, 0)))
    function[rest].parameters = [joined]
    replacement[Int(original.result.raw)] = joined
    var current = block
    for candidate in callees.functions {
      var hit = current
      if callees.hasOthers || candidate != callees.functions.last {
        hit = function.addBlock(handlerOf: block)
        let next = function.addBlock(handlerOf: block)
        let test = function.append(.isClosure, [operands[0]], payload: .function(candidate), to: current, position: position)
        function.append(
          .branch, [test], edges: [function.edge(to: hit), function.edge(to: next)], to: current, position: position)
        current = next
      }
      let value = function.appendCall(
        of: candidate, module[candidate], closure: operands[0], this: operands[1], Array(operands.dropFirst(2)), to: hit,
        position: position)
      function.append(.jump, edges: [function.edge(to: rest, [value])], to: hit, position: position)
    }
    if callees.hasOthers {
      let value = function.append(.callValue, operands, to: current, position: position)
      function.append(.jump, edges: [function.edge(to: rest, [value])], to: current, position: position)
    }
    return rest
  }
}

extension Opcode {
  /// Whether knowing what a value is the closure of can change the instruction.
  fileprivate var isAboutClosures: Bool {
    switch self {
    case .callValue, .isClosure, .isType, .jsTypeof: return true
    default: return false
    }
  }
}
