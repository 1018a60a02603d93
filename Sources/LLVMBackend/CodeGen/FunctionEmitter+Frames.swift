import LLVM
import PIR

/// Where things lie in `rt_frame` (rt_generator.h).
struct FrameLayout {
  /// The closure of the function.
  let closure: Int
  /// Where it goes on, and why it waits.
  let point: Int
  /// The variables, eight bytes each.
  let variables: Int

  init(_ machine: Machine) {
    // Two pointers of the object, the code, the closure and three more come first; then the point and small fields.
    closure = 3 * machine.pointerBytes
    point = 7 * machine.pointerBytes
    variables = (point + 8 + 7) & ~7
  }
}

extension ModuleEmitter {
  var frameLayout: FrameLayout { FrameLayout(machine) }
}

/// Frames of functions that suspend.
extension FunctionEmitter {
  /// The function object that is running; a resume function finds it in its frame.
  func closure() -> IRValue {
    guard function.kind == .resume else { return value.parameter(0) }
    return builder.loadInvariant(context.pointer, builder.address(value.parameter(0), offset: unit.frameLayout.closure))
  }

  /// A new frame with the values of its first variables; the others are zero.
  func emitFrameNew(_ instruction: Instruction, _ resume: FunctionID) {
    let target = unit.program[resume]
    let closure = unit.unbox(operand(instruction, 0), .object)
    let reason: Int
    switch function.kind {
    case .generator: reason = 0
    case .async: reason = 1
    default: reason = 2
    }
    let arguments = [
      unit.functions[Int(resume.raw)].function, closure, context.int32(reason), context.int32(target.frame.count),
    ]
    let frame = callRuntime("rt_frame_new", arguments, context.pointer)
    define(instruction.result, frame)
    for index in 0..<Int(instruction.operands.count) - 1 {
      storeToFrame(operand(instruction, index + 1), representation(instruction, index + 1), index, frame)
    }
  }

  func emitFrameLoad(_ instruction: Instruction, _ index: Int) {
    let representation = function.frame[index]
    let address = builder.address(value.parameter(0), offset: unit.frameLayout.variables + 8 * index)
    guard representation == .i1 else {
      return define(instruction.result, builder.load(unit.irType(representation), address))
    }
    define(instruction.result, builder.cast(.truncate, builder.load(context.i32, address), context.i1))
  }

  func storeToFrame(_ stored: IRValue, _ representation: Representation, _ index: Int, _ frame: IRValue) {
    let address = builder.address(frame, offset: unit.frameLayout.variables + 8 * index)
    builder.store(representation == .i1 ? builder.cast(.zeroExtend, stored, context.i32) : stored, address)
  }
}
