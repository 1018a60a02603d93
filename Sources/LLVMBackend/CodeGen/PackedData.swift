import LLVM
import PIR

/// Data of one type that instructions of a function have, in one symbol for the whole function.
///
/// Every part of a module that is taken apart reads the list of all symbols. Of the 28,000 symbols of a program of 10,000
/// lines, 20,000 were positions and inline caches.
final class PackedData {
  private let module: IRModule
  private let context: IRContext
  /// The type of the elements.
  let type: IRType
  /// By function: its elements, and a symbol that stands for theirs until their number is known.
  private var elements: [FunctionID: [IRValue]] = [:]
  private var placeholders: [FunctionID: IRValue] = [:]
  /// In order of first use.
  private var functions: [FunctionID] = []

  init(_ module: IRModule, _ context: IRContext, _ type: IRType) {
    self.module = module
    self.context = context
    self.type = type
  }

  /// Adds an element and gives its index.
  func add(_ element: IRValue, of function: FunctionID) -> Int {
    elements[function, default: []].append(element)
    return elements[function]!.count - 1
  }

  /// Whether a function has any.
  func hasElements(of function: FunctionID) -> Bool { elements[function] != nil }

  /// Where a function's elements will be.
  func base(of function: FunctionID) -> IRValue {
    if let known = placeholders[function] { return known }
    let placeholder = module.addGlobal("packed", context.i8, initializer: nil, linkage: .external)
    placeholders[function] = placeholder
    functions.append(function)
    return placeholder
  }

  /// The address that an element will have.
  func address(_ index: Int, of function: FunctionID) -> IRValue { context.constant(base(of: function), index: index, of: type) }

  /// Makes the symbols; `define` is given the contents of each.
  func finish(_ define: (IRValue) -> IRValue) {
    for function in functions {
      let symbol = define(context.constant(array: elements[function]!, of: type))
      module.replace(placeholders[function]!, with: symbol)
    }
  }
}
