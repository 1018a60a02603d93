import Glibc
import Syntax

/// What a path names.
public enum PathKind: Sendable { case file, directory, missing }

/// How the loader reaches files, so that tests and tools can keep them in memory.
public struct FileAccess {
  /// Reads a whole file.
  public var read: (String) -> FileContents
  /// Tells what is at a path without reading it.
  public var kind: (String) -> PathKind
  /// The names of the files in a folder.
  public var list: (String) -> [String]
  /// The path without links and `..`, by which files are told apart.
  public var realPath: (String) -> String

  public init(
    read: @escaping (String) -> FileContents, kind: @escaping (String) -> PathKind,
    list: @escaping (String) -> [String] = { _ in [] }, realPath: @escaping (String) -> String
  ) {
    self.list = list
    self.read = read
    self.kind = kind
    self.realPath = realPath
  }

  /// Files held in memory by their normalised paths.
  public static func memory(_ files: [String: String]) -> FileAccess {
    var directories: Set<String> = []
    for path in files.keys {
      var directory = Path.directory(path)
      while directories.insert(directory).inserted { directory = Path.directory(directory) }
    }
    return FileAccess(
      read: { path in
        if let text = files[Path.normalize(path)] { return .bytes(Array(text.utf8)) }
        return directories.contains(Path.normalize(path)) ? .directory : .missing
      },
      kind: { path in
        let path = Path.normalize(path)
        return files[path] != nil ? .file : directories.contains(path) ? .directory : .missing
      },
      list: { folder in files.keys.filter { Path.directory($0) == Path.normalize(folder) }.map { Path.name($0) } },
      realPath: { Path.normalize($0) })
  }

  /// The files of the operating system.
  public static let system = FileAccess(read: FileContents.read, kind: systemPathKind, list: systemList, realPath: systemRealPath)
}

/// Asks the operating system what is at `path`.
private func systemPathKind(_ path: String) -> PathKind {
  var information = stat()
  guard stat(path, &information) == 0 else { return .missing }
  return information.st_mode & S_IFMT == S_IFDIR ? .directory : .file
}

/// Reads a folder.
private func systemList(_ path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    names.append(name)
  }
  return names
}

/// Resolves links; a path that does not exist is only normalised.
private func systemRealPath(_ path: String) -> String {
  guard let resolved = realpath(path, nil) else { return Path.normalize(path) }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// Operations on `/`-separated paths.
public enum Path {
  /// The folder that holds `path`; `.` for a plain name.
  public static func directory(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component.
  public static func name(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// `path` seen from `base`, normalised; an absolute `path` stands for itself.
  public static func join(_ base: String, _ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? normalize(path) : normalize(base + "/" + path)
  }

  /// Removes `.`, inner `..` and doubled slashes.
  public static func normalize(_ path: String) -> String {
    let absolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !absolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return absolute ? "/" + joined : joined.isEmpty ? "." : joined
  }
}
