import Syntax

/// Prints modules and functions in the text form that `PIRParser` reads back.
///
/// Values are numbered in the order of printing, so that printing a parsed text gives the same text.
public struct PIRPrinter {
  private let module: PIRModule
  private var output = ""
  private var numbers: [UInt32: Int] = [:]

  private init(_ module: PIRModule) { self.module = module }

  /// The text of a whole module.
  public static func print(_ module: PIRModule) -> String {
    var printer = PIRPrinter(module)
    for function in module.runtimeFunctions { printer.printRuntime(function) }
    for builtin in module.builtins { printer.line("builtin &\(builtin.name) \(builtin.index)") }
    for global in module.globals {
      printer.line("global $\(global.name): \(global.representation.name)\(global.startsUninitialized ? " uninitialized" : "")")
    }
    for (file, exports) in module.namespaces.sorted(by: { $0.key.raw < $1.key.raw }) {
      for export in exports {
        let name = PIRText.quote(module.interner.utf8(export.name))
        printer.line("namespace \(file.raw) \(name) $\(module[export.global].name)")
      }
    }
    for layout in module.layouts { printer.printLayout(layout) }
    if let entry = module.entry { printer.line("entry @\(module[entry].name)") }
    for function in module.functions { printer.printFunction(function) }
    return printer.output
  }

  /// The text of one function.
  public static func print(_ function: PIRFunction, in module: PIRModule) -> String {
    var printer = PIRPrinter(module)
    printer.printFunction(function)
    return printer.output
  }

  private mutating func line(_ text: String) { output += text + "\n" }

  private mutating func printRuntime(_ function: RuntimeFunction) {
    let parameters = function.parameters.map(\.name).joined(separator: ", ")
    line("runtime !\(function.symbol)(\(parameters)) -> \(function.result.name)\(PIRText.effects(function.effects))")
  }

  /// Layouts are numbered in order; `last` is the last one that extends it.
  private mutating func printLayout(_ layout: Layout) {
    let fields = layout.fields.map { $0 == .accessor ? "accessor" : ($0.isPrivate ? "private " : "") + PIRText.quote(module.interner.utf8($0.name)) }
    var text = "layout [\(fields.joined(separator: ", "))] last=\(layout.last.raw)"
    if layout.numbers != 0 { text += " numbers=\(layout.numbers)" }
    for (slot, kind) in layout.typedArrays.sorted(by: { ($0.value.rawValue, $0.key) < ($1.value.rawValue, $1.key) }) { text += " \(kind.constructor)=\(slot)" }
    if let parent = layout.parent { text += " parent=\(parent.raw)" }
    if let constructor = layout.constructor { text += " @\(module[constructor].name)" }
    if let object = layout.object { text += " object=@\(module[object].name)" }
    for method in layout.methods { text += " \(PIRText.quote(module.interner.utf8(method.name)))=@\(module[method.function].name)" }
    for method in layout.getters { text += " get \(PIRText.quote(module.interner.utf8(method.name)))=@\(module[method.function].name)" }
    line(text)
  }

  private mutating func printFunction(_ function: PIRFunction) {
    numbers = [:]
    if !output.isEmpty { line("") }
    let parameters = function.parameters.map { parameter in
      let hint = parameter.hint.map { " as \($0.name)" } ?? ""
      return "\(PIRText.parameter(parameter.kind)) \(definition(parameter.value, function))\(hint)"
    }
    var header = "func @\(function.name)(\(parameters.joined(separator: ", "))) -> \(function.result.name)"
    header += " kind=\(PIRText.kind(function.kind)) length=\(function.length) file=\(function.file.raw)"
    if function.displayName != .empty { header += " name=\(PIRText.quote(module.interner.utf8(function.displayName)))" }
    if !function.captures.isEmpty { header += " captures(\(function.captures.map(\.name).joined(separator: ", ")))" }
    if !function.frame.isEmpty { header += " frame(\(function.frame.map(\.name).joined(separator: ", ")))" }
    if let owner = function.closureOf { header += " closure=@\(module[owner].name)" }
    if function.escapes { header += " escapes" }
    if function.isCold { header += " cold" }
    if function.frequency != .often { header += " \(function.frequency)" }
    line(header + " {")
    for (index, slot) in function.slots.enumerated() {
      line("  slot s\(index) \(PIRText.quote(module.interner.utf8(slot.name))) \(slot.representation.name)")
    }
    // Number all definitions first: a block may use values of blocks printed later.
    for block in function.blocks {
      for parameter in block.parameters { number(parameter) }
      for instruction in block.instructions where function[instruction].result.exists { number(function[instruction].result) }
    }
    for (index, block) in function.blocks.enumerated() {
      var label = "b\(index)"
      if !block.parameters.isEmpty {
        label += "(" + block.parameters.map { definition($0, function) }.joined(separator: ", ") + ")"
      }
      if let handler = block.handler { label += " handler b\(handler.raw)" }
      line(label + ":")
      for instruction in block.instructions { line("  " + text(function[instruction], function)) }
    }
    line("}")
  }

  private mutating func number(_ value: ValueID) {
    if numbers[value.raw] == nil { numbers[value.raw] = numbers.count }
  }

  private mutating func definition(_ value: ValueID, _ function: PIRFunction) -> String {
    number(value)
    return "%\(numbers[value.raw]!): \(function.representation(value).name)"
  }

  private func use(_ value: ValueID) -> String { numbers[value.raw].map { "%\($0)" } ?? "%undefined\(value.raw)" }

  private mutating func text(_ instruction: Instruction, _ function: PIRFunction) -> String {
    var parts: [String] = []
    if instruction.result.exists { parts.append("\(definition(instruction.result, function)) =") }
    parts.append(instruction.opcode.rawValue)
    let operands = function.operands(instruction).map(use)
    if !operands.isEmpty { parts.append(operands.joined(separator: ", ")) }
    if let payload = payload(instruction.payload, function) { parts.append(payload) }
    let edges = function.edges(instruction).map { edge in
      let arguments = function.arguments(edge).map(use)
      return "b\(edge.target.raw)" + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))")
    }
    if !edges.isEmpty { parts.append("-> " + edges.joined(separator: ", ")) }
    let position = function.inlined(instruction.position)?.position ?? instruction.position
    if position != 0 { parts.append("!pos \(position)") }
    return parts.joined(separator: " ")
  }

  private func payload(_ payload: Payload, _ function: PIRFunction) -> String? {
    switch payload {
    case .none: return nil
    case .number(let bits): return PIRText.double(Double(bitPattern: bits))
    case .integer(let value): return "#\(value)"
    case .name(let name): return PIRText.quote(module.interner.utf8(name))
    case .names(let range):
      return "[" + function.names(range).map { PIRText.quote(module.interner.utf8($0)) }.joined(separator: ", ") + "]"
    case .integers(let range):
      return "{" + function.integerPool[range.indices].map(String.init).joined(separator: ", ") + "}"
    case .function(let id): return "@\(module[id].name)"
    case .global(let id): return "$\(module[id].name)"
    case .slot(let id): return "s\(id.raw)"
    case .runtime(let id): return "!\(module[id].symbol)"
    case .builtin(let id): return "&\(module[id].name)"
    case .test(let test): return "?\(test)"
    case .error(let kind): return "?\(kind)"
    case .layout(let id): return "^\(id.raw)"
    }
  }
}
