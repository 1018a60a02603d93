import Syntax

/// Makes and interns types, so that identical types have equal ids.
struct TypeArena {
  private struct Key: Hashable {
    let kind: TypeKind
    let payload: UInt32
    let list: [TypeID]
    let fresh: Bool
  }

  private(set) var types: [Type] = []
  private var interned: [Key: TypeID] = [:]
  var anonymous: [AnonymousSource] = []
  private(set) var tuples: [TupleShape] = []
  private var tupleIndex: [TupleShape: UInt32] = [:]
  private(set) var numbers: [Double] = []
  private var numberIndex: [UInt64: UInt32] = [:]
  private(set) var mappers: [[(from: TypeID, to: TypeID)]] = [[]]
  private var mapperIndex: [[TypeID]: MapperID] = [:]

  init() {
    let order: [TypeKind] = [
      .any, .any, .unknown, .never, .void, .undefined, .null, .string, .number, .bigint, .symbol, .object,
    ]
    for (index, kind) in order.enumerated() {
      types.append(Type(kind: kind, payload: index == 1 ? 1 : 0, list: []))
    }
    types.append(Type(kind: .booleanLiteral, payload: 1, list: []))
    types.append(Type(kind: .booleanLiteral, payload: 0, list: []))
    types.append(Type(kind: .union, payload: 0, list: [.true, .false]))
    interned[Key(kind: .union, payload: 0, list: [.true, .false], fresh: false)] = .boolean
    anonymous.append(.members(Members()))
    types.append(Type(kind: .anonymous, payload: 0, list: []))
  }

  subscript(_ id: TypeID) -> Type {
    _read { yield types[Int(id.raw)] }
    _modify { yield &types[Int(id.raw)] }
  }

  func kind(_ id: TypeID) -> TypeKind { types[Int(id.raw)].kind }

  mutating func intern(_ kind: TypeKind, _ payload: UInt32 = 0, _ list: [TypeID] = [], fresh: Bool = false) -> TypeID {
    let key = Key(kind: kind, payload: payload, list: list, fresh: fresh)
    if let known = interned[key] { return known }
    let id = TypeID(UInt32(types.count))
    var type = Type(kind: kind, payload: payload, list: list, isFresh: fresh)
    switch kind {
    case .typeParameter, .thisParameter, .keyof, .indexedAccess, .application: type.isGeneric = true
    default: type.isGeneric = list.contains { types[Int($0.raw)].isGeneric }
    }
    types.append(type)
    interned[key] = id
    return id
  }

  mutating func addAnonymous(_ source: AnonymousSource, generic: Bool) -> TypeID {
    let id = TypeID(UInt32(types.count))
    var type = Type(kind: .anonymous, payload: UInt32(anonymous.count), list: [])
    type.isGeneric = generic
    types.append(type)
    anonymous.append(source)
    return id
  }

  // MARK: Literals

  mutating func string(_ name: Name, fresh: Bool = false) -> TypeID { intern(.stringLiteral, name.raw, fresh: fresh) }

  mutating func number(_ value: Double, fresh: Bool = false) -> TypeID {
    let bits = (value == 0 ? 0 : value).bitPattern
    let index: UInt32
    if let known = numberIndex[bits] {
      index = known
    } else {
      index = UInt32(numbers.count)
      numbers.append(value)
      numberIndex[bits] = index
    }
    return intern(.numberLiteral, index, fresh: fresh)
  }

  mutating func boolean(_ value: Bool, fresh: Bool) -> TypeID {
    fresh ? intern(.booleanLiteral, value ? 1 : 0, fresh: true) : value ? .true : .false
  }

  /// The literal type that does not widen.
  mutating func regular(_ id: TypeID) -> TypeID {
    let type = types[Int(id.raw)]
    switch type.kind {
    case .booleanLiteral: return type.payload == 1 ? .true : .false
    case .union:
      guard type.list.contains(where: { types[Int($0.raw)].isFresh }) else { return id }
      var members: [TypeID] = []
      for member in type.list { members.append(regular(member)) }
      return union(members)
    default: return type.isFresh ? intern(type.kind, type.payload, type.list) : id
    }
  }

  // MARK: Unions

  /// The union of `members`: flat, without repetition, sorted by id; literals vanish beside their base type.
  mutating func union(_ members: [TypeID]) -> TypeID {
    if members.count == 1 { return members[0] }
    var flat: [TypeID] = []
    for member in members {
      let type = types[Int(member.raw)]
      switch type.kind {
      case .any: return member == .unresolved || flat.contains(.unresolved) ? .unresolved : .any
      case .never: continue
      case .union: flat.append(contentsOf: type.list)
      default: flat.append(member)
      }
    }
    if flat.contains(.unknown) { return .unknown }
    if flat.count > 1 {
      flat.sort { $0.raw < $1.raw }
      var unique: [TypeID] = []
      let hasString = flat.contains(.string)
      let hasNumber = flat.contains(.number)
      let hasBigInt = flat.contains(.bigint)
      for id in flat where unique.last != id {
        let type = types[Int(id.raw)]
        if hasString && type.kind == .stringLiteral || hasNumber && type.kind == .numberLiteral
          || hasBigInt && type.kind == .bigintLiteral
        {
          continue
        }
        // A fresh and a regular literal of one value are one member.
        if type.isFresh {
          let plain = type.kind == .booleanLiteral
            ? (type.payload == 1 ? TypeID.true : .false)
            : interned[Key(kind: type.kind, payload: type.payload, list: [], fresh: false)]
          if let plain, flat.contains(plain) { continue }
        }
        unique.append(id)
      }
      flat = unique
    }
    if flat.isEmpty { return .never }
    if flat.count == 1 { return flat[0] }
    if flat.count == 2, flat.allSatisfy({ types[Int($0.raw)].kind == .booleanLiteral }) { return .boolean }
    return intern(.union, 0, flat)
  }

  /// The constituents of a union, or the type alone.
  func constituents(_ id: TypeID) -> [TypeID] {
    let type = types[Int(id.raw)]
    return type.kind == .union ? type.list : type.kind == .never ? [] : [id]
  }

  // MARK: Tuples and mappers

  mutating func tuple(_ elements: [TypeID], _ shape: TupleShape) -> TypeID {
    let index: UInt32
    if let known = tupleIndex[shape] {
      index = known
    } else {
      index = UInt32(tuples.count)
      tuples.append(shape)
      tupleIndex[shape] = index
    }
    return intern(.tuple, index, elements)
  }

  mutating func mapper(_ pairs: [(from: TypeID, to: TypeID)]) -> MapperID {
    let pairs = pairs.filter { $0.from != $0.to }
    if pairs.isEmpty { return .identity }
    let key = pairs.flatMap { [$0.from, $0.to] }
    if let known = mapperIndex[key] { return known }
    let id = MapperID(UInt32(mappers.count))
    mappers.append(pairs)
    mapperIndex[key] = id
    return id
  }

  func lookup(_ parameter: TypeID, _ mapper: MapperID) -> TypeID? {
    for pair in mappers[Int(mapper.raw)] where pair.from == parameter { return pair.to }
    return nil
  }
}
