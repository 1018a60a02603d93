import LLVM
import PIR
import Syntax

/// Objects of known layouts.
extension FunctionEmitter {
  /// Instructions about layouts; false: it is none.
  func emitLayoutForm(_ instruction: Instruction) -> Bool {
    switch (instruction.opcode, instruction.payload) {
    case (.loopEntry, _): define(instruction.result, context.int1(true))
    case (.classLayout, .layout(let id)):
      _ = callRuntime("rt_class_layout", [operand(instruction, 0), unit.layoutDescription(id)], context.void)
    case (.constructorLayout, .layout(let id)):
      _ = callRuntime("rt_constructor_layout", [operand(instruction, 0), unit.layoutDescription(id)], context.void)
    case (.instanceComplete, .layout(let id)):
      define(instruction.result, callRuntime("rt_instance_complete", [operand(instruction, 0), unit.instanceSite(id)], context.i64))
    case (.closureStatic, .function(let method)): define(instruction.result, unit.staticClosure(method))
    case (.isLayout, .layout(let id)):
      let span = id.raw >= LayoutID.typedArrays ? 0 : unit.program[id].last.raw - id.raw
      let first = context.integer(context.i32, UInt64(id.raw))
      let object = boxedObject(instruction)
      let symbol = object == nil ? "rt_is_layout" : "rt_has_layout"
      let arguments = [object ?? operand(instruction, 0), first, context.int32(Int(span))]
      let test = expanding { callRuntime(symbol, arguments, context.i32) }
      define(instruction.result, builder.cast(.truncate, test, context.i1))
    case (.hasClass, _):
      let last = unit.program.layouts.lastIndex { $0.constructor != nil }.map { $0 + 1 } ?? 0
      let found = callRuntime("rt_has_class", [operand(instruction, 0), context.int32(last)], context.i32)
      define(instruction.result, builder.cast(.truncate, found, context.i1))
    case (.fieldLoad, .integer(let slot)):
      define(instruction.result, builder.loadField(context.i64, fieldAddress(instruction, Int(slot)), Int(slot)))
    case (.fieldNumber, .integer(let slot)):
      define(instruction.result, builder.loadField(context.double, fieldAddress(instruction, Int(slot)), Int(slot)))
    case (.fieldStore, .integer(let slot)):
      builder.storeField(operand(instruction, 1), fieldAddress(instruction, Int(slot)), Int(slot))
    case (.extraLoad, .integer(let slot)):
      define(instruction.result, callRuntime("rt_extra_load", [operand(instruction, 0), context.int32(Int(slot))], context.i64))
    case (.extraStore, .integer(let slot)):
      let arguments = [operand(instruction, 0), operand(instruction, 1), context.int32(Int(slot))]
      _ = callRuntime("rt_extra_store", arguments, context.void)
    case (.typedLoad, .integer(let raw)): define(instruction.result, loadTyped(instruction, ElementKind(rawValue: raw)!))
    case (.typedStore, .integer(let raw)): storeTyped(instruction, ElementKind(rawValue: raw)!)
    default: return false
    }
    return true
  }

  /// The object that the operand was boxed from, whose tag LLVM would test in vain.
  private func boxedObject(_ instruction: Instruction) -> IRValue? {
    guard let box = function.source(function.operand(instruction, 0)), box.opcode == .box,
      [.object, .function].contains(function.representation(function.operand(box, 0)))
    else { return nil }
    return operand(box, 0)
  }

  /// Where a field of an object that passed `is.layout` lies: behind the two pointers of `rt_object`.
  private func fieldAddress(_ instruction: Instruction, _ slot: Int) -> IRValue {
    let object = unit.unbox(operand(instruction, 0), .object)
    return builder.address(object, offset: 2 * unit.machine.pointerBytes + 8 * slot)
  }
}

extension ModuleEmitter {
  /// An `rt_layout_description`.
  fileprivate func layoutDescription(_ id: LayoutID) -> IRValue {
    let layout = program[id]
    let methods = (layout.methods + layout.getters).map { context.constant([atom($0.name), staticClosure($0.function)]) }
    let table = methods.first.map {
      addConstant("methods", context.constant(array: methods, of: $0.type), alignment: machine.pointerBytes)
    }
    return addConstant(
      "layout",
      context.constant([
        layout.fields.isEmpty ? context.null : keyArray(layout.fields), table ?? context.null, context.int32(Int(id.raw)),
        context.int32(layout.fields.count), context.int32(layout.methods.count), context.int32(layout.getters.count),
        context.int32(layout.isSingle ? 1 : 0), context.int64(layout.numbers),
        layout.typedArrays.isEmpty ? context.null : kinds(layout),
      ]), alignment: 8)
  }

  /// Per slot of a layout's objects: the kind of typed array that it always holds, or 0.
  private func kinds(_ layout: PIR.Layout) -> IRValue {
    let kinds = layout.fields.indices.map { slot in
      context.integer(context.i8, layout.typedArrays[slot].map { UInt64($0.layout.raw - LayoutID.typedArrays) } ?? 0)
    }
    return addConstant("kinds", context.constant(array: kinds, of: context.i8), alignment: 1)
  }

  /// An `rt_instance_site`, which the runtime fills.
  fileprivate func instanceSite(_ id: LayoutID) -> IRValue {
    let span = context.int32(Int(program[id].last.raw - id.raw))
    let wordType = machine.pointerBytes == 8 ? context.i64 : context.i32
    return addRoot(
      "instance",
      context.constant([
        context.null, context.null, context.null, context.zero(wordType), context.zero(wordType), layoutDescription(id), span,
      ]))
  }

  /// A constant array of property keys.
  private func keyArray(_ fields: [PIR.Layout.Field]) -> IRValue {
    let keys = fields.map { $0 == .accessor ? context.null : $0.isPrivate ? privateName($0.name) : atom($0.name) }
    let array = context.constant(array: keys, of: context.pointer)
    return addConstant("keys", array, alignment: machine.pointerBytes)
  }
}
