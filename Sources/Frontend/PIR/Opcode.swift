/// The instruction set of PIR. `OpcodeInfo` gives operands, result, effects and the runtime function of each.
///
/// Lowering emits the dynamic forms (`js.*`, `prop.*`, `call.*`) on boxed values; passes narrow them to the native forms
/// as facts about types become known.
public enum Opcode: String, Sendable, CaseIterable {
  // MARK: Constants
  case constF64 = "const.f64"
  case constI32 = "const.i32"
  case constI64 = "const.i64"
  case constI1 = "const.i1"
  /// Payload: the string's name.
  case constString = "const.string"
  case undefined, null
  /// The internal "nothing here": uninitialised binding, array hole, absent class parent, end of iteration.
  case hole
  /// Payload: a BigInt's decimal digits.
  case constBigInt = "const.bigint"

  // MARK: Variables
  /// Payload: slot. A slot is a local variable that is not (yet) in SSA form.
  case slotLoad = "slot.load"
  case slotStore = "slot.store"
  /// Payload: global. Globals are the variables of modules.
  case globalLoad = "global.load"
  case globalStore = "global.store"
  /// Payload: integer 1 if nothing reads the cell before its first `cell.store`.
  case cellNew = "cell.new"
  case cellLoad = "cell.load"
  case cellStore = "cell.store"
  /// Payload: index into the function's captures.
  case captureLoad = "capture.load"
  /// Throws ReferenceError if the operand is `hole`; otherwise passes it on. Payload: the variable's name.
  case checkInit = "check.init"

  // MARK: Conversions between representations
  case box
  /// The operand is proven to have the result's representation.
  case unbox
  /// i32, u32, i64, i1 to f64; i32, u32 to i64; function to object. Exact.
  case convert
  /// ECMA-262 ToInt32 of a number.
  case toInt32 = "to.i32"
  /// f64 to i64 of a value proven to be an integer in range.
  case truncate
  /// Whether a boxed value is of a kind. Payload: `TypeTest`.
  case isType = "is"
  /// Whether a boxed value is a closure of a function. Payload: the function.
  case isClosure = "is.closure"

  // MARK: Native arithmetic; operands and result share a representation
  case f64Add = "f64.add", f64Sub = "f64.sub", f64Mul = "f64.mul", f64Div = "f64.div", f64Rem = "f64.rem", f64Pow = "f64.pow"
  case f64Neg = "f64.neg"
  /// `Math.sqrt`, `abs`, `floor`, `ceil`, `trunc` as instructions of the machine.
  case f64Sqrt = "f64.sqrt", f64Abs = "f64.abs", f64Floor = "f64.floor", f64Ceil = "f64.ceil", f64Trunc = "f64.trunc"
  case i64Add = "i64.add", i64Sub = "i64.sub", i64Mul = "i64.mul"
  /// Of a number that is not negative, by one that is positive.
  case i64Rem = "i64.rem"
  /// Wrapping 32-bit arithmetic (JavaScript's `|0` forms, `Math.imul`).
  case i32Add = "i32.add", i32Sub = "i32.sub", i32Mul = "i32.mul"
  case i32And = "i32.and", i32Or = "i32.or", i32Xor = "i32.xor", i32Not = "i32.not"
  case i32Shl = "i32.shl", i32Shr = "i32.shr"
  /// i32 operands, u32 result.
  case i32UShr = "i32.ushr"
  /// Comparisons of two operands of one representation (f64, i32, u32, i64, i1, string by content, object by identity).
  case eq = "cmp.eq", ne = "cmp.ne", lt = "cmp.lt", le = "cmp.le", gt = "cmp.gt", ge = "cmp.ge"
  case not
  /// i1, then two values of one representation.
  case select

  // MARK: JavaScript operators on boxed values (ECMA-262 13.15.4 and 7.1, 7.2)
  case jsAdd = "js.add", jsSub = "js.sub", jsMul = "js.mul", jsDiv = "js.div", jsRem = "js.rem", jsPow = "js.pow"
  case jsBitAnd = "js.and", jsBitOr = "js.or", jsBitXor = "js.xor"
  case jsShl = "js.shl", jsShr = "js.shr", jsUShr = "js.ushr"
  case jsLt = "js.lt", jsLe = "js.le", jsGt = "js.gt", jsGe = "js.ge"
  case jsEq = "js.eq", jsNe = "js.ne", jsStrictEq = "js.seq", jsStrictNe = "js.sne"
  case jsNeg = "js.neg", jsBitNot = "js.not", jsInc = "js.inc", jsDec = "js.dec"
  /// Unary plus.
  case jsToNumber = "js.tonumber"
  /// ToNumeric, for the old value of `x++`.
  case jsToNumeric = "js.tonumeric"
  case jsToBoolean = "js.tobool"
  case jsToString = "js.tostring"
  case jsToPropertyKey = "js.topropertykey"
  case jsTypeof = "js.typeof"
  case jsIn = "js.in"
  case jsInstanceof = "js.instanceof"
  case stringConcat = "string.concat"
  case stringConcatMany = "string.concat.many"
  case stringLength = "string.length"
  /// ECMA-262 22.1.3.3 charCodeAt. Operands: string, position.
  case stringCode = "string.code"
  /// The same for a position in an integer register.
  case stringCodeIndex = "string.code.index"
  /// A code unit of a string at an index that is inside.
  case stringUnit = "string.unit"

  // MARK: Properties. Payload: the property's name where it is constant
  case propGet = "prop.get"
  case propSet = "prop.set"
  case propDelete = "prop.delete"
  case elemGet = "elem.get"
  case elemSet = "elem.set"
  case elemDelete = "elem.delete"
  /// `elem.get` and `elem.set` with an integer key.
  case elemGetIndex = "elem.get.index"
  case elemSetIndex = "elem.set.index"
  /// Operands: home object, receiver.
  case superGet = "super.get"
  case superElemGet = "super.elem.get"
  /// Operands: home object, receiver, value.
  case superSet = "super.set"
  case superElemSet = "super.elem.set"
  /// Private names are payload names that start with `#` and end in a class-unique suffix.
  case privateGet = "private.get"
  case privateSet = "private.set"
  case privateHas = "private.has"
  /// Adds a private field; throws if it exists.
  case privateDefine = "private.define"
  /// Gives a private field its first value, on an object that may have all its fields from the start (`instance.complete`).
  case privateInit = "private.init"
  /// CreateDataPropertyOrThrow, for literals and fields.
  case propDefine = "prop.define"
  case elemDefine = "elem.define"
  /// Non-enumerable method of a class. Operands: object, function.
  case methodDefine = "method.define"
  case methodElemDefine = "method.elem.define"
  /// Operands: object, getter or undefined, setter or undefined, whether enumerable.
  case accessorDefine = "accessor.define"
  /// Operands: object, key, getter or undefined, setter or undefined, whether enumerable.
  case accessorElemDefine = "accessor.elem.define"
  /// CopyDataProperties. Operands: target, source.
  case objectSpread = "object.spread"
  case objectClone = "object.clone"
  /// Object rest: a new object of the source's own properties without the keys in an array. Operands: source, keys array.
  case objectRest = "object.rest"
  /// `__proto__: v` in a literal.
  case protoSet = "proto.set"
  /// Throws TypeError if the operand is undefined or null (destructuring).
  case checkObjectCoercible = "check.coercible"
  /// SetFunctionName for an anonymous function with a computed name. Operands: function, key, prefix or undefined.
  case functionSetName = "function.setname"

  // MARK: Allocation
  /// An object literal of constant, distinct, non-index names in order. Payload: names; operands: the values.
  case objectNew = "object.new"
  /// Operands: the elements; `hole` for an omitted one.
  case arrayNew = "array.new"
  case arrayPush = "array.push"
  /// The length of an object that passed `is array`.
  case arrayLength = "array.length"
  /// Appends all values of an iterable. Operands: array, iterable.
  case arrayAppend = "array.append"
  /// Payload: function; operands: the captured values.
  case closureNew = "closure.new"
  /// The only closure of a method that a layout has, or of a class. Payload: function.
  case closureStatic = "closure.static"
  /// Payload: names (pattern, flags).
  case regexpNew = "regexp.new"
  /// The same where nobody can tell whether the object is new.
  case regexpKept = "regexp.kept"
  /// A template object, made once per site. Payload: names, cooked and raw alternating.
  case templateObject = "template.object"

  // MARK: Layouts and elements, behind tests
  /// True: stands before a fast loop with the way to the slow one, so that `narrow-integers` can put tests there.
  case loopEntry = "loop.entry"
  /// Prepares a class's instances to have its layout. Operand: the constructor. Payload: layout.
  case classLayout = "class.layout"
  /// Gives a class's constructor the layout of its static members. Operand: the constructor. Payload: layout.
  case constructorLayout = "constructor.layout"
  /// Whether a boxed value is an object of a layout or of one that extends it. Payload: layout.
  case isLayout = "is.layout"
  /// Whether a boxed value is an object of a class with a layout, while nothing but prototypes says what objects are
  /// instances of.
  case hasClass = "has.class"
  /// A field of an object that passed `is.layout`. Payload: integer slot.
  case fieldLoad = "field.load"
  /// The same where the layout says that the field always holds a number.
  case fieldNumber = "field.number"
  /// Operands: object, value, which is a number if the layout says that the field always holds one.
  case fieldStore = "field.store"
  /// A static member of a constructor that passed `is.layout`. Payload: integer slot.
  case extraLoad = "extra.load"
  /// Operands: object, value.
  case extraStore = "extra.store"
  /// The element of an object that passed `is array`; `hole` if there is none. Operands: array, index.
  case arrayAt = "array.at"
  /// Overwrites an element of an object that passed `is array`, or appends one where there is room; whether it did.
  /// Operands: array, index, value.
  case arrayPut = "array.put"
  /// Whether all elements from one index to another exist and are numbers, and can be overwritten if the last operand is
  /// true. Operands: value, first index, last index, truth value.
  case arrayNumbers = "array.numbers"
  /// An element that passed `array.numbers`.
  case arrayNumber = "array.number"
  /// Overwrites an element that passed `array.numbers`. Operands: array, index, number.
  case arrayPutNumber = "array.put.number"
  /// How many elements a typed array has that passed `is.layout` of its kind.
  case typedLength = "typed.length"
  /// Whether it has an element. Operands: array, index.
  case typedHas = "typed.has"
  /// Payload: integer `ElementKind`. Operands: array, index; then the value in the representation of the kind.
  case typedLoad = "typed.load"
  case typedStore = "typed.store"
  /// Whether a number is an integer between two constants, and not -0. Operands: number, lowest, highest.
  case isInteger = "is.integer"
  /// A number that is an integer, as that; -1 for any other, and for -0. Whoever uses it tests that it is within an array.
  case toIndex = "to.index"

  // MARK: Iteration (ECMA-262 7.4)
  /// GetIterator; the result is an opaque iterator record, arrays and strings stepped without user-visible objects
  /// while their iteration is the built-in one.
  case iterNew = "iter.new"
  /// The next value, or `hole` at the end.
  case iterNext = "iter.next"
  /// IteratorClose on a normal completion (`break`, `return`): errors of `return()` propagate.
  case iterClose = "iter.close"
  /// IteratorClose on a throw completion: errors of `return()` are dropped.
  case iterCloseThrow = "iter.close.throw"
  /// EnumerateObjectProperties; the result is an opaque key list.
  case forInNew = "forin.new"
  /// The next key that still exists, as a string, or `hole` at the end.
  case forInNext = "forin.next"

  // MARK: Calls
  /// Payload: function; operands match its parameters, after the closure where the caller has it.
  case callDirect = "call.direct"
  /// Payload: runtime function; operands match its signature.
  case callRuntime = "call.runtime"
  /// A C function of the boxed ABI. Payload: the C symbol as a name; operands: this, arguments….
  case callNative = "call.native"
  /// Operands: callee, this, arguments…
  case callValue = "call"
  /// Payload: the method's name; operands: receiver, arguments…
  case callMethod = "call.method"
  /// Operands: callee, this, array of arguments.
  case callSpread = "call.spread"
  /// Operands: constructor, arguments….
  case construct
  /// Operands: constructor, array of arguments.
  case constructSpread = "construct.spread"
  /// `super(…)`. Operands: active constructor function, new.target, arguments…
  case constructSuper = "construct.super"
  /// Operands: active constructor function, new.target, array of arguments.
  case constructSuperSpread = "construct.super.spread"

  // MARK: Classes and functions
  /// The constructor that a class extends, or null. Operand: the active constructor function.
  case superConstructor = "super.constructor"
  /// Links a constructor to its parent (`hole`: none). Operands: constructor function, parent. Result: the prototype object.
  case classLink = "class.link"
  /// OrdinaryCreateFromConstructor for a base class. Operand: new.target. Payload: expected number of fields.
  case instanceNew = "instance.new"
  /// The same object where all fields of its layout can be there at once, as in constructors whose `instance.new` has
  /// the layout; otherwise a hole. The fields are still to be stored. Operand: new.target. Payload: layout.
  case instanceComplete = "instance.complete"
  /// The function object that is running (only in functions that use it: constructors, named function expressions).
  case callee

  // MARK: Suspension
  /// The frame of the running function, in functions that suspend. Representation: object.
  case frame
  /// How the function was resumed at the `suspend` before: 0 next, 1 throw, 2 return. First in the block that follows.
  case resumeMode = "resume.mode"
  /// What it was resumed with.
  case resumeValue = "resume.value"
  /// Made by `split-suspensions`. Payload: the resume function; operands: the closure or undefined, then the values of
  /// the first variables of the frame.
  case frameNew = "frame.new"
  /// Payload: integer index of a variable of the frame.
  case frameLoad = "frame.load"
  case frameStore = "frame.store"
  /// Notes where the function goes on. Payload: integer, the point times 4 plus the `SuspensionReason`.
  case frameSuspend = "frame.suspend"
  /// Runs an async function until it first waits; the result is its promise. Operand: the frame.
  case asyncStart = "async.start"

  // MARK: Built-in objects
  /// A built-in object by name (`Math`, `Object.prototype`, `globalThis`). Payload: builtin object.
  case builtin

  // MARK: Exceptions
  /// First instruction of a handler block: takes the pending exception.
  case catchException = "catch"
  /// Throws an error made by the runtime. Payload: `ErrorKind`; operand: the message string.
  case throwError = "throw.error"

  // MARK: Modules
  /// The namespace object of a module. Payload: integer file.
  case moduleNamespace = "module.namespace"

  // MARK: Terminators
  case jump
  /// Operand: i1; edges: true, false.
  case branch
  /// Operand: i32; payload: pool of case values; edges: one per case, then the default.
  case switchInt = "switch"
  case `return`
  case `throw`
  case unreachable
  /// Gives a value to whoever resumed the function and waits to be resumed. Operand: the value; payload: integer
  /// `SuspensionReason`; edge: where it goes on. Only until `split-suspensions`.
  case suspend
}

/// Why a function suspends, as the runtime's `rt_suspension_reason`.
public enum SuspensionReason: Int64, Sendable {
  /// The parameters are bound and the caller gets its generator or promise.
  case start = 0
  case yield = 1
  case await = 2
  /// `yield*` passes on the result object of the inner iterator as it is.
  case yieldResult = 3
}

/// Kinds that `is` can test on a boxed value.
public enum TypeTest: UInt8, Sendable, CaseIterable {
  case number, string, boolean, undefined, null
  /// undefined or null.
  case nullish
  /// Any object, functions included.
  case object
  case function
  /// A true array (not a Proxy) whose prototype was the original `Array.prototype` when it was tested: `array.length`,
  /// `array.at` and `array.put` do right by it for good.
  case array
  /// The same, while it finds its methods on the original `Array.prototype`, which code can change at any time.
  case builtinArray
  case symbol, bigint
  case hole
  /// A built-in `Map` or `Set` object that finds its methods on the original prototype, which code can change at any time.
  case map, set

  /// Whether it asks for arrays, for good or for now.
  var asksForArray: Bool { self == .array || self == .builtinArray }
  /// Whether it asks for arrays, maps or sets.
  var asksForCollection: Bool { asksForArray || asksForMethods }
  /// Whether it asks where an object finds its methods, which code can change at any time.
  public var asksForMethods: Bool { self == .builtinArray || self == .map || self == .set }

  /// The test that a value passes if `typeof` gives this text; nil for "object", which null and most objects give, and for
  /// texts that it never gives.
  public init?(typeof text: String) {
    switch text {
    case "number": self = .number
    case "string": self = .string
    case "boolean": self = .boolean
    case "undefined": self = .undefined
    case "function": self = .function
    case "symbol": self = .symbol
    case "bigint": self = .bigint
    default: return nil
    }
  }
}

/// Constructors that `throw.error` can use.
public enum ErrorKind: UInt8, Sendable, CaseIterable {
  case error, typeError, rangeError, referenceError, syntaxError, evalError, uriError
}
