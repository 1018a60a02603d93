import Syntax

extension Pass {
  /// Leaves out methods, accessors and functions of the library that no live code names, as `builtin-tables` does for
  /// built-in objects. Streams and servers have some hundred methods, of which a program names a few.
  public static let dropUnnamedMembers = Pass(
    name: "drop-unnamed-members", purpose: "leave out methods of the library's classes that nothing names"
  ) {
    var dropping = MemberDropping($0)
    guard let dead = dropping.dead() else { return }
    $0.remove(dead)
  }
}

/// Where the library defines something under a name.
private struct Definition {
  let function: FunctionID
  let instruction: InstructionID
  /// What it puts there; these functions are live when the name is.
  var closures: [FunctionID] = []
}

/// Under what a definition can be reached.
private enum Reach: Hashable {
  case name(Name)
  case global(GlobalID)
}

/// Grows the set of live functions and of names that they mention until nothing changes; definitions that wait for their name
/// then are dead.
private struct MemberDropping {
  let module: PIRModule
  private var isLive: [Bool]
  private var work: [FunctionID] = []
  private var reached: Set<Reach> = []
  private var waiting: [Reach: [Definition]] = [:]
  /// Files of which some function shows its text are the program's own.
  private let ownFiles: Set<FileID>

  init(_ module: PIRModule) {
    self.module = module
    isLive = [Bool](repeating: false, count: module.functions.count)
    ownFiles = Set(module.functions.lazy.filter { $0.source != nil }.map(\.file))
  }

  /// Definitions that nothing reaches, by function; nil if the program may list members.
  mutating func dead() -> [FunctionID: Set<InstructionID>]? {
    guard let entry = module.entry, !listsMembers() else { return nil }
    for name in Self.runtimeNames { reached.insert(.name(module.interner.intern(name))) }
    for members in module.namespaces.values { for member in members { reached.insert(.global(member.global)) } }
    work = [entry] + module.preludeFunctions.values.sorted { $0.raw < $1.raw }
    while let id = work.popLast() {
      guard !isLive[Int(id.raw)] else { continue }
      isLive[Int(id.raw)] = true
      visit(id)
    }
    var result: [FunctionID: Set<InstructionID>] = [:]
    for definition in waiting.values.joined() { result[definition.function, default: []].insert(definition.instruction) }
    return result
  }

  /// Names of properties that the runtime itself looks up in objects of any kind.
  private static let runtimeNames = [
    "constructor", "toString", "valueOf", "toJSON", "toISOString", "toLocaleString", "then", "next", "return", "throw", "get",
    "set", "has", "keys", "add", "size", "join", "resolve", "exec", "flags", "source", "name", "message", "stack", "cause",
    "code", "length", "index", "input", "groups", "lastIndex", "raw", "default", "prototype", "__proto__",
  ]

  /// With these a program can find members without naming them.
  private static let listing: Set<String> = [
    "prototype", "__proto__", "getPrototypeOf", "getOwnPropertyNames", "getOwnPropertyDescriptors", "ownKeys",
  ]

  private func listsMembers() -> Bool {
    let names = Set(Self.listing.map { module.interner.intern($0) })
    return module.functions.contains { function in
      ownFiles.contains(function.file)
        && function.blocks.contains { block in
          block.instructions.contains { id in
            switch (function[id].opcode, function[id].payload) {
            case (.forInNew, _): return true
            case (_, .name(let name)): return names.contains(name)
            default: return false
            }
          }
        }
    }
  }

  private mutating func visit(_ id: FunctionID) {
    let function = module[id]
    let definitions = ownFiles.contains(function.file) ? [:] : self.definitions(of: id)
    var waits: Set<InstructionID> = []
    for (instruction, reach) in definitions.keys.map({ ($0, definitions[$0]!.reach) }) where !reached.contains(reach) {
      waits.insert(instruction)
    }
    // A function is left out with its closure where all that is done with it waits.
    var held: [ValueID: [InstructionID]] = [:]
    var users: [ValueID: Int] = [:]
    for block in function.blocks {
      for instruction in block.instructions {
        for operand in function.operands(function[instruction]) { users[operand, default: 0] += 1 }
        for edge in function.edges(function[instruction]) {
          for argument in function.arguments(edge) { users[argument, default: 0] += 1 }
        }
      }
    }
    for instruction in waits {
      for operand in function.operands(function[instruction]) { held[operand, default: []].append(instruction) }
    }
    var closures: [InstructionID: [FunctionID]] = [:]
    for block in function.blocks {
      for instruction in block.instructions {
        let each = function[instruction]
        if waits.contains(instruction) { continue }
        if each.opcode == .closureNew, case .function(let target) = each.payload, each.operands.count == 0,
          let holders = holders(of: each.result, function, held: held, users: users)
        {
          for holder in holders { closures[holder, default: []].append(target) }
          continue
        }
        if case .function(let target) = each.payload { work.append(target) }
        if let closure = function.closureOf { work.append(closure) }
        mention(each, in: function)
      }
    }
    for instruction in waits.sorted(by: { $0.raw < $1.raw }) {
      let definition = Definition(function: id, instruction: instruction, closures: closures[instruction] ?? [])
      let reach = definitions[instruction]!.reach
      // What stands before it in the function may have named it.
      if reached.contains(reach) { work += definition.closures } else { waiting[reach, default: []].append(definition) }
    }
  }

  /// The waiting instructions that have all uses of a closure, directly or boxed; nil if it has others.
  private func holders(
    of closure: ValueID, _ function: PIRFunction, held: [ValueID: [InstructionID]], users: [ValueID: Int]
  ) -> [InstructionID]? {
    var result = held[closure] ?? []
    var others = users[closure, default: 0] - result.count
    for (boxed, holders) in held where others > 0 {
      guard case .instruction(let definition) = function[boxed].definition, function[definition].opcode == .box,
        function.operand(function[definition], 0) == closure
      else { continue }
      guard users[boxed] == holders.count else { return nil }
      result += holders
      others -= 1
    }
    return others == 0 && !result.isEmpty ? result : nil
  }

  private mutating func mention(_ instruction: Instruction, in function: PIRFunction) {
    switch instruction.payload {
    case .name(let name) where instruction.opcode != .callNative: reach(.name(name))
    case .names(let range): for name in function.names(range) { reach(.name(name)) }
    case .global(let global) where instruction.opcode != .globalStore: reach(.global(global))
    default: break
    }
  }

  private mutating func reach(_ what: Reach) {
    guard reached.insert(what).inserted, let definitions = waiting.removeValue(forKey: what) else { return }
    for definition in definitions {
      work += definition.closures
    }
  }

  /// The instructions of a library's function that put functions under names: methods and accessors of classes, members of
  /// prototypes, and functions of modules.
  private func definitions(of id: FunctionID) -> [InstructionID: (reach: Reach, value: ValueID)] {
    let function = module[id]
    guard function.kind == .internal_ else { return [:] }
    var prototypes: Set<ValueID> = []
    var result: [InstructionID: (reach: Reach, value: ValueID)] = [:]
    for block in function.blocks where block.handler == nil {
      for instruction in block.instructions {
        let each = function[instruction]
        switch (each.opcode, each.payload) {
        case (.propGet, .name(let name)) where module.interner.string(name) == "prototype": prototypes.insert(each.result)
        case (.methodDefine, .name(let name)), (.accessorDefine, .name(let name)):
          result[instruction] = (.name(name), each.result)
        case (.propSet, .name(let name)) where prototypes.contains(function.operand(each, 0)):
          result[instruction] = (.name(name), each.result)
        case (.globalStore, .global(let global)) where isClosure(function.operand(each, 0), function):
          result[instruction] = (.global(global), each.result)
        default: break
        }
      }
    }
    return result
  }

  private func isClosure(_ value: ValueID, _ function: PIRFunction) -> Bool {
    guard let made = function.source(value) else { return false }
    return made.opcode == .closureNew || made.opcode == .box && isClosure(function.operand(made, 0), function)
  }
}

extension PIRModule {
  /// Removes instructions whose results nobody uses, what was made for them, and the functions that then are unreachable.
  fileprivate mutating func remove(_ dead: [FunctionID: Set<InstructionID>]) {
    for (id, instructions) in dead {
      for index in self[id].blocks.indices { self[id].blocks[index].instructions.removeAll { instructions.contains($0) } }
      self[id].removeDeadInstructions()
    }
    removeUnreachableFunctions(roots: Array(preludeFunctions.values))
  }
}
