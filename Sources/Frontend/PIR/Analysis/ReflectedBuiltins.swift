import Syntax

extension PIRModule {
  /// The built-in objects whose properties a function looks up by computed keys, or lists: `Math[name]`,
  /// `Object.getOwnPropertyNames(Array.prototype)`.
  ///
  /// Only objects that the function names at the place itself are found; it is what keeps small programs small.
  public func builtinsByComputedKey(_ function: PIRFunction) -> Set<String> {
    var objects: [ValueID: String] = [:]
    for instruction in function.instructions {
      switch (instruction.opcode, instruction.payload) {
      case (.builtin, .builtin(let id)): objects[instruction.result] = self[id].name
      case (.propGet, .name(let name)):
        guard let owner = objects[function.operand(instruction, 0)], interner.string(name) == "prototype" else { continue }
        objects[instruction.result] = owner + ".prototype"
      default: break
      }
    }
    if objects.isEmpty { return [] }
    var constants: Set<ValueID> = []
    for instruction in function.instructions where instruction.opcode == .constString { constants.insert(instruction.result) }
    var result: Set<String> = []
    for instruction in function.instructions {
      switch (instruction.opcode, instruction.payload) {
      case (.elemGet, _):
        guard !constants.contains(function.operand(instruction, 1)) else { continue }
        if let object = objects[function.operand(instruction, 0)] { result.insert(object) }
      case (.callMethod, .name(let name)) where Self.reflecting.contains(interner.string(name)):
        for argument in function.operands(instruction).dropFirst() {
          if let object = objects[argument] { result.insert(object) }
        }
      case (.callNative, .name(let symbol)) where Self.reflectingNatives.contains(interner.string(symbol)):
        for argument in function.operands(instruction) {
          if let object = objects[argument] { result.insert(object) }
        }
      default: break
      }
    }
    return result
  }

  /// The functions of Object and Reflect that give keys, or properties by keys.
  private static let reflecting: Set<String> = [
    "getOwnPropertyNames", "getOwnPropertySymbols", "getOwnPropertyDescriptor", "getOwnPropertyDescriptors", "ownKeys", "get",
    "has", "hasOwn",
  ]

  /// Their code, where calls of it are direct already.
  private static let reflectingNatives: Set<String> = [
    "rt_object_get_own_property_names", "rt_object_get_own_property_symbols", "rt_object_get_own_property_descriptor",
    "rt_object_get_own_property_descriptors", "rt_object_has_own", "rt_reflect_own_keys", "rt_reflect_get", "rt_reflect_has",
    "rt_reflect_get_own_property_descriptor",
  ]
}
