/// Arranging the arguments of a call as the callee takes them.
extension PIRFunction {
  /// Whether its closure is a class.
  public var isClassConstructor: Bool { kind == .baseConstructor || kind == .derivedConstructor }

  /// The values for this function's parameters, boxed or as they are; `make` appends the instructions that they need.
  public func arguments(
    this: ValueID, _ given: [ValueID], _ make: (_ opcode: Opcode, _ operands: [ValueID], _ payload: Payload) -> ValueID
  ) -> [ValueID] {
    parameters.map { parameter in
      switch parameter.kind {
      case .positional(let index) where index < given.count: return given[index]
      case .this, .newTarget: return this
      case .rest(let index): return make(.arrayNew, Array(given.dropFirst(index)), .none)
      case .argumentCount: return make(.constF64, [], .double(Double(given.count)))
      default: return make(.undefined, [], .none)
      }
    }
  }

  /// Appends a direct call of `callee` with boxed arguments and gives its result, boxed.
  mutating func appendCall(
    of id: FunctionID, _ callee: PIRFunction, closure: ValueID, this: ValueID, _ given: [ValueID], to block: BlockID,
    position: UInt32
  ) -> ValueID {
    let values = callee.arguments(this: this, given) { append($0, $1, payload: $2, to: block, position: position) }
    let operands = [closure] + zip(values, callee.parameters).map {
      convert($0, to: callee.representation($1.value), in: block, position: position)
    }
    let result = append(.callDirect, operands, payload: .function(id), result: callee.result, to: block, position: position)
    if !result.exists { return append(.undefined, to: block, position: position) }
    return convert(result, to: .boxed, in: block, position: position)
  }
}
