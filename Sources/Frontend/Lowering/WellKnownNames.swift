import Syntax

/// Names that the lowering itself mentions, interned once.
struct WellKnownNames {
  let undefined, nan, infinity, globalThis, arguments, this, prototype, constructor, proto, length, next, `return`: Name
  let iterator, toString, valueOf, parse, json, symbol, `default`, completion, temporary, anonymous, argumentCount: Name

  init(_ interner: Interner) {
    undefined = interner.intern("undefined")
    nan = interner.intern("NaN")
    infinity = interner.intern("Infinity")
    globalThis = interner.intern("globalThis")
    arguments = interner.intern("arguments")
    this = interner.intern("this")
    prototype = interner.intern("prototype")
    constructor = interner.intern("constructor")
    proto = interner.intern("__proto__")
    length = interner.intern("length")
    next = interner.intern("next")
    `return` = interner.intern("return")
    iterator = interner.intern("@@iterator")
    toString = interner.intern("toString")
    valueOf = interner.intern("valueOf")
    parse = interner.intern("parse")
    json = interner.intern("JSON")
    symbol = interner.intern("Symbol")
    `default` = interner.intern("default")
    completion = interner.intern("completion")
    temporary = interner.intern("temporary")
    anonymous = interner.intern("anonymous")
    argumentCount = interner.intern("argumentCount")
  }
}
