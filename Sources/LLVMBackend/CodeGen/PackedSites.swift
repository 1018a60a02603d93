import LLVM
import PIR
import Syntax

/// The positions of instructions that may throw, in as few bytes as they can be told in (`rt_site.h`).
///
/// As records with pointers they were a sixth of a server's executable, half of it words that the dynamic linker wrote.
final class PackedSites {
  private let module: IRModule
  private let context: IRContext
  /// The sites of one function.
  private struct Sites {
    var code: [UInt8] = []
    /// The offset of each.
    var starts: [Int] = []
    /// The offset of the text that names the function and its file.
    var name: Int?
    /// A symbol that stands for them until all are known.
    var placeholder: IRValue?
  }

  /// By `FunctionID`.
  private var sites: [Sites]
  /// In order of first use.
  private var functions: [FunctionID] = []
  /// `rt_program_texts`: offset 0 stands for no text.
  private var texts: [UInt8] = [0]
  private var offsets: [[UInt8]: Int] = [:]

  /// The offsets of texts that name inlined functions and their files.
  private var inlinedNames: [InlinedName: Int] = [:]

  private struct InlinedName: Hashable {
    let function: String
    let file: FileID
  }

  init(_ module: IRModule, _ context: IRContext, functionCount: Int) {
    self.module = module
    self.context = context
    sites = [Sites](repeating: Sites(), count: functionCount)
  }

  /// Adds a site to those of a function that holds it, and gives its offset among them.
  ///
  /// - Parameters:
  ///   - name: the offset of the text that names the function it is in.
  ///   - blame: the byte of a role and the text of the operand in it.
  ///   - caller: the offset of the call that was inlined.
  func add(
    name: Int, at position: LineColumn, blame: String?, caller: Int?, of function: FunctionID
  ) -> Int {
    let text = blame.map { offset(ofText: Array($0.utf8)) } ?? 0
    let index = Int(function.raw)
    let site = sites[index].code.count
    sites[index].starts.append(site)
    Self.append(name, to: &sites[index].code)
    Self.append(position.line, to: &sites[index].code)
    Self.append(position.column, to: &sites[index].code)
    Self.append(text, to: &sites[index].code)
    Self.append(caller.map { site - $0 } ?? 0, to: &sites[index].code)
    return site
  }

  /// The offset of the text that names a function and its file; `make` gives both for people.
  func name(of function: FunctionID, _ make: () -> (name: String, file: String)) -> Int {
    let index = Int(function.raw)
    if let known = sites[index].name { return known }
    let offset = offset(of: make())
    sites[index].name = offset
    return offset
  }

  /// The same for a function that was inlined.
  func name(of inlined: InlinedPosition, _ make: () -> (name: String, file: String)) -> Int {
    let key = InlinedName(function: inlined.function, file: inlined.file)
    if let known = inlinedNames[key] { return known }
    let offset = offset(of: make())
    inlinedNames[key] = offset
    return offset
  }

  private func offset(of names: (name: String, file: String)) -> Int {
    var text: [UInt8] = []
    Self.append(offset(ofText: Array(names.file.utf8)), to: &text)
    return offset(ofText: text + Array(names.name.utf8))
  }

  /// The number of the site at an offset among a function's.
  func number(of site: Int, in function: FunctionID) -> Int {
    max(0, sites[Int(function.raw)].starts.partitioningIndex { $0 > site } - 1)
  }

  /// Whether a function has any.
  func hasSites(of function: FunctionID) -> Bool { !sites[Int(function.raw)].starts.isEmpty }

  /// Where a function's sites will be.
  func base(of function: FunctionID) -> IRValue {
    if let known = sites[Int(function.raw)].placeholder { return known }
    let placeholder = module.addGlobal("packed", context.i8, initializer: nil, linkage: .external)
    sites[Int(function.raw)].placeholder = placeholder
    functions.append(function)
    return placeholder
  }

  /// Makes the symbols.
  func finish() {
    for function in functions {
      let contents = context.constant(bytes: sites[Int(function.raw)].code)
      let symbol = module.addGlobal("sites", contents.type, initializer: contents, constant: true)
      symbol.setAlignment(1)
      module.replace(sites[Int(function.raw)].placeholder!, with: symbol)
    }
    let contents = context.constant(bytes: texts)
    module.addGlobal(
      "rt_program_texts", contents.type, initializer: contents, linkage: .external, constant: true
    ).setHidden()
  }

  /// Where the texts have a text, which ends with a zero byte.
  private func offset(ofText text: [UInt8]) -> Int {
    if let known = offsets[text] { return known }
    let offset = texts.count
    texts += text
    texts.append(0)
    offsets[text] = offset
    return offset
  }

  /// Seven bits a byte, the lowest first.
  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt32(truncatingIfNeeded: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
