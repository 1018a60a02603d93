import PIR
import Syntax

/// Builds small programs in PIR by hand; their runtime is the real one or `StubRuntime`.
struct ProgramBuilder {
  var module: PIRModule
  let interner = Interner()
  private let log: RuntimeFunctionID
  private let numberToString: RuntimeFunctionID

  init() {
    let text = Array(String(repeating: "0123456789\n", count: 40).utf8)
    module = PIRModule(interner: interner, files: [SourceFile(id: FileID(0), path: "main.ts", text: text)])
    // More than the manifest has, so that the programs also run with the real runtime.
    module.builtinCount = 256
    log = module.runtime(
      RuntimeFunction(symbol: "rt_console_log_string", parameters: [.string], result: .void, effects: [.writes]))
    numberToString = module.runtime(
      RuntimeFunction(symbol: "rt_string_from_number", parameters: [.f64], result: .string, effects: [.allocates]))
  }

  /// A new function to be filled.
  func function(
    _ name: String, _ kind: FunctionKind = .normal, result: Representation = .boxed, length: Int = 0
  ) -> FunctionBuilder {
    FunctionBuilder(
      PIRFunction(
        name: name, displayName: interner.intern(name), length: length, kind: kind, result: result, file: FileID(0)))
  }

  mutating func add(_ builder: FunctionBuilder) -> FunctionID { module.addFunction(builder.function) }

  /// The module body.
  mutating func main(_ body: (inout FunctionBuilder, inout ProgramBuilder) -> Void) {
    var main = function("main", .internal_, result: .void)
    body(&main, &self)
    if !main.isTerminated { main.emit(.return) }
    module.entry = add(main)
  }

  func string(_ text: String, _ builder: inout FunctionBuilder) -> ValueID {
    builder.emit(.constString, payload: .name(interner.intern(text)))
  }

  func number(_ value: Double, _ builder: inout FunctionBuilder) -> ValueID {
    builder.emit(.constF64, payload: .double(value))
  }

  /// `console.log` of a string.
  func log(_ value: ValueID, _ builder: inout FunctionBuilder) {
    builder.emit(.callRuntime, [value], payload: .runtime(log), result: .void)
  }

  func log(number: ValueID, _ builder: inout FunctionBuilder) {
    log(builder.emit(.callRuntime, [number], payload: .runtime(numberToString), result: .string), &builder)
  }

  func log(boxed value: ValueID, _ builder: inout FunctionBuilder) {
    log(builder.emit(.jsToString, [value]), &builder)
  }
}

/// Programs by name.
enum Programs {
  static var all: [(name: String, output: String, make: () -> PIRModule)] {
    [
      ("hello", "Hello, world! Grüße, 世界 👋\n", hello),
      ("fib", "9227465\n", fib),
      ("loops", "4950\n3\nsum\n", loops),
      ("exceptions", "caught boom\nafter\n", exceptions),
      ("closures", "1\n2\n42\n7\nundefined\n", closures),
      ("objects", "3\ntrue\n", objects),
      ("overflow", "RangeError\n", overflow),
      ("rounding", "-3\n-2\n-2\n-0\n4\n1\n", rounding),
    ]
  }

  static func hello() -> PIRModule {
    var program = ProgramBuilder()
    program.main { body, program in program.log(program.string("Hello, world! Grüße, 世界 👋", &body), &body) }
    return program.module
  }

  static func fib() -> PIRModule {
    var program = ProgramBuilder()
    var fib = program.function("fib", result: .f64, length: 1)
    let n = fib.addParameter(.positional(0), .f64)
    let base = fib.newBlock()
    let step = fib.newBlock()
    fib.branch(fib.emit(.lt, [n, program.number(2, &fib)]), base, [], step)
    fib.move(to: base)
    fib.emit(.return, [n])
    fib.move(to: step)
    let id = FunctionID(0)
    let a = fib.emit(
      .callDirect, [fib.emit(.f64Sub, [n, program.number(1, &fib)])], payload: .function(id), result: .f64)
    let b = fib.emit(
      .callDirect, [fib.emit(.f64Sub, [n, program.number(2, &fib)])], payload: .function(id), result: .f64)
    fib.emit(.return, [fib.emit(.f64Add, [a, b])])
    _ = program.add(fib)
    program.main { body, program in
      let result = body.emit(.callDirect, [program.number(35, &body)], payload: .function(id), result: .f64)
      program.log(number: result, &body)
    }
    return program.module
  }

  /// A loop with block parameters, a switch, slots and globals.
  static func loops() -> PIRModule {
    var program = ProgramBuilder()
    let global = program.module.addGlobal(Global(name: "last", representation: .f64, startsUninitialized: false))
    program.main { body, program in
      let loop = body.newBlock()
      let next = body.newBlock()
      let done = body.newBlock()
      let i = body.addBlockParameter(loop, .i32)
      let sum = body.addBlockParameter(loop, .f64)
      let zero = body.emit(.constI32, payload: .integer(0))
      body.jump(loop, [zero, program.number(0, &body)])
      body.move(to: loop)
      body.branch(body.emit(.lt, [i, body.emit(.constI32, payload: .integer(100))]), next, [], done)
      body.move(to: next)
      let more = body.emit(.f64Add, [sum, body.emit(.convert, [i], result: .f64)])
      body.jump(loop, [body.emit(.i32Add, [i, body.emit(.constI32, payload: .integer(1))]), more])
      body.move(to: done)
      body.emit(.globalStore, [sum], payload: .global(global))
      program.log(number: body.emit(.globalLoad, payload: .global(global), result: .f64), &body)
      // toInt32 of 2^32 + 3 is 3.
      let three = body.emit(.toInt32, [program.number(4_294_967_299, &body)])
      program.log(number: body.emit(.convert, [three], result: .f64), &body)
      let slot = body.addSlot(program.interner.intern("s"), .string)
      let one = body.newBlock()
      let other = body.newBlock()
      let end = body.newBlock()
      body.switchInt(three, [(1, other), (3, one)], default: other)
      body.move(to: one)
      body.emit(.slotStore, [program.string("sum", &body)], payload: .slot(slot))
      body.jump(end)
      body.move(to: other)
      body.emit(.slotStore, [program.string("wrong", &body)], payload: .slot(slot))
      body.jump(end)
      body.move(to: end)
      program.log(body.emit(.slotLoad, payload: .slot(slot), result: .string), &body)
    }
    return program.module
  }

  /// `throw` through a call into a handler.
  static func exceptions() -> PIRModule {
    var program = ProgramBuilder()
    var thrower = program.function("thrower", result: .f64)
    let text = program.string("boom", &thrower)
    thrower.emit(.throw, [thrower.emit(.box, [text])])
    let id = program.add(thrower)
    program.main { body, program in
      let handler = body.newBlock()
      let after = body.newBlock()
      body.handler = handler
      let guarded = body.newBlock()
      body.handler = nil
      body.jump(guarded)
      body.move(to: guarded)
      let result = body.emit(.callDirect, [], payload: .function(id), result: .f64)
      program.log(number: result, &body)
      body.jump(after)
      body.move(to: handler)
      let caught = body.emit(.catchException)
      let message = body.emit(.stringConcat, [program.string("caught ", &body), body.emit(.jsToString, [caught])])
      program.log(message, &body)
      body.jump(after)
      body.move(to: after)
      program.log(program.string("after", &body), &body)
    }
    return program.module
  }

  /// A counter in a cell, a call through the boxed ABI with too few and too many arguments, captures by value.
  static func closures() -> PIRModule {
    var program = ProgramBuilder()
    var counter = program.function("counter", .arrow)
    counter.function.captures = [.cell]
    counter.function.escapes = true
    let cell = counter.emit(.captureLoad, payload: .integer(0), result: .cell)
    let old = counter.emit(.cellLoad, [cell])
    let new = counter.emit(.jsAdd, [old, counter.emit(.box, [program.number(1, &counter)])])
    counter.emit(.cellStore, [cell, new])
    counter.emit(.return, [new])
    let counterID = program.add(counter)

    var adder = program.function("adder", .arrow, length: 1)
    adder.function.captures = [.f64]
    adder.function.escapes = true
    let x = adder.addParameter(.positional(0), .boxed)
    let amount = adder.emit(.captureLoad, payload: .integer(0), result: .f64)
    adder.emit(.return, [adder.emit(.jsAdd, [x, adder.emit(.box, [amount])])])
    let adderID = program.add(adder)

    var second = program.function("second", .arrow, length: 2)
    second.function.escapes = true
    _ = second.addParameter(.positional(0), .boxed)
    let b = second.addParameter(.positional(1), .boxed)
    second.emit(.return, [b])
    let secondID = program.add(second)

    program.main { body, program in
      let zero = body.emit(.box, [program.number(0, &body)])
      let undefined = body.emit(.undefined)
      let cell = body.emit(.cellNew, [zero])
      let f = body.emit(.box, [body.emit(.closureNew, [cell], payload: .function(counterID))])
      program.log(boxed: body.emit(.callValue, [f, undefined]), &body)
      program.log(boxed: body.emit(.callValue, [f, undefined, zero]), &body)
      let two = program.number(2, &body)
      let g = body.emit(.box, [body.emit(.closureNew, [two], payload: .function(adderID))])
      let forty = body.emit(.box, [program.number(40, &body)])
      program.log(boxed: body.emit(.callValue, [g, undefined, forty]), &body)
      let h = body.emit(.box, [body.emit(.closureNew, [], payload: .function(secondID))])
      let seven = body.emit(.box, [program.number(7, &body)])
      program.log(boxed: body.emit(.callValue, [h, undefined, zero, seven, zero]), &body)
      program.log(boxed: body.emit(.callValue, [h, undefined, zero]), &body)
    }
    return program.module
  }

  static func objects() -> PIRModule {
    var program = ProgramBuilder()
    program.main { body, program in
      let one = body.emit(.box, [program.number(1, &body)])
      let two = body.emit(.box, [program.number(2, &body)])
      let names = body.names([program.interner.intern("x"), program.interner.intern("y")])
      let object = body.emit(.box, [body.emit(.objectNew, [one, two], payload: names)])
      let x = body.emit(.propGet, [object], payload: .name(program.interner.intern("x")))
      let y = body.emit(.propGet, [object], payload: .name(program.interner.intern("y")))
      program.log(boxed: body.emit(.jsAdd, [x, y]), &body)
      program.log(boxed: body.emit(.box, [body.emit(.isType, [object], payload: .test(.object))]), &body)
    }
    return program.module
  }

  /// Endless recursion ends in a RangeError that can be caught.
  static func overflow() -> PIRModule {
    var program = ProgramBuilder()
    var endless = program.function("endless", result: .f64)
    let id = FunctionID(0)
    let deeper = endless.emit(.callDirect, [], payload: .function(id), result: .f64)
    endless.emit(.return, [endless.emit(.f64Add, [deeper, program.number(1, &endless)])])
    _ = program.add(endless)
    program.main { body, program in
      let handler = body.newBlock()
      body.handler = handler
      let guarded = body.newBlock()
      body.handler = nil
      body.jump(guarded)
      body.move(to: guarded)
      program.log(number: body.emit(.callDirect, [], payload: .function(id), result: .f64), &body)
      body.emit(.return)
      body.move(to: handler)
      let error = body.emit(.catchException)
      program.log(boxed: body.emit(.propGet, [error], payload: .name(program.interner.intern("name"))), &body)
    }
    return program.module
  }

  static func rounding() -> PIRModule {
    var program = ProgramBuilder()
    // Behind a global, so that nothing is computed at compile time.
    let global = program.module.addGlobal(Global(name: "x", representation: .f64, startsUninitialized: false))
    program.main { body, program in
      for (opcode, number) in [
        (Opcode.f64Floor, -2.5), (.f64Ceil, -2.5), (.f64Trunc, -2.5), (.f64Ceil, -0.5), (.f64Floor, 4.75),
      ] {
        body.emit(.globalStore, [program.number(number, &body)], payload: .global(global))
        let x = body.emit(.globalLoad, payload: .global(global), result: .f64)
        let rounded = body.emit(opcode, [x])
        // Shows the sign of zero: -0 is -Infinity when divided into one.
        let isZero = body.emit(.eq, [rounded, program.number(0, &body)])
        let inverse = body.emit(.f64Div, [program.number(1, &body), rounded])
        let isNegative = body.emit(.lt, [inverse, program.number(0, &body)])
        let text = body.emit(.box, [program.string("-0", &body)])
        let both = body.emit(.select, [isZero, isNegative, isZero], result: .i1)
        program.log(boxed: body.emit(.select, [both, text, body.emit(.box, [rounded])], result: .boxed), &body)
      }
      body.emit(.globalStore, [program.number(-5, &body)], payload: .global(global))
      let x = body.emit(.globalLoad, payload: .global(global), result: .f64)
      let remainder = body.emit(.f64Rem, [x, program.number(3, &body)])
      program.log(number: body.emit(.f64Abs, [body.emit(.f64Add, [remainder, program.number(1, &body)])]), &body)
    }
    return program.module
  }
}
