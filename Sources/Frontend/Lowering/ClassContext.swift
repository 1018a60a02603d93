import PIR
import Semantics
import Syntax

/// A member named `#x` of a class.
struct PrivateMember {
  enum Kind { case field, method, accessor }
  let kind: Kind
  /// As in the source, with `#`, for messages.
  let text: String
  /// The name in PIR, unique to the class; of fields and methods.
  let name: Name
  /// Names under which the halves of an accessor are stored; nil if there is none.
  var getter: Name?
  var setter: Name?
}

/// What the parts of a class must know about it.
final class ClassContext {
  let parent: ClassContext?
  let node: NodeID
  let isDerived: Bool
  /// Private members by their names without `#`.
  var privates: [Name: PrivateMember] = [:]
  /// Fields of instances in order, with the variable that holds a computed key.
  var fields: [(node: NodeID, key: VariableKey?)] = []
  /// Private methods of instances: the name under which to define and the variable that holds the function.
  var privateMethods: [(name: Name, function: VariableKey)] = []
  /// The constructor's parameter properties.
  var parameterProperties: [NodeID] = []

  init(parent: ClassContext?, node: NodeID, isDerived: Bool) {
    self.parent = parent
    self.node = node
    self.isDerived = isDerived
  }

  func find(_ name: Name) -> PrivateMember? { privates[name] ?? parent?.find(name) }
}
