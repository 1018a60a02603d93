import PIR
import Semantics
import Syntax

/// What kind of code a function's body is, which decides about `this`, `return` and `super`.
enum FunctionRole {
  case moduleBody, function, arrow, method, baseConstructor, derivedConstructor
}

/// How a function finds the object whose prototype `super.x` starts from.
enum HomeObject {
  case variable(VariableKey)
  /// A constructor's home object is its own `prototype`.
  case prototypeOfActiveFunction
}

/// Lowers one function; extensions by topic.
final class FunctionLowering {
  let context: ProgramLowering
  let program: BoundProgram
  let file: FileID
  let tree: SyntaxTree
  let parent: FunctionLowering?
  let role: FunctionRole
  let id: FunctionID
  /// The function's name in PIR, which prefixes the names of the functions inside.
  let path: String
  var builder: FunctionBuilder
  var storage: [VariableKey: Storage] = [:]
  /// What the function's object carries, in order.
  var captures: [VariableKey] = []
  var frames: [ControlFrame] = []
  /// The class whose private names are visible.
  var classContext: ClassContext?
  var home: HomeObject?
  /// Labels in front of the statement that comes next.
  var pendingLabels: [Name] = []
  /// Where `?.` jumps to, innermost last.
  var chainExits: [ChainExit] = []
  /// Loops around the current code in this function: what is inside may run several times.
  var loopDepth = 0
  /// The scopes around, innermost last.
  var scopes: [ScopeID] = []
  var anonymousCount = 0
  /// In functions that are not strict, whose `this` is never undefined: those of CommonJS files and those that `Function`
  /// or an indirect `eval` makes.
  var isSloppy: Bool
  /// In the code of a constant `eval`: where the value of the last statement goes (ECMA-262 8.2.1).
  var completion: SlotID?
  /// In a derived constructor: the class whose fields `super(…)` initializes.
  var constructedClass: ClassContext?

  init(
    _ context: ProgramLowering, file: FileID, parent: FunctionLowering?, role: FunctionRole, id: FunctionID
  ) {
    self.context = context
    program = context.program
    self.file = file
    tree = context.program.graph[file].tree
    self.parent = parent
    self.role = role
    self.id = id
    path = context.module[id].name
    builder = FunctionBuilder(context.module[id])
    classContext = parent?.classContext
    isSloppy = parent?.isSloppy ?? context.isSloppy(file)
    if role == .arrow { constructedClass = parent?.constructedClass }
  }

  var names: WellKnownNames { context.names }

  /// Hands the finished function to the module.
  func finish() {
    if !builder.isTerminated { fallOffEnd() }
    var function = builder.function
    function.removeUnreachableBlocks()
    // Others may have learnt about the function while its body was being lowered.
    function.escapes = function.escapes || context.module[id].escapes
    function.kind = context.module[id].kind
    context.module[id] = function
  }

  // MARK: Emitting

  func position(_ node: NodeID) { builder.position = tree[node].start }

  @discardableResult
  func emit(_ opcode: Opcode, _ operands: [ValueID] = [], payload: Payload = .none, result: Representation? = nil) -> ValueID {
    builder.emit(opcode, operands, payload: payload, result: result)
  }

  func representation(_ value: ValueID) -> Representation { builder.function.representation(value) }

  /// `value` as a boxed value.
  func box(_ value: ValueID) -> ValueID { representation(value) == .boxed ? value : emit(.box, [value]) }

  func undefined() -> ValueID { emit(.undefined) }
  func number(_ value: Double) -> ValueID { emit(.constF64, payload: .double(value)) }
  func truth(_ value: Bool) -> ValueID { emit(.constI1, payload: .integer(value ? 1 : 0)) }

  func string(_ name: Name) -> ValueID {
    context.mention(name)
    return emit(.constString, payload: .name(name))
  }

  func string(_ text: String) -> ValueID { emit(.constString, payload: .name(context.intern(text))) }

  /// `value` as a truth value (ECMA-262 7.1.2).
  func toBoolean(_ value: ValueID) -> ValueID {
    representation(value) == .i1 ? value : emit(.jsToBoolean, [box(value)])
  }

  func isHole(_ value: ValueID) -> ValueID { emit(.isType, [value], payload: .test(.hole)) }
  func isUndefined(_ value: ValueID) -> ValueID { emit(.isType, [value], payload: .test(.undefined)) }
  func isNullish(_ value: ValueID) -> ValueID { emit(.isType, [value], payload: .test(.nullish)) }

  /// Throws an error of the runtime; code after it cannot be reached.
  func throwError(_ kind: ErrorKind, _ message: String) {
    emit(.throwError, [string(message)], payload: .error(kind))
    builder.emit(.unreachable)
    builder.move(to: builder.newBlock())
  }

  /// Reports what is not supported; the program will not be built, so any value will do.
  func unsupported(_ construct: String, instead: String, _ node: NodeID) -> ValueID {
    context.reportUnsupported(construct, instead: instead, node, file)
    return undefined()
  }

  // MARK: Blocks

  /// Goes on in `block`, jumping there if the current block is still open.
  func continue_(in block: BlockID) {
    if !builder.isTerminated { builder.jump(block) }
    builder.move(to: block)
  }

  func branch(_ condition: ValueID, _ whenTrue: BlockID, _ whenFalse: BlockID) {
    builder.branch(condition, whenTrue, [], whenFalse, [])
  }

  /// A local variable of the lowering's own.
  func temporary(_ representation: Representation = .boxed) -> SlotID {
    builder.addSlot(names.temporary, representation)
  }

  func load(_ slot: SlotID) -> ValueID {
    emit(.slotLoad, payload: .slot(slot), result: builder.function.slots[Int(slot.raw)].representation)
  }

  func store(_ value: ValueID, _ slot: SlotID) { emit(.slotStore, [value], payload: .slot(slot)) }
}
