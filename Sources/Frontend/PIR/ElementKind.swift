/// The kinds of typed arrays whose elements compiled code reaches itself, as the runtime's `rt_element_kind`.
public enum ElementKind: Int64, Sendable, CaseIterable {
  case int8 = 0
  case uint8 = 1
  case int16 = 3
  case uint16 = 4
  case int32 = 5
  case uint32 = 6
  case float32 = 8
  case float64 = 9

  /// The kind of what a built-in constructor makes; nil: another object.
  public init?(constructor name: String) {
    guard let kind = Self.allCases.first(where: { $0.constructor == name }) else { return nil }
    self = kind
  }

  /// The name of its constructor.
  public var constructor: String {
    switch self {
    case .int8: return "Int8Array"
    case .uint8: return "Uint8Array"
    case .int16: return "Int16Array"
    case .uint16: return "Uint16Array"
    case .int32: return "Int32Array"
    case .uint32: return "Uint32Array"
    case .float32: return "Float32Array"
    case .float64: return "Float64Array"
    }
  }

  /// How an element is held.
  public var representation: Representation {
    switch self {
    case .int8, .uint8, .int16, .uint16, .int32: return .i32
    case .uint32: return .u32
    case .float32, .float64: return .f64
    }
  }

  /// The layout of such arrays with their original prototype.
  public var layout: LayoutID { LayoutID(LayoutID.typedArrays + UInt32(rawValue) + 1) }
}
