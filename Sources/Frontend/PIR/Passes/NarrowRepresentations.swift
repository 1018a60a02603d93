import Syntax

extension Pass {
  /// Gives values, parameters, results and variables the representation that inference proves, and replaces dynamic
  /// operators on them by native ones.
  public static let narrowRepresentations = Pass(
    name: "narrow", purpose: "unbox what type inference proves and use native operators"
  ) { module in
    let types = TypeInference(module)
    RepresentationNarrowing.narrowSignatures(&module, types)
    changeConcurrently(&module.functions) { index, function in
      var narrowing = FunctionNarrowing(function.take(), types: types.values(of: index))
      narrowing.run()
      function = narrowing.function
    }
  }
}

/// Changes signatures, captures, globals and slots, with conversions at every place that touches them.
///
/// Conversions are inserted without looking around; `simplify` cancels those that meet.
enum RepresentationNarrowing {
  static func narrowSignatures(_ module: inout PIRModule, _ types: TypeInference) {
    let parameters = module.functions.indices.map { index in
      let values = types.values(of: index)
      return module.functions[index].parameters.map { narrowedParameter($0, module.functions[index], values) }
    }
    let frames = module.functions.indices.map { index in
      zip(module.functions[index].frame, types.frames[index]).map { $0 == .boxed ? $1.representation ?? .boxed : $0 }
    }
    let results = module.functions.indices.map { index in
      module.functions[index].kind == .resume
        ? .boxed : module.functions[index].result == .boxed ? types.results[index].representation ?? .boxed : module.functions[index].result
    }
    let globals = module.globals.indices.map { index in
      module.globals[index].representation == .boxed ? types.globals[index].representation ?? .boxed : module.globals[index].representation
    }
    let captures = module.functions.indices.map { index in
      // A copy shares the captures of the function whose closures it takes.
      zip(module.functions[index].captures, types.captures[index]).map { $0 == .boxed ? $1.representation ?? .boxed : $0 }
    }
    changeConcurrently(&module.functions) { index, function in
      var editor = ConversionEditor(function)
      let slots = zip(function.slots, types.slots[index]).map {
        $0.representation == .boxed ? $1.representation ?? .boxed : $0.representation
      }
      editor.narrowParameters(parameters[index])
      editor.narrowBlockParameters(types.values(of: index))
      editor.rewrite { editor, instruction in
        switch (instruction.opcode, instruction.payload) {
        case (.callDirect, .function(let callee)):
          let wanted = parameters[Int(callee.raw)]
          let first = Int(instruction.operands.count) - wanted.count
          editor.convertOperands(&instruction) { $0 < first ? .boxed : wanted[$0 - first] }
          editor.convertResult(&instruction, from: results[Int(callee.raw)])
        case (.closureNew, .function(let callee)):
          editor.convertOperands(&instruction) { captures[Int(callee.raw)][$0] }
        case (.frameNew, .function(let callee)):
          editor.convertOperands(&instruction) { $0 == 0 ? .boxed : frames[Int(callee.raw)][$0 - 1] }
        case (.frameLoad, .integer(let variable)):
          editor.convertResult(&instruction, from: frames[index][Int(variable)])
        case (.frameStore, .integer(let variable)):
          editor.convertOperands(&instruction) { _ in frames[index][Int(variable)] }
        case (.captureLoad, .integer(let capture)):
          editor.convertResult(&instruction, from: captures[index][Int(capture)])
        case (.globalLoad, .global(let global)): editor.convertResult(&instruction, from: globals[Int(global.raw)])
        case (.globalStore, .global(let global)): editor.convertOperands(&instruction) { _ in globals[Int(global.raw)] }
        case (.slotLoad, .slot(let slot)): editor.convertResult(&instruction, from: slots[Int(slot.raw)])
        case (.slotStore, .slot(let slot)): editor.convertOperands(&instruction) { _ in slots[Int(slot.raw)] }
        case (.return, _): editor.convertOperands(&instruction) { _ in results[index] }
        default: break
        }
      }
      editor.function.result = results[index]
      editor.function.captures = captures[index]
      editor.function.frame = frames[index]
      for slot in slots.indices { editor.function.slots[slot].representation = slots[slot] }
      function = editor.function
    }
    for index in module.globals.indices {
      module.globals[index].representation = globals[index]
      if globals[index] != .boxed { module.globals[index].startsUninitialized = false }
    }
  }

  /// Only functions whose callers are all known can change how they take their arguments.
  private static func narrowedParameter(_ parameter: Parameter, _ function: PIRFunction, _ types: [TypeSet]) -> Representation {
    let current = function.representation(parameter.value)
    guard current == .boxed, !function.escapes, function.kind != .resume else { return current }
    return types[Int(parameter.value.raw)].representation ?? .boxed
  }
}

/// Rewrites a function while keeping every old value: where something native replaces a boxed value, a `box` defines
/// the old value from it, and where an integer replaces a number, a `convert`.
struct ConversionEditor {
  var function: PIRFunction
  /// The instruction that `rewrite` has come to.
  private(set) var current = InstructionID(0)
  private var before: [InstructionID] = []
  private var after: [InstructionID] = []

  init(_ function: PIRFunction) { self.function = function }

  /// Calls `change` on every instruction and places the conversions that it asks for around it.
  mutating func rewrite(_ change: (inout ConversionEditor, inout Instruction) -> Void) {
    for index in function.blocks.indices {
      var kept: [InstructionID] = []
      for id in function.blocks[index].instructions {
        current = id
        before = []
        after = []
        var instruction = function[id]
        change(&self, &instruction)
        function[id] = instruction
        kept += before
        kept.append(id)
        kept += after
      }
      function.blocks[index].instructions = kept
    }
  }

  /// The value in another representation, by an instruction before the current one.
  mutating func unboxed(_ value: ValueID, as representation: Representation, position: UInt32 = 0) -> ValueID {
    if function.representation(value) == representation { return value }
    let opcode: Opcode = representation == .boxed ? .box : function.representation(value) == .boxed ? .unbox : .convert
    let id = function.makeInstruction(opcode, [value], result: representation, position: position)
    before.append(id)
    return function[id].result
  }

  /// An instruction before the current one.
  mutating func insert(
    _ opcode: Opcode, _ operands: [ValueID], payload: Payload = .none, result: Representation? = nil, position: UInt32
  ) -> ValueID {
    let id = function.makeInstruction(opcode, operands, payload: payload, result: result, position: position)
    before.append(id)
    return function[id].result
  }

  mutating func convertOperands(_ instruction: inout Instruction, _ wanted: (Int) -> Representation) {
    var operands = Array(function.operands(instruction))
    var changed = false
    for index in operands.indices where function.representation(operands[index]) != wanted(index) {
      operands[index] = unboxed(operands[index], as: wanted(index), position: instruction.position)
      changed = true
    }
    if changed { instruction.operands = function.addOperands(operands) }
  }

  /// Lets the instruction produce `representation` and defines its old result from that.
  mutating func convertResult(_ instruction: inout Instruction, from representation: Representation) {
    guard instruction.result.exists, function.representation(instruction.result) != representation else { return }
    let old = instruction.result
    let native = ValueID(UInt32(function.values.count))
    function.values.append(Value(representation: representation, definition: function[old].definition, name: function[old].name))
    instruction.result = native
    after.append(define(old, from: native, position: instruction.position))
  }

  /// Makes the instruction `old = box native`, or `old = convert native`.
  private mutating func define(_ old: ValueID, from native: ValueID, position: UInt32) -> InstructionID {
    let id = InstructionID(UInt32(function.instructions.count))
    function.instructions.append(
      Instruction(
        opcode: function.representation(old) == .boxed ? .box : .convert, result: old, operands: function.addOperands([native]), edges: .empty, payload: .none, position: position))
    function[old].definition = .instruction(id)
    return id
  }

  mutating func narrowParameters(_ wanted: [Representation]) {
    var boxes: [InstructionID] = []
    for index in function.parameters.indices {
      let old = function.parameters[index].value
      guard function.representation(old) != wanted[index] else { continue }
      let native = ValueID(UInt32(function.values.count))
      function.values.append(Value(representation: wanted[index], definition: .parameter(index), name: function[old].name))
      function.parameters[index].value = native
      boxes.append(define(old, from: native, position: 0))
    }
    function.blocks[0].instructions.insert(contentsOf: boxes, at: 0)
  }

  mutating func narrowBlockParameters(_ types: [TypeSet]) {
    var isNarrowed = [Bool](repeating: false, count: function.values.count)
    for index in function.blocks.indices {
      var boxes: [InstructionID] = []
      for position in function.blocks[index].parameters.indices {
        let old = function.blocks[index].parameters[position]
        guard function.representation(old) == .boxed, let representation = types[Int(old.raw)].representation else { continue }
        let native = ValueID(UInt32(function.values.count))
        function.values.append(
          Value(
            representation: representation, definition: .blockParameter(BlockID(UInt32(index)), position), name: function[old].name))
        function.blocks[index].parameters[position] = native
        isNarrowed[Int(old.raw)] = true
        boxes.append(define(old, from: native, position: 0))
      }
      function.blocks[index].instructions.insert(contentsOf: boxes, at: 0)
    }
    guard isNarrowed.contains(true) else { return }
    for index in function.blocks.indices {
      guard let last = function.blocks[index].instructions.last else { continue }
      before = []
      for edge in function[last].edges.indices {
        let parameters = function[function.edgePool[edge].target].parameters
        var arguments = Array(function.arguments(function.edgePool[edge]))
        for position in arguments.indices {
          let wanted = function.representation(parameters[position])
          if function.representation(arguments[position]) != wanted {
            arguments[position] = unboxed(arguments[position], as: wanted)
          }
        }
        function.edgePool[edge].arguments = function.addOperands(arguments)
      }
      function.blocks[index].instructions.insert(contentsOf: before, at: function.blocks[index].instructions.count - 1)
    }
  }
}
