extension Pass {
  /// Gives functions with annotated primitive parameters a second body that takes those as native values.
  public static let specializeByAnnotation = Pass(
    name: "specialize", purpose: "copy functions for arguments that are what their annotations say, and test for that"
  ) { module in
    var specialization = AnnotationSpecialization(module)
    specialization.run()
    module = specialization.module
  }
}

/// Annotations are speculation: each direct call tests the arguments that an annotation speaks of and takes the typed
/// body if all tests pass, else the generic one; callers that do not know the function meet the tests in its prologue.
/// Tests that inference decides disappear with the body that is not needed then.
private struct AnnotationSpecialization {
  var module: PIRModule
  private var clones: [FunctionID?]
  /// Larger functions are left alone: a second body of them costs more than it gains.
  private static let largestBody = 4000

  init(_ module: PIRModule) {
    self.module = module
    clones = [FunctionID?](repeating: nil, count: module.functions.count)
  }

  mutating func run() {
    for index in module.functions.indices where isWorthCloning(module.functions[index]) {
      var clone = module.functions[index]
      clone.name += ".native"
      clone.escapes = false
      clone.closureOf = clone.closureOf ?? FunctionID(UInt32(index))
      var editor = ConversionEditor(clone)
      editor.narrowParameters(clone.parameters.map { $0.hint ?? clone.representation($0.value) })
      clone = editor.function
      for position in clone.parameters.indices { clone.parameters[position].hint = nil }
      clone.isCold = false
      clones[index] = module.addFunction(clone)
      module.functions[index].isCold = true
    }
    for index in module.functions.indices {
      guardCalls(in: index)
      if index < clones.count, let clone = clones[index], module.functions[index].escapes { addPrologue(to: index, clone) }
    }
  }

  private func isWorthCloning(_ function: PIRFunction) -> Bool {
    guard !function.prefersSize, [.normal, .arrow, .method].contains(function.kind),
      function.instructions.count < Self.largestBody
    else { return false }
    guard function.parameters.contains(where: { $0.hint != nil && function.representation($0.value) == .boxed }) else {
      return false
    }
    // A clone is no function object of its own.
    return !function.blocks.contains { $0.instructions.contains { function[$0].opcode == .callee } }
  }

  private func test(for hint: Representation) -> TypeTest {
    switch hint {
    case .string: return .string
    case .i1: return .boolean
    default: return .number
    }
  }

  // MARK: Calls

  private mutating func guardCalls(in index: Int) {
    var function = module.functions[index]
    var replacement = [ValueID](repeating: .none, count: function.values.count)
    var pending = function.blockIDs
    while let block = pending.popLast() {
      for (position, id) in function[block].instructions.enumerated() where function[id].opcode == .callDirect {
        guard case .function(let callee) = function[id].payload, Int(callee.raw) < clones.count,
          let clone = clones[Int(callee.raw)]
        else { continue }
        pending.append(guardCall(id, callee, clone, in: block, at: position, &function, &replacement))
        break
      }
    }
    function.replaceUses(replacement)
    module.functions[index] = function
  }

  /// Replaces a call by tests, the typed call and the generic call.
  private mutating func guardCall(
    _ id: InstructionID, _ callee: FunctionID, _ clone: FunctionID, in block: BlockID, at index: Int,
    _ function: inout PIRFunction, _ replacement: inout [ValueID]
  ) -> BlockID {
    let original = function[id]
    let operands = Array(function.operands(original))
    let rest = function.split(block, after: index)
    function[block].instructions.removeLast()
    let generic = function.addBlock(handlerOf: block)
    function[generic].isGeneral = true
    let first = operands.count - module[callee].parameters.count
    var hit = block
    for (position, parameter) in module[callee].parameters.enumerated() {
      guard let hint = parameter.hint, function.representation(operands[first + position]) == .boxed else { continue }
      hit = addTest(of: operands[first + position], hint, in: hit, miss: generic, original.position, &function)
    }
    var native = operands
    for (position, parameter) in module[clone].parameters.enumerated() {
      native[first + position] = function.convert(
        operands[first + position], to: module[clone].representation(parameter.value), in: hit, position: original.position)
    }
    // Both bodies are copies of one: they return the same representation.
    let result = module[callee].result
    let fast = function.append(
      .callDirect, native, payload: .function(clone), result: result, to: hit, position: original.position)
    let slow = function.append(
      .callDirect, operands, payload: .function(callee), result: result, to: generic, position: original.position)
    var fastArguments: [ValueID] = []
    var slowArguments: [ValueID] = []
    if result != .void {
      let joined = ValueID(UInt32(function.values.count))
      function.values.append(Value(representation: result, definition: .blockParameter(rest, 0)))
      function[rest].parameters = [joined]
      replacement[Int(original.result.raw)] = joined
      fastArguments = [fast]
      slowArguments = [slow]
    }
    function.append(.jump, edges: [function.edge(to: rest, fastArguments)], to: hit, position: original.position)
    function.append(.jump, edges: [function.edge(to: rest, slowArguments)], to: generic, position: original.position)
    return rest
  }

  /// Ends a block with a test and returns the block where it passed.
  private func addTest(
    of value: ValueID, _ hint: Representation, in block: BlockID, miss: BlockID, _ position: UInt32,
    _ function: inout PIRFunction
  ) -> BlockID {
    let passed = function.addBlock(handlerOf: block)
    let condition = function.append(.isType, [value], payload: .test(test(for: hint)), to: block, position: position)
    function.append(
      .branch, [condition], edges: [function.edge(to: passed), function.edge(to: miss)], to: block, position: position)
    return passed
  }

  // MARK: Unknown callers

  /// Makes a function that unknown callers reach begin with the tests.
  private mutating func addPrologue(to index: Int, _ clone: FunctionID) {
    var function = module.functions[index]
    // The old entry becomes an ordinary block behind the new one.
    let body = function.moveEntry()
    var hit = PIRFunction.entry
    for parameter in function.parameters {
      guard let hint = parameter.hint, function.representation(parameter.value) == .boxed else { continue }
      hit = addTest(of: parameter.value, hint, in: hit, miss: body, 0, &function)
    }
    var operands: [ValueID] = []
    if !function.captures.isEmpty {
      operands.append(function.append(.box, [function.append(.callee, to: hit, position: 0)], to: hit, position: 0))
    }
    for (parameter, native) in zip(function.parameters, module[clone].parameters) {
      operands.append(
        function.convert(parameter.value, to: module[clone].representation(native.value), in: hit, position: 0))
    }
    let value = function.append(.callDirect, operands, payload: .function(clone), result: function.result, to: hit, position: 0)
    function.append(.return, function.result == .void ? [] : [value], to: hit, position: 0)
    module.functions[index] = function
  }
}
