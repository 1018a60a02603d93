import Syntax

/// The place of an instruction that came from an inlined function.
public struct InlinedPosition: Hashable, Sendable {
  /// How stack traces call the inlined function; it may be gone itself.
  public let function: String
  public let file: FileID
  /// Byte offset in `file`.
  public let position: UInt32
  /// The position of the call, as instructions of the function around it have it.
  public let caller: UInt32

  /// Files are smaller than this: positions from here on are indices of `PIRFunction.inlinedPositions`.
  static let first: UInt32 = 1 << 31
}

extension PIRFunction {
  /// What is known of a position inside an inlined function; nil for the function's own.
  public func inlined(_ position: UInt32) -> InlinedPosition? {
    position < InlinedPosition.first ? nil : inlinedPositions[Int(position - InlinedPosition.first)]
  }

  /// The position in the function's own text: of the outermost inlined call.
  public func ownPosition(_ position: UInt32) -> UInt32 {
    var position = position
    while let place = inlined(position) { position = place.caller }
    return position
  }
}

extension PIRModule {
  /// How a stack trace calls a function.
  public func traceName(_ function: PIRFunction) -> String {
    let name = interner.string(function.displayName)
    switch function.kind {
    case .internal_: return ""
    case .baseConstructor, .derivedConstructor: return "new " + name
    case .normal, .arrow, .generator, .async, .asyncGenerator, .resume: return name
    case .method:
      // Methods are shown with their class, accessors by their name alone ("get x").
      var path = function.name.split(separator: ".")
      // Copies have a suffix.
      let suffixes = ["native", "typed", "integers"]
      while path.count > 3, suffixes.contains(String(path.last!)) || path.last!.hasPrefix("for") { path.removeLast() }
      guard path.count >= 3, !name.hasPrefix("get "), !name.hasPrefix("set ") else { return name }
      let owner = path[path.count - 2].prefix { $0 != "$" }
      return (owner.first?.isUppercase == true ? String(owner) : "Object") + "." + name
    }
  }
}
