import Semantics
import Syntax

/// Finds out what a path on the command line stands for: a file, a file without its extension, or a project's folder.
final class ProjectLocator {
  private let files: FileAccess
  private let diagnostics: DiagnosticSink
  /// Project files that diagnostics may point into.
  private(set) var sources: [SourceFile] = []

  /// Identifiers of project files, apart from those of the program's files.
  static let firstFile: UInt32 = 1 << 31

  init(files: FileAccess, diagnostics: DiagnosticSink) {
    self.files = files
    self.diagnostics = diagnostics
  }

  /// The project at `path`; nil after reporting why there is none.
  func locate(_ path: String) -> Project? {
    if files.kind(path) == .directory { return locateFolder(path) }
    guard let entry = sourceFile(path) else {
      diagnostics.report(.entryNotFound, [path], at: nil)
      return nil
    }
    let folder = Path.directory(entry)
    guard let mapping = pathMapping(above: folder) else { return nil }
    return Project(entry: entry, name: Self.stem(Path.name(entry)), mapping: mapping.value)
  }

  /// `path` itself, or with one of the extensions that may be left out.
  private func sourceFile(_ path: String) -> String? {
    if files.kind(path) == .file { return path }
    return [".ts", ".mts", ".js", ".mjs"].map { path + $0 }.first { files.kind($0) == .file }
  }

  /// A file's name without its extension; a name that is all extension stays.
  static func stem(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  // MARK: Folders

  private func locateFolder(_ folder: String) -> Project? {
    let base = Path.name(files.realPath(folder))
    var name = base == "/" || base.isEmpty ? "program" : base
    var entry: String?
    let tomlPath = Self.inside(folder, "poly.toml")
    if files.kind(tomlPath) == .file {
      guard let package = readPackage(tomlPath) else { return nil }
      name = package.name ?? name
      if let written = package.entry {
        guard let found = namedEntry(written, folder, by: tomlPath) else { return nil }
        entry = found
      }
    }
    guard let mapping = pathMapping(above: folder) else { return nil }
    if entry == nil {
      guard let found = declaredEntry(folder) else { return nil }
      entry = found.value
    }
    let usual = ["index", "main", "src/index", "src/main"]
    guard let entry = entry ?? usual.compactMap({ sourceFile(Self.inside(folder, $0)) }).first else {
      diagnostics.report(.noEntry, [folder], at: nil)
      return nil
    }
    return Project(entry: entry, name: name, mapping: mapping.value)
  }

  /// The path of a file in a folder, as a user would write it.
  private static func inside(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") { return name }
    let plain = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    if folder == "." { return plain }
    return folder.hasSuffix("/") ? folder + plain : folder + "/" + plain
  }

  private func namedEntry(_ entry: String, _ folder: String, by file: String) -> String? {
    if let found = sourceFile(Self.inside(folder, entry)) { return found }
    diagnostics.report(.projectEntryMissing, [file, entry], at: nil)
    return nil
  }

  /// A value that may be absent without a finding.
  private struct Optionally<Value> { let value: Value? }

  /// The entry that `package.json` or `tsconfig.json` names; nil after reporting.
  private func declaredEntry(_ folder: String) -> Optionally<String>? {
    let packagePath = Self.inside(folder, "package.json")
    if files.kind(packagePath) == .file {
      guard let package = readJSON(packagePath) else { return nil }
      // What is published is usually compiled JavaScript that is not there; a source beside it counts.
      for field in ["source", "main", "module"] {
        if let written = package[field]?.text, let found = sourceOf(Self.inside(folder, written)) {
          return Optionally(value: found)
        }
      }
    }
    let configPath = Self.inside(folder, "tsconfig.json")
    if files.kind(configPath) == .file {
      guard let config = readJSON(configPath) else { return nil }
      if case .array(let list)? = config["files"], let written = list.first?.text {
        guard let found = namedEntry(written, folder, by: configPath) else { return nil }
        return Optionally(value: found)
      }
    }
    return Optionally(value: nil)
  }

  /// The file that a `main` means: `index.js` may stand for the `index.ts` beside it.
  private func sourceOf(_ path: String) -> String? {
    if path.hasSuffix(".js"), let found = sourceFile(String(path.dropLast(3))) { return found }
    return sourceFile(path)
  }

  // MARK: Project files

  private struct Package {
    var name: String?
    var entry: String?
  }

  private func readPackage(_ path: String) -> Package? {
    guard let file = readFile(path) else { return nil }
    func span(_ offset: Int) -> SourceSpan {
      SourceSpan(file: file.id, start: UInt32(offset), end: UInt32(offset))
    }
    let entries: [TOMLEntry]
    do {
      entries = try TOMLParser.parse(file.text)
    } catch {
      let problem = error as? TOMLError
      diagnostics.report(.invalidProjectFile, [problem?.text ?? "\(error)"], at: span(problem?.offset ?? 0))
      return nil
    }
    var package = Package()
    for entry in entries {
      guard ["package.name", "package.version", "package.entry"].contains(entry.key) else {
        diagnostics.report(.unknownProjectKey, [entry.key], at: span(entry.offset))
        continue
      }
      guard case .string(let text) = entry.value, !text.isEmpty else {
        diagnostics.report(.invalidProjectFile, ["'\(entry.key)' must be a text"], at: span(entry.offset))
        return nil
      }
      if entry.key == "package.name" {
        guard !text.contains("/") else {
          diagnostics.report(.invalidProjectFile, ["a package's name has no '/'"], at: span(entry.offset))
          return nil
        }
        package.name = text
      }
      if entry.key == "package.entry" { package.entry = text }
    }
    return package
  }

  private func readFile(_ path: String) -> SourceFile? {
    switch files.read(path) {
    case .bytes(let text):
      let file = SourceFile(id: FileID(Self.firstFile + UInt32(sources.count)), path: path, text: text)
      sources.append(file)
      return file
    case .missing: diagnostics.report(.cannotReadProjectFile, [path, "it does not exist"], at: nil)
    case .directory: diagnostics.report(.cannotReadProjectFile, [path, "it is a directory"], at: nil)
    case .unreadable(let reason): diagnostics.report(.cannotReadProjectFile, [path, reason], at: nil)
    }
    return nil
  }

  private func readJSON(_ path: String) -> JSONValue? {
    guard let file = readFile(path) else { return nil }
    do {
      return try JSONParser.parse(file.text, comments: true)
    } catch {
      let problem = error as? JSONError
      let offset = UInt32(problem?.offset ?? 0)
      let span = SourceSpan(file: file.id, start: offset, end: offset)
      diagnostics.report(.invalidProjectFile, [problem?.reason ?? "\(error)"], at: span)
      return nil
    }
  }

  // MARK: Path mapping

  /// The mapping of the nearest `tsconfig.json` in `folder` or above; nil after reporting.
  private func pathMapping(above folder: String) -> Optionally<PathMapping>? {
    var directory = files.realPath(folder)
    while true {
      let path = Self.inside(directory, "tsconfig.json")
      if files.kind(path) == .file {
        // Shown as the user would write it if it is in the folder itself.
        let own = Self.inside(folder, "tsconfig.json")
        return mapping(of: files.kind(own) == .file ? own : path, depth: 0)
      }
      let parent = Path.directory(directory)
      if parent == directory { return Optionally(value: nil) }
      directory = parent
    }
  }

  /// The mapping of one `tsconfig.json`, or of the one that it extends.
  private func mapping(of path: String, depth: Int) -> Optionally<PathMapping>? {
    guard depth < 16 else {
      diagnostics.report(.invalidProjectFile, ["'extends' leads in a circle"], at: nil)
      return nil
    }
    guard let config = readJSON(path) else { return nil }
    let options = config["compilerOptions"]
    let base = options?["baseUrl"]?.text
    let folder = Path.directory(path)
    if base != nil || options?["paths"] != nil {
      var patterns: [(pattern: String, targets: [String])] = []
      if case .object(let members)? = options?["paths"] {
        for member in members {
          guard case .array(let targets) = member.value else { continue }
          patterns.append((member.key, targets.compactMap(\.text)))
        }
      }
      // The most specific pattern wins.
      patterns.sort { $0.pattern.utf8.count > $1.pattern.utf8.count }
      return Optionally(
        value: PathMapping(
          baseDirectory: Path.join(folder, base ?? "."), resolvesBareNames: base != nil, patterns: patterns))
    }
    guard let parent = config["extends"]?.text, parent.hasPrefix(".") || parent.hasPrefix("/") else {
      return Optionally(value: nil)
    }
    let target = Path.join(folder, parent)
    return mapping(of: files.kind(target) == .file ? target : target + ".json", depth: depth + 1)
  }
}
