import Glibc

/// What reading a path gave.
public enum FileContents {
  case bytes([UInt8])
  case missing
  case directory
  /// The file exists but cannot be read; the text is the system's reason.
  case unreadable(String)

  /// Reads the file of the operating system at `path`.
  public static func read(_ path: String) -> FileContents {
    // POSIX calls: Foundation would cost start-up time.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(systemReason()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .unreadable(systemReason()) }
    if status.st_mode & S_IFMT == S_IFDIR { return .directory }
    // Pipes and devices have no size, so reading goes on until the end in any case.
    var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size) + 1, 4096))
    var filled = 0
    while true {
      if filled == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: bytes.count)) }
      let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + filled, $0.count - filled) }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        return .unreadable(systemReason())
      }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return .bytes(bytes)
  }

  private static func systemReason() -> String { String(cString: strerror(errno)) }
}
