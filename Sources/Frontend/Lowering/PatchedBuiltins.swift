import Semantics
import Syntax

/// Finds the global built-in objects that a program changes: `console.log = …`, `delete Math.floor`,
/// `Object.defineProperty(JSON, …)`. Their functions must be looked up when they are called.
struct PatchedBuiltins {
  private let program: BoundProgram
  private let interner: Interner
  private(set) var names: Set<String> = []

  init(_ program: BoundProgram) {
    self.program = program
    interner = program.graph.interner
    for module in program.graph.modules where module.kind == .user || module.kind == .script { scan(module.tree) }
  }

  private mutating func scan(_ tree: SyntaxTree) {
    for node in tree.nodes {
      switch node.kind {
      case .assignmentExpression: note(AssignmentExpression(node: node).target, tree)
      case .updateExpression: note(UpdateExpression(node: node).operand, tree)
      case .bindingElement: note(BindingElement(node: node).target, tree)
      case .prefixUnaryExpression where PrefixUnaryExpression(node: node).operator == .delete:
        note(PrefixUnaryExpression(node: node).operand, tree)
      case .callExpression:
        // Object.assign, defineProperty, setPrototypeOf and whatever else changes its argument.
        for argument in tree[CallExpression(node: node).arguments] { noteObject(argument, tree) }
      default: break
      }
    }
  }

  /// Notes the object of a member that is written.
  private mutating func note(_ target: NodeID, _ tree: SyntaxTree) {
    let target = tree.withoutWrappers(target)
    switch tree.kind(target) {
    case .propertyAccess: noteObject(PropertyAccess(tree, target).object, tree)
    case .elementAccess: noteObject(ElementAccess(tree, target).object, tree)
    default: break
    }
  }

  private mutating func noteObject(_ object: NodeID, _ tree: SyntaxTree) {
    let object = tree.withoutWrappers(object)
    switch tree.kind(object) {
    case .identifier:
      guard program.symbol(of: object, in: tree.file) == nil else { return }
      names.insert(interner.string(Identifier(tree, object).name))
    case .propertyAccess:
      // globalThis.console.log = …
      let name = PropertyAccess(tree, object).name
      if tree.kind(name) == .identifier { names.insert(interner.string(Identifier(tree, name).name)) }
    default: break
    }
  }
}
