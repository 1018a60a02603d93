import LLVM
import PIR

/// Data of one type that instructions of a function have, in one symbol for the whole function.
///
/// Every part of a module that is taken apart reads the list of all symbols. Of the 28,000 symbols of a program of 10,000
/// lines, 20,000 were positions and inline caches.
final class PackedData {
  private let module: IRModule
  private let context: IRContext
  /// How far the elements are apart.
  private let stride: Int
  /// By function: its elements, and a symbol that stands for theirs until their number is known.
  private var elements: [FunctionID: [IRValue]] = [:]
  private var placeholders: [FunctionID: IRValue] = [:]
  /// In order of first use.
  private var functions: [FunctionID] = []

  init(_ module: IRModule, _ context: IRContext, stride: Int) {
    self.module = module
    self.context = context
    self.stride = stride
  }

  /// The address that an element will have.
  func add(_ element: IRValue, of function: FunctionID) -> IRValue {
    if placeholders[function] == nil {
      placeholders[function] = module.addGlobal("packed", context.i8, initializer: nil, linkage: .external)
      functions.append(function)
    }
    elements[function, default: []].append(element)
    return context.constant(placeholders[function]!, offset: (elements[function]!.count - 1) * stride)
  }

  /// Makes the symbols; `define` is given the contents of each.
  func finish(_ define: (IRValue) -> IRValue) {
    for function in functions {
      let contents = elements[function]!
      let symbol = define(context.constant(array: contents, of: contents[0].type))
      module.replace(placeholders[function]!, with: symbol)
    }
  }
}
