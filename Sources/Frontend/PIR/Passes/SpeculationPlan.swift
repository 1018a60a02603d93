import Syntax

/// What speculation assumes before one instruction runs.
struct SpeculationPlan {
  /// Operands that are to be of a primitive kind.
  var operands: [(index: Int, kind: Representation)] = []
  var access: Access?

  /// How memory is reached once the assumptions hold.
  enum Access {
    /// The base object is of one of these layouts, with the field in a slot.
    case field([LayoutChoice.Place])
    /// The instance gets all fields of its layout at once.
    case construction(LayoutID)
    /// The base object is of one of these layouts, which have the method.
    case method([LayoutChoice.Method])
    /// The object is of a class that exists once, so that its layout says whether it is an instance of one.
    case instance(LayoutID)
    /// The base is an array with ordinary elements, and the element is there, of a primitive kind if there is one.
    case element(Representation?)
    /// The base is a typed array of a kind, and the element is there.
    case typedElement(ElementKind)
    /// The number of elements of such an array.
    case typedLength(ElementKind)
  }

  var isEmpty: Bool { operands.isEmpty && access == nil }
}

/// Decides what to assume, by the guesses about values.
struct SpeculationPlanner {
  private let module: PIRModule
  private let prediction: Prediction
  private let choice: LayoutChoice
  private let classes: [FunctionID: LayoutID]
  private let literals: [[Name]: LayoutID]
  private let length: Name
  /// Whether layouts tell what objects are instances of.
  private let layoutsTellClasses: Bool

  init(_ module: PIRModule, _ prediction: Prediction) {
    self.module = module
    self.prediction = prediction
    choice = LayoutChoice(module)
    classes = module.classLayouts()
    literals = module.literalLayouts()
    length = module.interner.intern("length")
    layoutsTellClasses = module.layoutsTellClasses()
  }

  /// What to assume before an instruction; nil if nothing would help.
  func plan(_ instruction: Instruction, in index: Int, _ function: PIRFunction, _ usual: UsualValues) -> SpeculationPlan? {
    var plan = SpeculationPlan()
    switch instruction.opcode {
    case .jsSub, .jsMul, .jsDiv, .jsRem, .jsPow, .jsBitAnd, .jsBitOr, .jsBitXor, .jsShl, .jsShr, .jsUShr, .jsNeg, .jsBitNot,
      .jsInc, .jsDec, .jsToNumber, .jsToNumeric:
      planNumbers(instruction, index, function, &plan, needsEvidence: false)
    case .jsAdd:
      if !planStrings(instruction, index, function, &plan) { planNumbers(instruction, index, function, &plan, needsEvidence: true) }
    case .jsLt, .jsLe, .jsGt, .jsGe:
      planNumbers(instruction, index, function, &plan, needsEvidence: true)
    case .jsStrictEq, .jsStrictNe, .jsEq, .jsNe:
      planEquality(instruction, index, function, &plan)
    case .jsToBoolean:
      let operand = function.operand(instruction, 0)
      if known(operand, function) == nil, prediction[index, operand].kinds == .boolean { plan.operands = [(0, .i1)] }
    case .propGet, .propSet, .privateGet, .privateSet:
      if instruction.opcode == .propGet, case .name(let name) = instruction.payload, name == length,
        let kind = elementKind(of: function.operand(instruction, 0), index, function)
      {
        plan.access = .typedLength(kind)
      } else if let fields = fields(instruction, index, function, usual) {
        plan.access = .field(fields)
      } else if let methods = methods(instruction, index, function) {
        plan.access = .method(methods)
      }
    case .propDefine, .privateInit:
      if constructedLayout(of: function.operand(instruction, 0), usual) != nil, let fields = fields(instruction, index, function, usual) {
        plan.access = .field(fields)
      }
    case .jsInstanceof:
      if let layout = instanceLayout(instruction, index, function) { plan.access = .instance(layout) }
    case .objectNew: planLiteral(instruction, index, function, &plan)
    case .instanceNew:
      if case .layout(let layout) = instruction.payload { plan.access = .construction(layout) }
    case .elemGet, .elemSet, .elemGetIndex, .elemSetIndex:
      planElement(instruction, index, function, &plan)
    default: return nil
    }
    return plan.isEmpty ? nil : plan
  }

  /// Whether the general way beside a test is what usually happens: the guess about the tested value is another kind.
  func expectsGeneral(_ branch: Instruction, _ general: BlockID, in index: Int, _ function: PIRFunction) -> Bool {
    guard case .instruction(let id) = function[function.operand(branch, 0)].definition else { return true }
    let test = function[id]
    guard case .test(let kind) = test.payload, test.opcode == .isType else { return false }
    let guess = prediction[index, function.operand(test, 0)]
    switch kind {
    case .array, .builtinArray, .map, .set:
      if guess.origins.contains(where: { if case .array = $0 { return false } else { return true } }) { return true }
      if !guess.mayBe(.object) { return true }
      guard guess.origins.isEmpty else { return !kind.asksForArray }
      // Nothing is known of the object: a class of the program may have such a method.
      return function[general].instructions.contains { id in
        guard case .name(let name) = function[id].payload else { return false }
        return prediction.definesMethod(name)
      }
    case .number: return !guess.mayBe(.number)
    case .string: return !guess.mayBe(.string)
    default: return false
    }
  }

  /// Whether the guess about what a branch tests says that it is something else.
  func excludes(_ branch: Instruction, in index: Int, _ function: PIRFunction) -> Bool {
    guard case .instruction(let id) = function[function.operand(branch, 0)].definition, function[id].opcode == .isType,
      case .test(let kind) = function[id].payload
    else { return false }
    let guess = prediction[index, function.operand(function[id], 0)]
    switch kind {
    case .string: return guess.excludes(.string)
    case .array, .builtinArray:
      return guess.excludes(.object) || !guess.origins.isEmpty && !guess.origins.contains { if case .array = $0 { return true } else { return false } }
    case .map, .set:
      return guess.excludes(.object) || !guess.origins.isEmpty && !guess.origins.contains { if case .builtin = $0 { return true } else { return false } }
    default: return false
    }
  }

  // MARK: Operands

  /// The representation that a value had before it was boxed, or what a constant is; nil if it can be anything.
  private func known(_ value: ValueID, _ function: PIRFunction) -> TypeSet? {
    if function.representation(value) != .boxed { return TypeSet(function.representation(value)) }
    guard case .instruction(let id) = function[value].definition else { return nil }
    switch function[id].opcode {
    case .box: return TypeSet(function.representation(function.operand(function[id], 0)))
    case .undefined: return .undefined
    case .null: return .null
    case .hole: return .hole
    case .constBigInt: return .bigint
    default: return nil
    }
  }

  /// Assumes that operands are numbers if nothing speaks against it.
  private func planNumbers(
    _ instruction: Instruction, _ index: Int, _ function: PIRFunction, _ plan: inout SpeculationPlan, needsEvidence: Bool
  ) {
    var tests: [(Int, Representation)] = []
    var hasEvidence = !needsEvidence
    for position in 0..<Int(instruction.operands.count) {
      let operand = function.operand(instruction, position)
      if let known = known(operand, function) {
        guard known == .number else { return }
        hasEvidence = true
        continue
      }
      let guess = prediction[index, operand]
      guard guess.mayBe(.number) else { return }
      if guess.isProbably(.number) { hasEvidence = true }
      tests.append((position, .f64))
    }
    if hasEvidence { plan.operands = tests }
  }

  /// Assumes that the operands of `+` are strings, or one of them; false: they are not.
  private func planStrings(
    _ instruction: Instruction, _ index: Int, _ function: PIRFunction, _ plan: inout SpeculationPlan
  ) -> Bool {
    var isString = false
    for position in 0..<2 {
      let operand = function.operand(instruction, position)
      let known = known(operand, function)
      if known == .string { isString = true }
      if known == nil, prediction[index, operand].isProbably(.string) {
        isString = true
        plan.operands.append((position, .string))
      }
    }
    return isString
  }

  private func planEquality(_ instruction: Instruction, _ index: Int, _ function: PIRFunction, _ plan: inout SpeculationPlan) {
    for (kind, representation) in [(TypeSet.number, Representation.f64), (.string, .string), (.boolean, .i1)] {
      var tests: [(Int, Representation)] = []
      let fits = (0..<2).allSatisfy { position in
        let operand = function.operand(instruction, position)
        if let known = known(operand, function) { return known == kind }
        tests.append((position, representation))
        return prediction[index, operand].kinds == kind
      }
      if fits { plan.operands = tests }
    }
  }

  // MARK: Memory

  private func fields(
    _ instruction: Instruction, _ index: Int, _ function: PIRFunction, _ usual: UsualValues
  ) -> [LayoutChoice.Place]? {
    guard case .name(let name) = instruction.payload else { return nil }
    let isPrivate = [.privateGet, .privateSet, .privateInit].contains(instruction.opcode)
    let base = function.operand(instruction, 0)
    guard known(base, function) ?? .object == .object else { return nil }
    // An object under construction does not have its layout yet, unless it got it at once.
    switch usual.source(base)?.opcode {
    case .instanceNew where constructedLayout(of: base, usual) == nil: return nil
    case .constructSuper, .constructSuperSpread: return nil
    default: break
    }
    guard let places = choice.fields(Layout.Field(name, isPrivate: isPrivate), of: prediction[index, base], isStore: instruction.operands.count == 2)
    else { return nil }
    if instruction.operands.count == 2, places.contains(where: \.isNumber), !mayBeNumber(function.operand(instruction, 1), index, function) {
      return nil
    }
    if instruction.operands.count == 2 {
      let kind = elementKind(of: function.operand(instruction, 1), index, function)
      guard places.allSatisfy({ $0.elements == nil || $0.elements == kind }) else { return nil }
    }
    return places
  }

  private func mayBeNumber(_ value: ValueID, _ index: Int, _ function: PIRFunction) -> Bool {
    if let known = known(value, function) { return known == .number }
    return prediction[index, value].mayBe(.number)
  }

  /// Assumes that numbers are put where the literal's objects hold nothing else.
  private func planLiteral(_ instruction: Instruction, _ index: Int, _ function: PIRFunction, _ plan: inout SpeculationPlan) {
    guard case .names(let range) = instruction.payload, let id = literals[Array(function.names(range))] else { return }
    for position in 0..<Int(instruction.operands.count) where module[id].holdsNumber(position) {
      let value = function.operand(instruction, position)
      if known(value, function) == nil, prediction[index, value].mayBe(.number) { plan.operands.append((position, .f64)) }
    }
  }

  /// The layout of an object that is made in this function and can be complete from the start.
  private func constructedLayout(of base: ValueID, _ usual: UsualValues) -> LayoutID? {
    guard let maker = usual.source(base), maker.opcode == .instanceNew, case .layout(let layout) = maker.payload else { return nil }
    return layout
  }

  /// The method that a look-up probably finds, by layout of the object.
  private func methods(_ instruction: Instruction, _ index: Int, _ function: PIRFunction) -> [LayoutChoice.Method]? {
    guard instruction.opcode == .propGet, case .name(let name) = instruction.payload else { return nil }
    let base = function.operand(instruction, 0)
    guard known(base, function) ?? .object == .object else { return nil }
    return choice.methods(name, of: prediction[index, base])
  }

  /// The layout of the class on the right of `instanceof` if what is on the left probably has a class.
  private func instanceLayout(_ instruction: Instruction, _ index: Int, _ function: PIRFunction) -> LayoutID? {
    let object = function.operand(instruction, 0)
    guard layoutsTellClasses, let target = function.source(function.operand(instruction, 1)), target.opcode == .closureStatic,
      case .function(let constructor) = target.payload, known(object, function) ?? .object == .object
    else { return nil }
    let guess = prediction[index, object]
    guard guess.mayBe(.object), guess.origins.allSatisfy({ if case .layout(let layout) = $0 { return module[layout].isSingle } else { return false } })
    else { return nil }
    return classes[constructor]
  }

  private func planElement(_ instruction: Instruction, _ index: Int, _ function: PIRFunction, _ plan: inout SpeculationPlan) {
    let base = function.operand(instruction, 0)
    let key = function.operand(instruction, 1)
    guard known(base, function) ?? .object == .object else { return }
    let guess = prediction[index, base]
    guard guess.mayBe(.object) || !guess.origins.isEmpty else { return }
    let kind = elementKind(of: base, index, function)
    // Only arrays, or objects of which nothing is known.
    guard kind != nil || guess.origins.allSatisfy({ if case .array = $0 { return true } else { return false } }) else { return }
    if let known = known(key, function) {
      guard known == .number else { return }
    } else {
      let guess = prediction[index, key]
      guard guess.isProbably(.number) else { return }
      plan.operands = [(1, .f64)]
    }
    guard let kind else {
      plan.access = .element(elementRepresentation(instruction, index, function))
      return
    }
    if instruction.operands.count == 3 {
      let value = function.operand(instruction, 2)
      if let known = known(value, function) {
        guard known == .number else { return plan.operands = [] }
      } else {
        guard prediction[index, value].mayBe(.number) else { return plan.operands = [] }
        plan.operands.append((2, .f64))
      }
    }
    plan.access = .typedElement(kind)
  }

  /// What an element that is read always is, as far as the program shows.
  private func elementRepresentation(_ instruction: Instruction, _ index: Int, _ function: PIRFunction) -> Representation? {
    guard instruction.result.exists else { return nil }
    switch prediction[index, instruction.result].kinds {
    case .number: return .f64
    case .string: return .string
    default: return nil
    }
  }

  /// The kind of typed array that an object probably is.
  private func elementKind(of base: ValueID, _ index: Int, _ function: PIRFunction) -> ElementKind? {
    guard known(base, function) ?? .object == .object else { return nil }
    let origins = prediction[index, base].origins
    guard origins.count == 1, case .builtin(let id) = origins[0] else { return nil }
    return ElementKind(constructor: module[id].name)
  }
}

extension PIRModule {
  /// Whether an object of a class's layout is an instance of that class and those it extends, and of no other class with a
  /// layout: unless there are several classes of one definition, or a program with its own idea of `instanceof`. What the
  /// text does not show, the runtime notices.
  fileprivate func layoutsTellClasses() -> Bool {
    guard layouts.allSatisfy({ $0.constructor == nil || $0.isSingle }) else { return false }
    let name = Payload.name(interner.intern("hasInstance"))
    return !functions.contains { $0.instructions.contains { $0.payload == name } }
  }
}
