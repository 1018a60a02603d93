import LLVM
import PIR

/// A function that code can call, with the type that calls need.
struct Callee {
  let function: IRValue
  let type: IRType
}

/// Types and signals of the ABI that rt_value.h describes.
extension ModuleEmitter {
  /// How a representation is held in a register.
  func irType(_ representation: Representation) -> IRType {
    switch representation {
    case .void: return context.void
    case .i1: return context.i1
    case .i32, .u32: return context.i32
    case .i64, .boxed: return context.i64
    case .f64: return context.double
    case .string, .object, .function, .cell: return context.pointer
    }
  }

  /// What a function returns for a result; one that can throw needs room for the signal.
  func resultType(_ representation: Representation, throwing: Bool) -> IRType {
    guard throwing else { return representation == .i1 ? context.i32 : irType(representation) }
    switch representation {
    case .void, .i1: return context.i32
    case .i32, .u32: return context.i64
    default: return irType(representation)
    }
  }

  /// What a function that can throw returns to say that it did.
  func signal(_ representation: Representation) -> IRValue {
    switch representation {
    case .void: return context.int32(-1)
    case .i1: return context.int32(2)
    case .i32, .u32, .i64, .boxed: return context.int64(Boxed.exception)
    case .f64: return context.double(bits: Boxed.exception)
    case .string, .object, .function, .cell: return context.null
    }
  }

  /// How a C function takes an argument.
  func parameterType(_ representation: Representation) -> IRType {
    representation == .i1 ? context.i32 : irType(representation)
  }

  /// Declares a C function of the runtime, once.
  func runtime(_ symbol: String, _ parameters: [IRType], _ result: IRType, hidden: Bool = true) -> Callee {
    if let known = runtimeFunctions[symbol] { return known }
    let type = context.function(parameters, result)
    let function = module.function(named: symbol) ?? module.addFunction(symbol, type)
    if hidden { function.setHidden() }
    function.add(noUnwind)
    let callee = Callee(function: function, type: type)
    runtimeFunctions[symbol] = callee
    return callee
  }

  /// Declares a C function whose parameters and result are representations.
  func runtime(_ signature: RuntimeFunction) -> Callee {
    if let known = runtimeFunctions[signature.symbol] { return known }
    let throwing = signature.effects.contains(.throws_)
    let callee = runtime(
      signature.symbol, signature.parameters.map(parameterType), resultType(signature.result, throwing: throwing))
    addEffects(signature.effects, takesReferences: signature.parameters.contains(where: \.isReference), to: callee)
    return callee
  }

  /// Tells LLVM what a runtime function leaves alone.
  func addEffects(_ effects: Effects, takesReferences: Bool, to callee: Callee) {
    // A collection reads the program's variables. Where it cannot see registers, LLVM must not think otherwise.
    if !effects.contains(.calls) && !(effects.contains(.allocates) && machine.spillsRoots) {
      callee.function.add(context.attribute("nocallback"))
    }
    guard effects.isDisjoint(with: [.throws_, .allocates, .writes, .calls]) else { return }
    callee.function.add(willReturn)
    // A function that looks behind a reference must not move across a collection, so it counts as reading memory.
    let readsMemory = takesReferences || effects.contains(.reads)
    callee.function.add(context.attribute("memory", readsMemory ? 0b01_01_01 : 0))
  }

  /// A C variable of the runtime.
  func runtimeVariable(_ symbol: String, _ type: IRType) -> IRValue {
    if let known = runtimeVariables[symbol] { return known }
    let variable = module.addGlobal(symbol, type, initializer: nil, linkage: .external)
    variable.setHidden()
    runtimeVariables[symbol] = variable
    return variable
  }

  /// Declares a function of the boxed ABI (`rt_code`).
  func boxedFunction(_ symbol: String) -> Callee {
    runtime(symbol, [context.pointer, context.i64, context.i32, context.pointer], context.i64)
  }
}

/// The words of rt_value.h.
enum Boxed {
  static let tagShift: UInt64 = 48
  static let tagSpecial: UInt64 = 0xFFF9
  static let tagString: UInt64 = 0xFFFA
  static let tagSymbol: UInt64 = 0xFFFB
  static let tagObject: UInt64 = 0xFFFC
  static let tagBigInt: UInt64 = 0xFFFD
  static let payloadMask: UInt64 = 0x0000_FFFF_FFFF_FFFF
  static let undefined = tagSpecial << tagShift
  static let null = undefined + 1
  static let false_ = undefined + 2
  static let true_ = undefined + 3
  static let hole = undefined + 4
  static let exception = UInt64.max
}
