import LLVM
import PIR
import Syntax

/// Objects of known layouts.
extension FunctionEmitter {
  /// Instructions about layouts; false: it is none.
  func emitLayoutForm(_ instruction: Instruction) -> Bool {
    switch (instruction.opcode, instruction.payload) {
    case (.classLayout, .layout(let id)):
      let fields = unit.program[id].fields
      let keys = fields.isEmpty ? context.null : unit.keyArray(fields)
      let arguments = [operand(instruction, 0), context.int32(Int(id.raw)), context.int32(fields.count), keys]
      _ = callRuntime("rt_class_layout", arguments, context.void)
    case (.isLayout, .layout(let id)):
      let span = id.raw >= LayoutID.typedArrays ? 0 : unit.program[id].last.raw - id.raw
      let first = context.integer(context.i32, UInt64(id.raw))
      let arguments = [operand(instruction, 0), first, context.int32(Int(span))]
      define(instruction.result, builder.cast(.truncate, callRuntime("rt_is_layout", arguments, context.i32), context.i1))
    case (.fieldLoad, .integer(let slot)):
      define(instruction.result, callRuntime("rt_field_load", [operand(instruction, 0), context.int32(Int(slot))], context.i64))
    case (.fieldStore, .integer(let slot)):
      let arguments = [operand(instruction, 0), operand(instruction, 1), context.int32(Int(slot))]
      _ = callRuntime("rt_field_store", arguments, context.void)
    case (.typedLoad, .integer(let raw)): define(instruction.result, loadTyped(instruction, ElementKind(rawValue: raw)!))
    case (.typedStore, .integer(let raw)): storeTyped(instruction, ElementKind(rawValue: raw)!)
    default: return false
    }
    return true
  }
}

extension ModuleEmitter {
  /// A constant array of property keys.
  fileprivate func keyArray(_ fields: [PIR.Layout.Field]) -> IRValue {
    let keys = fields.map { $0.isPrivate ? privateName($0.name) : atom($0.name) }
    let array = context.constant(array: keys, of: context.pointer)
    return addConstant("keys", array, alignment: machine.pointerBytes)
  }
}
