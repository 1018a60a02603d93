import Syntax

/// The order in which CommonJS files run, as far as the text shows it.
extension Binder {
  /// Finds the files that run exactly once and where: at the first of calls of `require` that are all evaluated for sure.
  ///
  /// Such files need no state that says whether they ran, and what they store is known to be there afterwards.
  func orderCommonJS(_ linker: CommonJSLinker) {
    var ordered = filesInOrder(linker)
    var changed = true
    while changed {
      changed = false
      for require in linker.requires where ordered.contains(require.target) {
        let uses = linker.uses[require.file]!
        if !ordered.contains(require.file) || uses.returnsEarly || !uses.isCertain(require.call) {
          ordered.remove(require.target)
          changed = true
        }
      }
    }
    let calls = Dictionary(grouping: linker.requires.filter { ordered.contains($0.target) }, by: \.file)
    var hasRun: Set<FileID> = []
    func run(_ file: FileID) {
      guard hasRun.insert(file).inserted else { return }
      guard let tree = linker.uses[file]?.tree else { return }
      for require in (calls[file] ?? []).sorted(by: { tree[$0.call].start < tree[$1.call].start }) {
        commonJS[file]!.ordered[require.call] = !hasRun.contains(require.target)
        run(require.target)
      }
    }
    for file in graph.evaluationOrder where ordered.contains(file) { run(file) }
    for file in ordered { commonJS[file]?.runsInOrder = true }
  }

  /// The CommonJS files that either only ES modules import or only `require` names, in files that run for sure.
  private func filesInOrder(_ linker: CommonJSLinker) -> Set<FileID> {
    let required = Set(linker.requires.map(\.target))
    var result: Set<FileID> = []
    for module in graph.modules where module.isCommonJS || module.kind == .json && required.contains(module.file.id) {
      result.insert(module.file.id)
    }
    let started = Set(graph.evaluationOrder)
    let awaits = graph.evaluationOrder.contains { !graph[$0].isCommonJS && graph[$0].tree.awaitsAtTopLevel }
    for module in graph.modules {
      for target in module.dynamicImports { result.remove(target) }
      if module.isCommonJS {
        if linker.searching.contains(module.file.id) { for target in module.requirable.values { result.remove(target) } }
        continue
      }
      for case .file(let target) in module.references.values {
        if awaits || !started.contains(module.file.id) || required.contains(target) { result.remove(target) }
      }
    }
    // Whoever starts the program does not call what runs when it is required.
    for file in result where required.contains(file) && started.contains(file) { result.remove(file) }
    return result
  }
}
