import Syntax

/// What an instruction can find fault with in one of its operands, so that the message shows the operand's source text.
public enum BlameRole: UInt8, Hashable, Sendable {
  /// What is called or constructed.
  case callee = 1
  /// What is iterated; an empty text stands for the last argument of a call.
  case iterable = 2
  /// What is destructured.
  case destructured = 3
}

/// The place of an instruction whose operand can be blamed.
public struct BlameKey: Hashable, Sendable {
  public let file: FileID
  public let position: UInt32
  public let role: BlameRole

  public init(file: FileID, position: UInt32, role: BlameRole) {
    self.file = file
    self.position = position
    self.role = role
  }
}

extension Opcode {
  /// What an exception of the instruction itself, rather than of code that it calls, is about.
  public var blameRole: BlameRole? {
    switch self {
    case .callValue, .callMethod, .callSpread, .construct, .constructSpread: return .callee
    case .iterNew, .arrayAppend: return .iterable
    case .propGet, .elemGet, .elemGetIndex, .checkObjectCoercible: return .destructured
    default: return nil
    }
  }
}
