import Syntax

/// What a remark is about; the names are part of the command's output.
public enum RemarkKind: String, Sendable {
  /// A parameter, result or variable that is held as a boxed value.
  case boxed
  /// A test that fast code makes each time.
  case guardKept = "guard"
  /// A test that an element is there.
  case bounds
  /// A property that is looked up through an inline cache.
  case property
  /// An element that is looked up by whatever the key and the object are.
  case element
  /// An operator on values of any kind.
  case operation = "operator"
  /// A call whose function is found when it runs.
  case call
  /// A loop that steps an iterator.
  case iteration

  /// Whether it costs a test rather than a call or a look-up.
  var isTest: Bool { self == .guardKept || self == .bounds }
}

/// One thing that the optimiser could not make fast, and why.
public struct Remark: Hashable, Sendable {
  public let kind: RemarkKind
  public let file: FileID
  /// Byte offset in `file`.
  public let position: UInt32
  /// The function around it as stack traces call it; empty at the top level of a file.
  public let function: String
  /// How many loops are around it, calls of its function from loops counting as one.
  public let loopDepth: Int
  public let text: String
  /// Why it is so, as far as that is known.
  public let reason: String?
}

/// The remarks on a program as text.
public struct RemarkReport {
  private let module: PIRModule
  private let remarks: [Remark]

  public init(_ remarks: [Remark], of module: PIRModule) {
    self.module = module
    self.remarks = remarks
  }

  /// `path:line:column: remark: text [kind, loop depth]`, function by function, those with the deepest loops first.
  public var text: String {
    var output = ""
    for (function, group) in groups {
      let name = function.name.isEmpty ? "at the top level" : "in '\(function.name)'"
      output += "\(module.files[Int(function.file.raw)].path): \(name):\n"
      for remark in group {
        let depth = remark.loopDepth == 0 ? "" : ", loop depth \(remark.loopDepth)"
        output += "\(place(remark)): remark: \(message(remark)) [\(remark.kind.rawValue)\(depth)]\n"
      }
    }
    return output
  }

  /// One JSON object a line, in the same order.
  public var json: String {
    groups.flatMap(\.remarks).map { remark in
      let file = module.files[Int(remark.file.raw)]
      let place = file.lineColumn(at: remark.position)
      return "{\"severity\":\"remark\",\"kind\":\"\(remark.kind.rawValue)\",\"message\":\(quoted(message(remark))),"
        + "\"file\":\(quoted(file.path)),\"line\":\(place.line),\"column\":\(place.column),"
        + "\"function\":\(quoted(remark.function)),\"loopDepth\":\(remark.loopDepth)}\n"
    }.joined()
  }

  private struct Function: Hashable {
    let file: FileID
    let name: String
  }

  private var groups: [(function: Function, remarks: [Remark])] {
    var groups: [(function: Function, remarks: [Remark])] = []
    for (function, group) in Dictionary(grouping: remarks, by: { Function(file: $0.file, name: $0.function) }) {
      groups.append((function, group.sorted(by: Self.precedes)))
    }
    return groups.sorted { a, b in
      func key(_ group: (function: Function, remarks: [Remark])) -> (Int, UInt32, UInt32, String) {
        let first = group.remarks.map(\.position).min()!
        return (-group.remarks[0].loopDepth, group.function.file.raw, first, group.function.name)
      }
      return key(a) < key(b)
    }
  }

  private static func precedes(_ a: Remark, _ b: Remark) -> Bool {
    func key(_ remark: Remark) -> (Int, Int, UInt32, String, String) {
      (-remark.loopDepth, remark.kind.isTest ? 1 : 0, remark.position, remark.kind.rawValue, remark.text)
    }
    return key(a) < key(b)
  }

  private func place(_ remark: Remark) -> String { module.place(remark.file, remark.position) }

  /// The text with its reason; places in the remark's own file are told without its name.
  private func message(_ remark: Remark) -> String {
    guard let reason = remark.reason else { return remark.text }
    let path = Array(" at \(module.files[Int(remark.file.raw)].path):".utf8)
    let text = Array("\(remark.text): \(reason)".utf8)
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index...].starts(with: path) {
        result += Array(" at ".utf8)
        index += path.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension PIRModule {
  /// `path:line:column`.
  func place(_ file: FileID, _ position: UInt32) -> String {
    let source = files[Int(file.raw)]
    let place = source.lineColumn(at: position)
    return "\(source.path):\(place.line):\(place.column)"
  }
}
