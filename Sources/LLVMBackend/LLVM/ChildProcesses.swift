import CLLVMPartition
import Glibc

/// Work in copies of this process, which see its memory as it is now: LLVM's modules can only be used by one thread, and
/// writing a module out for another one takes a third of the time that compiling it without optimisation does.
public enum ChildProcesses {
  /// Makes one result for each index of `costs`, as many at a time as there are processors. What takes longest is begun
  /// first, so that all processors are done at about the same time. No other thread of this process may be at work, as
  /// what it holds locked would stay so.
  ///
  /// - Returns: the results in order; nil if the system gives no processes.
  public static func map(costs: [Int], _ body: (Int) throws -> [UInt8]) throws -> [[UInt8]]? {
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var results = [Result<[UInt8], IRError>?](repeating: nil, count: costs.count)
    var running: [(index: Int, process: pid_t, file: Int32)] = []
    var waiting = costs.indices.sorted { (costs[$0], $1) < (costs[$1], $0) }
    var isRefused = false
    while !waiting.isEmpty && !isRefused || !running.isEmpty {
      if let next = waiting.last, running.count < processors, !isRefused {
        if let child = start({ try body(next) }) {
          running.append((next, child.process, child.file))
          waiting.removeLast()
        } else {
          isRefused = true
        }
        continue
      }
      var status: Int32 = 0
      let ended = waitpid(-1, &status, 0)
      if ended < 0 && errno == EINTR { continue }
      guard let place = running.firstIndex(where: { $0.process == ended || ended < 0 }) else { continue }
      let child = running.remove(at: place)
      results[child.index] = result(of: child.file, status)
    }
    return isRefused ? nil : try results.map { try $0!.get() }
  }

  /// Starts a process that writes what `body` makes, or its error, to a file in memory.
  private static func start(_ body: () throws -> [UInt8]) -> (process: pid_t, file: Int32)? {
    let file = polyglot_partition_file()
    guard file >= 0 else { return nil }
    let process = polyglot_fork()
    if process > 0 { return (process, file) }
    if process < 0 {
      close(file)
      return nil
    }
    do {
      _exit(write(try body(), to: file) ? 0 : 1)
    } catch {
      _ = write(Array("\(error)".utf8), to: file)
      _exit(1)
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress! + done, bytes.count - done)
        if count < 0 && errno != EINTR { return false }
        done += max(0, count)
      }
      return true
    }
  }

  /// What a process left, by the status that it ended with.
  private static func result(of file: Int32, _ status: Int32) -> Result<[UInt8], IRError> {
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, size)) { buffer, count in
      while count < size {
        let read = pread(file, buffer.baseAddress! + count, size - count, off_t(count))
        guard read > 0 else { break }
        count += read
      }
    }
    if status == 0 && bytes.count == size { return .success(bytes) }
    if status & 0x7f != 0 { return .failure(IRError("a process of the compiler ended by signal \(status & 0x7f)")) }
    return .failure(IRError(bytes.isEmpty ? "a process of the compiler failed" : String(decoding: bytes, as: UTF8.self)))
  }
}
