import Syntax

/// Finds what stayed general in the code of a program, after all passes.
///
/// What counts is the code that is compiled, where it is expected to run: tests, calls and operations there that know less
/// than a typed program could tell. Why that is so says the program as it was before `speculate`, where every operation
/// stands once and the guesses about its operands can be asked for.
public struct RemarkFinder {
  let module: PIRModule
  let texts: SourceTexts
  let history: ValueHistory
  let guesses: GuessReasons
  private let isReferred: [Bool]
  private var remarks: [Subject: Remark] = [:]

  /// What a remark says without its reason: copies of inlined code say the same for other reasons.
  private struct Subject: Hashable {
    let file: FileID
    let position: UInt32
    let kind: RemarkKind
    let function: String
    let text: String
  }

  /// - Parameters:
  ///   - module: The program as it is compiled.
  ///   - guessed: The same before it was speculated on.
  ///   - trees: The syntax of the user's files.
  public init(_ module: PIRModule, guessed: PIRModule, trees: [FileID: SyntaxTree]) {
    var module = module
    module.estimateFrequencies()
    self.module = module
    texts = SourceTexts(module, trees)
    history = ValueHistory(module, texts)
    guesses = GuessReasons(guessed, ValueHistory(guessed, texts))
    var isReferred = module.functions.map { $0.kind == .internal_ || $0.kind == .resume }
    for function in module.functions {
      for block in function.blocks {
        for id in block.instructions {
          if case .function(let callee) = function[id].payload { isReferred[Int(callee.raw)] = true }
        }
      }
    }
    self.isReferred = isReferred
  }

  /// All remarks; without `includesOnce` only those on code that may run more than once.
  public mutating func find(includesOnce: Bool) -> [Remark] {
    for (index, function) in module.functions.enumerated() where isReferred[index] && !function.prefersSize {
      visit(index, function)
    }
    return remarks.values.filter { includesOnce || $0.loopDepth > 0 }
  }

  private mutating func visit(_ index: Int, _ function: PIRFunction) {
    let code = HotCode(function, in: module, guesses.expectations(function.name))
    let outer = function.frequency == .often ? 1 : 0
    var visitor = FunctionRemarks(index, function, code, self)
    visitor.visitBoundary(depth: outer)
    for block in code.blocks { visitor.visit(block, depth: outer + code.depth(block)) }
    for remark in visitor.remarks { add(remark) }
  }

  /// Keeps the remark of the deepest loops on each subject.
  private mutating func add(_ remark: Remark) {
    let subject = Subject(
      file: remark.file, position: remark.position, kind: remark.kind, function: remark.function, text: remark.text)
    if let known = remarks[subject], known.loopDepth >= remark.loopDepth { return }
    remarks[subject] = remark
  }
}
