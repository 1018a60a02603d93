/// What `require` finds (https://nodejs.org/api/modules.html#all-together).
extension ModuleResolver {
  /// Resolves the specifier of a `require` in a file of folder `directory`.
  func resolveRequire(_ specifier: String, from directory: String) -> ModuleResolution {
    if specifier.hasPrefix("node:") { return nodeModule(String(specifier.dropFirst(5))) }
    if nodeBuiltinModules.contains(specifier) { return nodeModule(specifier) }
    let isRelative = specifier.hasPrefix("./") || specifier.hasPrefix("../") || specifier == "." || specifier == ".."
    if isRelative || specifier.hasPrefix("/") {
      let path = Path.join(directory, specifier)
      let isFolder = specifier.hasSuffix("/") || specifier.hasSuffix(".") && Path.name(specifier).allSatisfy { $0 == "." }
      return requiredPath(path, isFolder: isFolder)
    }
    guard let (root, subpath) = findPackage(specifier, from: directory) else { return .notFound }
    if let exports = readPackage(root)?["exports"] {
      guard let target = exportTarget(exports, subpath, conditions: Self.requireConditions) else { return .notFound }
      return requiredPath(Path.join(root, target), isFolder: false)
    }
    return requiredPath(Path.join(root, subpath), isFolder: subpath == ".")
  }

  /// LOAD_AS_FILE, then LOAD_AS_DIRECTORY.
  private func requiredPath(_ path: String, isFolder: Bool) -> ModuleResolution {
    if !isFolder, let file = requiredFile(path) { return .path(file) }
    guard files.kind(path) == .directory else { return .notFound }
    if let main = readPackage(path)?["main"]?.text {
      let target = Path.join(path, main)
      if let found = requiredFile(target) ?? requiredFile(target + "/index") { return .path(found) }
    }
    return requiredFile(path + "/index").map { .path($0) } ?? .notFound
  }

  /// The file itself, or with an extension that may be left out: Node's, then those of TypeScript.
  private func requiredFile(_ path: String) -> String? {
    if files.kind(path) == .file { return path }
    if let found = [".js", ".json", ".ts", ".cts"].map({ path + $0 }).first(where: { files.kind($0) == .file }) {
      return found
    }
    for (written, source) in [(".js", ".ts"), (".cjs", ".cts")] where path.hasSuffix(written) {
      let source = path.dropLast(written.count) + source
      if files.kind(String(source)) == .file { return String(source) }
    }
    return nil
  }
}
