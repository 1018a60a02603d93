import Glibc

/// A point in time by two clocks that never go backwards.
struct Moment {
  /// Nanoseconds since some moment.
  let wall: UInt64
  /// Nanoseconds that processors have worked for this process and those that it started.
  let work: UInt64

  static var now: Moment {
    Moment(wall: read(CLOCK_MONOTONIC), work: read(CLOCK_PROCESS_CPUTIME_ID) + workOfChildren)
  }

  private static var workOfChildren: UInt64 {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return UInt64(seconds) * 1_000_000_000 + UInt64(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1000
  }

  private static func read(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// How long each phase took, for `--time-phases`.
final class PhaseTiming {
  private var rows: [(name: String, since: Moment, until: Moment, indented: Bool)] = []
  private let start = Moment.now

  /// Runs `body` and notes its time under `name`, before the times noted within it.
  func measure<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    let index = rows.count
    let before = Moment.now
    rows.append((name, before, before, false))
    defer { rows[index].until = .now }
    return try body()
  }

  /// Notes a step of the current phase.
  func add(_ name: String, since before: Moment, indented: Bool) { rows.append((name, before, .now, indented)) }

  /// The times as a table, in milliseconds: on the clock, and what all threads worked.
  var table: String {
    var text = ""
    for row in rows + [("total", start, .now, false)] {
      let name = (row.indented ? "  " : "") + row.name
      text += Self.right(Self.milliseconds(row.until.wall - row.since.wall), from: name, to: 36) + " ms"
      text += Self.right(Self.milliseconds(row.until.work - row.since.work), from: "", to: 12) + " ms work\n"
    }
    return text
  }

  /// A line that begins with `name` and ends with `text` at a column.
  private static func right(_ text: String, from name: String, to column: Int) -> String {
    name + String(repeating: " ", count: max(1, column - name.utf8.count - text.utf8.count)) + text
  }

  /// Milliseconds with two digits after the point.
  private static func milliseconds(_ nanoseconds: UInt64) -> String {
    let hundredths = (nanoseconds + 5_000) / 10_000
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
