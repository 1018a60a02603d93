import LLVM
import PIR
import Syntax

/// What identifies a position in a function for stack traces.
struct SiteKey: Hashable {
  let position: UInt32
  /// Set if the site carries a text for the message.
  let blame: BlameRole?
}

/// Finds lines and columns in one file; fast for positions near the last one, also in very long lines.
struct LineCursor {
  private let file: SourceFile
  private var offset: UInt32 = 0
  private var column = 1
  private var line = 0

  init(_ file: SourceFile) { self.file = file }

  /// The one-based position of a byte offset.
  mutating func position(at target: UInt32) -> LineColumn {
    let starts = file.lineStarts
    if target < offset || (line + 1 < starts.count && starts[line + 1] <= target) {
      line = starts.partitioningIndex { $0 > target } - 1
      offset = starts[line]
      column = 1
    }
    let limit = min(Int(target), file.text.count)
    while Int(offset) < limit {
      let byte = file.text[Int(offset)]
      if byte & 0xC0 != 0x80 { column += byte >= 0xF0 ? 2 : 1 }
      offset += 1
    }
    return LineColumn(line: line + 1, column: column)
  }
}

/// Positions for stack traces (`rt_site`).
extension ModuleEmitter {
  /// The site of a position in a function, for an instruction that can find fault with an operand in some role.
  func site(_ id: FunctionID, _ function: PIRFunction, _ position: UInt32, _ role: BlameRole? = nil) -> IRValue {
    context.constant(packedSites.base(of: id), offset: siteOffset(id, function, position, role))
  }

  /// The offset of a site among those of its function.
  func siteOffset(_ id: FunctionID, _ function: PIRFunction, _ position: UInt32, _ role: BlameRole? = nil) -> Int {
    let inlined = function.inlined(position)
    let file = inlined?.file ?? function.file
    let offset = inlined?.position ?? position
    let blame = role.flatMap { program.blames[BlameKey(file: file, position: offset, role: $0)] }
    let key = SiteKey(position: position, blame: blame == nil ? nil : role)
    if let known = sites[Int(id.raw)][key] { return known }
    let place = lineColumn(file, offset)
    let caller = inlined.map { siteOffset(id, function, $0.caller) }
    let name: Int
    if let inlined {
      name = packedSites.name(of: inlined) { (inlined.function, tracePath(file)) }
    } else {
      name = packedSites.name(of: id) { (program.traceName(function), tracePath(file)) }
    }
    let site = packedSites.add(
      name: name, at: place, blame: blame.map { String(UnicodeScalar(role!.rawValue)) + $0 }, caller: caller, of: id)
    sites[Int(id.raw)][key] = site
    return site
  }

  /// How stack traces call a file.
  private func tracePath(_ file: FileID) -> String { program.traceNames[file] ?? path(file) }

  /// The one-based line and column of a position.
  func lineColumn(_ file: FileID, _ position: UInt32) -> LineColumn {
    let index = Int(file.raw)
    guard index < lineCursors.count else { return LineColumn(line: 1, column: 1) }
    return lineCursors[index].position(at: position)
  }
}
