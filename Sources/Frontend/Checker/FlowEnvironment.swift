/// What is known at one point of a function about narrowed references and unassigned variables.
struct FlowEnvironment {
  /// Narrowed types by reference number; a reference that is absent has its declared type.
  var narrowed: [Int: TypeID] = [:]
  /// Variables that may not have been assigned yet.
  var unassigned: Set<SymbolID> = []
  var isReachable = true

  static let unreachable: FlowEnvironment = {
    var environment = FlowEnvironment()
    environment.isReachable = false
    return environment
  }()
}

/// A statement that `break` or `continue` can leave.
struct JumpTarget {
  var labels: [UInt32]
  var acceptsContinue: Bool
  var acceptsPlainBreak: Bool
  var breakEnvironment: FlowEnvironment = .unreachable
  var continueEnvironment: FlowEnvironment = .unreachable
}
