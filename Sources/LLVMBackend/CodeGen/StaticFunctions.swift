import LLVM
import PIR
import Syntax

/// What is constant about functions as values: `rt_function_info` and static function objects.
extension ModuleEmitter {
  /// The `rt_function_info` of a function.
  func functionInfo(_ id: FunctionID) -> IRValue {
    if let known = functionInfos[id] { return known }
    let function = program[id]
    let isClass = function.kind == .baseConstructor || function.kind == .derivedConstructor
    // Code that does not know the function never gets hold of a function object that does not escape.
    let call = isClass
      ? boxedFunction("rt_call_class_without_new").function : function.escapes ? thunk(.call, id) : context.null
    let construct = function.escapes && (isClass || function.kind == .normal) ? thunk(.construct, id) : context.null
    let info = addConstant(
      "info." + function.name,
      context.constant([
        call, construct, atom(function.displayName), site(id, function, function.span?.start ?? 0),
        context.int32(function.length), context.integer(context.i8, UInt64(function.kind.runtimeKind)),
        context.integer(context.i8, UInt64(function.comparator.rawValue)),
        context.integer(context.i16, UInt64(min(expectedFields(function), 0xFFFF))),
        context.int32(function.captures.count), source(function),
      ]), alignment: machine.pointerBytes)
    functionInfos[id] = info
    return info
  }

  /// The function object that is the only closure of a function without captures.
  func staticClosure(_ id: FunctionID) -> IRValue {
    if let known = staticClosures[id] { return known }
    let function = program[id]
    let shapes = runtimeVariable("rt_function_shapes", context.i8)
    let shape = context.constant(shapes, offset: function.kind.runtimeKind * Layout.shapeBytes)
    let contents = context.constant([shape, context.null, functionInfo(id), context.null])
    let closure = module.addGlobal("function." + function.name, contents.type, initializer: contents)
    closure.setSection("rt_roots")
    closure.setAlignment(8)
    staticClosures[id] = closure
    return closure
  }

  /// How many own properties an instance probably gets: what the constructor's `instance.new` says, or the properties
  /// that a plain function sets on `this`.
  func expectedFields(_ function: PIRFunction) -> Int {
    let this = function.parameters.first { $0.kind == .this }?.value
    var names: Set<Name> = []
    for instruction in function.instructions {
      switch (instruction.opcode, instruction.payload) {
      case (.instanceNew, .integer(let count)): return Int(count)
      case (.instanceNew, .layout(let layout)) where function.kind == .baseConstructor: return program[layout].capacity
      case (.propSet, .name(let name)) where function.kind == .normal && function.operand(instruction, 0) == this:
        names.insert(name)
      default: break
      }
    }
    return names.count
  }
}

extension FunctionKind {
  /// `rt_function_kind`.
  var runtimeKind: Int {
    switch self {
    case .normal: return 0
    case .arrow: return 1
    case .method: return 2
    case .baseConstructor: return 3
    case .derivedConstructor: return 4
    case .internal_, .resume: return 5
    case .generator: return 7
    case .async: return 8
    case .asyncGenerator: return 9
    }
  }
}

/// Sizes and offsets of rt_static.h that do not follow from a structure written here.
enum Layout {
  /// `sizeof(rt_shape)`.
  static let shapeBytes = 128

  /// The offset of `captures` in `rt_function`: four pointers come first.
  static func captures(_ machine: Machine) -> Int { 4 * machine.pointerBytes }
}
