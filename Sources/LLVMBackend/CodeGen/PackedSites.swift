import LLVM
import PIR

/// The positions of instructions that may throw, in as few bytes as they can be told in (`rt_site.h`).
///
/// As records with pointers they were a sixth of a server's executable, half of it words that the dynamic linker wrote.
final class PackedSites {
  private let module: IRModule
  private let context: IRContext
  /// By function: its sites, and a symbol that stands for them until all are known.
  private var codes: [FunctionID: [UInt8]] = [:]
  /// By function: the number of the site at an offset.
  private var numbers: [FunctionID: [Int: Int]] = [:]
  private var placeholders: [FunctionID: IRValue] = [:]
  /// In order of first use.
  private var functions: [FunctionID] = []
  /// `rt_program_texts`: offset 0 stands for no text.
  private var texts: [UInt8] = [0]
  private var offsets: [[UInt8]: Int] = [:]

  init(_ module: IRModule, _ context: IRContext) {
    self.module = module
    self.context = context
  }

  /// Adds a site to those of a function that holds it, and gives its offset among them.
  ///
  /// - Parameters:
  ///   - name: of the function, for people.
  ///   - blame: the byte of a role and the text of the operand in it.
  ///   - caller: the offset of the call that was inlined.
  func add(
    name: String, file: String, at position: (line: Int, column: Int), blame: String?, caller: Int?, of function: FunctionID
  ) -> Int {
    let place = offset(ofText: Self.number(offset(ofText: Array(file.utf8))) + Array(name.utf8))
    let site = codes[function, default: []].count
    numbers[function, default: [:]][site] = numbers[function]?.count ?? 0
    codes[function, default: []] +=
      Self.number(place) + Self.number(position.line) + Self.number(position.column)
      + Self.number(blame.map { offset(ofText: Array($0.utf8)) } ?? 0) + Self.number(caller.map { site - $0 } ?? 0)
    return site
  }

  /// The number of the site at an offset among a function's.
  func number(of site: Int, in function: FunctionID) -> Int { numbers[function]![site]! }

  /// Whether a function has any.
  func hasSites(of function: FunctionID) -> Bool { codes[function] != nil }

  /// Where a function's sites will be.
  func base(of function: FunctionID) -> IRValue {
    if let known = placeholders[function] { return known }
    let placeholder = module.addGlobal("packed", context.i8, initializer: nil, linkage: .external)
    placeholders[function] = placeholder
    functions.append(function)
    return placeholder
  }

  /// Makes the symbols.
  func finish() {
    for function in functions {
      let contents = context.constant(bytes: codes[function]!)
      let symbol = module.addGlobal("sites", contents.type, initializer: contents, constant: true)
      symbol.setAlignment(1)
      module.replace(placeholders[function]!, with: symbol)
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
  private static func number(_ number: Int) -> [UInt8] {
    var rest = UInt32(truncatingIfNeeded: number)
    var bytes: [UInt8] = []
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
