/// What the code being parsed is part of; most of it decides which words and statements are allowed.
struct ParseContext: OptionSet {
  let rawValue: UInt32
  /// `in` does not continue an expression, as in the head of `for`.
  static let noIn = ParseContext(rawValue: 1 << 0)
  /// `return` is allowed.
  static let function = ParseContext(rawValue: 1 << 1)
  /// `await` is an operator: in async functions and at the top level.
  static let awaitAllowed = ParseContext(rawValue: 1 << 2)
  /// `yield` is an operator.
  static let generator = ParseContext(rawValue: 1 << 3)
  /// In the parameters of an async function or generator, where neither operator may stand.
  static let parameters = ParseContext(rawValue: 1 << 4)
  /// Inside a loop of the current function.
  static let loop = ParseContext(rawValue: 1 << 5)
  /// Inside a `switch` of the current function.
  static let switchBody = ParseContext(rawValue: 1 << 6)
  /// `super.x` is allowed.
  static let superProperty = ParseContext(rawValue: 1 << 7)
  /// `super()` is allowed.
  static let superCall = ParseContext(rawValue: 1 << 8)
  /// `new.target` is allowed.
  static let newTarget = ParseContext(rawValue: 1 << 9)
  /// Inside a class body.
  static let classBody = ParseContext(rawValue: 1 << 10)
  /// In a field's initializer or a static block, where `arguments` may not stand.
  static let fieldInitializer = ParseContext(rawValue: 1 << 11)
  /// In a static block, where `await` may not stand.
  static let staticBlock = ParseContext(rawValue: 1 << 12)
  /// Declarations without implementations: `declare`, `.d.ts`.
  static let ambient = ParseContext(rawValue: 1 << 13)
  /// `extends` does not continue a type.
  static let noConditionalType = ParseContext(rawValue: 1 << 14)
  /// In the middle of `a ? b : c`, where a colon may not be a return type.
  static let conditionalBranch = ParseContext(rawValue: 1 << 15)
  /// In a decorator, where `[` opens a computed member name.
  static let decorator = ParseContext(rawValue: 1 << 16)
  /// Directly in a file or namespace, where imports and exports may stand.
  static let topLevel = ParseContext(rawValue: 1 << 17)
  /// In a namespace.
  static let namespace = ParseContext(rawValue: 1 << 18)
  /// In a class that has a superclass.
  static let derivedClass = ParseContext(rawValue: 1 << 19)
  /// In an abstract class.
  static let abstractClass = ParseContext(rawValue: 1 << 20)
  /// In a function that is neither async nor at the top level, to word messages about `await`.
  static let plainFunction = ParseContext(rawValue: 1 << 21)
  /// `infer` is allowed: in the `extends` part of a conditional type.
  static let conditionalExtends = ParseContext(rawValue: 1 << 22)

  /// In the constructor of a class without a superclass.
  static let baseConstructor = ParseContext(rawValue: 1 << 23)

  /// What a function keeps of its surroundings.
  static let inheritedByFunctions: ParseContext = [.classBody, .ambient]
  /// What an arrow function keeps besides.
  static let inheritedByArrows: ParseContext = [
    .superProperty, .superCall, .newTarget, .fieldInitializer, .baseConstructor,
  ]
}

/// Names that the grammar itself knows.
struct ParserNames {
  let eval, function, arguments, proto, constructor, prototype, useStrict, `this`, `static`, const, `default`: Name
  let global, meta, target, `await`, `defer`, source: Name

  init(_ interner: Interner) {
    eval = interner.intern("eval")
    function = interner.intern("Function")
    arguments = interner.intern("arguments")
    proto = interner.intern("__proto__")
    constructor = interner.intern("constructor")
    prototype = interner.intern("prototype")
    useStrict = interner.intern("use strict")
    this = interner.intern("this")
    `static` = interner.intern("static")
    const = interner.intern("const")
    `default` = interner.intern("default")
    global = interner.intern("global")
    meta = interner.intern("meta")
    target = interner.intern("target")
    `await` = interner.intern("await")
    `defer` = interner.intern("defer")
    source = interner.intern("source")
  }
}
