import Syntax

/// A variable of a source module: lives as long as the program.
public struct Global: Sendable {
  /// Unique in the module, shown as `$name`.
  public var name: String
  public var representation: Representation
  /// `hole` until the initializer ran if true; otherwise undefined (boxed), zero or null.
  public var startsUninitialized: Bool
  /// Proven by `elide-init-checks`: no code reads it before its first store.
  public var isStoredBeforeRead = false

  public init(name: String, representation: Representation, startsUninitialized: Bool) {
    self.name = name
    self.representation = representation
    self.startsUninitialized = startsUninitialized
  }
}

/// A C function of the runtime with a native signature.
public struct RuntimeFunction: Hashable, Sendable {
  /// The C symbol.
  public let symbol: String
  public let parameters: [Representation]
  public let result: Representation
  public let effects: Effects

  public init(symbol: String, parameters: [Representation], result: Representation, effects: Effects) {
    self.symbol = symbol
    self.parameters = parameters
    self.result = result
    self.effects = effects
  }
}

/// The code behind a property of a built-in object.
public enum BuiltinValue: Hashable, Sendable {
  /// A C function of the boxed ABI.
  case native(symbol: String, length: Int)
  /// A function of the TypeScript prelude.
  case compiled(FunctionID, length: Int)
  /// A getter in C or in the prelude.
  case nativeGetter(symbol: String)
  case compiledGetter(FunctionID)
  case number(UInt64)
  case string(Name)
  case undefined
  /// Another built-in object.
  case object(BuiltinID)
  /// What another property of the same object holds.
  case same(Name)
}

/// A property that code generation puts into a built-in object's table.
public struct BuiltinProperty: Hashable, Sendable {
  /// A plain key, or a well-known symbol spelled `@@iterator`.
  public let key: Name
  public let value: BuiltinValue
  public let isEnumerable: Bool
  public let isWritable: Bool
  public let isConfigurable: Bool
  /// Of accessors: the setter, a `native` or `compiled`.
  public let setter: BuiltinValue?

  public init(
    key: Name, value: BuiltinValue, isEnumerable: Bool = false, isWritable: Bool = true, isConfigurable: Bool = true,
    setter: BuiltinValue? = nil
  ) {
    self.key = key
    self.value = value
    self.isEnumerable = isEnumerable
    self.isWritable = isWritable
    self.isConfigurable = isConfigurable
    self.setter = setter
  }
}

/// A built-in object (`Array`, `Array.prototype`, `Math`) that the program can reach, with the properties it can name.
public struct BuiltinObject: Sendable {
  /// The specification's name, for example `Array.prototype`.
  public let name: String
  /// Its index in the runtime's table (`RT_BUILTIN_…`).
  public let index: Int
  /// For constructors: how it is called and constructed.
  public var call: BuiltinValue?
  public var construct: BuiltinValue?
  /// For exotic objects: the native that makes one.
  public var make: BuiltinValue?
  public var properties: [BuiltinProperty]

  public init(name: String, index: Int, call: BuiltinValue? = nil, construct: BuiltinValue? = nil, properties: [BuiltinProperty] = []) {
    self.name = name
    self.index = index
    self.call = call
    self.construct = construct
    self.properties = properties
  }
}

/// A whole program in PIR.
public struct PIRModule: Sendable {
  public let interner: Interner
  /// By `FileID`: what stack traces and debug information call the file, and its text for line numbers.
  public var files: [SourceFile]
  /// What stack traces call the files that do not go by their paths.
  public var traceNames: [FileID: String] = [:]
  /// Where files have syntax that is there for types alone, by start.
  public var typeSyntax: [FileID: [Range<UInt32>]] = [:]
  public var functions: [PIRFunction] = []
  public var globals: [Global] = []
  public var runtimeFunctions: [RuntimeFunction] = []
  public var builtins: [BuiltinObject] = []
  /// Module namespace objects: per file the exported names with the globals behind them, in key order.
  public var namespaces: [FileID: [(name: Name, global: GlobalID)]] = [:]
  /// Every name that the lowered program mentions as a property, global or string literal: a built-in property that is
  /// not among them cannot be reached and is not linked.
  public var mentionedNames: Set<Name> = []
  /// Lowered functions of the prelude by `FILE:EXPORT`.
  public var preludeFunctions: [String: FunctionID] = [:]
  /// By `FileID`.
  private let optimizationComments: [OptimizationComments]
  /// Built-in objects whose properties the program assigns, defines or deletes, by name: their functions are looked up.
  public var patchedBuiltins: Set<String> = []
  /// Set by `resolve-builtins`: members of the prototypes of collections that are called directly as long as a receiver has no
  /// property of that name itself.
  public var directMembers: Set<Name> = []
  /// Set by `describe-builtins`.
  public var builtinFacts = BuiltinFacts()
  /// Source texts that messages about an instruction's operand show.
  public var blames: [BlameKey: String] = [:]
  /// Set by `assign-layouts`, by number - 1.
  public var layouts: [Layout] = []
  /// How many built-in objects the manifest knows; the size of the run-time table.
  public var builtinCount = 0
  /// Runs the module bodies in order; `internal_`, no parameters, result void.
  public var entry: FunctionID?
  private var runtimeIndex: [RuntimeFunction: RuntimeFunctionID] = [:]

  public init(interner: Interner, files: [SourceFile]) {
    self.interner = interner
    self.files = files
    optimizationComments = files.map(OptimizationComments.init)
  }

  @inlinable public subscript(_ id: FunctionID) -> PIRFunction {
    get { functions[Int(id.raw)] }
    _modify { yield &functions[Int(id.raw)] }
  }

  @inlinable public subscript(_ id: GlobalID) -> Global {
    get { globals[Int(id.raw)] }
    _modify { yield &globals[Int(id.raw)] }
  }

  @inlinable public subscript(_ id: LayoutID) -> Layout {
    get { layouts[Int(id.raw) - 1] }
    _modify { yield &layouts[Int(id.raw) - 1] }
  }

  @inlinable public subscript(_ id: RuntimeFunctionID) -> RuntimeFunction { runtimeFunctions[Int(id.raw)] }
  @inlinable public subscript(_ id: BuiltinID) -> BuiltinObject {
    get { builtins[Int(id.raw)] }
    _modify { yield &builtins[Int(id.raw)] }
  }

  /// Layouts of object literals by their properties.
  public func literalLayouts() -> [[Name]: LayoutID] {
    var result: [[Name]: LayoutID] = [:]
    for (index, layout) in layouts.enumerated() where layout.constructor == nil && layout.object == nil {
      let id = LayoutID(UInt32(index + 1))
      if !isPrefix(id) { result[layout.fields.map(\.name)] = id }
    }
    return result
  }

  /// Whether a layout only stands for the literals behind it, which begin with its fields: no object has it.
  func isPrefix(_ id: LayoutID) -> Bool {
    let layout = self[id]
    return layout.constructor == nil && layout.object == nil && layout.last != id
  }

  /// Layouts of classes by constructor.
  func classLayouts() -> [FunctionID: LayoutID] {
    var result: [FunctionID: LayoutID] = [:]
    for (index, layout) in layouts.enumerated() {
      if let constructor = layout.constructor { result[constructor] = LayoutID(UInt32(index + 1)) }
    }
    return result
  }

  /// Layouts of constructors themselves.
  func constructorLayouts() -> [FunctionID: LayoutID] {
    var result: [FunctionID: LayoutID] = [:]
    for (index, layout) in layouts.enumerated() {
      if let object = layout.object { result[object] = LayoutID(UInt32(index + 1)) }
    }
    return result
  }

  public mutating func addFunction(_ function: PIRFunction) -> FunctionID {
    functions.append(function)
    let file = Int(function.file.raw)
    if file < optimizationComments.count, let goal = optimizationComments[file].goal(of: function.span) {
      functions[functions.count - 1].isSmall = goal == .size
      functions[functions.count - 1].isFast = goal == .speed
    }
    return FunctionID(UInt32(functions.count - 1))
  }

  public mutating func addGlobal(_ global: Global) -> GlobalID {
    globals.append(global)
    return GlobalID(UInt32(globals.count - 1))
  }

  /// The index of a runtime function, declared on first use.
  public mutating func runtime(_ function: RuntimeFunction) -> RuntimeFunctionID {
    if let known = runtimeIndex[function] { return known }
    let id = RuntimeFunctionID(UInt32(runtimeFunctions.count))
    runtimeFunctions.append(function)
    runtimeIndex[function] = id
    return id
  }
}
