extension Pass {
  /// Passes integers in integer registers.
  public static let integerSignatures = Pass(
    name: "integer-signatures", purpose: "let functions take and return integers where they are known to be some",
    tellsChanges: true
  ) { module in
    var signatures = IntegerSignatures(module)
    signatures.run()
    module = signatures.module
  }
}

/// Gives parameters and results that always are integers of 32 bits an integer representation.
///
/// What slow versions pass is not known to be an integer. They, and all code without versions, go on calling the function
/// as it is, if there are such calls: then the others call a copy.
private struct IntegerSignatures {
  private(set) var module: PIRModule
  private let flow: IntegerFlow
  private var changes: [Change?]
  /// Per followed function: its calls of changing functions that cannot pass integers.
  private var generalCalls: [Set<InstructionID>]
  private var clones: [FunctionID?]

  private struct Change {
    /// Per parameter; nil where it stays.
    var parameters: [Representation?]
    var result: Representation?
    /// Whether it only holds for calls that pass integers.
    let isConditional: Bool
  }

  init(_ module: PIRModule) {
    self.module = module
    flow = IntegerFlow(module)
    changes = [Change?](repeating: nil, count: module.functions.count)
    generalCalls = [Set<InstructionID>](repeating: [], count: module.functions.count)
    clones = [FunctionID?](repeating: nil, count: module.functions.count)
  }

  mutating func run() {
    for index in module.functions.indices where flow.isCandidate[index] { changes[index] = change(of: index) }
    guard changes.contains(where: { $0 != nil }) else { return }
    for index in module.functions.indices where flow.isFollowed[index] { generalCalls[index] = generalCalls(in: index) }
    makeClones()
    let count = clones.count
    for index in 0..<count {
      let isOriginal = clones[index] != nil
      rewriteCalls(in: index, isGeneral: isOriginal || !flow.isFollowed[index], generalCalls[index])
      if let clone = clones[index] { rewriteCalls(in: Int(clone.raw), isGeneral: false, generalCalls[index]) }
    }
    for index in 0..<count {
      if let change = changes[index] { apply(change, to: Int(clones[index]?.raw ?? UInt32(index))) }
    }
  }

  // MARK: What changes

  private static func representation(of range: IntegerRange) -> Representation? {
    guard case .known(let bounds) = range else { return nil }
    if bounds.lowerBound >= Int64(Int32.min), bounds.upperBound <= Int64(Int32.max) { return .i32 }
    return bounds.lowerBound >= 0 && bounds.upperBound <= Int64(UInt32.max) ? .u32 : nil
  }

  private func change(of index: Int) -> Change? {
    let function = module.functions[index]
    let numbers = function.parameters.map { function.representation($0.value) == .f64 }
    // What nothing calls has no ranges.
    guard !zip(numbers, flow.parameters[index]).contains(where: { $0 && $1 == .unvisited }) else { return nil }
    var isConditional = false
    var parameters = [Representation?](repeating: nil, count: numbers.count)
    var isUseful: [Bool]?
    for position in numbers.indices where numbers[position] && flow.parameters[index][position] != .unknown {
      isConditional = true
      if isUseful == nil { isUseful = usefulParameters(of: index) }
      if isUseful![position] { parameters[position] = Self.representation(of: flow.parameters[index][position]) }
    }
    let result = function.result == .f64 ? Self.representation(of: flow.results[index]) : nil
    guard result != nil || parameters.contains(where: { $0 != nil }) else { return nil }
    return Change(parameters: parameters, result: result, isConditional: isConditional)
  }

  /// Per parameter: whether something is done with it that is done with integers.
  private func usefulParameters(of index: Int) -> [Bool] {
    let function = module.functions[index]
    let ranges = flow.ranges(of: index)
    var used: Set<ValueID> = []
    for block in ControlFlow.reversePostorder(function) {
      for id in function[block].instructions {
        let instruction = function[id]
        let operands = function.operands(instruction)
        switch (instruction.opcode, instruction.payload) {
        case (.toInt32, _), (.toIndex, _), (.typedHas, _), (.elemGetIndex, _), (.elemSetIndex, _): used.formUnion(operands)
        case (.f64Add, _), (.f64Sub, _), (.f64Mul, _), (.f64Rem, _):
          if ranges[instruction.result] != nil { used.formUnion(operands) }
        case (.eq, _), (.ne, _), (.lt, _), (.le, _), (.gt, _), (.ge, _):
          if operands.allSatisfy({ ranges.range($0, in: block).bounds != nil }) { used.formUnion(operands) }
        case (.callDirect, .function(let callee)) where flow.isCandidate[Int(callee.raw)]:
          let arguments = IntegerFlow.arguments(instruction, function, module[callee])
          for (argument, range) in zip(arguments, flow.parameters[Int(callee.raw)]) where range.bounds != nil { used.insert(argument) }
        case (.elemGet, _), (.elemSet, _):
          if case .instruction(let source) = function[operands[operands.startIndex + 1]].definition, function[source].opcode == .box {
            used.insert(function.operand(function[source], 0))
          }
        case (.return, _): if flow.results[index].bounds != nil { used.formUnion(operands) }
        default: break
        }
        for edge in function.edges(instruction) {
          for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters) where ranges[parameter] != nil {
            used.insert(argument)
          }
        }
      }
    }
    return function.parameters.map { used.contains($0.value) }
  }

  /// The calls in slow versions that may pass anything.
  private func generalCalls(in index: Int) -> Set<InstructionID> {
    let function = module.functions[index]
    var ranges: IntegerRanges?
    var result: Set<InstructionID> = []
    for block in ControlFlow.reversePostorder(function) where function[block].isCold {
      for id in function[block].instructions {
        guard function[id].opcode == .callDirect, case .function(let callee) = function[id].payload,
          changes[Int(callee.raw)]?.isConditional == true
        else { continue }
        if ranges == nil { ranges = flow.ranges(of: index) }
        if !flow.isKnown(function[id], callee, in: block, of: function, ranges!) { result.insert(id) }
      }
    }
    return result
  }

  /// Copies the functions that are also called with what may be no integers: by slow versions, by code that has none, and by
  /// the bodies that copies were made of.
  private mutating func makeClones() {
    let count = module.functions.count
    var pending = (0..<count).filter { !flow.isFollowed[$0] || !generalCalls[$0].isEmpty }
    while let index = pending.popLast() {
      let function = module.functions[index]
      let isGeneral = clones[index] != nil || !flow.isFollowed[index]
      for block in function.blocks {
        for id in block.instructions {
          guard function[id].opcode == .callDirect, case .function(let callee) = function[id].payload,
            changes[Int(callee.raw)]?.isConditional == true, clones[Int(callee.raw)] == nil, isGeneral || generalCalls[index].contains(id)
          else { continue }
          var clone = module[callee]
          clone.name += ".integers"
          clone.escapes = false
          clone.closureOf = clone.closureOf ?? callee
          clones[Int(callee.raw)] = module.addFunction(clone)
          pending.append(Int(callee.raw))
        }
      }
    }
  }

  // MARK: Changing it

  private mutating func rewriteCalls(in index: Int, isGeneral: Bool, _ general: Set<InstructionID>) {
    var editor = ConversionEditor(module.functions[index])
    let function = module.functions[index]
    let calls = function.blocks.contains { block in
      block.instructions.contains {
        if case .function(let callee) = function[$0].payload { return function[$0].opcode == .callDirect && changes[Int(callee.raw)] != nil }
        return false
      }
    }
    guard calls else { return }
    editor.rewrite { editor, instruction in
      guard instruction.opcode == .callDirect, case .function(let callee) = instruction.payload, let change = changes[Int(callee.raw)]
      else { return }
      if let clone = clones[Int(callee.raw)] {
        if isGeneral || general.contains(editor.current) { return }
        instruction.payload = .function(clone)
      }
      let first = Int(instruction.operands.count) - change.parameters.count
      var operands = Array(editor.function.operands(instruction))
      for (position, representation) in change.parameters.enumerated() {
        guard let representation else { continue }
        operands[first + position] = Self.word(operands[first + position], representation, instruction.position, &editor)
      }
      instruction.operands = editor.function.addOperands(operands)
      if let result = change.result { editor.convertResult(&instruction, from: result) }
    }
    editor.function.isSimple = false
    module.functions[index] = editor.function
  }

  /// An integer of 32 bits as such.
  private static func word(
    _ value: ValueID, _ representation: Representation, _ position: UInt32, _ editor: inout ConversionEditor
  ) -> ValueID {
    let word = editor.insert(.toInt32, [value], position: position)
    guard representation == .u32 else { return word }
    let zero = editor.insert(.constI32, [], payload: .integer(0), position: position)
    return editor.insert(.i32UShr, [word, zero], position: position)
  }

  private mutating func apply(_ change: Change, to index: Int) {
    var editor = ConversionEditor(module.functions[index])
    if let result = change.result {
      editor.rewrite { editor, instruction in
        guard instruction.opcode == .return else { return }
        let value = Self.word(editor.function.operand(instruction, 0), result, instruction.position, &editor)
        instruction.operands = editor.function.addOperands([value])
      }
      editor.function.result = result
    }
    let wanted = zip(change.parameters, editor.function.parameters).map { $0 ?? editor.function.representation($1.value) }
    editor.narrowParameters(wanted)
    editor.function.isSimple = false
    module.functions[index] = editor.function
  }
}
