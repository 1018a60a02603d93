import Glibc

/// Files and folders that must not outlive the compiler, also when a signal ends it.
///
/// The table is plain memory that never moves, because a signal handler reads it.
enum TemporaryFiles {
  private static let capacity = 16
  nonisolated(unsafe) private static let table: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    table.initialize(repeating: nil, count: capacity)
    return table
  }()
  nonisolated(unsafe) private static var watches = false

  /// Remembers a file or an (at the end empty) folder to be deleted.
  static func register(_ path: String) {
    watchSignals()
    for index in 0..<capacity where table[index] == nil {
      table[index] = strdup(path)
      return
    }
    fatalError("more temporary files than expected")
  }

  /// Deletes a file or an empty folder and forgets it; nothing happens if it is gone already.
  static func remove(_ path: String) {
    for index in 0..<capacity {
      guard let entry = table[index], strcmp(entry, path) == 0 else { continue }
      deleteEntry(entry)
      table[index] = nil
      free(entry)
    }
  }

  /// Deletes everything that is registered, the last first.
  static func removeAll() {
    for index in stride(from: capacity - 1, through: 0, by: -1) {
      if let entry = table[index] { deleteEntry(entry) }
    }
  }

  /// Where temporary folders are made.
  static var base: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Makes a folder of our own in `base`; nil after failing, with the reason in `errno`.
  static func makeDirectory() -> String? {
    var template = Array("\(base)/polyglot-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    register(path)
    return path
  }

  private static func deleteEntry(_ path: UnsafePointer<CChar>) {
    // One of the two applies.
    if unlink(path) != 0 { rmdir(path) }
  }

  /// Deletes the files when a signal ends the compiler, and then lets it.
  private static func watchSignals() {
    guard !watches else { return }
    watches = true
    _ = table
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // A signal that our parent ignores stays ignored.
      let before = signal(number) { number in
        TemporaryFiles.removeAll()
        signal(number, SIG_DFL)
        raise(number)
      }
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    }
  }
}
