import LLVM

/// The inline caches of a program, in one array (`rt_program_caches`).
///
/// It is zero, so the executable only says how long it is; and every part of a module that is taken apart reads the list
/// of all symbols, of which caches were most.
final class InlineCaches {
  private let module: IRModule
  private let context: IRContext
  private let type: IRType
  private var count = 0
  /// Stands for the array until its length is known.
  private let placeholder: IRValue

  init(_ module: IRModule, _ context: IRContext) {
    self.module = module
    self.context = context
    type = context.structure([context.pointer, context.pointer, context.pointer, context.i32, context.i32])
    placeholder = module.addGlobal("caches", context.i8, initializer: nil, linkage: .external)
  }

  /// The address of one more, empty cache (`rt_cache`).
  func add() -> IRValue {
    count += 1
    return context.constant(placeholder, index: count - 1, of: type)
  }

  /// Whether sites share caches by their names.
  var hasNamed = false

  /// How many caches `rt_named_get` and its like have for a name.
  private static let cachesOfName = 3

  /// Makes the array; its length is at least 1.
  ///
  /// - Parameter names: how many names the program has.
  func finish(names: Int) {
    let first = count
    if hasNamed { count += names * Self.cachesOfName }
    module.addGlobal(
      "rt_program_named_caches", context.i32, initializer: context.int32(first), linkage: .external, constant: true
    ).setHidden()
    let array = context.array(type, max(1, count))
    let caches = module.addGlobal("rt_program_caches", array, initializer: context.zero(array), linkage: .external)
    caches.setHidden()
    caches.setAlignment(8)
    module.replace(placeholder, with: caches)
    module.addGlobal(
      "rt_program_cache_count", context.i32, initializer: context.int32(max(1, count)), linkage: .external, constant: true
    ).setHidden()
  }
}
