/// Spellings that printer and parser share.
enum PIRText {
  static func parameter(_ kind: ParameterKind) -> String {
    switch kind {
    case .this: return "this"
    case .newTarget: return "new.target"
    case .positional(let index): return "arg\(index)"
    case .rest(let index): return "rest\(index)"
    case .arguments: return "arguments"
    case .argumentCount: return "argument.count"
    }
  }

  static func parameter(_ text: Substring) -> ParameterKind? {
    switch text {
    case "this": return .this
    case "new.target": return .newTarget
    case "arguments": return .arguments
    case "argument.count": return .argumentCount
    default:
      if text.hasPrefix("arg"), let index = Int(text.dropFirst(3)) { return .positional(index) }
      if text.hasPrefix("rest"), let index = Int(text.dropFirst(4)) { return .rest(index) }
      return nil
    }
  }

  static func kind(_ kind: FunctionKind) -> String { kind == .internal_ ? "internal" : String(describing: kind) }

  static func kind(_ text: Substring) -> FunctionKind? { FunctionKind.allCases.first { self.kind($0) == text } }

  private static let effectNames: [(Effects, String)] = [
    (.throws_, "throws"), (.allocates, "allocates"), (.reads, "reads"), (.writes, "writes"), (.calls, "calls"),
  ]

  static func effects(_ effects: Effects) -> String {
    let names = effectNames.filter { effects.contains($0.0) }.map(\.1)
    return names.isEmpty ? "" : " [" + names.joined(separator: ", ") + "]"
  }

  static func effect(_ text: Substring) -> Effects? { effectNames.first { $0.1 == text }?.0 }

  /// A double that reads back to the same bits, except for NaN payloads.
  static func double(_ value: Double) -> String { value.description }

  /// WTF-8 bytes in quotes; bytes that are not printable ASCII as `\xx`.
  static func quote(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    var result = "\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        result += "\\"
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "\\" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
    return result + "\""
  }
}
