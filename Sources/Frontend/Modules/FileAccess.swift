import Glibc

/// What reading a path gave.
public enum FileContents {
  case bytes([UInt8])
  case missing
  case directory
  /// The file exists but cannot be read; the text is the system's reason.
  case unreadable(String)
}

/// What a path names.
public enum PathKind: Sendable { case file, directory, missing }

/// How the loader reaches files, so that tests and tools can keep them in memory.
public struct FileAccess {
  /// Reads a whole file.
  public var read: (String) -> FileContents
  /// Tells what is at a path without reading it.
  public var kind: (String) -> PathKind
  /// The path without links and `..`, by which files are told apart.
  public var realPath: (String) -> String

  public init(
    read: @escaping (String) -> FileContents, kind: @escaping (String) -> PathKind,
    realPath: @escaping (String) -> String
  ) {
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
      realPath: { Path.normalize($0) })
  }

  /// The files of the operating system.
  public static let system = FileAccess(read: readSystemFile, kind: systemPathKind, realPath: systemRealPath)
}

/// Reads `path` through POSIX calls: Foundation would cost start-up time.
private func readSystemFile(_ path: String) -> FileContents {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  if descriptor < 0 {
    return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(String(cString: strerror(errno)))
  }
  defer { close(descriptor) }
  var information = stat()
  guard fstat(descriptor, &information) == 0 else { return .unreadable(String(cString: strerror(errno))) }
  if information.st_mode & S_IFMT == S_IFDIR { return .directory }
  var bytes: [UInt8] = []
  if information.st_mode & S_IFMT == S_IFREG { bytes.reserveCapacity(Int(information.st_size) + 1) }
  // Pipes and devices have no size, so reading goes on until the end in any case.
  var chunk = [UInt8](repeating: 0, count: max(4096, min(Int(information.st_size) + 1, 1 << 20)))
  while true {
    let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      if errno == EINTR { continue }
      return .unreadable(String(cString: strerror(errno)))
    }
    if count == 0 { return .bytes(bytes) }
    bytes.append(contentsOf: chunk[..<count])
  }
}

/// Asks the operating system what is at `path`.
private func systemPathKind(_ path: String) -> PathKind {
  var information = stat()
  guard stat(path, &information) == 0 else { return .missing }
  return information.st_mode & S_IFMT == S_IFDIR ? .directory : .file
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
