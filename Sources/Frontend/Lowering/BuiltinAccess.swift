import Builtins
import PIR
import Syntax

/// What a name that nothing in the program declares stands for.
enum GlobalMeaning {
  case object(BuiltinObjectRow)
  case number(Double)
  case string(String)
  case undefined
  /// A function or getter of the global object.
  case property
}

/// The lowering's view of the manifest.
struct BuiltinAccess {
  let manifest: BuiltinManifest

  init(_ manifest: BuiltinManifest) { self.manifest = manifest }

  /// The meaning of a global name; nil if it is not a built-in.
  func global(_ key: String) -> GlobalMeaning? {
    switch key {
    case "undefined": return .undefined
    case "NaN": return .number(.nan)
    case "Infinity": return .number(.infinity)
    default: break
    }
    guard let member = manifest.global(key) else { return manifest.object(key).flatMap { key == BuiltinManifest.globalObject ? .object($0) : nil } }
    switch member.kind {
    case .object(let name): return manifest.object(name).map { .object($0) }
    case .number(let value): return .number(value)
    case .string(let text): return .string(text)
    case .undefined: return .undefined
    case .method, .getter: return .property
    }
  }

  /// The form among `forms` that takes arguments of exactly these representations and no receiver.
  func fastForm(_ forms: [FastForm], arguments: [Representation]) -> FastForm? {
    forms.first { form in
      if case .none = form.receiver { return form.parameters == arguments }
      return false
    }
  }

  /// The prelude functions that a program mentioning `key` can reach, as `FILE:EXPORT`.
  ///
  /// - Parameter isMentioned: whether the program mentions a name. What belongs to a global object is only reached by
  ///   programs that mention the global; prototypes are reached through values.
  func preludeFunctions(mentioning key: String, isMentioned: (String) -> Bool) -> [String] {
    var result: [String] = []
    func add(_ implementation: BuiltinImplementation?) {
      if case .prelude(let path)? = implementation { result.append(path) }
    }
    for member in manifest.members(named: key) {
      switch member.kind {
      case .method(let implementation, _), .getter(let implementation):
        if isReachable(member.object, isMentioned) {
          add(implementation)
          add(member.setter)
        }
      default: break
      }
    }
    if let object = manifest.object(key) {
      add(object.call)
      add(object.construct)
    }
    return result
  }

  private func isReachable(_ object: String, _ isMentioned: (String) -> Bool) -> Bool {
    if let with = manifest.object(object)?.reachedWith { return with.contains(where: isMentioned) }
    if object == BuiltinManifest.globalObject || object.hasSuffix(".prototype") { return true }
    let root = String(object.prefix { $0 != "." })
    // Constructors are also found through their prototypes.
    return manifest.global(root) == nil || isMentioned(root) || isMentioned("constructor")
  }
}
