/// What executing an instruction or a runtime function may do besides computing its result.
public struct Effects: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// May end in a pending exception.
  public static let throws_ = Effects(rawValue: 1 << 0)
  /// May allocate, and so collect garbage on entry.
  public static let allocates = Effects(rawValue: 1 << 1)
  /// Reads mutable memory of the program.
  public static let reads = Effects(rawValue: 1 << 2)
  /// Writes memory of the program, or does output.
  public static let writes = Effects(rawValue: 1 << 3)
  /// May run arbitrary code of the program (getters, `toString`, callees).
  public static let calls = Effects(rawValue: 1 << 4)

  public static let pure: Effects = []
  /// What a call of unknown code may do.
  public static let any: Effects = [.throws_, .allocates, .reads, .writes, .calls]
  /// Not removable even if the result is unused.
  public var isObservable: Bool { !isDisjoint(with: [.throws_, .writes, .calls]) }
}
