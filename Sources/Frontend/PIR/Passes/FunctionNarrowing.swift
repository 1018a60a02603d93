/// Replaces the dynamic operators of one function by native ones where the operands' types allow it.
struct FunctionNarrowing {
  var function: PIRFunction
  /// By value, as inferred before signatures changed; newer values are not in it.
  private let types: [TypeSet]
  /// Results that turned out to be their operand.
  private var renamed: [(old: ValueID, new: ValueID)] = []

  init(_ function: PIRFunction, types: [TypeSet]) {
    self.function = function
    self.types = types
  }

  private func type(_ value: ValueID, _ function: PIRFunction) -> TypeSet {
    Int(value.raw) < types.count ? types[Int(value.raw)] : TypeSet(function.representation(value))
  }

  mutating func run() {
    var editor = ConversionEditor(function.take())
    editor.rewrite { editor, instruction in narrow(&instruction, &editor) }
    function = editor.function
    guard !renamed.isEmpty else { return }
    var replacement = [ValueID](repeating: .none, count: function.values.count)
    for (old, new) in renamed { replacement[Int(old.raw)] = new }
    let gone = Set(renamed.map(\.old))
    for index in function.blocks.indices {
      let kept = function.blocks[index].instructions.filter { !gone.contains(function[$0].result) }
      function.blocks[index].instructions = kept
    }
    function.replaceUses(replacement)
  }

  private static let arithmetic: [Opcode: Opcode] = [
    .jsAdd: .f64Add, .jsSub: .f64Sub, .jsMul: .f64Mul, .jsDiv: .f64Div, .jsRem: .f64Rem, .jsPow: .f64Pow,
  ]
  private static let bitwise: [Opcode: Opcode] = [
    .jsBitAnd: .i32And, .jsBitOr: .i32Or, .jsBitXor: .i32Xor, .jsShl: .i32Shl, .jsShr: .i32Shr, .jsUShr: .i32UShr,
  ]
  private static let relational: [Opcode: Opcode] = [.jsLt: .lt, .jsLe: .le, .jsGt: .gt, .jsGe: .ge]
  private static let equality: [Opcode: Opcode] = [.jsEq: .eq, .jsNe: .ne, .jsStrictEq: .eq, .jsStrictNe: .ne]

  private mutating func narrow(_ instruction: inout Instruction, _ editor: inout ConversionEditor) {
    let operands = Array(editor.function.operands(instruction))
    let types = operands.map { type($0, editor.function) }
    let position = instruction.position
    func native(_ opcode: Opcode, _ values: [ValueID], _ result: Representation) {
      instruction.opcode = opcode
      instruction.operands = editor.function.addOperands(values)
      editor.convertResult(&instruction, from: result)
    }
    func number(_ index: Int) -> ValueID { editor.unboxed(operands[index], as: .f64, position: position) }
    func string(_ index: Int) -> ValueID { editor.unboxed(operands[index], as: .string, position: position) }
    func int32(_ index: Int) -> ValueID {
      editor.insert(.toInt32, [number(index)], position: position)
    }

    switch instruction.opcode {
    case .jsAdd where types[0] == .string && types[1] == .string:
      native(.stringConcat, [string(0), string(1)], .string)
    case .jsAdd where types[0] == .string && types[1].isWithin([.number, .boolean, .nullish]):
      native(.stringConcat, [string(0), editor.insert(.jsToString, [operands[1]], position: position)], .string)
    case .jsAdd where types[1] == .string && types[0].isWithin([.number, .boolean, .nullish]):
      native(.stringConcat, [editor.insert(.jsToString, [operands[0]], position: position), string(1)], .string)
    case .jsAdd, .jsSub, .jsMul, .jsDiv, .jsRem, .jsPow:
      guard types[0] == .number, types[1] == .number else { return }
      native(Self.arithmetic[instruction.opcode]!, [number(0), number(1)], .f64)
    case .jsBitAnd, .jsBitOr, .jsBitXor, .jsShl, .jsShr, .jsUShr:
      guard types[0] == .number, types[1] == .number else { return }
      let result: Representation = instruction.opcode == .jsUShr ? .u32 : .i32
      native(Self.bitwise[instruction.opcode]!, [int32(0), int32(1)], result)
    case .jsBitNot where types[0] == .number: native(.i32Not, [int32(0)], .i32)
    case .jsNeg where types[0] == .number: native(.f64Neg, [number(0)], .f64)
    case .jsInc where types[0] == .number, .jsDec where types[0] == .number:
      let one = editor.insert(.constF64, [], payload: .double(1), position: position)
      native(instruction.opcode == .jsInc ? .f64Add : .f64Sub, [number(0), one], .f64)
    case .jsToNumber where types[0] == .number: native(.unbox, [operands[0]], .f64)
    case .jsToNumeric where types[0] == .number: native(.unbox, [operands[0]], .f64)
    case .jsToString where types[0] == .string: native(.unbox, [operands[0]], .string)
    case .jsLt, .jsLe, .jsGt, .jsGe:
      if types[0] == .number, types[1] == .number {
        native(Self.relational[instruction.opcode]!, [number(0), number(1)], .i1)
      } else if types[0] == .string, types[1] == .string {
        native(Self.relational[instruction.opcode]!, [string(0), string(1)], .i1)
      }
    case .jsEq, .jsNe, .jsStrictEq, .jsStrictNe: narrowEquality(&instruction, operands, types, &editor)
    case .jsToBoolean: narrowTruth(&instruction, operands[0], types[0], &editor)
    case .isType:
      guard case .test(let test) = instruction.payload, let answer = types[0].answer(test) else { return }
      instruction.opcode = .constI1
      instruction.operands = .empty
      instruction.payload = .integer(answer ? 1 : 0)
    case .checkInit where !types[0].isEmpty && !types[0].contains(.hole):
      renamed.append((instruction.result, operands[0]))
    default: break
    }
  }

  private func narrowEquality(
    _ instruction: inout Instruction, _ operands: [ValueID], _ types: [TypeSet], _ editor: inout ConversionEditor
  ) {
    let opcode = Self.equality[instruction.opcode]!
    let isStrict = instruction.opcode == .jsStrictEq || instruction.opcode == .jsStrictNe
    guard let representation = types[0].representation, types[0] == types[1] else {
      if isStrict, !types[0].isEmpty, !types[1].isEmpty, types[0].isDisjoint(with: types[1]) {
        instruction.opcode = .constI1
        instruction.operands = .empty
        instruction.payload = .integer(opcode == .ne ? 1 : 0)
        return
      }
      // Loose equality is strict where no operand can be converted.
      let both = types[0].union(types[1])
      if !isStrict, !types[0].isEmpty, !types[1].isEmpty, both.isSubset(of: .object.union(.hole)) {
        instruction.opcode = opcode == .eq ? .jsStrictEq : .jsStrictNe
      }
      return
    }
    instruction.opcode = opcode
    let left = editor.unboxed(operands[0], as: representation, position: instruction.position)
    let right = editor.unboxed(operands[1], as: representation, position: instruction.position)
    instruction.operands = editor.function.addOperands([left, right])
  }

  private func narrowTruth(
    _ instruction: inout Instruction, _ operand: ValueID, _ type: TypeSet, _ editor: inout ConversionEditor
  ) {
    switch type {
    case .boolean:
      instruction.opcode = .unbox
    case .number:
      // NaN and both zeros are false: |x| > 0.
      let number = editor.unboxed(operand, as: .f64, position: instruction.position)
      let magnitude = editor.insert(.f64Abs, [number], position: instruction.position)
      let zero = editor.insert(.constF64, [], payload: .double(0), position: instruction.position)
      instruction.opcode = .gt
      instruction.operands = editor.function.addOperands([magnitude, zero])
    case .object:
      instruction.opcode = .constI1
      instruction.operands = .empty
      instruction.payload = .integer(1)
    case .undefined, .null, .nullish:
      instruction.opcode = .constI1
      instruction.operands = .empty
      instruction.payload = .integer(0)
    default: break
    }
  }
}
