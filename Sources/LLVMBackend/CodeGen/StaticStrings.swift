import LLVM
import PIR
import Syntax

/// The program's strings as constants with the layout of `rt_string`.
extension ModuleEmitter {
  private enum Flags {
    static let interned: UInt64 = 1
    static let index: UInt64 = 2
    static let isStatic: UInt64 = 4
    static let isPrivate: UInt64 = 8
    static let isMember: UInt64 = 16
  }

  /// The interned string of a name.
  func atom(_ name: Name) -> IRValue {
    if let known = atoms[name] { return known }
    let units = utf16(name)
    let isLatin1 = units.allSatisfy { $0 <= 0xFF }
    var flags = Flags.interned | Flags.isStatic
    if Self.isArrayIndex(units) { flags |= Flags.index }
    if program.directMembers.contains(name) { flags |= Flags.isMember }
    let data =
      isLatin1
      ? context.constant(bytes: units.map { UInt8(truncatingIfNeeded: $0) })
      : context.constant(array: units.map { context.integer(context.i16, UInt64($0)) }, of: context.i16)
    let header = stringHeader(length: units.count, hash: Self.hash(units), kind: isLatin1 ? 0 : 1, flags: flags)
    let string = addConstant("str", context.constant(header + [data]), alignment: 4)
    atoms[name] = string
    atomNumbers[name] = atomOrder.count
    atomOrder.append(name)
    return string
  }

  /// A site with a name and a cache for `rt_named_get` and its like; nil if the program has too many.
  func namedSite(_ name: Name) -> IRValue? {
    _ = atom(name)
    return inlineCaches.add(withName: atomNumbers[name]!)
  }

  /// The key of a private name (`#x` and a suffix that makes it unique): a symbol, equal only to itself.
  func privateName(_ name: Name) -> IRValue {
    if let known = privateNames[name] { return known }
    let text = Array(program.interner.utf8(name))
    let end = text.dropFirst().firstIndex { !Self.isIdentifierByte($0) } ?? text.endIndex
    let description = atom(program.interner.intern(Array(text[..<end])))
    let header = stringHeader(length: 0, hash: Self.hash(utf16(name)), kind: 4, flags: Flags.isStatic | Flags.isPrivate)
    let symbol = addConstant("private", context.constant(header + [description]), alignment: machine.pointerBytes)
    privateNames[name] = symbol
    return symbol
  }

  /// A constant array of interned strings. The single byte 0xFF, which is no text, stands for a null pointer: the cooked
  /// text of a template's chunk with an invalid escape.
  func atomArray(_ names: [Name]) -> IRValue {
    let isNothing = { (name: Name) in self.program.interner.utf8(name).elementsEqual([0xFF]) }
    let elements = context.constant(array: names.map { isNothing($0) ? context.null : atom($0) }, of: context.pointer)
    return addConstant("names", elements, alignment: machine.pointerBytes)
  }

  /// Adds an unnamed constant.
  func addConstant(_ name: String, _ value: IRValue, alignment: Int) -> IRValue {
    let global = module.addGlobal(name, value.type, initializer: value, constant: true)
    global.setAlignment(alignment)
    return global
  }

  /// The tables that the runtime registers at start; emitted last, when all names are known.
  func emitAtomTable() {
    let elements = context.constant(array: atomOrder.map { atoms[$0]! }, of: context.pointer)
    let table = module.addGlobal(
      "rt_program_atoms", elements.type, initializer: elements, linkage: .external, constant: true)
    table.setHidden()
    let count = module.addGlobal(
      "rt_program_atom_count", context.i32, initializer: context.int32(atomOrder.count), linkage: .external,
      constant: true)
    count.setHidden()
  }

  private func stringHeader(length: Int, hash: UInt32, kind: UInt64, flags: UInt64) -> [IRValue] {
    [
      context.int32(length), context.integer(context.i32, UInt64(hash)), context.integer(context.i8, kind),
      context.integer(context.i8, flags), context.integer(context.i16, 0),
    ]
  }

  /// The UTF-16 units of a name; lone surrogates are three-byte sequences of their own.
  private func utf16(_ name: Name) -> [UInt16] {
    let bytes = Array(program.interner.utf8(name))
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count)
    var index = 0
    func continuation(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    while index < bytes.count {
      let lead = UInt32(bytes[index])
      switch lead {
      case ..<0x80:
        units.append(UInt16(lead))
        index += 1
      case ..<0xE0:
        units.append(UInt16((lead & 0x1F) << 6 | continuation(1)))
        index += 2
      case ..<0xF0:
        units.append(UInt16((lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2)))
        index += 3
      default:
        let scalar = ((lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3)) - 0x10000
        units.append(UInt16(0xD800 + scalar >> 10))
        units.append(UInt16(0xDC00 + scalar & 0x3FF))
        index += 4
      }
    }
    return units
  }

  /// FNV-1a over UTF-16 units; 0 means "not computed" at run time.
  private static func hash(_ units: [UInt16]) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for unit in units { hash = (hash ^ UInt32(unit)) &* 16_777_619 }
    return hash == 0 ? 1 : hash
  }

  /// Whether a string is the canonical form of an integer in [0, 2^32 - 1).
  private static func isArrayIndex(_ units: [UInt16]) -> Bool {
    guard (1...10).contains(units.count), units.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    if units[0] == 0x30 { return units.count == 1 }
    return units.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 0x30) } < UInt64(UInt32.max)
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...0xFF: return true
    default: return false
    }
  }
}
