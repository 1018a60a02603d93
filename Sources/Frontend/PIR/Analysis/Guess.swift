/// What objects of one origin a guess is about.
enum ObjectOrigin: Hashable, Sendable {
  /// Instances of a class or objects of a literal.
  case layout(LayoutID)
  /// Arrays made at one place: a number of `Prediction`.
  case array(Int)
  /// What a built-in constructor makes.
  case builtin(BuiltinID)
  /// Closures of a function.
  case closure(FunctionID)
}

/// What a value probably is. Unlike a `TypeSet` of inference it proves nothing: whatever relies on it tests first.
struct Guess: Equatable, Sendable {
  /// Empty if nothing is known.
  var kinds: TypeSet = []
  /// Where its objects come from; empty also if they come from anywhere.
  var origins: [ObjectOrigin] = []
  /// Whether there are more origins than are worth telling apart.
  var isMixed = false

  static let mostOrigins = 4

  init(_ kinds: TypeSet = [], _ origins: [ObjectOrigin] = []) {
    self.kinds = kinds
    self.origins = origins
  }

  /// Adds another guess; whether that changed anything.
  mutating func join(_ other: Guess) -> Bool {
    var changed = false
    if !other.kinds.isSubset(of: kinds) {
      kinds.formUnion(other.kinds)
      changed = true
    }
    if isMixed { return changed }
    for origin in other.origins where !origins.contains(origin) {
      origins.append(origin)
      changed = true
    }
    if other.isMixed || origins.count > Self.mostOrigins {
      isMixed = true
      origins = []
      changed = true
    }
    return changed
  }

  /// Whether the value is probably of a kind, besides being absent sometimes.
  func isProbably(_ kind: TypeSet) -> Bool { kinds.subtracting([.undefined, .null, .hole]).isWithin(kind) }

  /// Whether nothing speaks against an object of a class or literal of the program.
  var mayBeInstance: Bool {
    if excludes(.object) { return false }
    return origins.isEmpty || origins.contains {
      switch $0 {
      case .layout, .closure: return true
      case .array, .builtin: return false
      }
    }
  }

  /// Whether what is known speaks against a kind.
  func excludes(_ kind: TypeSet) -> Bool { !kinds.isEmpty && kinds.isDisjoint(with: kind) }

  /// Whether nothing speaks against a kind.
  func mayBe(_ kind: TypeSet) -> Bool {
    let known = kinds.subtracting([.undefined, .null, .hole])
    return known.isEmpty || known.isWithin(kind)
  }
}
