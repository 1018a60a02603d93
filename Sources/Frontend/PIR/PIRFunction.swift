import Syntax

/// What an incoming parameter of a PIR function carries.
public enum ParameterKind: Hashable, Sendable {
  /// The `this` value.
  case this
  /// new.target; in constructors always an object, elsewhere possibly undefined.
  case newTarget
  /// The argument at an index; undefined if the caller passed fewer.
  case positional(Int)
  /// An array of the arguments from an index on.
  case rest(Int)
  /// The `arguments` object.
  case arguments
  /// How many arguments there are, as f64; of functions of the prelude.
  case argumentCount
}

/// A parameter of a PIR function.
public struct Parameter: Sendable {
  public let kind: ParameterKind
  public var value: ValueID
  /// What the source's annotation promises; never trusted, only tested for.
  public var hint: Representation?

  public init(kind: ParameterKind, value: ValueID, hint: Representation? = nil) {
    self.kind = kind
    self.value = value
    self.hint = hint
  }
}

/// What a function is as a comparator of `sort`.
public enum Comparator: UInt8, Sendable {
  case unknown
  /// Returns its first argument minus its second and does nothing else.
  case ascending
  /// The other way round.
  case descending
}

/// How a function may be called.
public enum FunctionKind: UInt8, Sendable, CaseIterable {
  /// A function declaration or expression: callable and constructible.
  case normal
  case arrow
  /// Methods, accessors and built-ins: callable, without `prototype`.
  case method
  /// Constructors are only called with new.target as their first parameter and return the object.
  case baseConstructor, derivedConstructor
  /// Functions that suspend: callable only.
  case generator, async, asyncGenerator
  /// What goes on after a suspension: called by the runtime with the frame, the point, the mode and the value, whose
  /// parameters and boxed result are fixed.
  case resume
  /// The body of a module; also class static blocks and other code that only the compiler calls.
  case internal_

  /// Whether calling it gives a generator object, whose prototype the function object has.
  public var isGenerator: Bool { self == .generator || self == .asyncGenerator }
  /// Whether its body suspends.
  public var suspends: Bool { isGenerator || self == .async }
}

/// A variable of a function that lives in memory until `promote-slots`.
public struct Slot: Sendable {
  public let name: Name
  public var representation: Representation
}

/// A function in PIR.
///
/// Its native ABI takes `parameters` in their representations (with the closure first if there are captures) and returns
/// `result`. A pending exception is signalled in the returned register by a value that the representation cannot
/// otherwise have: `boxed` and `f64` all bits set, pointers null, `i1` 2, `i32`/`u32` (returned as i64) -1, `void`
/// (returned as i32) -1. Unknown callers use the boxed ABI, through a thunk that code generation makes if `escapes`.
public struct PIRFunction: Sendable {
  /// Unique in the module; `[A-Za-z0-9_.$]+`, shown as `@name`.
  public var name: String
  /// The function's `name` property.
  public var displayName: Name
  /// The function's `length` property.
  public var length: Int
  public var kind: FunctionKind
  public var parameters: [Parameter] = []
  public var result: Representation
  /// Representations of captured values; cells for variables that change.
  public var captures: [Representation] = []
  public var slots: [Slot] = []
  /// Of a resume function: the representations of the variables that its frame holds.
  public var frame: [Representation] = []
  public var file: FileID
  public var span: SourceSpan?
  /// What `toString` of its function objects gives; nil for functions of the library.
  public var source: SourceSpan?
  /// Whether a function object of it can reach code that does not know it. Set by lowering wherever it makes a value of
  /// it (`closure.new`), so unknown callers exist.
  public var escapes = false
  /// Of a copy made for known callers: the function whose closures it takes, and with them their captures.
  public var closureOf: FunctionID?
  /// Whether it is only the fallback beside a native body of the same function.
  public var isCold = false
  /// Whether it is to be small rather than fast: its file says so, or the library alone uses it where speed does not matter.
  public var isSmall = false
  /// Whether it is rarely worth time or space. Such functions are translated plainly: calls go through the runtime, nothing is
  /// copied or expanded for speed.
  public var prefersSize: Bool { isCold || isSmall }
  /// Whether it is worth larger code that runs faster.
  var prefersSpeed: Bool { !prefersSize && !runsBriefly }
  /// Whether it runs a few times and not for long.
  var runsBriefly: Bool { frequency == .rare || frequency == .brief }
  /// Whether its file says that it runs often, which in large programs does not show where unknown code, such as the event
  /// loop, calls it.
  public var isFast = false
  /// Set by `simplify` if it found nothing to do, and valid until something changes the function.
  var isSimple = false
  /// Set by `estimate-frequencies`.
  public var frequency = Frequency.often
  /// Set by `recognize-comparators`.
  public var comparator = Comparator.unknown

  public var values: [Value] = []
  public var instructions: [Instruction] = []
  public var blocks: [Block] = []
  public var operandPool: [ValueID] = []
  public var edgePool: [Edge] = []
  public var namePool: [Name] = []
  /// Where the instructions of inlined functions come from: positions from `InlinedPosition.first` on are indices here.
  public var inlinedPositions: [InlinedPosition] = []
  public var integerPool: [Int64] = []

  public static let entry = BlockID(0)

  public init(
    name: String, displayName: Name = .empty, length: Int = 0, kind: FunctionKind, result: Representation, file: FileID
  ) {
    self.name = name
    self.displayName = displayName
    self.length = length
    self.kind = kind
    self.result = result
    self.file = file
  }

  @inlinable public subscript(_ id: InstructionID) -> Instruction {
    get { instructions[Int(id.raw)] }
    set { instructions[Int(id.raw)] = newValue }
  }

  @inlinable public subscript(_ id: BlockID) -> Block {
    get { blocks[Int(id.raw)] }
    _modify { yield &blocks[Int(id.raw)] }
  }

  @inlinable public subscript(_ id: ValueID) -> Value {
    get { values[Int(id.raw)] }
    set { values[Int(id.raw)] = newValue }
  }

  @inlinable public func representation(_ value: ValueID) -> Representation { values[Int(value.raw)].representation }

  @inlinable public func operands(_ instruction: Instruction) -> ArraySlice<ValueID> {
    operandPool[instruction.operands.indices]
  }

  @inlinable public func operand(_ instruction: Instruction, _ index: Int) -> ValueID {
    operandPool[Int(instruction.operands.start) + index]
  }

  @inlinable public func edges(_ instruction: Instruction) -> ArraySlice<Edge> { edgePool[instruction.edges.indices] }
  @inlinable public func arguments(_ edge: Edge) -> ArraySlice<ValueID> { operandPool[edge.arguments.indices] }
  @inlinable public func names(_ range: PoolRange) -> ArraySlice<Name> { namePool[range.indices] }

  /// The terminator of a block.
  @inlinable public func terminator(_ block: BlockID) -> InstructionID { blocks[Int(block.raw)].instructions.last! }

  /// All block indices.
  @inlinable public var blockIDs: [BlockID] { blocks.indices.map { BlockID(UInt32($0)) } }
}
