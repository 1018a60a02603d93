import Glibc

/// Writing to files and streams with POSIX calls; Foundation would cost start-up time.
enum FileOutput {
  /// Writes all bytes to a descriptor; gives the system's reason on failure.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> String? {
    var offset = 0
    while offset < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        return systemReason()
      }
      offset += count
    }
    return nil
  }

  /// Writes text to standard error; nobody can be told if that fails.
  static func standardError(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes text to standard output; gives the system's reason on failure.
  static func standardOutput(_ text: String) -> String? { write(text, to: STDOUT_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) -> String? {
    var copy = text
    return copy.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  /// Puts a file with these contents in place as a whole or not at all; gives the system's reason on failure.
  ///
  /// The bytes go to a new file beside the old one, which then takes its name. A device or pipe is written directly.
  static func replace(_ path: String, with bytes: UnsafeRawBufferPointer, executable: Bool) -> String? {
    var information = stat()
    if stat(path, &information) == 0 && information.st_mode & S_IFMT != S_IFREG {
      if information.st_mode & S_IFMT == S_IFDIR { return "it is a directory" }
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { return systemReason() }
      defer { close(descriptor) }
      return write(bytes, to: descriptor)
    }
    let partial = path + ".\(getpid()).part"
    TemporaryFiles.register(partial)
    defer { TemporaryFiles.remove(partial) }
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, executable ? 0o777 : 0o666)
    if descriptor < 0 { return systemReason() }
    let failure = write(bytes, to: descriptor)
    // Some file systems only report a full disk when the file is closed.
    let closed = close(descriptor)
    if let failure { return failure }
    if closed != 0 { return systemReason() }
    if rename(partial, path) != 0 { return systemReason() }
    return nil
  }

  /// The reason of the last failed system call.
  static func systemReason() -> String { String(cString: strerror(errno)) }
}
