/// The fixed facts about an opcode: what verifier, printer, passes and code generation need to know.
public struct OpcodeInfo: Sendable {
  /// Representations of the leading operands; nil where any is allowed.
  public let operands: [Representation?]
  /// Representation of further operands; nil if there are none.
  public let variadic: Representation?
  /// The result's representation if it is always the same; nil where the instruction itself decides.
  public let result: Representation?
  public let effects: Effects
  /// The runtime function of `pg_abi.h` that implements it. Its arguments are the operands, then the payload name's
  /// atom, then an inline cache, as far as the opcode has them; a variadic tail is passed as count and pointer.
  public let runtime: String?
  public let hasInlineCache: Bool
  public let isTerminator: Bool

  init(
    _ operands: [Representation?], variadic: Representation? = nil, _ result: Representation?, _ effects: Effects = .pure,
    runtime: String? = nil, cache: Bool = false, terminator: Bool = false
  ) {
    self.operands = operands
    self.variadic = variadic
    self.result = result
    self.effects = effects
    self.runtime = runtime
    self.hasInlineCache = cache
    self.isTerminator = terminator
  }
}

extension Opcode {
  public var info: OpcodeInfo { Self.infos[Int(unsafeBitCast(self, to: UInt8.self))] }
  /// Parts of `info` without a copy of the rest.
  public var effects: Effects { Self.infos[Int(unsafeBitCast(self, to: UInt8.self))].effects }
  public var isTerminator: Bool { Self.infos[Int(unsafeBitCast(self, to: UInt8.self))].isTerminator }

  /// By case, in order: an enum without payloads is its ordinal in memory. Not an array, which would be retained whenever
  /// anything asks what an instruction does.
  private static let infos: UnsafePointer<OpcodeInfo> = {
    let infos = UnsafeMutablePointer<OpcodeInfo>.allocate(capacity: allCases.count)
    for (index, opcode) in allCases.enumerated() {
      guard let info = table[opcode] else { preconditionFailure("no row for \(opcode.rawValue)") }
      (infos + index).initialize(to: info)
    }
    return UnsafePointer(infos)
  }()

  private static let any = Effects.any
  private static let make: Effects = [.allocates]
  private static let makeOrThrow: Effects = [.allocates, .throws_]

  private static let table: [Opcode: OpcodeInfo] = {
    var t: [Opcode: OpcodeInfo] = [:]
    let b = Representation.boxed
    t[.constF64] = .init([], .f64)
    t[.constI32] = .init([], .i32)
    t[.constI64] = .init([], .i64)
    t[.constI1] = .init([], .i1)
    t[.constString] = .init([], .string)
    t[.constBigInt] = .init([], b)
    for op in [Opcode.undefined, .null, .hole] { t[op] = .init([], b) }

    t[.slotLoad] = .init([], nil, [.reads])
    t[.slotStore] = .init([nil], .void, [.writes])
    t[.globalLoad] = .init([], nil, [.reads])
    t[.globalStore] = .init([nil], .void, [.writes])
    t[.cellNew] = .init([b], .cell, make, runtime: "rt_cell_new")
    t[.cellLoad] = .init([.cell], b, [.reads])
    t[.cellStore] = .init([.cell, b], .void, [.writes])
    t[.captureLoad] = .init([], nil)
    t[.checkInit] = .init([b], b, [.throws_])

    t[.box] = .init([nil], b)
    t[.unbox] = .init([b], nil)
    t[.convert] = .init([nil], nil)
    t[.toInt32] = .init([nil], .i32)
    t[.truncate] = .init([.f64], .i64)
    t[.isClosure] = .init([b], .i1)
    t[.isType] = .init([b], .i1)

    for op in [Opcode.f64Add, .f64Sub, .f64Mul, .f64Div, .f64Rem, .f64Pow] { t[op] = .init([.f64, .f64], .f64) }
    for op in [Opcode.f64Neg, .f64Sqrt, .f64Abs, .f64Floor, .f64Ceil, .f64Trunc] { t[op] = .init([.f64], .f64) }
    for op in [Opcode.i64Add, .i64Sub, .i64Mul, .i64Rem] { t[op] = .init([.i64, .i64], .i64) }
    for op in [Opcode.i32Add, .i32Sub, .i32Mul, .i32And, .i32Or, .i32Xor, .i32Shl, .i32Shr] {
      t[op] = .init([.i32, .i32], .i32)
    }
    t[.i32Not] = .init([.i32], .i32)
    t[.i32UShr] = .init([.i32, .i32], .u32)
    for op in [Opcode.eq, .ne, .lt, .le, .gt, .ge] { t[op] = .init([nil, nil], .i1) }
    t[.not] = .init([.i1], .i1)
    t[.select] = .init([.i1, nil, nil], nil)

    for (op, symbol) in [
      (Opcode.jsAdd, "rt_add"), (.jsSub, "rt_subtract"), (.jsMul, "rt_multiply"), (.jsDiv, "rt_divide"),
      (.jsRem, "rt_remainder"), (.jsPow, "rt_exponentiate"), (.jsBitAnd, "rt_bitwise_and"), (.jsBitOr, "rt_bitwise_or"),
      (.jsBitXor, "rt_bitwise_xor"), (.jsShl, "rt_shift_left"), (.jsShr, "rt_shift_right"),
      (.jsUShr, "rt_shift_right_unsigned"),
    ] { t[op] = .init([b, b], b, any, runtime: symbol) }
    for (op, symbol) in [
      (Opcode.jsLt, "rt_less"), (.jsLe, "rt_less_or_equal"), (.jsGt, "rt_greater"), (.jsGe, "rt_greater_or_equal"),
      (.jsEq, "rt_loosely_equal"), (.jsNe, "rt_loosely_unequal"),
    ] { t[op] = .init([b, b], .i1, any, runtime: symbol) }
    t[.jsStrictEq] = .init([b, b], .i1, .pure, runtime: "rt_strictly_equal")
    t[.jsStrictNe] = .init([b, b], .i1, .pure, runtime: "rt_strictly_unequal")
    for (op, symbol) in [
      (Opcode.jsNeg, "rt_negate"), (.jsBitNot, "rt_bitwise_not"), (.jsInc, "rt_increment"), (.jsDec, "rt_decrement"),
      (.jsToNumeric, "rt_to_numeric"), (.jsToPropertyKey, "rt_to_property_key"),
    ] { t[op] = .init([b], b, any, runtime: symbol) }
    t[.jsToNumber] = .init([b], .f64, any, runtime: "rt_to_number")
    t[.jsToBoolean] = .init([b], .i1, .pure, runtime: "rt_to_boolean")
    t[.jsToString] = .init([b], .string, any, runtime: "rt_to_string")
    t[.jsTypeof] = .init([b], .string, .pure, runtime: "rt_typeof")
    t[.jsIn] = .init([b, b], .i1, any, runtime: "rt_has_property_in")
    t[.jsInstanceof] = .init([b, b], .i1, any, runtime: "rt_instanceof")
    t[.stringConcat] = .init([.string, .string], .string, makeOrThrow, runtime: "rt_string_concat")
    t[.stringConcatMany] = .init([], variadic: b, .string, makeOrThrow, runtime: "rt_string_concat_many")
    t[.stringLength] = .init([.string], .u32, .pure, runtime: "rt_string_length")
    t[.stringCode] = .init([.string, .f64], .f64, .pure, runtime: "rt_string_char_code_at")
    t[.stringCodeIndex] = .init([.string, .i64], .f64, .pure, runtime: "rt_string_code_at_index")
    t[.stringUnit] = .init([.string, .i64], .u32, .pure, runtime: "rt_string_unit")

    t[.propGet] = .init([b], b, any, runtime: "rt_get_property", cache: true)
    t[.propSet] = .init([b, b], .void, any, runtime: "rt_set_property", cache: true)
    t[.propDelete] = .init([b], .i1, any, runtime: "rt_delete_property")
    t[.elemGet] = .init([b, b], b, any, runtime: "rt_get_element")
    t[.elemSet] = .init([b, b, b], .void, any, runtime: "rt_set_element")
    t[.elemGetIndex] = .init([b, .i64], b, any, runtime: "rt_get_element_index")
    t[.elemSetIndex] = .init([b, .i64, b], .void, any, runtime: "rt_set_element_index")
    t[.elemDelete] = .init([b, b], .i1, any, runtime: "rt_delete_element")
    t[.superGet] = .init([b, b], b, any, runtime: "rt_super_get")
    t[.superElemGet] = .init([b, b, b], b, any, runtime: "rt_super_get_element")
    t[.superSet] = .init([b, b, b], .void, any, runtime: "rt_super_set")
    t[.superElemSet] = .init([b, b, b, b], .void, any, runtime: "rt_super_set_element")
    t[.privateGet] = .init([b], b, any, runtime: "rt_private_get", cache: true)
    t[.privateSet] = .init([b, b], .void, any, runtime: "rt_private_set", cache: true)
    t[.privateHas] = .init([b], .i1, any, runtime: "rt_private_has")
    t[.privateDefine] = .init([b, b], .void, any, runtime: "rt_private_define", cache: true)
    t[.privateInit] = .init([b, b], .void, any, runtime: "rt_private_init", cache: true)
    t[.propDefine] = .init([b, b], .void, any, runtime: "rt_define_property", cache: true)
    t[.elemDefine] = .init([b, b, b], .void, any, runtime: "rt_define_element")
    t[.methodDefine] = .init([b, b], .void, any, runtime: "rt_define_method")
    t[.methodElemDefine] = .init([b, b, b], .void, any, runtime: "rt_define_method_element")
    t[.accessorDefine] = .init([b, b, b, .i1], .void, any, runtime: "rt_define_accessor")
    t[.accessorElemDefine] = .init([b, b, b, b, .i1], .void, any, runtime: "rt_define_accessor_element")
    t[.objectSpread] = .init([b, b], .void, any, runtime: "rt_copy_data_properties")
    t[.objectClone] = .init([b], .object, any, runtime: "rt_object_clone")
    t[.objectRest] = .init([b, b], b, any, runtime: "rt_object_rest")
    t[.protoSet] = .init([b, b], .void, any, runtime: "rt_literal_set_prototype")
    t[.checkObjectCoercible] = .init([b], .void, any, runtime: "rt_require_object_coercible")
    t[.functionSetName] = .init([b, b, b], .void, any, runtime: "rt_set_function_name")

    t[.objectNew] = .init([], variadic: b, .object, make)
    t[.arrayNew] = .init([], variadic: b, .object, makeOrThrow, runtime: "rt_array_new")
    t[.arrayPush] = .init([b, b], .void, [.allocates, .writes, .throws_], runtime: "rt_array_append_value")
    t[.arrayLength] = .init([.object], .u32, [.reads], runtime: "rt_array_length")
    t[.arrayAppend] = .init([b, b], .void, any, runtime: "rt_array_append_iterable")
    t[.closureNew] = .init([], variadic: nil, .function, make)
    t[.closureStatic] = .init([], .function)
    t[.regexpNew] = .init([], b, makeOrThrow, runtime: "rt_regexp_new")
    t[.regexpKept] = .init([], b, makeOrThrow, runtime: "rt_regexp_kept")
    t[.templateObject] = .init([], b, makeOrThrow)

    t[.loopEntry] = .init([], .i1)
    t[.classLayout] = .init([b], .void, [.allocates, .writes], runtime: "rt_class_layout")
    t[.constructorLayout] = .init([b], .void, [.allocates, .writes], runtime: "rt_constructor_layout")
    t[.isLayout] = .init([b], .i1, [.reads], runtime: "rt_is_layout")
    t[.hasClass] = .init([b], .i1, [.reads], runtime: "rt_has_class")
    t[.fieldLoad] = .init([b], b, [.reads], runtime: "rt_field_load")
    t[.fieldNumber] = .init([b], .f64, [.reads], runtime: "rt_field_number")
    t[.fieldStore] = .init([b, b], .void, [.writes], runtime: "rt_field_store")
    t[.extraLoad] = .init([b], b, [.reads], runtime: "rt_extra_load")
    t[.extraStore] = .init([b, b], .void, [.writes], runtime: "rt_extra_store")
    t[.arrayAt] = .init([b, .i64], b, [.reads], runtime: "rt_elements_at")
    t[.arrayPut] = .init([b, .i64, b], .i1, [.writes], runtime: "rt_elements_put")
    t[.arrayNumbers] = .init([b, .i64, .i64, .i1], .i1, [.reads, .writes], runtime: "rt_elements_are_numbers")
    t[.arrayNumber] = .init([b, .i64], .f64, [.reads], runtime: "rt_element_number")
    t[.arrayPutNumber] = .init([b, .i64, .f64], .void, [.writes], runtime: "rt_element_put_number")
    t[.typedLength] = .init([b], .i64, [.reads], runtime: "rt_typed_length")
    t[.typedHas] = .init([b, .i64], .i1, [.reads], runtime: "rt_typed_has")
    t[.typedLoad] = .init([b, .i64], nil, [.reads])
    t[.typedStore] = .init([b, .i64, nil], .void, [.writes])
    t[.isInteger] = .init([.f64, .i64, .i64], .i1)
    t[.toIndex] = .init([.f64], .i64)

    t[.iterNew] = .init([b], b, any, runtime: "rt_iterator_new")
    t[.iterNext] = .init([b], b, any, runtime: "rt_iterator_next")
    t[.iterClose] = .init([b], .void, any, runtime: "rt_iterator_close")
    t[.iterCloseThrow] = .init([b], .void, any.subtracting(.throws_), runtime: "rt_iterator_close_throw")
    t[.forInNew] = .init([b], b, any, runtime: "rt_for_in_new")
    t[.forInNext] = .init([b], b, any, runtime: "rt_for_in_next")

    t[.callDirect] = .init([], variadic: nil, nil, any)
    t[.callRuntime] = .init([], variadic: nil, nil, any)
    t[.callNative] = .init([b], variadic: b, b, any)
    t[.callValue] = .init([b, b], variadic: b, b, any, runtime: "rt_call")
    t[.callMethod] = .init([b], variadic: b, b, any, runtime: "rt_call_method", cache: true)
    t[.callSpread] = .init([b, b, b], b, any, runtime: "rt_call_spread")
    t[.construct] = .init([b], variadic: b, b, any, runtime: "rt_construct")
    t[.constructSpread] = .init([b, b], b, any, runtime: "rt_construct_spread")
    t[.constructSuper] = .init([b, b], variadic: b, b, any, runtime: "rt_construct_super")
    t[.constructSuperSpread] = .init([b, b, b], b, any, runtime: "rt_construct_super_spread")

    t[.superConstructor] = .init([b], b, [.reads], runtime: "rt_super_constructor")
    t[.classLink] = .init([b, b], b, any, runtime: "rt_class_link")
    t[.instanceNew] = .init([b], b, makeOrThrow)
    t[.instanceComplete] = .init([b], b, make, runtime: "rt_instance_complete")
    t[.callee] = .init([], .function)
    t[.frame] = .init([], .object)
    t[.resumeMode] = .init([], .i32)
    t[.resumeValue] = .init([], b)
    t[.frameNew] = .init([b], variadic: nil, .object, make)
    t[.frameLoad] = .init([], nil, [.reads])
    t[.frameStore] = .init([nil], .void, [.writes])
    t[.frameSuspend] = .init([], .void, [.writes])
    t[.asyncStart] = .init([b], b, any, runtime: "rt_async_start")
    t[.builtin] = .init([], b, make)

    t[.catchException] = .init([], b, [.reads, .writes])
    t[.throwError] = .init([.string], .void, any)
    t[.moduleNamespace] = .init([], b, make)

    t[.jump] = .init([], .void, terminator: true)
    t[.branch] = .init([.i1], .void, terminator: true)
    t[.switchInt] = .init([.i32], .void, terminator: true)
    t[.return] = .init([nil], .void, terminator: true)
    t[.throw] = .init([b], .void, [.throws_], terminator: true)
    t[.suspend] = .init([b], .void, any, terminator: true)
    t[.unreachable] = .init([], .void, terminator: true)
    return t
  }()
}
