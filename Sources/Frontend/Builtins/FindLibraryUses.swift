import PIR
import Syntax

extension Pass {
  /// Finds the prelude's functions that only small code reaches. Streams have methods called `map` and `filter`, and inspecting
  /// sorts keys: that is no reason to compile those of arrays for speed.
  public static func findLibraryUses(_ manifest: BuiltinManifest) -> Pass {
    Pass(name: "find-library-uses", purpose: "find the built-in functions that are only used where speed does not matter") {
      var finder = LibraryUseFinder(module: $0, manifest: manifest)
      for index in finder.unused() { $0.functions[index].isSmall = true }
    }
  }
}

/// Follows the program as linking does, but counts only the names in functions that are to be fast.
private struct LibraryUseFinder {
  let module: PIRModule
  let manifest: BuiltinManifest
  private var isUsed: [Bool] = []
  private var work: [FunctionID] = []
  private var names: Set<Name> = []

  init(module: PIRModule, manifest: BuiltinManifest) {
    self.module = module
    self.manifest = manifest
  }

  /// The functions that nothing fast uses, as indices.
  mutating func unused() -> [Int] {
    guard let entry = module.entry else { return [] }
    isUsed = [Bool](repeating: false, count: module.functions.count)
    work = [entry]
    // Methods behind well-known symbols are reached through syntax.
    for member in manifest.members where member.key.hasPrefix("@@") { use(member) }
    while let id = work.popLast() {
      guard !isUsed[Int(id.raw)] else { continue }
      isUsed[Int(id.raw)] = true
      let function = module[id]
      work += module.references(of: function)
      for instruction in function.instructions { visit(instruction, in: function) }
    }
    return isUsed.indices.filter { !isUsed[$0] }
  }

  private mutating func visit(_ instruction: Instruction, in function: PIRFunction) {
    if case .builtin(let id) = instruction.payload, let object = manifest.object(module[id].name) {
      use(object.call)
      use(object.construct)
    }
    guard !function.prefersSize else { return }
    switch instruction.payload {
    case .name(let name) where instruction.opcode != .callNative: mention(name)
    case .names(let range): for name in function.names(range) { mention(name) }
    default: break
    }
  }

  private mutating func mention(_ name: Name) {
    guard names.insert(name).inserted else { return }
    let key = module.interner.string(name)
    for member in manifest.members(named: key) { use(member) }
    if let object = manifest.object(key) {
      use(object.call)
      use(object.construct)
    }
  }

  private mutating func use(_ member: BuiltinMember) {
    if let original = member.original.flatMap({ manifest.member(member.object, $0) }) { use(original) }
    switch member.kind {
    case .method(let implementation, _), .getter(let implementation): use(implementation)
    default: break
    }
    use(member.setter)
  }

  private mutating func use(_ implementation: BuiltinImplementation?) {
    if case .prelude(let path)? = implementation, let id = module.preludeFunctions[path] { work.append(id) }
  }
}
