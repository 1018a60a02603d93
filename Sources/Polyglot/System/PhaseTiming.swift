import Glibc

/// A clock that never goes backwards.
enum Clock {
  /// Nanoseconds since some moment.
  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

/// How long each phase took, for `--time-phases`.
final class PhaseTiming {
  private var rows: [(name: String, nanoseconds: UInt64, indented: Bool)] = []
  private let start = Clock.now

  /// Runs `body` and notes its time under `name`, before the times noted within it.
  func measure<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
    let index = rows.count
    let before = Clock.now
    rows.append((name, 0, false))
    defer { rows[index].nanoseconds = Clock.now - before }
    return try body()
  }

  /// Notes a step of the current phase.
  func add(_ name: String, since before: UInt64, indented: Bool) {
    rows.append((name, Clock.now - before, indented))
  }

  /// The times as a table, in milliseconds.
  var table: String {
    var text = ""
    for row in rows + [("total", Clock.now - start, false)] {
      let name = (row.indented ? "  " : "") + row.name
      let milliseconds = Self.milliseconds(row.nanoseconds)
      text += name + String(repeating: " ", count: max(1, 36 - name.utf8.count - milliseconds.utf8.count)) + milliseconds
      text += " ms\n"
    }
    return text
  }

  /// Milliseconds with two digits after the point.
  private static func milliseconds(_ nanoseconds: UInt64) -> String {
    let hundredths = (nanoseconds + 5_000) / 10_000
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
