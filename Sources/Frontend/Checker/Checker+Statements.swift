import Syntax

/// Statements: the walk that carries the flow environment.
extension Checker {
  func checkStatements(_ statements: NodeList) {
    for statement in statements { checkStatement(statement) }
  }

  func checkStatement(_ id: NodeID) {
    guard id.exists else { return }
    let node = tree[id]
    depth += 1
    defer { depth -= 1 }
    if depth > 400 || node.flags.contains(.declare) { return }
    switch node.kind {
    case .expressionStatement: checkExpression(NodeID(node.a))
    case .variableStatement: checkVariableStatement(VariableStatement(node: node))
    case .block: checkStatements(tree[Block(node: node).statements])
    case .ifStatement:
      let view = IfStatement(node: node)
      let condition = checkCondition(view.condition)
      environment = condition.whenTrue
      checkStatement(view.thenBranch)
      let after = environment
      environment = condition.whenFalse
      checkStatement(view.elseBranch)
      environment = join(after, environment)
    case .whileStatement:
      let view = WhileStatement(node: node)
      loop(id) {
        let condition = checkCondition(view.condition)
        environment = condition.whenTrue
        loopBody(view.body)
        return condition.whenFalse
      }
    case .doStatement:
      let view = DoStatement(node: node)
      loop(id) {
        loopBody(view.body)
        let condition = checkCondition(view.condition)
        environment = condition.whenTrue
        return condition.whenFalse
      }
    case .forStatement: checkFor(id, ForStatement(node: node))
    case .forOfStatement:
      let view = ForOfStatement(node: node)
      let type = checkExpression(view.expression)
      let element = node.flags.contains(.await) ? .unresolved : iteratedType(type, at: view.expression)
      checkForEach(id, view.left, view.body, element)
    case .forInStatement:
      let view = ForInStatement(node: node)
      checkExpression(view.expression)
      checkForEach(id, view.left, view.body, .string)
    case .returnStatement: checkReturn(id, ReturnStatement(node: node).expression)
    case .throwStatement:
      checkExpression(NodeID(node.a))
      environment.isReachable = false
    case .breakStatement, .continueStatement: checkJump(Name(node.a), isContinue: node.kind == .continueStatement)
    case .switchStatement: checkSwitch(id, SwitchStatement(node: node))
    case .labeledStatement: checkLabeled(LabeledStatement(node: node))
    case .tryStatement: checkTry(TryStatement(node: node))
    case .functionDeclaration:
      deferBody(id)
    case .classDeclaration: checkClass(id)
    case .enumDeclaration:
      for member in tree[EnumDeclaration(node: node).members] {
        let initializer = EnumMember(tree, member).initializer
        if initializer.exists { checkExpression(initializer) }
      }
    case .moduleDeclaration:
      let body = ModuleDeclaration(node: node).body
      if body.exists { checkStatement(body) }
    case .moduleBlock: checkStatements(tree[ModuleBlock(node: node).statements])
    case .exportAssignment: checkExpression(NodeID(node.a))
    case .interfaceDeclaration: checkTypeDeclaration(tree[InterfaceDeclaration(node: node).members])
    case .typeAliasDeclaration: _ = getTypeFromTypeNode(TypeAliasDeclaration(node: node).type)
    default: break
    }
  }

  /// Resolves the types in an interface, so that unknown names are reported.
  private func checkTypeDeclaration(_ members: NodeList) {
    for member in members {
      switch tree.kind(member) {
      case .propertySignature:
        let type = PropertySignature(tree, member).type
        if type.exists { _ = getTypeFromTypeNode(type) }
      case .methodSignature, .callSignature, .constructSignature: _ = getSignature(member, .identity)
      default: break
      }
    }
  }

  // MARK: Variables

  private func checkVariableStatement(_ view: VariableStatement) {
    for declaration in tree[view.declarations] { checkVariable(declaration, view.keyword) }
  }

  private func checkVariable(_ id: NodeID, _ keyword: VariableKeyword) {
    let view = VariableDeclaration(tree, id)
    let declared = view.type.exists ? getTypeFromTypeNode(view.type) : nil
    guard view.initializer.exists else {
      if let symbol = symbol(view.target) {
        remember(view.target, typeOfSymbol(symbol))
        if declared != nil, !tree.flags(id).contains(.definite), keyword == .let {
          environment.unassigned.insert(symbol)
        }
        invalidate(view.target)
      }
      return
    }
    let type = checkExpression(view.initializer, declared)
    if let declared { checkAssignable(type, declared, at: view.target, expression: view.initializer) }
    guard tree.kind(view.target) == .identifier else {
      checkPattern(view.target)
      return
    }
    guard let symbol = symbol(view.target) else { return }
    if declared == nil, symbolTypes[Int(symbol.raw)] == nil || silent > 0 {
      // The walk knows the narrowed types that a lazy look at the initializer would miss.
      symbolTypes[Int(symbol.raw)] = widenForDeclaration(type, isConst: keyword == .const, initializer: view.initializer)
    }
    invalidate(view.target)
    environment.unassigned.remove(symbol)
    let full = typeOfSymbol(symbol)
    remember(view.target, full)
    if let declared, let number = referenceNumber(view.target) {
      let narrowed = assignmentReduced(declared, type)
      if narrowed != declared { environment.narrowed[number] = narrowed }
    }
  }

  private func checkPattern(_ pattern: NodeID) {
    guard pattern.exists, tree.kind(pattern) == .arrayPattern || tree.kind(pattern) == .objectPattern else { return }
    for element in tree[ListID(tree[pattern].a)] where tree.kind(element) == .bindingElement {
      let view = BindingElement(tree, element)
      if view.initializer.exists { checkExpression(view.initializer) }
      if let symbol = symbol(view.target) { remember(view.target, typeOfSymbol(symbol)) }
      invalidate(view.target)
      checkPattern(view.target)
    }
  }

  // MARK: Loops

  /// Runs the parts of a loop until what is known at its head no longer changes; `pass` returns the way out.
  private func loop(_ id: NodeID, _ pass: () -> FlowEnvironment) {
    var head = environment
    if changesFacts(id, head) {
      silent += 1
      for attempt in 0..<4 {
        environment = head
        pushLoop()
        _ = pass()
        let jump = jumps.removeLast()
        let joined = join(head, join(environment, jump.continueEnvironment))
        if joined.narrowed == head.narrowed { break }
        head = joined
        if attempt == 3 { head.narrowed = [:] }
      }
      silent -= 1
    }
    environment = head
    pushLoop()
    let exit = pass()
    let jump = jumps.removeLast()
    environment = join(exit, jump.breakEnvironment)
  }

  private func pushLoop() {
    jumps.append(JumpTarget(labels: pendingLabels, acceptsContinue: true, acceptsPlainBreak: true))
    pendingLabels = []
  }

  private func loopBody(_ body: NodeID) {
    checkStatement(body)
    environment = join(environment, jumps[jumps.count - 1].continueEnvironment)
  }

  /// Whether the loop assigns something that `environment` knows about.
  private func changesFacts(_ id: NodeID, _ environment: FlowEnvironment) -> Bool {
    if environment.narrowed.isEmpty { return false }
    let cacheKey = key(id)
    let roots: Set<UInt32>
    if let known = loopAssignments[cacheKey] {
      roots = known
    } else {
      var found: Set<UInt32> = []
      collectAssignments(id, &found)
      loopAssignments[cacheKey] = found
      roots = found
    }
    return environment.narrowed.keys.contains { roots.contains(referenceKeys[$0].root) }
  }

  private func collectAssignments(_ id: NodeID, _ roots: inout Set<UInt32>) {
    let node = tree[id]
    switch node.kind {
    case .assignmentExpression, .updateExpression: collectTargets(NodeID(node.a), &roots)
    case .forInStatement, .forOfStatement: collectTargets(NodeID(node.a), &roots)
    default: break
    }
    tree.forEachChild(node) { collectAssignments($0, &roots) }
  }

  private func collectTargets(_ id: NodeID, _ roots: inout Set<UInt32>) {
    let node = tree[id]
    switch node.kind {
    case .identifier: if let symbol = symbol(id) { roots.insert(symbol.raw + 2) }
    case .thisExpression: roots.insert(1)
    case .propertyAccess, .elementAccess, .parenthesizedExpression, .nonNullExpression, .asExpression:
      collectTargets(NodeID(node.a), &roots)
    case .arrayPattern, .objectPattern:
      for element in tree[ListID(node.a)] where tree.kind(element) == .bindingElement {
        collectTargets(BindingElement(tree, element).target, &roots)
      }
    default: break
    }
  }

  private func checkFor(_ id: NodeID, _ view: ForStatement) {
    if view.initializer.exists {
      if tree.kind(view.initializer) == .variableStatement { checkStatement(view.initializer) } else { checkExpression(view.initializer) }
    }
    loop(id) {
      var exit = FlowEnvironment.unreachable
      if view.condition.exists {
        let condition = checkCondition(view.condition)
        environment = condition.whenTrue
        exit = condition.whenFalse
      }
      loopBody(view.body)
      if view.increment.exists { checkExpression(view.increment) }
      return exit
    }
  }

  private func checkForEach(_ id: NodeID, _ left: NodeID, _ body: NodeID, _ element: TypeID) {
    loop(id) {
      let exit = environment
      if tree.kind(left) == .variableStatement {
        for declaration in tree[VariableStatement(tree, left).declarations] {
          let target = VariableDeclaration(tree, declaration).target
          if let symbol = symbol(target) {
            if VariableDeclaration(tree, declaration).type.isNone { symbolTypes[Int(symbol.raw)] = element }
            remember(target, typeOfSymbol(symbol))
            invalidate(target)
          } else {
            checkPattern(target)
          }
        }
      } else if tree.kind(left) == .identifier {
        assigned(left, element)
      }
      loopBody(body)
      return join(exit, environment)
    }
  }

  // MARK: Jumps

  private func checkJump(_ label: Name, isContinue: Bool) {
    for index in jumps.indices.reversed() {
      let target = jumps[index]
      let matches = label == .empty ? (isContinue ? target.acceptsContinue : target.acceptsPlainBreak) : target.labels.contains(label.raw)
      guard matches else { continue }
      if isContinue {
        jumps[index].continueEnvironment = join(target.continueEnvironment, environment)
      } else {
        jumps[index].breakEnvironment = join(target.breakEnvironment, environment)
      }
      break
    }
    environment.isReachable = false
  }

  private func checkLabeled(_ view: LabeledStatement) {
    switch tree.kind(view.body) {
    case .forStatement, .forInStatement, .forOfStatement, .whileStatement, .doStatement, .labeledStatement:
      pendingLabels.append(view.label.raw)
      checkStatement(view.body)
      pendingLabels = []
    default:
      jumps.append(JumpTarget(labels: pendingLabels + [view.label.raw], acceptsContinue: false, acceptsPlainBreak: false))
      pendingLabels = []
      checkStatement(view.body)
      environment = join(environment, jumps.removeLast().breakEnvironment)
    }
  }

  private func checkReturn(_ id: NodeID, _ expression: NodeID) {
    let expected = function.expectedReturn
    if expression.exists {
      let type = checkExpression(expression, expected ?? contextualReturns.last ?? nil)
      if let expected, !function.isAsync, !function.isGenerator, tree.kind(function.node) != .constructorDeclaration {
        checkAssignable(type, expected, at: id, expression: expression)
      }
      if environment.isReachable { function.returns.append(type) }
    } else {
      if let expected, arena.kind(expected) != .any, expected != .unknown, tree.kind(function.node) != .constructorDeclaration,
        !arena.constituents(expected).contains(where: { $0 == .void || $0 == .undefined }), !arena[expected].isGeneric
      {
        report(.notAssignable, ["undefined", text(expected)], at: id)
      }
      function.returns.append(.undefined)
    }
    environment.isReachable = false
  }

  // MARK: switch

  private func checkSwitch(_ id: NodeID, _ view: SwitchStatement) {
    let discriminant = checkExpression(view.discriminant)
    let isTrue = tree.kind(view.discriminant) == .trueLiteral
    var typeofTarget: NodeID?
    if tree.kind(view.discriminant) == .prefixUnaryExpression, PrefixUnaryExpression(tree, view.discriminant).operator == .typeOf {
      typeofTarget = PrefixUnaryExpression(tree, view.discriminant).operand
    }
    jumps.append(JumpTarget(labels: pendingLabels, acceptsContinue: false, acceptsPlainBreak: true))
    pendingLabels = []
    // What holds if no case so far has matched.
    var unmatched = environment
    var fallThrough = FlowEnvironment.unreachable
    let clauses = Array(tree[view.clauses])
    let hasDefault = clauses.contains { CaseClause(tree, $0).test.isNone }
    var remaining = arena.regular(discriminant)
    // A default clause anywhere sees what all cases leave.
    var allUnmatched = environment
    if let defaultIndex = clauses.firstIndex(where: { CaseClause(tree, $0).test.isNone }), defaultIndex < clauses.count - 1 {
      silent += 1
      for clause in clauses {
        let test = CaseClause(tree, clause).test
        if test.exists { excludeCase(view.discriminant, typeofTarget, test, &allUnmatched) }
      }
      silent -= 1
    }
    for (index, clause) in clauses.enumerated() {
      let item = CaseClause(tree, clause)
      if item.test.isNone {
        environment = join(index == clauses.count - 1 ? unmatched : allUnmatched, fallThrough)
      } else {
        environment = unmatched
        if isTrue {
          let condition = checkCondition(item.test)
          unmatched = condition.whenFalse
          environment = join(condition.whenTrue, fallThrough)
        } else {
          let value = arena.regular(checkExpression(item.test, discriminant))
          if arena.kind(value) != .any, arena.kind(discriminant) != .any, discriminant != .unknown, !arena[discriminant].isGeneric,
            !arena[value].isGeneric, value != .undefined, value != .null, discriminant != .never,
            !areTypesComparable(discriminant, value)
          {
            report(.caseNotComparable, [text(value), text(discriminant)], at: item.test)
          }
          var matched = environment
          if let typeofTarget, tree.kind(item.test) == .stringLiteral {
            narrowTypeof(typeofTarget, interner.string(StringLiteral(tree, item.test).value), &matched, true)
          } else {
            narrowByValue(view.discriminant, value, &matched, true, strict: true)
          }
          remaining = isUnitType(value) ? filter(remaining) { arena.regular($0) != value } : remaining
          excludeCase(view.discriminant, typeofTarget, item.test, &unmatched)
          environment = join(matched, fallThrough)
        }
      }
      checkStatements(tree[item.statements])
      fallThrough = environment
    }
    let jump = jumps.removeLast()
    // Without a default, the statement may be passed by unless its cases leave nothing.
    var exits = join(fallThrough, jump.breakEnvironment)
    let isExhausted = isTrue ? !unmatched.isReachable : remaining == .never || typeofTarget.map { isNarrowedAway($0, unmatched) } ?? false
    if !hasDefault, !isExhausted || clauses.isEmpty { exits = join(exits, unmatched) }
    environment = exits
  }

  private func isNarrowedAway(_ id: NodeID, _ environment: FlowEnvironment) -> Bool {
    guard let number = referenceNumber(id) else { return false }
    return environment.narrowed[number] == .never
  }

  private func excludeCase(_ discriminant: NodeID, _ typeofTarget: NodeID?, _ test: NodeID, _ environment: inout FlowEnvironment) {
    if let typeofTarget {
      if tree.kind(test) == .stringLiteral {
        narrowTypeof(typeofTarget, interner.string(StringLiteral(tree, test).value), &environment, false)
      }
      return
    }
    silent += 1
    let saved = self.environment
    let value = arena.regular(checkExpression(test))
    self.environment = saved
    silent -= 1
    narrowByValue(discriminant, value, &environment, false, strict: true)
  }

  // MARK: try

  private func checkTry(_ view: TryStatement) {
    let start = environment
    tryTargets.append(start)
    let outerJumps = jumps
    checkStatement(view.block)
    var mayThrow = tryTargets.removeLast()
    mayThrow.isReachable = start.isReachable
    var after = environment
    if view.catchClause.exists {
      let clause = CatchClause(tree, view.catchClause)
      environment = mayThrow
      if let symbol = symbol(clause.binding) {
        remember(clause.binding, typeOfSymbol(symbol))
        invalidate(clause.binding)
      } else if clause.binding.exists {
        checkPattern(clause.binding)
      }
      tryTargets.append(environment)
      checkStatement(clause.block)
      let thrown = tryTargets.removeLast()
      mayThrow = join(mayThrow, thrown)
      after = join(after, environment)
    }
    guard view.finallyBlock.exists else {
      environment = after
      return
    }
    // The block runs on every way out, but what follows it only on the normal one.
    var everything = join(after, mayThrow)
    everything.isReachable = start.isReachable
    for (index, jump) in jumps.enumerated() where index < outerJumps.count {
      everything = join(everything, join(jump.breakEnvironment, jump.continueEnvironment))
    }
    environment = everything
    checkStatement(view.finallyBlock)
    let finallyEnds = environment.isReachable
    if after.isReachable {
      silent += 1
      let returns = function.returns
      environment = after
      checkStatement(view.finallyBlock)
      function.returns = returns
      silent -= 1
    } else {
      environment = after
    }
    if !finallyEnds { environment.isReachable = false }
  }
}
