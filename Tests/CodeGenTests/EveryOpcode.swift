import PIR
import Syntax

/// A function that contains every opcode in every representation it allows, for checks of the generated IR as a whole.
/// It is not meant to run.
struct EveryOpcode {
  private var program = ProgramBuilder()
  private var body: FunctionBuilder
  private var parameters: [Representation: ValueID] = [:]

  static func make() -> PIRModule {
    var maker = EveryOpcode()
    return maker.build()
  }

  private init() {
    body = program.function("every", .normal)
    body.function.escapes = true
    for (index, representation) in Representation.allCases.enumerated() where representation != .void {
      parameters[representation] = body.addParameter(.positional(index), representation)
    }
  }

  /// A value of a representation about which nothing is known.
  private func any(_ representation: Representation) -> ValueID { parameters[representation]! }

  private mutating func build() -> PIRModule {
    let name = Payload.name(program.interner.intern("name"))
    let handler = body.newBlock()
    body.handler = handler
    let start = body.newBlock()
    body.handler = nil
    body.jump(start)
    body.move(to: start)
    body.function.captures = [.cell, .boxed, .f64]
    let global = program.module.addGlobal(Global(name: "g", representation: .boxed, startsUninitialized: true))
    let truth = program.module.addGlobal(Global(name: "t", representation: .i1, startsUninitialized: false))
    program.module.namespaces[FileID(0)] = [
      (program.interner.intern("g"), global), (program.interner.intern("t"), truth),
    ]
    program.module.layouts = [
      Layout(fields: [Layout.Field(program.interner.intern("x"))], constructor: FunctionID(0), last: LayoutID(1))
    ]
    addBuiltins()
    var callee = program.function("callee", .method, result: .i32)
    _ = callee.addParameter(.this, .boxed)
    _ = callee.addParameter(.rest(0), .object)
    callee.emit(.return, [callee.emit(.constI32, payload: .integer(-1))])
    let calleeID = program.add(callee)

    for opcode in Opcode.allCases where !opcode.info.isTerminator && opcode != .catchException {
      switch opcode {
      case .constF64: body.emit(opcode, payload: .double(1.5))
      case .constI32, .constI64, .constI1: body.emit(opcode, payload: .integer(1))
      case .constString, .constBigInt: body.emit(opcode, payload: name)
      case .slotLoad:
        for r in Representation.allCases where r != .void {
          let slot = body.addSlot(program.interner.intern("s"), r)
          body.emit(.slotStore, [any(r)], payload: .slot(slot))
          body.emit(opcode, payload: .slot(slot), result: r)
        }
      case .slotStore: break  // With its load.
      case .globalLoad: body.emit(opcode, payload: .global(truth), result: .i1)
      case .globalStore:
        body.emit(opcode, [any(.boxed)], payload: .global(global))
        body.emit(opcode, [any(.i1)], payload: .global(truth))
      case .captureLoad:
        body.emit(opcode, payload: .integer(0), result: .cell)
        body.emit(opcode, payload: .integer(1), result: .boxed)
        body.emit(opcode, payload: .integer(2), result: .f64)
      case .box: for r in Self.visible { body.emit(opcode, [any(r)]) }
      case .unbox: for r in Self.visible { body.emit(opcode, [any(.boxed)], result: r) }
      case .convert:
        for (from, to) in [
          (Representation.i32, Representation.f64), (.u32, .f64), (.i64, .f64), (.i1, .f64), (.i32, .i64),
          (.u32, .i64), (.function, .object),
        ] { body.emit(opcode, [any(from)], result: to) }
      case .toInt32: for r in [Representation.f64, .i32, .u32, .i64] { body.emit(opcode, [any(r)]) }
      case .isType: for test in TypeTest.allCases { body.emit(opcode, [any(.boxed)], payload: .test(test)) }
      case .eq, .ne, .lt, .le, .gt, .ge:
        let ordered: [Representation] = [.f64, .i32, .u32, .i64, .string]
        let all = ordered + (opcode == .eq || opcode == .ne ? [.i1, .object, .function, .boxed] : [])
        for r in all { body.emit(opcode, [any(r), any(r)]) }
      case .select: for r in Self.visible { body.emit(opcode, [any(.i1), any(r), any(r)], result: r) }
      case .objectNew:
        body.emit(opcode, [any(.boxed)], payload: body.names([program.interner.intern("x")]))
        body.emit(opcode, [], payload: body.names([]))
      case .closureNew:
        body.emit(opcode, [any(.cell), any(.boxed), any(.f64)], payload: .function(FunctionID(1)))
      case .closureStatic: body.emit(opcode, payload: .function(calleeID))
      case .regexpNew, .regexpKept, .templateObject:
        body.emit(opcode, payload: body.names([program.interner.intern("a"), program.interner.intern("b")]))
      case .callDirect:
        body.emit(opcode, [any(.boxed), any(.object)], payload: .function(calleeID), result: .i32)
        let all = Representation.allCases.filter { $0 != .void }.map { any($0) }
        body.emit(opcode, [any(.function)] + all, payload: .function(FunctionID(1)), result: .boxed)
      case .callRuntime:
        for r in Representation.allCases where r != .i64 && r != .cell {
          for effects in [Effects.pure, .any] {
            let function = RuntimeFunction(
              symbol: "test_\(r.name)_\(effects.rawValue)", parameters: [.i1, .i32, .f64, .string, .boxed], result: r,
              effects: effects)
            let id = program.module.runtime(function)
            let arguments = [any(.i1), any(.i32), any(.f64), any(.string), any(.boxed)]
            body.emit(opcode, arguments, payload: .runtime(id), result: r)
          }
        }
      case .callNative:
        body.emit(opcode, [any(.boxed), any(.boxed)], payload: .name(program.interner.intern("test_native")))
      case .classLayout, .constructorLayout: body.emit(opcode, [any(.boxed)], payload: .layout(LayoutID(1)))
      case .instanceComplete: body.emit(opcode, [any(.boxed)], payload: .layout(LayoutID(1)))
      case .isLayout:
        body.emit(opcode, [any(.boxed)], payload: .layout(LayoutID(1)))
        body.emit(opcode, [any(.boxed)], payload: .layout(ElementKind.float64.layout))
      case .fieldLoad, .fieldNumber, .extraLoad: body.emit(opcode, [any(.boxed)], payload: .integer(0))
      case .fieldStore, .extraStore: body.emit(opcode, [any(.boxed), any(.boxed)], payload: .integer(0))
      case .typedLoad:
        for kind in ElementKind.allCases {
          body.emit(opcode, [any(.boxed), any(.i64)], payload: .integer(kind.rawValue), result: kind.representation)
        }
      case .typedStore:
        for kind in ElementKind.allCases {
          body.emit(opcode, [any(.boxed), any(.i64), any(kind.representation)], payload: .integer(kind.rawValue))
        }
      case .instanceNew: body.emit(opcode, [any(.boxed)], payload: .integer(3))
      case .builtin: body.emit(opcode, payload: .builtin(BuiltinID(0)))
      case .throwError: break  // Ends the block; below.
      case .arrayNew:
        body.emit(opcode, [])
        body.emit(opcode, [any(.boxed), body.emit(.hole)])
        body.emit(opcode, [body.emit(.box, [body.emit(.constString, payload: name)]), body.emit(.undefined)])
        body.emit(opcode, [ValueID](repeating: any(.boxed), count: 300))
      case .isClosure:
        body.emit(opcode, [any(.boxed)], payload: .function(calleeID))
        body.emit(opcode, [any(.boxed)], payload: .function(FunctionID(1)))
      // Only functions that suspend have a frame; programs test these.
      case .frame, .resumeMode, .resumeValue, .frameNew, .frameLoad, .frameStore, .frameSuspend, .asyncStart: break
      case .moduleNamespace: body.emit(opcode, payload: .integer(0))
      case .privateGet, .privateSet, .privateHas, .privateDefine, .privateInit:
        let key = Payload.name(program.interner.intern("#x:1"))
        body.emit(opcode, opcode.info.operands.map { any($0!) }, payload: key)
      default:
        let representations = opcode.info.operands.map { $0! } + (opcode.info.variadic.map { [$0, $0] } ?? [])
        let takesName = Self.named.contains(opcode)
        body.emit(opcode, representations.map { any($0) }, payload: takesName ? name : .none)
      }
    }
    let message = any(.string)
    body.emit(.throwError, [message], payload: .error(.typeError))
    body.emit(.unreachable)
    body.move(to: handler)
    body.emit(.return, [body.emit(.catchException)])
    let every = program.add(body)
    precondition(every == FunctionID(1))
    program.main { main, _ in
      let cell = main.emit(.cellNew, [main.emit(.undefined)])
      let zero = main.emit(.constF64, payload: .double(0))
      let closure = main.emit(.closureNew, [cell, main.emit(.undefined), zero], payload: .function(every))
      let undefined = main.emit(.undefined)
      main.emit(.callValue, [main.emit(.box, [closure]), undefined])
    }
    return program.module
  }

  private mutating func addBuiltins() {
    let key = program.interner.intern("key")
    let values: [BuiltinValue] = [
      .native(symbol: "test_method", length: 1), .compiled(FunctionID(0), length: 2),
      .nativeGetter(symbol: "test_getter"), .compiledGetter(FunctionID(0)), .number(Double.pi.bitPattern),
      .string(key), .undefined, .object(BuiltinID(0)),
    ]
    program.module.builtins.append(
      BuiltinObject(
        name: "Thing", index: 2, call: .native(symbol: "test_call", length: 0),
        construct: .native(symbol: "test_construct", length: 0),
        properties: values.map {
          BuiltinProperty(key: key, value: $0, setter: $0 == values[2] ? .native(symbol: "test_method", length: 1) : nil)
        }))
    program.module.builtinCount = 5
  }

  /// Representations that the program's values have.
  private static let visible: [Representation] = [.i1, .i32, .u32, .i64, .f64, .string, .object, .function, .boxed]

  /// Opcodes with a constant name.
  private static let named: Set<Opcode> = [
    .checkInit, .propGet, .propSet, .propDelete, .propDefine, .superGet, .superSet, .methodDefine, .accessorDefine,
    .callMethod,
  ]
}
