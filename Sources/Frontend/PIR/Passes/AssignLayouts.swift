import Syntax

extension Pass {
  /// Finds the layouts of classes and literals, so that their fields can be reached without a look-up.
  public static let assignLayouts = Pass(
    name: "assign-layouts", purpose: "find which properties the objects of each class and literal begin with"
  ) { module in
    var assignment = LayoutAssignment(module)
    assignment.run()
    module = assignment.module
  }
}

/// Reads what constructors store into `this`. What it finds is what usually happens: an object that is built otherwise
/// does not get the layout at run time.
private struct LayoutAssignment {
  var module: PIRModule

  private struct Class {
    let constructor: FunctionID
    /// Index of the class that it extends.
    let parent: Int?
    /// Where it is linked.
    let function: Int
    let link: InstructionID
  }

  private var classes: [Class] = []
  private var indexOf: [FunctionID: Int] = [:]

  init(_ module: PIRModule) { self.module = module }

  mutating func run() {
    findClasses()
    assignToClasses()
    findMethods()
    assignToLiterals()
    assignToConstructors()
  }

  // MARK: Classes

  private mutating func findClasses() {
    let holders = module.closureHolders()
    var links: [(function: Int, link: InstructionID, constructor: FunctionID, parent: FunctionID?)] = []
    for index in module.functions.indices {
      let function = module.functions[index]
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .classLink {
          let parent = function.operand(function[id], 1)
          // What runs the definition may prefer size where the class does not.
          guard let constructor = function.closure(function.operand(function[id], 0)),
            !module[constructor].prefersSize
          else { continue }
          if function.isHole(parent) {
            links.append((index, id, constructor, nil))
          } else if let known = function.knownClosure(parent, holders) {
            links.append((index, id, constructor, known))
          }
        }
      }
    }
    // A class is usable if its parent is; parents are linked before, but not always found before.
    var changed = true
    while changed {
      changed = false
      for link in links where indexOf[link.constructor] == nil {
        if let parent = link.parent, indexOf[parent] == nil { continue }
        indexOf[link.constructor] = classes.count
        classes.append(
          Class(constructor: link.constructor, parent: link.parent.map { indexOf[$0]! }, function: link.function, link: link.link))
        changed = true
      }
    }
  }

  /// Numbers classes so that those which extend a class follow it.
  private mutating func assignToClasses() {
    var children = [[Int]](repeating: [], count: classes.count)
    for (index, known) in classes.enumerated() { if let parent = known.parent { children[parent].append(index) } }
    for index in classes.indices where classes[index].parent == nil { assign(index, parent: nil, children) }
  }

  private mutating func assign(_ index: Int, parent: LayoutID?, _ children: [[Int]]) {
    let known = classes[index]
    var fields = parent.map { module[$0].fields } ?? []
    for field in module[known.constructor].fieldsOfThis() where !fields.contains(field) && fields.count < Layout.mostFields {
      fields.append(field)
    }
    let id = LayoutID(UInt32(module.layouts.count + 1))
    module.layouts.append(Layout(fields: fields, constructor: known.constructor, parent: parent, last: id))
    for child in children[index] { assign(child, parent: id, children) }
    module[id].last = LayoutID(UInt32(module.layouts.count))
    insertLayout(known, id)
    if parent == nil, let instance = module[known.constructor].completableInstance(fields) {
      if case .integer(let count) = module[known.constructor][instance].payload { module[id].capacity = max(fields.count, Int(count)) }
      module.functions[Int(known.constructor.raw)].complete(instance, id)
    }
  }

  private mutating func insertLayout(_ known: Class, _ id: LayoutID) {
    let function = module.functions[known.function]
    // The methods come with the layout, so they are defined first.
    insert(.classLayout, of: known, id, behind: function.lastDefinition(on: function[known.link].result) ?? known.link)
  }

  private mutating func insert(_ opcode: Opcode, of known: Class, _ id: LayoutID, behind last: InstructionID) {
    var function = module.functions[known.function]
    let link = function[known.link]
    let instruction = function.makeInstruction(
      opcode, [function.operand(link, 0)], payload: .layout(id), position: link.position)
    for block in function.blocks.indices {
      guard let position = function.blocks[block].instructions.firstIndex(of: last) else { continue }
      function.blocks[block].instructions.insert(instruction, at: position + 1)
      break
    }
    module.functions[known.function] = function
  }

  // MARK: Methods

  /// Finds what the program looks up on instances of classes that exist once.
  private mutating func findMethods() {
    let singles = module.singleClosures()
    let methods = ClassMethods(module, holders: module.closureHolders())
    let wanted = lookedUpNames()
    for index in module.layouts.indices {
      guard let constructor = module.layouts[index].constructor, singles.contains(constructor) else { continue }
      let fields = module.layouts[index].fields
      func isUsable(_ method: Layout.Method) -> Bool {
        wanted.contains(method.name) && singles.contains(method.function) && !fields.contains(Layout.Field(method.name))
      }
      let found = methods.all(of: constructor)
      module.layouts[index].isSingle = true
      module.layouts[index].methods = found.methods.filter(isUsable)
      module.layouts[index].getters = found.getters.filter(isUsable)
    }
  }

  /// Names of properties that the program reads.
  private func lookedUpNames() -> Set<Name> {
    var names: Set<Name> = []
    for function in module.functions {
      for block in function.blocks {
        for id in block.instructions {
          guard case .name(let name) = function[id].payload else { continue }
          switch function[id].opcode {
          case .callMethod, .propGet, .privateGet: names.insert(name)
          default: break
          }
        }
      }
    }
    return names
  }

  // MARK: Static members

  /// Finds what constructors of classes that exist once get as properties while the class is defined.
  private mutating func assignToConstructors() {
    let singles = module.singleClosures()
    let wanted = lookedUpNames()
    for known in classes where singles.contains(known.constructor) {
      let function = module.functions[known.function]
      let found = function.propertiesOfConstructor(function.operand(function[known.link], 0))
      guard let last = found.last, found.fields.contains(where: { $0 != .accessor && wanted.contains($0.name) }) else { continue }
      let id = LayoutID(UInt32(module.layouts.count + 1))
      var layout = Layout(fields: found.fields, last: id)
      layout.object = known.constructor
      module.layouts.append(layout)
      insert(.constructorLayout, of: known, id, behind: last)
    }
  }

  // MARK: Literals

  private mutating func assignToLiterals() {
    var known: Set<[Name]> = []
    var literals: [[Name]] = []
    for function in module.functions where !function.prefersSize {
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .objectNew {
          guard case .names(let range) = function[id].payload, range.count > 0, Int(range.count) <= Layout.mostFields else { continue }
          let names = Array(function.names(range))
          if known.insert(names).inserted { literals.append(names) }
        }
      }
    }
    assign(literals, alike: 0)
  }

  /// Numbers literals that begin with the same properties, `count` of them, so that those which have more in common follow one
  /// another, behind a layout of what they share.
  private mutating func assign(_ literals: [[Name]], alike count: Int) {
    var groups: [(next: Name?, literals: [[Name]])] = []
    var indices: [Name?: Int] = [:]
    for literal in literals {
      let next = literal.count > count ? literal[count] : nil
      if let index = indices[next] {
        groups[index].literals.append(literal)
      } else {
        indices[next] = groups.count
        groups.append((next, [literal]))
      }
    }
    for group in groups {
      let layout = LayoutID(UInt32(module.layouts.count + 1))
      if group.literals.count == 1 {
        module.layouts.append(Layout(fields: group.literals[0].map { Layout.Field($0) }, last: layout))
        continue
      }
      let shared = group.literals.dropFirst().reduce(group.literals[0][...]) { shared, literal in
        shared.prefix(zip(shared, literal).prefix { $0 == $1 }.count)
      }
      module.layouts.append(Layout(fields: shared.map { Layout.Field($0) }, last: layout))
      assign(group.literals, alike: shared.count)
      module[layout].last = LayoutID(UInt32(module.layouts.count))
    }
  }
}

extension PIRFunction {
  /// The last instruction that defines a method of a class.
  fileprivate func lastDefinition(on prototype: ValueID) -> InstructionID? {
    let link = source(prototype)?.result
    for block in blocks.reversed() {
      for id in block.instructions.reversed() {
        switch self[id].opcode {
        case .methodDefine, .methodElemDefine, .accessorDefine, .accessorElemDefine:
          if source(operand(self[id], 0))?.result == link { return id }
        default: break
        }
      }
    }
    return nil
  }

  /// The properties that a class definition gives its constructor, in order, and the instruction that defines the last one.
  fileprivate func propertiesOfConstructor(_ value: ValueID) -> (fields: [Layout.Field], last: InstructionID?) {
    guard let constructor = source(value)?.result else { return ([], nil) }
    let flow = ControlFlow(self)
    var definitions: [(block: BlockID, id: InstructionID, field: Layout.Field)] = []
    search: for block in flow.reversePostorder {
      for id in self[block].instructions {
        let instruction = self[id]
        switch instruction.opcode {
        case .methodDefine, .accessorDefine, .propDefine, .propSet, .privateDefine, .methodElemDefine, .accessorElemDefine, .elemDefine: break
        default: continue
        }
        guard source(operand(instruction, 0))?.result == constructor else { continue }
        // Behind a property whose name is only known at run time nothing is known.
        guard case .name(let name) = instruction.payload else { break search }
        let field = instruction.opcode == .accessorDefine
          ? .accessor : Layout.Field(name, isPrivate: instruction.opcode == .privateDefine)
        definitions.append((block, id, field))
      }
    }
    // What happens only sometimes moves what follows.
    guard let end = definitions.last?.block else { return ([], nil) }
    definitions = Array(definitions.prefix { flow.dominates($0.block, end) })
    var fields: [Layout.Field] = []
    var names: Set<Name> = []
    var last: InstructionID?
    for (_, id, field) in definitions {
      last = id
      guard case .name(let name) = self[id].payload, names.insert(name).inserted, fields.count < Layout.mostFields else { continue }
      fields.append(field)
    }
    return (fields, last)
  }

  /// The properties that a constructor adds to its object on every way to its end, in order.
  fileprivate func fieldsOfThis() -> [Layout.Field] {
    let flow = ControlFlow(self)
    let exits = flow.reversePostorder.filter { self[terminator($0)].opcode == .return }
    var fields: [Layout.Field] = []
    for block in flow.reversePostorder where exits.allSatisfy({ flow.dominates(block, $0) }) {
      for id in self[block].instructions {
        let instruction = self[id]
        guard case .name(let name) = instruction.payload, isThis(instruction) else { continue }
        let field = Layout.Field(name, isPrivate: instruction.opcode == .privateDefine)
        if !fields.contains(field) { fields.append(field) }
      }
    }
    return fields
  }

  /// Lets an object have all fields of its layout from the start.
  fileprivate mutating func complete(_ maker: InstructionID, _ layout: LayoutID) {
    self[maker].payload = .layout(layout)
    for id in instructions.indices.map({ InstructionID(UInt32($0)) }) where self[id].opcode == .privateDefine {
      if source(operand(self[id], 0))?.result == self[maker].result { self[id].opcode = .privateInit }
    }
  }

  /// Whether an instruction adds a property to the object under construction.
  private func isThis(_ instruction: Instruction) -> Bool {
    switch instruction.opcode {
    case .propDefine, .propSet, .privateDefine:
      switch source(operand(instruction, 0))?.opcode {
      case .instanceNew, .constructSuper, .constructSuperSpread: return true
      default: return false
      }
    default: return false
    }
  }
}
