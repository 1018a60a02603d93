import Syntax

/// Chooses the layouts that an access to a member is to expect, by the guess about the object.
struct LayoutChoice {
  /// Where a field lies in objects of a layout.
  struct Place {
    let layout: LayoutID
    let slot: Int
    /// Whether it is a static member, outside of the object.
    let isOutside: Bool
    /// Whether it always holds a number.
    let isNumber: Bool
    /// The kind of typed array that it always holds.
    let elements: ElementKind?
  }

  typealias Method = (layout: LayoutID, function: FunctionID)

  private let layouts: [Layout]
  private let constructors: [FunctionID: LayoutID]
  /// Layouts of objects by the fields that they have.
  private var owners: [Layout.Field: [LayoutID]] = [:]
  /// Those that only stand for others.
  private var prefixes: [LayoutID] = []
  /// Layouts by the methods that they have.
  private var definers: [Name: [LayoutID]] = [:]
  /// Names that functions outside of classes store to `this`: what they construct has no layout.
  private let loose: Set<Name>
  /// The names of getters that layouts have.
  private var getters: Set<Name> = []
  /// More layouts than this make code larger without making it faster.
  private static let mostLayouts = 4

  init(_ module: PIRModule) {
    layouts = module.layouts
    constructors = module.constructorLayouts()
    loose = module.namesOfLooseFields()
    for (index, layout) in module.layouts.enumerated() {
      let id = LayoutID(UInt32(index + 1))
      if module.isPrefix(id) {
        prefixes.append(id)
      } else if layout.object == nil {
        for field in layout.fields { owners[field, default: []].append(id) }
      }
      for method in layout.methods { definers[method.name, default: []].append(LayoutID(UInt32(index + 1))) }
      getters.formUnion(layout.getters.map(\.name))
    }
  }

  private subscript(_ id: LayoutID) -> Layout { layouts[Int(id.raw) - 1] }

  /// Whether some class has a getter of that name.
  func hasGetter(_ name: Name) -> Bool { getters.contains(name) }

  /// The layouts that an object with the field may have; nil if they are too many, or none is known. What is stored must be a
  /// number where one layout wants it.
  func fields(_ field: Layout.Field, of guess: Guess, isStore: Bool) -> [Place]? {
    guard guess.mayBe(.object) || !guess.origins.isEmpty else { return nil }
    var chosen: [LayoutID] = []
    for origin in guess.origins {
      if let layout = layout(origin), self[layout].slot(of: field) != nil { chosen.append(layout) }
    }
    if chosen.isEmpty {
      // Nothing is known of the object, or too much: what has such a field?
      guard guess.origins.isEmpty, field.isPrivate || !loose.contains(field.name), let candidates = owners[field] else { return nil }
      chosen = candidates
    }
    // A class stands for those that extend it.
    let all = Set(chosen)
    chosen = chosen.filter { layout in !all.contains { $0 != layout && isBelow(layout, $0) } }
    chosen = joined(chosen, field, isStore: isStore)
    guard chosen.count <= Self.mostLayouts else { return nil }
    return chosen.map { id in
      let slot = self[id].slot(of: field)!
      return Place(
        layout: id, slot: slot, isOutside: self[id].object != nil, isNumber: self[id].holdsNumber(slot),
        elements: self[id].typedArrays[slot])
    }
  }

  /// The method that a look-up probably finds, by layout of the object; those of classes that extend others come first.
  func methods(_ name: Name, of guess: Guess) -> [Method]? {
    guard let candidates = definers[name], guess.mayBe(.object) || !guess.origins.isEmpty else { return nil }
    var chosen: Set<LayoutID> = []
    var others: [LayoutID] = []
    for case .layout(let layout) in guess.origins {
      if self[layout].method(name) != nil { chosen.insert(layout) } else { others.append(layout) }
    }
    // What cannot answer the call is hardly what is called; a function in a field can.
    guard others.allSatisfy({ self[$0].slot(of: Layout.Field(name, isPrivate: false)) == nil }) else { return nil }
    if chosen.isEmpty {
      guard guess.origins.isEmpty else { return nil }
      chosen = Set(candidates)
    }
    return distinguish(chosen) { $0.method(name) }
  }

  /// The same for getters, of objects of which something is known.
  func getters(_ name: Name, of guess: Guess) -> [Method]? {
    guard getters.contains(name), !guess.origins.isEmpty else { return nil }
    var chosen: Set<LayoutID> = []
    for origin in guess.origins {
      guard case .layout(let layout) = origin else { return nil }
      chosen.insert(layout)
    }
    return distinguish(chosen) { $0.getter(name) }
  }

  /// Takes one prefix for literals that share the field, the widest. A store needs one that promises all that they promise.
  private func joined(_ chosen: [LayoutID], _ field: Layout.Field, isStore: Bool) -> [LayoutID] {
    guard chosen.count > 1 else { return chosen }
    var result: [LayoutID] = []
    for layout in chosen where !result.contains(where: { isBelow(layout, $0) }) {
      let prefix = prefixes.first { prefix in
        guard isBelow(layout, prefix), let slot = self[prefix].slot(of: field), chosen.contains(where: { $0 != layout && isBelow($0, prefix) })
        else { return false }
        return !isStore || (prefix.raw...self[prefix].last.raw).allSatisfy { self[LayoutID($0)].holdsNumber(slot) == self[prefix].holdsNumber(slot) }
      }
      result.append(prefix ?? layout)
    }
    return result
  }

  private func layout(_ origin: ObjectOrigin) -> LayoutID? {
    switch origin {
    case .layout(let layout): return layout
    case .closure(let function): return constructors[function]
    case .array, .builtin: return nil
    }
  }

  private func isBelow(_ layout: LayoutID, _ other: LayoutID) -> Bool { other < layout && layout <= self[other].last }

  /// Of each hierarchy, the classes where what is found is another function than above; nil if nothing is found somewhere.
  private func distinguish(_ chosen: Set<LayoutID>, _ find: (Layout) -> FunctionID?) -> [Method]? {
    var found: [Method] = []
    let roots = chosen.filter { layout in !chosen.contains { isBelow(layout, $0) } }
    for root in roots.sorted() {
      for raw in root.raw...self[root].last.raw {
        let layout = LayoutID(raw)
        guard let method = find(self[layout]) else { return nil }
        if layout == root || self[layout].parent.flatMap({ find(self[$0]) }) != method { found.append((layout, method)) }
        guard found.count <= Self.mostLayouts else { return nil }
      }
    }
    return found.reversed()
  }
}

extension PIRModule {
  /// Names of properties that functions outside of classes, such as constructors of the old style, store to `this`.
  fileprivate func namesOfLooseFields() -> Set<Name> {
    var names: Set<Name> = []
    for function in functions where function.kind == .normal {
      guard let this = function.parameters.first(where: { $0.kind == .this })?.value else { continue }
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .propSet && function.operand(function[id], 0) == this {
          if case .name(let name) = function[id].payload { names.insert(name) }
        }
      }
    }
    return names
  }
}
