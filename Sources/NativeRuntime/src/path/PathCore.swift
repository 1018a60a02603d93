/// POSIX paths as `node:path` treats them, over text of either width.
///
/// The runtime calls the exported functions at the end with spans; text results are written to a buffer of the caller.

/// The path algorithms over units of one width.
private struct PathCore<Unit: FixedWidthInteger & UnsignedInteger> {
  let text: UnsafeBufferPointer<Unit>

  private static var slash: Unit { 0x2F }
  private static var dot: Unit { 0x2E }

  private func isSlash(_ index: Int) -> Bool { text[index] == Self.slash }

  var isAbsolute: Bool { !text.isEmpty && isSlash(0) }

  /// Writes the path without `.`, `..` and repeated slashes as far as possible; returns the length.
  ///
  /// - Requires: `out` has room for two units more than the path has.
  func normalize(into out: UnsafeMutablePointer<Unit>) -> Int {
    guard let last = text.last else {
      out[0] = Self.dot
      return 1
    }
    var length = 0
    if isAbsolute {
      out[0] = Self.slash
      length = 1
    }
    let root = length
    // How many units at the start of `out` no further ".." can take back.
    var fixed = root
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count && !isSlash(end) { end += 1 }
      let segment = UnsafeBufferPointer(rebasing: text[index..<end])
      index = end + 1
      if segment.isEmpty || (segment.count == 1 && segment[0] == Self.dot) { continue }
      if segment.count == 2 && segment[0] == Self.dot && segment[1] == Self.dot {
        if length > fixed {
          while length > fixed && out[length - 1] != Self.slash { length -= 1 }
          // The slash before the segment goes too, except the root's.
          if length > fixed || (length > root && length == fixed) { length -= 1 }
          if length < fixed { length = fixed }
          continue
        }
        if isAbsolute { continue }
      }
      if length > root {
        out[length] = Self.slash
        length += 1
      }
      for unit in segment {
        out[length] = unit
        length += 1
      }
      if segment.count == 2 && segment[0] == Self.dot && segment[1] == Self.dot { fixed = length }
    }
    if length == root && !isAbsolute {
      out[0] = Self.dot
      length = 1
    }
    if last == Self.slash && length > root {
      out[length] = Self.slash
      length += 1
    }
    return length
  }

  /// Where the directory part ends; 0 if there is none.
  var directoryEnd: Int {
    var sawName = false
    var index = text.count - 1
    while index >= 1 {
      if isSlash(index) {
        if sawName { return isAbsolute && index == 1 ? 2 : index }
      } else {
        sawName = true
      }
      index -= 1
    }
    return isAbsolute ? 1 : 0
  }

  /// The range of the last part, without slashes at the end.
  var base: Range<Int> {
    var end = text.count
    while end > 0 && isSlash(end - 1) { end -= 1 }
    var start = end
    while start > 0 && !isSlash(start - 1) { start -= 1 }
    return start..<end
  }

  /// The range of the last part's extension with its dot; empty if there is none.
  var pathExtension: Range<Int> {
    let base = self.base
    guard let position = text[base].lastIndex(of: Self.dot) else { return 0..<0 }
    // A name that begins with its only dot has no extension, nor has "..".
    let isOnlyDots = base.count == 2 && text[base.lowerBound] == Self.dot && position == base.lowerBound + 1
    return position == base.lowerBound || isOnlyDots ? 0..<0 : position..<base.upperBound
  }

  /// Writes the way from this path to `target`; both are absolute and normalised. Returns the length.
  ///
  /// - Requires: `out` has room for twice this path's units, and `target`'s.
  func relative(to target: Self, into out: UnsafeMutablePointer<Unit>) -> Int {
    let from = trimmed, to = target.trimmed
    // The common part ends where both have a slash or end.
    var common = 0
    var index = 0
    while index <= from.count && index <= to.count {
      let fromEnds = index == from.count || from[index] == Self.slash
      let toEnds = index == to.count || to[index] == Self.slash
      if fromEnds && toEnds { common = index }
      if index == from.count || index == to.count || from[index] != to[index] { break }
      index += 1
    }
    var length = 0
    func append(_ unit: Unit) {
      out[length] = unit
      length += 1
    }
    index = common
    while index < from.count {
      // Each further part of this path, which begins with a slash, is a step up.
      if from[index] == Self.slash {
        if length > 0 { append(Self.slash) }
        append(Self.dot)
        append(Self.dot)
      }
      index += 1
    }
    if common < to.count {
      if length > 0 { append(Self.slash) }
      for unit in to[(common + 1)...] { append(unit) }
    }
    return length
  }

  /// The path without its last slash; empty for the root.
  private var trimmed: UnsafeBufferPointer<Unit> {
    guard let last = text.last, last == Self.slash else { return text }
    return UnsafeBufferPointer(rebasing: text[..<(text.count - 1)])
  }
}

/// Latin-1 text from C.
private func latin1(_ text: UnsafeRawPointer, _ length: UInt32) -> PathCore<UInt8> {
  PathCore(text: UnsafeBufferPointer(start: text.assumingMemoryBound(to: UInt8.self), count: Int(length)))
}

/// UTF-16 text from C.
private func utf16(_ text: UnsafeRawPointer, _ length: UInt32) -> PathCore<UInt16> {
  PathCore(text: UnsafeBufferPointer(start: text.assumingMemoryBound(to: UInt16.self), count: Int(length)))
}

/// A range as C receives it: the start in the upper half.
private func packed(_ range: Range<Int>) -> UInt64 {
  UInt64(UInt32(range.lowerBound)) << 32 | UInt64(UInt32(range.upperBound))
}

/// `path.normalize`.
@_cdecl("rt__path_normalize")
public func pathNormalize(
  _ text: UnsafeRawPointer, _ length: UInt32, _ isWide: Bool, _ out: UnsafeMutableRawPointer
) -> UInt32 {
  if isWide { return UInt32(utf16(text, length).normalize(into: out.assumingMemoryBound(to: UInt16.self))) }
  return UInt32(latin1(text, length).normalize(into: out.assumingMemoryBound(to: UInt8.self)))
}

/// Where `path.dirname` ends; 0 stands for ".".
@_cdecl("rt__path_directory_end")
public func pathDirectoryEnd(_ text: UnsafeRawPointer, _ length: UInt32, _ isWide: Bool) -> UInt32 {
  UInt32(isWide ? utf16(text, length).directoryEnd : latin1(text, length).directoryEnd)
}

/// The range of `path.basename`.
@_cdecl("rt__path_base")
public func pathBase(_ text: UnsafeRawPointer, _ length: UInt32, _ isWide: Bool) -> UInt64 {
  packed(isWide ? utf16(text, length).base : latin1(text, length).base)
}

/// The range of `path.extname`.
@_cdecl("rt__path_extension")
public func pathExtension(_ text: UnsafeRawPointer, _ length: UInt32, _ isWide: Bool) -> UInt64 {
  packed(isWide ? utf16(text, length).pathExtension : latin1(text, length).pathExtension)
}

/// `path.relative` of absolute, normalised paths of one width.
@_cdecl("rt__path_relative")
public func pathRelative(
  _ from: UnsafeRawPointer, _ fromLength: UInt32, _ to: UnsafeRawPointer, _ toLength: UInt32, _ isWide: Bool,
  _ out: UnsafeMutableRawPointer
) -> UInt32 {
  if isWide {
    let core = utf16(from, fromLength)
    return UInt32(core.relative(to: utf16(to, toLength), into: out.assumingMemoryBound(to: UInt16.self)))
  }
  let core = latin1(from, fromLength)
  return UInt32(core.relative(to: latin1(to, toLength), into: out.assumingMemoryBound(to: UInt8.self)))
}
