import CLLD
import Glibc

/// Runs lld in this process.
public enum Linker {
  /// The file format that is linked.
  public enum Flavor: Sendable { case elf, webAssembly }

  /// Links the job's objects with further inputs.
  ///
  /// - Parameters:
  ///   - options: everything but the output; `objectPlaceholder` stands for the job's objects.
  /// - Throws: `LinkFailure`. The output file is then as it was before.
  public static func link(_ job: LinkJob, _ flavor: Flavor, options: [String]) throws {
    let directory = job.output.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let folder = directory.isEmpty ? (job.output.hasPrefix("/") ? "/" : ".") : directory
    try checkOutput(job.output, folder: folder)

    var descriptors: [Int32] = []
    defer { descriptors.forEach { close($0) } }
    for object in job.objects {
      let descriptor = object.withUnsafeBytes { polyglot_memory_file("program.o", $0.baseAddress, $0.count) }
      guard descriptor >= 0 else { throw LinkFailure(.cannotPassObject, [errorText()]) }
      descriptors.append(descriptor)
    }

    // lld writes to a file beside the output; only a complete one takes the output's name.
    let temporary = job.partialOutput
    let name = flavor == .elf ? "ld.lld" : "wasm-ld"
    var arguments = [name, "-o", temporary]
    for option in options {
      arguments += option == objectPlaceholder ? descriptors.map { "/proc/self/fd/\($0)" } : [option]
    }
    let result = run(arguments, flavor)
    guard result.status == 0 else {
      unlink(temporary)
      // lld maps its output, so a full disk shows as a crash without words.
      if result.messages.isEmpty && isFull(folder) {
        throw LinkFailure(.cannotWriteOutput, [job.output, String(cString: strerror(ENOSPC))])
      }
      throw LinkFailure(.linkFailed, [readable(result.messages, temporary: temporary, output: job.output)])
    }
    guard rename(temporary, job.output) == 0 else {
      let reason = errorText()
      unlink(temporary)
      throw LinkFailure(.cannotWriteOutput, [job.output, reason])
    }
  }

  /// Stands for the program's objects among the options.
  public static let objectPlaceholder = "<program>"

  /// Asks for a file that a link needs.
  ///
  /// - Throws: `LinkFailure` that names what provides the file.
  public static func require(_ path: String, providedBy package: String) throws -> String {
    guard access(path, R_OK) == 0 else { throw LinkFailure(.missingLinkInput, [path, package]) }
    return path
  }

  /// Finds an unwritable output before any work is done.
  private static func checkOutput(_ output: String, folder: String) throws {
    var status = stat()
    if stat(output, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR {
      throw LinkFailure(.cannotWriteOutput, [output, "it is a directory"])
    }
    guard access(folder, W_OK | X_OK) == 0 else { throw LinkFailure(.cannotWriteOutput, [output, errorText()]) }
  }

  /// Whether a file system has no room for an executable.
  private static func isFull(_ folder: String) -> Bool {
    var status = statvfs()
    return statvfs(folder, &status) == 0 && UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 20
  }

  private static func run(_ arguments: [String], _ flavor: Flavor) -> (status: Int32, messages: String) {
    let copies = arguments.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    var pointers = copies.map { UnsafePointer<CChar>($0) }
    let count = Int32(pointers.count)
    let result =
      flavor == .elf ? polyglot_lld_link_elf(count, &pointers) : polyglot_lld_link_wasm(count, &pointers)
    defer { polyglot_lld_free(result.messages) }
    return (result.status, result.messages.map { String(cString: $0) } ?? "out of memory")
  }

  /// lld's messages for people: our own names, not those of temporary files.
  private static func readable(_ messages: String, temporary: String, output: String) -> String {
    var lines: [Substring] = []
    for line in messages.split(separator: "\n") where !line.isEmpty {
      var text = line
      for prefix in ["ld.lld: ", "wasm-ld: ", "error: "] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
      lines.append(text)
    }
    return replacing(temporary, with: output, in: lines.joined(separator: "\n"))
  }

  private static func replacing(_ needle: String, with replacement: String, in text: String) -> String {
    let bytes = Array(text.utf8), pattern = Array(needle.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + pattern.count <= bytes.count && bytes[index..<index + pattern.count].elementsEqual(pattern) {
        result += Array(replacement.utf8)
        index += pattern.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text of `errno`.
  private static func errorText() -> String { String(cString: strerror(errno)) }
}
