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

/// What was asked of a variable.
private struct SlotQuestion: Hashable {
  let slot: SlotID
  let mayBeText: Bool
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
    "prototype", "__proto__", "getPrototypeOf", "getOwnPropertyNames", "getOwnPropertyDescriptor", "getOwnPropertyDescriptors",
    "hasOwn", "hasOwnProperty",
  ]

  /// Whether the program's own code may reach members of any object by names that do not stand in its text.
  private func listsMembers() -> Bool {
    let names = Set(Self.listing.map { module.interner.intern($0) })
    return module.functions.contains { function in
      ownFiles.contains(function.file)
        && function.blocks.contains { block in
          block.instructions.contains { id in
            switch (function[id].opcode, function[id].payload) {
            case (.forInNew, _): return true
            case (_, .name(let name)): return names.contains(name)
            case (.builtin, .builtin(let builtin)): return module[builtin].name == "Reflect"
            case (.elemGet, _), (.elemSet, _), (.superElemGet, _), (.superElemSet, _):
              var seen: Set<SlotQuestion> = []
              return !isKnownKey(function.operand(function[id], 1), function, mayBeText: true, &seen)
            case (.jsIn, _):
              var seen: Set<SlotQuestion> = []
              return !isKnownKey(function.operand(function[id], 0), function, mayBeText: true, &seen)
            default: return false
            }
          }
        }
    }
  }

  /// Whether a key is a number, or a text that stands in the program: by what made it, and by all stores to the variable
  /// that holds it.
  private func isKnownKey(_ key: ValueID, _ function: PIRFunction, mayBeText: Bool, _ seen: inout Set<SlotQuestion>) -> Bool {
    switch function.representation(key) {
    case .boxed, .string: break
    default: return true
    }
    guard case .instruction(let id) = function[key].definition else { return false }
    let made = function[id]
    switch (made.opcode, made.payload) {
    case (.constString, _): return mayBeText
    case (.jsSub, _), (.jsMul, _), (.jsDiv, _), (.jsRem, _), (.jsBitAnd, _), (.jsBitOr, _), (.jsBitXor, _), (.jsShl, _),
      (.jsShr, _), (.jsUShr, _), (.jsInc, _), (.jsDec, _), (.jsToNumber, _), (.jsToNumeric, _):
      return true
    case (.box, _), (.checkInit, _): return isKnownKey(function.operand(made, 0), function, mayBeText: mayBeText, &seen)
    case (.jsAdd, _):
      // Texts can be put together to any name, but what ends in a number to none that could be left out.
      if isConstantNumber(function.operand(made, 1), function) { return true }
      return function.operands(made).allSatisfy { isKnownKey($0, function, mayBeText: false, &seen) }
    case (.slotLoad, .slot(let slot)):
      guard seen.insert(SlotQuestion(slot: slot, mayBeText: mayBeText)).inserted else { return true }
      return function.blocks.allSatisfy { block in
        block.instructions.allSatisfy { id in
          guard function[id].opcode == .slotStore, case .slot(slot) = function[id].payload else { return true }
          return isKnownKey(function.operand(function[id], 0), function, mayBeText: mayBeText, &seen)
        }
      }
    default: return false
    }
  }

  private func isConstantNumber(_ value: ValueID, _ function: PIRFunction) -> Bool {
    guard case .instruction(let id) = function[value].definition else { return false }
    if function[id].opcode == .box { return isConstantNumber(function.operand(function[id], 0), function) }
    return function[id].opcode == .constF64
  }

  private mutating func visit(_ id: FunctionID) {
    let function = module[id]
    let definitions = ownFiles.contains(function.file) ? [:] : self.definitions(of: id)
    var waits: Set<InstructionID> = []
    for (instruction, reach) in definitions where !reached.contains(reach) { waits.insert(instruction) }
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
    if let closure = function.closureOf { work.append(closure) }
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
        mention(each, in: function)
      }
    }
    for instruction in waits.sorted(by: { $0.raw < $1.raw }) {
      let definition = Definition(function: id, instruction: instruction, closures: closures[instruction] ?? [])
      let reach = definitions[instruction]!
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
  private func definitions(of id: FunctionID) -> [InstructionID: Reach] {
    let function = module[id]
    guard function.kind == .internal_ else { return [:] }
    var prototypes: Set<ValueID> = []
    var result: [InstructionID: Reach] = [:]
    for block in function.blocks where block.handler == nil {
      for instruction in block.instructions {
        let each = function[instruction]
        switch (each.opcode, each.payload) {
        case (.propGet, .name(let name)) where module.interner.string(name) == "prototype": prototypes.insert(each.result)
        case (.methodDefine, .name(let name)), (.accessorDefine, .name(let name)):
          result[instruction] = .name(name)
        case (.propSet, .name(let name)) where prototypes.contains(function.operand(each, 0)):
          result[instruction] = .name(name)
        case (.globalStore, .global(let global)) where isClosure(function.operand(each, 0), function):
          result[instruction] = .global(global)
        default: break
        }
      }
    }
    return result.filter { !endsInDigit($0.value) }
  }

  /// Whether a member can be reached by a sum of a text and a number.
  private func endsInDigit(_ reach: Reach) -> Bool {
    guard case .name(let name) = reach, let last = module.interner.string(name).utf8.last else { return false }
    return last >= UInt8(ascii: "0") && last <= UInt8(ascii: "9")
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
