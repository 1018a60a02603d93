import PIR
import Semantics
import Syntax

/// Private names (ECMA-262 7.3.26 and following).
extension FunctionLowering {
  /// The member that `#name` means here.
  func privateMember(_ node: NodeID) -> PrivateMember {
    let name = PrivateIdentifier(tree, node).name
    if let member = classContext?.find(name) { return member }
    let text = "#\(context.text(name))"
    _ = unsupported("The undeclared private name '\(text)'", instead: "declare it in a class around", node)
    return PrivateMember(kind: .field, text: text, name: context.intern(text))
  }

  func loadPrivate(_ object: ValueID, _ member: PrivateMember) -> ValueID {
    guard member.kind == .accessor else { return emit(.privateGet, [object], payload: .name(member.name)) }
    guard let getter = member.getter else {
      throwError(.typeError, "'\(member.text)' was defined without a getter")
      return undefined()
    }
    let function = emit(.privateGet, [object], payload: .name(getter))
    return emit(.callValue, [function, object])
  }

  func storePrivate(_ object: ValueID, _ member: PrivateMember, _ value: ValueID) {
    switch member.kind {
    case .field: emit(.privateSet, [object, value], payload: .name(member.name))
    case .method: throwError(.typeError, "Private method '\(member.text)' is not writable")
    case .accessor:
      guard let setter = member.setter else {
        throwError(.typeError, "'\(member.text)' was defined without a setter")
        return
      }
      let function = emit(.privateGet, [object], payload: .name(setter))
      emit(.callValue, [function, object, value])
    }
  }

  /// `#x in o`.
  func privateIn(_ node: NodeID) -> ValueID {
    let view = PrivateIn(tree, node)
    let member = privateMember(view.name)
    let object = boxed(view.object)
    position(node)
    return emit(.privateHas, [object], payload: .name(member.getter ?? member.setter ?? member.name))
  }
}
