import PIR
import Semantics
import Syntax

/// Whatever a function can hold in a variable and a closure can capture.
enum VariableKey: Hashable {
  case symbol(SymbolID)
  /// The `this` value of the nearest function that is not an arrow.
  case this
  case newTarget
  case arguments
  /// The running function object of the nearest function that is not an arrow.
  case activeFunction
  /// The value of `export default e`, or of a JSON module.
  case defaultExport(FileID)
  /// A variable that the lowering made: computed field keys, home objects, private methods.
  case synthetic(Int)
}

/// Where a function finds a variable.
enum Storage {
  /// A boxed local variable.
  case slot(SlotID)
  /// A local variable that holds a cell.
  case cell(SlotID)
  case global(GlobalID)
  /// An index into the captures; by value.
  case capturedValue(Int)
  /// An index into the captures; the capture is a cell.
  case capturedCell(Int)
  /// A value that dominates all uses.
  case value(ValueID)
  /// The running function object.
  case callee
  /// `this` at module level, `new.target` outside functions.
  case undefined
}
