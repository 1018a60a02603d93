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

  /// One more, empty cache with a name's number, in one word as `rt_named_get` takes it; nil if there are too many.
  func add(withName number: Int) -> IRValue? {
    guard count < 1 << 16, number < 1 << 16 else { return nil }
    count += 1
    return context.integer(context.i32, UInt64(number << 16 | count - 1))
  }

  /// Makes the array; its length is at least 1.
  func finish() {
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
