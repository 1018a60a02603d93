/// Where a specifier leads, before the file is read.
public enum ModuleResolution: Equatable, Sendable {
  case path(String)
  /// A declaration file without a source file beside it.
  case declarations(String)
  case runtime
  /// A built-in module of Node; the path of its facade, or nil if there is none yet.
  case node(name: String, facade: String?)
  case notFound
}

/// `paths` and `baseUrl` of a `tsconfig.json`.
public struct PathMapping: Sendable {
  /// The folder that the targets are relative to.
  public var baseDirectory: String
  /// Whether bare specifiers are also looked up in `baseDirectory`.
  public var resolvesBareNames: Bool
  /// Patterns with at most one `*` and their targets, in order.
  public var patterns: [(pattern: String, targets: [String])]

  public init(baseDirectory: String, resolvesBareNames: Bool, patterns: [(pattern: String, targets: [String])]) {
    self.baseDirectory = baseDirectory
    self.resolvesBareNames = resolvesBareNames
    self.patterns = patterns
  }
}

/// Finds the file that an import specifier names: Node's rules for what runs, `tsc`'s for leaving extensions out.
public struct ModuleResolver {
  public let files: FileAccess
  /// The folder with `prelude/` and `node/`.
  public let libraryDirectory: String
  public let mapping: PathMapping?

  public init(files: FileAccess, libraryDirectory: String, mapping: PathMapping?) {
    self.files = files
    self.libraryDirectory = libraryDirectory
    self.mapping = mapping
  }

  /// What holds for an `import`, and for a `require`, of the conditions in a package's `exports`.
  static let importConditions = ["import", "node", "module-sync", "default"]
  static let requireConditions = ["require", "node", "module-sync", "default"]

  /// Resolves `specifier`, which stands in a file of folder `directory`.
  public func resolve(_ specifier: String, from directory: String) -> ModuleResolution {
    if specifier == "polyglot:runtime" { return .runtime }
    if specifier.hasPrefix("node:") { return nodeModule(String(specifier.dropFirst(5))) }
    if specifier.hasPrefix("./") || specifier.hasPrefix("../") || specifier.hasPrefix("/") || specifier == "."
      || specifier == ".."
    {
      return resolvePath(Path.join(directory, specifier))
    }
    if specifier.hasPrefix("file://") { return resolvePath(String(specifier.dropFirst(7))) }
    if let mapping {
      for (pattern, targets) in mapping.patterns {
        guard let star = match(specifier, pattern) else { continue }
        for target in targets {
          let path = target.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false).joined(separator: star)
          let found = resolvePath(Path.join(mapping.baseDirectory, path))
          if found != .notFound { return found }
        }
      }
      if mapping.resolvesBareNames {
        let found = resolvePath(Path.join(mapping.baseDirectory, specifier))
        if found != .notFound { return found }
      }
    }
    if nodeBuiltinModules.contains(specifier) { return nodeModule(specifier) }
    return resolvePackage(specifier, from: directory)
  }

  func nodeModule(_ name: String) -> ModuleResolution {
    guard nodeBuiltinModules.contains(name) || name == "test" || name == "sqlite" || name == "sea" else { return .notFound }
    for facade in ["\(libraryDirectory)/node/\(name).ts", "\(libraryDirectory)/node/\(name)/index.ts"]
    where files.kind(facade) == .file {
      return .node(name: name, facade: facade)
    }
    return .node(name: name, facade: nil)
  }

  /// The part of `specifier` that the `*` of `pattern` stands for; empty for an exact match.
  private func match(_ specifier: String, _ pattern: String) -> String? {
    let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 1 { return specifier == pattern ? "" : nil }
    guard specifier.utf8.count >= pattern.utf8.count - 1, specifier.hasPrefix(parts[0]), specifier.hasSuffix(parts[1])
    else { return nil }
    return String(specifier.dropFirst(parts[0].count).dropLast(parts[1].count))
  }

  /// A file, a file without its extension, or a folder.
  func resolvePath(_ path: String) -> ModuleResolution {
    let file = resolveFile(path)
    if file != .notFound { return file }
    return files.kind(path) == .directory ? resolveFolder(path) : .notFound
  }

  private func resolveFile(_ path: String) -> ModuleResolution {
    // `./x.js` may be written for x.ts, and wins over a compiled x.js beside it.
    for (written, sources) in [(".js", [".ts", ".tsx"]), (".mjs", [".mts"]), (".cjs", [".cts"])] where path.hasSuffix(written) {
      let stem = String(path.dropLast(written.count))
      for source in sources where files.kind(stem + source) == .file { return .path(stem + source) }
      if files.kind(path) == .file { return .path(path) }
      let declarations = stem + ".d" + sources[0]
      return files.kind(declarations) == .file ? .declarations(declarations) : .notFound
    }
    if files.kind(path) == .file {
      return path.hasSuffix(".d.ts") || path.hasSuffix(".d.mts") ? .declarations(path) : .path(path)
    }
    for suffix in [".ts", ".mts", ".js", ".mjs"] where files.kind(path + suffix) == .file { return .path(path + suffix) }
    return files.kind(path + ".d.ts") == .file ? .declarations(path + ".d.ts") : .notFound
  }

  private func resolveFolder(_ path: String) -> ModuleResolution {
    if let package = readPackage(path), let main = package["main"]?.text {
      let found = resolveFile(Path.join(path, main))
      if found != .notFound { return found }
    }
    return resolveFile(path + "/index")
  }

  func readPackage(_ folder: String) -> JSONValue? {
    guard case .bytes(let text) = files.read(folder + "/package.json") else { return nil }
    return try? JSONParser.parse(text)
  }

  /// A bare specifier: the nearest `node_modules` folder upwards that has the package.
  private func resolvePackage(_ specifier: String, from directory: String) -> ModuleResolution {
    guard let (root, subpath) = findPackage(specifier, from: directory) else { return .notFound }
    return resolve(subpath, inPackage: root)
  }

  /// The folder of a bare specifier's package, and what the specifier names in it.
  func findPackage(_ specifier: String, from directory: String) -> (root: String, subpath: String)? {
    let parts = specifier.split(separator: "/", omittingEmptySubsequences: false)
    let nameLength = specifier.hasPrefix("@") ? 2 : 1
    guard parts.count >= nameLength, !parts[0].isEmpty else { return nil }
    let name = parts[..<nameLength].joined(separator: "/")
    let subpath = parts.count > nameLength ? "./" + parts[nameLength...].joined(separator: "/") : "."
    var folder = files.realPath(directory)
    while true {
      let root = Path.join(folder, "node_modules/" + name)
      if files.kind(root) == .directory { return (root, subpath) }
      let parent = Path.directory(folder)
      if parent == folder { return nil }
      folder = parent
    }
  }

  private func resolve(_ subpath: String, inPackage root: String) -> ModuleResolution {
    let package = readPackage(root)
    if let exports = package?["exports"] {
      guard let target = exportTarget(exports, subpath) else { return .notFound }
      return resolvePath(Path.join(root, target))
    }
    if subpath != "." { return resolvePath(Path.join(root, subpath)) }
    for field in ["module", "main"] {
      guard let main = package?[field]?.text else { continue }
      let found = resolvePath(Path.join(root, main))
      if found != .notFound { return found }
    }
    let index = resolveFile(root + "/index")
    if index != .notFound { return index }
    guard let types = (package?["types"] ?? package?["typings"])?.text else { return .notFound }
    return resolveFile(Path.join(root, types))
  }

  /// The target of `subpath` in a package's `exports`: exact keys, then the longest pattern.
  func exportTarget(
    _ exports: JSONValue, _ subpath: String, conditions: [String] = Self.importConditions
  ) -> String? {
    guard case .object(let members) = exports, members.first?.key.hasPrefix(".") == true else {
      return subpath == "." ? condition(exports, star: "", conditions) : nil
    }
    if let exact = members.first(where: { $0.key == subpath }) { return condition(exact.value, star: "", conditions) }
    let patterns = members.filter { $0.key.contains("*") }.sorted { $0.key.utf8.count > $1.key.utf8.count }
    for member in patterns {
      if let star = match(subpath, member.key) { return condition(member.value, star: star, conditions) }
    }
    return nil
  }

  /// The first target whose conditions hold.
  private func condition(_ value: JSONValue, star: String, _ conditions: [String]) -> String? {
    switch value {
    case .string(let target):
      return target.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false).joined(separator: star)
    case .object(let members):
      for member in members where conditions.contains(member.key) {
        if let target = condition(member.value, star: star, conditions) { return target }
      }
      return nil
    case .array(let choices):
      return choices.lazy.compactMap { condition($0, star: star, conditions) }.first
    default: return nil
    }
  }
}

/// The modules of Node that may be imported without `node:`.
let nodeBuiltinModules: Set<String> = [
  "assert", "assert/strict", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto",
  "dgram", "diagnostics_channel", "dns", "dns/promises", "domain", "events", "fs", "fs/promises", "http", "http2",
  "https", "inspector", "module", "net", "os", "path", "path/posix", "path/win32", "perf_hooks", "process", "punycode",
  "querystring", "readline", "readline/promises", "repl", "stream", "stream/consumers", "stream/promises",
  "stream/web", "string_decoder", "sys", "timers", "timers/promises", "tls", "tty", "url", "util", "util/types", "v8",
  "vm", "wasi", "worker_threads", "zlib",
]
