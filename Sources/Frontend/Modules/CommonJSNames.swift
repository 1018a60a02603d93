import Syntax

/// Names that mean something in CommonJS files.
public struct CommonJSNames: Sendable {
  public let exports, require, module, filename, dirname, main, resolve, cache, extensions: Name
  public let defineProperty, value, get, esModule: Name
  /// Names of variables that no program can spell.
  public let moduleExports, moduleThis: Name

  public init(_ interner: Interner) {
    exports = interner.intern("exports")
    require = interner.intern("require")
    module = interner.intern("module")
    filename = interner.intern("__filename")
    dirname = interner.intern("__dirname")
    main = interner.intern("main")
    resolve = interner.intern("resolve")
    cache = interner.intern("cache")
    extensions = interner.intern("extensions")
    defineProperty = interner.intern("defineProperty")
    value = interner.intern("value")
    get = interner.intern("get")
    esModule = interner.intern("__esModule")
    moduleExports = interner.intern("module.exports")
    moduleThis = interner.intern("module.this")
  }

  /// The parameters of the function that Node makes of a file.
  var parameters: [Name] { [exports, require, module, filename, dirname] }
}
