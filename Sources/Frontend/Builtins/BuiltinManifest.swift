import PIR

/// A mistake in a manifest, with its line.
public struct BuiltinManifestError: Error, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let text: String
  public var description: String { "\(file):\(line): \(text)" }
}

/// The list of built-in objects and functions that compiler and runtime share.
///
/// It is read from the `builtins*.manifest` files beside the runtime; their format is described at the top of the
/// first of them.
public struct BuiltinManifest: Sendable {
  public private(set) var objects: [BuiltinObjectRow] = []
  public private(set) var members: [BuiltinMember] = []
  private var objectIndex: [String: Int] = [:]
  private var memberIndex: [String: Int] = [:]
  private var membersByKey: [String: [Int]] = [:]
  private var intrinsics: [String: FastForm] = [:]

  /// The name under which global properties are filed.
  public static let globalObject = "globalThis"

  public init() {}

  /// The row of a built-in object, for example `Array.prototype`.
  public func object(_ name: String) -> BuiltinObjectRow? { objectIndex[name].map { objects[$0] } }

  /// A property of a built-in object by name.
  public func member(_ object: String, _ key: String) -> BuiltinMember? {
    memberIndex["\(object).\(key)"].map { members[$0] }
  }

  /// A property of the global object: `Math`, `parseInt`, `NaN`.
  public func global(_ key: String) -> BuiltinMember? { member(Self.globalObject, key) }

  /// Every property with a key, of whatever object.
  public func members(named key: String) -> [BuiltinMember] { (membersByKey[key] ?? []).map { members[$0] } }

  /// An import of `polyglot:runtime`.
  public func intrinsic(_ name: String) -> FastForm? { intrinsics[name] }

  /// The names of all globals.
  public var globalNames: [String] { members.lazy.filter { $0.object == Self.globalObject }.map(\.key) }

  /// The prelude files that the members' functions come from, with the names that reach each: the members' keys, or the
  /// globals that their objects are reached with.
  public var preludeFiles: [(file: String, keys: [String])] {
    var keys: [String: [String]] = [:]
    var order: [String] = []
    func add(_ implementation: BuiltinImplementation?, _ key: String) {
      guard case .prelude(let path)? = implementation, let colon = path.firstIndex(of: ":") else { return }
      let file = String(path[..<colon])
      if keys[file] == nil { order.append(file) }
      keys[file, default: []].append(key)
    }
    for member in members {
      switch member.kind {
      case .method(let implementation, _), .getter(let implementation):
        for name in object(member.object)?.reachedWith ?? [member.key] { add(implementation, name) }
      default: break
      }
      add(member.setter, member.key)
    }
    for object in objects {
      add(object.call, object.name)
      add(object.construct, object.name)
    }
    return order.map { ($0, keys[$0]!) }
  }

  mutating func add(object name: String) -> Int {
    if let known = objectIndex[name] { return known }
    objects.append(BuiltinObjectRow(name: name, index: objects.count))
    objectIndex[name] = objects.count - 1
    return objects.count - 1
  }

  func indexOfObject(_ name: String) -> Int? { objectIndex[name] }

  mutating func updateObject(_ index: Int, _ change: (inout BuiltinObjectRow) -> Void) { change(&objects[index]) }

  mutating func add(_ member: BuiltinMember) -> Int {
    let index = members.count
    members.append(member)
    memberIndex["\(member.object).\(member.key)"] = index
    membersByKey[member.key, default: []].append(index)
    if let object = objectIndex[member.object] { objects[object].members.append(index) }
    return index
  }

  func indexOfMember(_ path: String) -> Int? { memberIndex[path] }

  mutating func updateMember(_ index: Int, _ change: (inout BuiltinMember) -> Void) { change(&members[index]) }

  mutating func add(intrinsic name: String, _ form: FastForm) { intrinsics[name] = form }
}
