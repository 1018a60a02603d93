import Syntax

/// Guesses for the whole program what each value is: which kinds, and from which classes, literals and array
/// literals its objects come.
///
/// It follows values through calls, fields, elements and closures, without regard to order, and believes that nothing
/// happens which the program's text does not show: what built-in functions in C do with an object is not followed. One
/// variable stands for a field of all objects of a class hierarchy, one for the elements of all arrays made at one place.
struct Prediction {
  /// Per function, per value.
  private(set) var values: [[Guess]]
  private var results: [Guess]
  private var globals: [Guess]
  private var slots: [[Guess]]
  private var captures: [[Guess]]
  private var frames: [[Guess]]
  /// What fields of known objects hold, by the first layout of the hierarchy.
  private var fields: [FieldKey: Guess] = [:]
  /// What fields of unknown objects hold, by name.
  private var named: [Name: Guess] = [:]
  /// Per array origin: its elements.
  private var elements: [Guess] = []
  private var unknownElements = Guess()
  /// The number of the array that an instruction makes.
  private var arrays: [ArraySite: Int] = [:]
  /// Functions that classes define under a name.
  private var methods: [Name: [FunctionID]] = [:]
  private let module: PIRModule
  /// Per layout: the first of its hierarchy.
  private let roots: [LayoutID]
  private let literals: [[Name]: LayoutID]
  /// By constructor.
  private let classes: [FunctionID: LayoutID]
  /// Of constructors themselves.
  private let constructors: [FunctionID: LayoutID]
  private var changed = true
  /// Per function: whether something that it reads has changed since it was visited, and its parameters.
  private var isStale: [Bool]
  private let parameters: [[Parameter]]
  /// Which functions read what others write: results and captures of a function, or its rest parameters; globals; properties by
  /// name; elements of arrays.
  private var callReaders: [[Int]]
  private var globalReaders: [[Int]]
  private var nameReaders: [Name: [Int]] = [:]
  private var elementReaders: [[Int]] = []
  /// Guesses need not be complete: a program whose values travel further than this gets fewer.
  private static let mostRounds = 12
  private static let mostMethods = 8

  private struct FieldKey: Hashable {
    let layout: LayoutID
    let name: Name
  }

  private struct ArraySite: Hashable {
    let function: Int
    let value: ValueID
  }

  init(_ module: PIRModule) {
    self.module = module
    values = module.functions.map { $0.values.map { Guess($0.representation == .boxed ? [] : TypeSet($0.representation)) } }
    results = module.functions.map { Guess($0.result == .boxed ? [] : TypeSet($0.result)) }
    globals = module.globals.map { Guess($0.representation == .boxed ? [] : TypeSet($0.representation)) }
    slots = module.functions.map { $0.slots.map { Guess($0.representation == .boxed ? [] : TypeSet($0.representation)) } }
    captures = module.functions.map { $0.captures.map { Guess($0 == .boxed || $0 == .cell ? [] : TypeSet($0)) } }
    frames = module.functions.map { $0.frame.map { Guess($0 == .boxed || $0 == .cell ? [] : TypeSet($0)) } }
    var roots: [LayoutID] = []
    for (index, layout) in module.layouts.enumerated() {
      roots.append(layout.parent.map { roots[Int($0.raw) - 1] } ?? LayoutID(UInt32(index + 1)))
    }
    self.roots = roots
    literals = module.literalLayouts()
    classes = module.classLayouts()
    constructors = module.constructorLayouts()
    isStale = [Bool](repeating: true, count: module.functions.count)
    parameters = module.functions.map(\.parameters)
    callReaders = [[Int]](repeating: [], count: module.functions.count)
    globalReaders = [[Int]](repeating: [], count: module.globals.count)
    // A cell's guess is about what it holds.
    for (index, function) in module.functions.enumerated() {
      for value in function.values.indices where function.values[value].representation == .cell { values[index][value] = Guess() }
    }
    findMethods()
    seedParameters()
    var rounds = 0
    while changed, rounds < Self.mostRounds {
      changed = false
      rounds += 1
      for index in module.functions.indices where isStale[index] { visit(index) }
    }
  }

  /// What a value of a function probably is.
  subscript(function: Int, value: ValueID) -> Guess {
    Int(value.raw) < values[function].count ? values[function][Int(value.raw)] : Guess()
  }

  /// The functions whose closures a property of a value probably holds.
  func closures(in name: Name, of function: Int, _ value: ValueID) -> [FunctionID] { load(name, of: self[function, value]).functions }

  /// Whether a class of the program defines a method of that name.
  func definesMethod(_ name: Name) -> Bool { methods[name] != nil }

  // MARK: Seeds

  private mutating func findMethods() {
    for function in module.functions {
      for block in function.blocks {
        for id in block.instructions where function[id].opcode == .methodDefine {
          guard case .name(let name) = function[id].payload, let callee = function.closure(function.operand(function[id], 1)) else {
            continue
          }
          if let constructor = function.closure(function.operand(function[id], 0)) {
            methods[name, default: []].append(callee)
            seed(callee, .this, Guess(.object, [.closure(constructor)]))
          } else if let constructor = function.classOfPrototype(function.operand(function[id], 0)) {
            methods[name, default: []].append(callee)
            if let layout = classes[constructor] { seed(callee, .this, Guess(.object, [.layout(layout)])) }
          }
        }
        for id in block.instructions where function[id].opcode == .accessorDefine {
          guard let constructor = function.classOfPrototype(function.operand(function[id], 0)), let layout = classes[constructor] else {
            continue
          }
          for position in [1, 2] {
            if let callee = function.closure(function.operand(function[id], position)) {
              seed(callee, .this, Guess(.object, [.layout(layout)]))
            }
          }
        }
      }
    }
  }

  private mutating func seed(_ function: FunctionID, _ kind: ParameterKind, _ guess: Guess) {
    for parameter in module[function].parameters where parameter.kind == kind {
      _ = values[Int(function.raw)][Int(parameter.value.raw)].join(guess)
    }
  }

  /// Annotations are as good as any other guess where unknown callers exist.
  private mutating func seedParameters() {
    for (index, function) in module.functions.enumerated() {
      for parameter in function.parameters {
        if let hint = parameter.hint { _ = values[index][Int(parameter.value.raw)].join(Guess(TypeSet(hint))) }
        if case .rest = parameter.kind {
          _ = values[index][Int(parameter.value.raw)].join(Guess(.object, [array(index, parameter.value)]))
        }
      }
    }
  }

  private mutating func array(_ function: Int, _ value: ValueID) -> ObjectOrigin {
    let site = ArraySite(function: function, value: value)
    if let known = arrays[site] { return .array(known) }
    arrays[site] = elements.count
    elements.append(Guess())
    elementReaders.append([])
    return .array(elements.count - 1)
  }

  // MARK: Flow

  private mutating func join(_ function: Int, _ value: ValueID, _ guess: Guess) {
    guard values[function][Int(value.raw)].join(guess) else { return }
    touch(function)
    if parameters[function].contains(where: { $0.value == value && $0.kind.isRest }) { touch(callReaders[function]) }
  }

  private mutating func joinGlobal(_ global: Int, _ guess: Guess) {
    if globals[global].join(guess) { touch(globalReaders[global]) }
  }

  private mutating func joinFrame(_ function: Int, _ variable: Int, _ guess: Guess) {
    if frames[function][variable].join(guess) { touch(function) }
  }

  private mutating func joinCapture(_ function: Int, _ capture: Int, _ guess: Guess) {
    guard captures[function][capture].join(guess) else { return }
    touch(function)
    touch(callReaders[function])
  }

  private mutating func joinElements(_ array: Int, _ guess: Guess) {
    if elements[array].join(guess) { touch(elementReaders[array]) }
  }

  /// Lets a function be visited again.
  private mutating func touch(_ function: Int) {
    isStale[function] = true
    changed = true
  }

  private mutating func touch(_ functions: [Int]) {
    for function in functions { isStale[function] = true }
    changed = true
  }

  /// A visit mostly asks for one thing several times in a row.
  private static func add(_ function: Int, to readers: inout [Int]) {
    if readers.last != function { readers.append(function) }
  }

  private mutating func visit(_ index: Int) {
    isStale[index] = false
    let function = module.functions[index]
    for block in function.blocks {
      for id in block.instructions {
        let instruction = function[id]
        propagate(instruction, index, function)
        for edge in function.edges(instruction) {
          for (argument, parameter) in zip(function.arguments(edge), function[edge.target].parameters) {
            let guess = values[index][Int(argument.raw)]
            join(index, parameter, guess)
            if function.representation(parameter) == .cell { join(index, argument, values[index][Int(parameter.raw)]) }
          }
        }
        guard instruction.result.exists else { continue }
        let result = guess(instruction, index, function)
        if function.representation(instruction.result) == .boxed || !result.origins.isEmpty { join(index, instruction.result, result) }
      }
    }
  }

  /// Carries operands to where other functions or memory see them.
  private mutating func propagate(_ instruction: Instruction, _ index: Int, _ function: PIRFunction) {
    func operand(_ position: Int) -> Guess { values[index][Int(function.operand(instruction, position).raw)] }
    switch (instruction.opcode, instruction.payload) {
    case (.slotStore, .slot(let slot)): if slots[index][Int(slot.raw)].join(operand(0)) { touch(index) }
    case (.globalStore, .global(let global)): joinGlobal(Int(global.raw), operand(0))
    case (.frameStore, .integer(let variable)): joinFrame(index, Int(variable), operand(0))
    case (.cellStore, _): join(index, function.operand(instruction, 0), operand(1))
    case (.return, _) where instruction.operands.count == 1: if results[index].join(operand(0)) { touch(callReaders[index]) }
    case (.callDirect, .function(let callee)):
      let first = Int(instruction.operands.count) - parameters[Int(callee.raw)].count
      for (position, parameter) in parameters[Int(callee.raw)].enumerated() {
        join(Int(callee.raw), parameter.value, operand(first + position))
      }
    case (.frameNew, .function(let callee)):
      for position in 0..<Int(instruction.operands.count) - 1 {
        joinFrame(Int(callee.raw), position, operand(position + 1))
      }
      for position in captures[index].indices where position < captures[Int(callee.raw)].count {
        joinCapture(Int(callee.raw), position, captures[index][position])
      }
    case (.closureNew, .function(let callee)):
      Self.add(index, to: &callReaders[Int(callee.raw)])
      for position in captures[Int(callee.raw)].indices {
        joinCapture(Int(callee.raw), position, operand(position))
        let value = function.operand(instruction, position)
        if function.representation(value) == .cell { join(index, value, captures[Int(callee.raw)][position]) }
      }
    case (.captureLoad, .integer(let capture)) where function.representation(instruction.result) == .cell:
      joinCapture(index, Int(capture), values[index][Int(instruction.result.raw)])
    case (.objectNew, .names(let names)):
      guard let layout = literalLayout(instruction, function) else { break }
      for (position, name) in function.names(names).enumerated() { store(operand(position), name, of: Guess(.object, [.layout(layout)])) }
    case (.propSet, .name(let name)), (.propDefine, .name(let name)), (.privateSet, .name(let name)),
      (.privateDefine, .name(let name)), (.privateInit, .name(let name)):
      store(operand(1), name, of: operand(0))
    case (.methodDefine, .name(let name)):
      if let constructor = function.closure(function.operand(instruction, 0)), constructors[constructor] != nil {
        store(operand(1), name, of: operand(0))
      }
    case (.arrayNew, _):
      guard case .array(let site) = array(index, instruction.result) else { break }
      for position in 0..<Int(instruction.operands.count) { joinElements(site, operand(position)) }
    case (.elemSet, _), (.elemSetIndex, _): storeElement(operand(2), of: operand(0))
    case (.arrayPush, _): storeElement(operand(1), of: operand(0))
    case (.callRuntime, .runtime(let callee)) where module[callee].symbol == "rt_array_push_one":
      storeElement(operand(1), of: operand(0))
    case (.callRuntime, .runtime(let callee)) where ["rt_array_pop", "rt_array_shift", "rt_array_at"].contains(module[callee].symbol):
      join(index, instruction.result, loadElement(of: operand(0), for: index))
    case (.callMethod, .name(let name)):
      callArrayMethod(name, instruction, index, function)
      if let same = derivedArray(name, of: operand(0)) { join(index, instruction.result, same) }
      pass(methodCandidates(name), this: operand(0), (1..<Int(instruction.operands.count)).map(operand), index, instruction)
    case (.callValue, _):
      pass(operand(0).functions, this: operand(1), (2..<Int(instruction.operands.count)).map(operand), index, instruction)
    case (.construct, _):
      pass(operand(0).functions, this: operand(0), (1..<Int(instruction.operands.count)).map(operand), index, instruction)
    default: break
    }
  }

  /// Follows what methods of arrays put into them or take out.
  private mutating func callArrayMethod(_ name: Name, _ call: Instruction, _ index: Int, _ function: PIRFunction) {
    let base = values[index][Int(function.operand(call, 0).raw)]
    guard base.origins.contains(where: { if case .array = $0 { return true } else { return false } }) else { return }
    switch module.interner.string(name) {
    case "push", "unshift":
      for argument in function.operands(call).dropFirst() { storeElement(values[index][Int(argument.raw)], of: base) }
    case "pop", "shift", "at": join(index, call.result, loadElement(of: base, for: index))
    case "slice", "reverse", "sort", "filter", "concat": join(index, call.result, base)
    default: break
    }
  }

  /// What methods of typed arrays give that make another of their kind, or return the array.
  private func derivedArray(_ name: Name, of base: Guess) -> Guess? {
    guard base.origins.count == 1, case .builtin = base.origins[0] else { return nil }
    switch module.interner.string(name) {
    case "slice", "subarray", "fill", "map", "filter", "reverse", "sort", "toSorted", "toReversed", "with", "copyWithin": return base
    default: return nil
    }
  }

  private func methodCandidates(_ name: Name) -> [FunctionID] {
    guard let known = methods[name], known.count <= Self.mostMethods else { return [] }
    return known
  }

  /// Passes arguments to the functions that a call may reach, and their results back.
  private mutating func pass(_ callees: [FunctionID], this: Guess, _ arguments: [Guess], _ index: Int, _ call: Instruction) {
    for callee in callees {
      Self.add(index, to: &callReaders[Int(callee.raw)])
      for parameter in parameters[Int(callee.raw)] {
        switch parameter.kind {
        case .positional(let position) where position < arguments.count:
          join(Int(callee.raw), parameter.value, arguments[position])
        case .rest(let first):
          for argument in arguments.dropFirst(first) { storeElement(argument, of: values[Int(callee.raw)][Int(parameter.value.raw)]) }
        default: break
        }
      }
      if call.result.exists { join(index, call.result, results[Int(callee.raw)]) }
    }
  }

  // MARK: Memory

  private func literalLayout(_ instruction: Instruction, _ function: PIRFunction) -> LayoutID? {
    guard case .names(let names) = instruction.payload else { return nil }
    return literals[Array(function.names(names))]
  }

  /// The layout of objects of an origin.
  private func layout(_ origin: ObjectOrigin) -> LayoutID? {
    switch origin {
    case .layout(let layout): return layout
    case .closure(let function): return constructors[function]
    case .array, .builtin: return nil
    }
  }

  private mutating func store(_ guess: Guess, _ name: Name, of base: Guess) {
    var isKnown = false
    for origin in base.origins {
      guard let layout = layout(origin) else { continue }
      isKnown = true
      if fields[FieldKey(layout: roots[Int(layout.raw) - 1], name: name), default: Guess()].join(guess) { touch(nameReaders[name] ?? []) }
    }
    if !isKnown, named[name, default: Guess()].join(guess) { touch(nameReaders[name] ?? []) }
  }

  private func load(_ name: Name, of base: Guess) -> Guess {
    var result = Guess()
    for origin in base.origins {
      guard let layout = layout(origin) else { continue }
      if let known = fields[FieldKey(layout: roots[Int(layout.raw) - 1], name: name)] { _ = result.join(known) }
    }
    if let known = named[name] { _ = result.join(known) }
    return result
  }

  /// The slots of a layout's objects that hold nothing but numbers, as far as the program shows; a bit each.
  func numbers(in layout: LayoutID) -> UInt64 {
    guard module[layout].object == nil else { return 0 }
    if module.isPrefix(layout) {
      let all = (layout.raw + 1...module[layout].last.raw).reduce(UInt64.max) { $0 & numbers(in: LayoutID($1)) }
      return module[layout].fields.count < Layout.mostFields ? all & (1 << UInt64(module[layout].fields.count) - 1) : all
    }
    var result: UInt64 = 0
    for (slot, field) in module[layout].fields.enumerated() where slot < Layout.mostFields {
      if load(field.name, of: Guess(.object, [.layout(layout)])).kinds == .number { result |= 1 << UInt64(slot) }
    }
    return result
  }

  /// The slots of a class's objects that hold nothing but typed arrays of one kind, as far as the program shows.
  func typedArrays(in layout: LayoutID) -> [Int: ElementKind] {
    // The test of a layout is also passed by classes that extend this one.
    guard module[layout].constructor != nil, (layout.raw...module[layout].last.raw).allSatisfy({ module[LayoutID($0)].isSingle })
    else { return [:] }
    var result: [Int: ElementKind] = [:]
    for (slot, field) in module[layout].fields.enumerated() where slot < Layout.mostFields {
      result[slot] = elementKind(of: load(field.name, of: Guess(.object, [.layout(layout)])))
    }
    return result
  }

  /// The kind of typed array that a value is if the guess about it is right.
  func elementKind(of guess: Guess) -> ElementKind? {
    guard guess.kinds == .object, guess.origins.count == 1, case .builtin(let id) = guess.origins[0] else { return nil }
    return ElementKind(constructor: module[id].name)
  }

  private mutating func storeElement(_ guess: Guess, of base: Guess) {
    var isKnown = false
    for case .array(let site) in base.origins {
      isKnown = true
      joinElements(site, guess)
    }
    if !isKnown, unknownElements.join(guess) { changed = true }
  }

  private mutating func loadElement(of base: Guess, for reader: Int) -> Guess {
    var result = Guess()
    for case .array(let site) in base.origins {
      Self.add(reader, to: &elementReaders[site])
      _ = result.join(elements[site])
    }
    for case .builtin(let id) in base.origins where ElementKind(constructor: module[id].name) != nil { _ = result.join(Guess(.number)) }
    return result
  }

  // MARK: Results

  /// The layout of what a constructor makes for the class that a call names as `new.target`.
  private func constructed(by call: Instruction, _ callee: FunctionID, _ index: Int, _ function: PIRFunction) -> LayoutID? {
    let parameters = parameters[Int(callee.raw)]
    guard module.functions[Int(callee.raw)].isClassConstructor, let position = parameters.firstIndex(where: { $0.kind == .newTarget }) else { return nil }
    let target = function.operand(call, Int(call.operands.count) - parameters.count + position)
    if let constructor = function.closure(target) { return classes[constructor] }
    guard case .parameter(let own) = function[target].definition, function.parameters[own].kind == .newTarget else { return nil }
    return classes[function.closureOf ?? FunctionID(UInt32(index))]
  }

  private mutating func guess(_ instruction: Instruction, _ index: Int, _ function: PIRFunction) -> Guess {
    func operand(_ position: Int) -> Guess { values[index][Int(function.operand(instruction, position).raw)] }
    switch (instruction.opcode, instruction.payload) {
    case (.undefined, _): return Guess(.undefined)
    case (.null, _): return Guess(.null)
    case (.hole, _): return Guess(.hole)
    case (.constBigInt, _): return Guess(.bigint)
    case (.box, _), (.unbox, _), (.convert, _), (.checkInit, _):
      var result = operand(0)
      result.kinds.remove(.hole)
      return result
    case (.slotLoad, .slot(let slot)): return slots[index][Int(slot.raw)]
    case (.globalLoad, .global(let global)):
      Self.add(index, to: &globalReaders[Int(global.raw)])
      return globals[Int(global.raw)]
    case (.frameLoad, .integer(let variable)): return frames[index][Int(variable)]
    case (.captureLoad, .integer(let capture)): return captures[index][Int(capture)]
    case (.cellNew, _), (.cellLoad, _): return operand(0)
    case (.callDirect, .function(let callee)):
      Self.add(index, to: &callReaders[Int(callee.raw)])
      return constructed(by: instruction, callee, index, function).map { Guess(.object, [.layout($0)]) } ?? results[Int(callee.raw)]
    case (.select, _):
      var result = operand(1)
      _ = result.join(operand(2))
      return result
    case (.closureNew, .function(let callee)), (.closureStatic, .function(let callee)): return Guess(.object, [.closure(callee)])
    case (.arrayNew, _): return Guess(.object, [array(index, instruction.result)])
    case (.objectNew, _): return Guess(.object, literalLayout(instruction, function).map { [.layout($0)] } ?? [])
    case (.instanceNew, .layout(let layout)), (.instanceComplete, .layout(let layout)): return Guess(.object, [.layout(layout)])
    case (.instanceNew, _), (.constructSuper, _), (.constructSuperSpread, _):
      return Guess(.object, classes[function.closureOf ?? FunctionID(UInt32(index))].map { [.layout($0)] } ?? [])
    case (.construct, _):
      if let maker = function.source(function.operand(instruction, 0)), maker.opcode == .builtin, case .builtin(let id) = maker.payload {
        return Guess(.object, [module[id].name == "Array" ? array(index, instruction.result) : .builtin(id)])
      }
      let made = operand(0).functions.compactMap { classes[$0] }.map { ObjectOrigin.layout($0) }
      return Guess(.object, made)
    case (.propGet, .name(let name)), (.privateGet, .name(let name)):
      Self.add(index, to: &nameReaders[name, default: []])
      return load(name, of: operand(0))
    case (.elemGet, _), (.elemGetIndex, _): return operand(0).kinds == .string ? Guess(.string) : loadElement(of: operand(0), for: index)
    // The record of an iteration stands for what it goes through.
    case (.iterNew, _): return operand(0)
    case (.iterNext, _): return loadElement(of: operand(0), for: index)
    case (.jsAdd, _):
      let left = operand(0).kinds
      let right = operand(1).kinds
      if left.contains(.string) || right.contains(.string) { return Guess(.string) }
      return left.union(right).isWithin([.number, .undefined, .boolean]) ? Guess(.number) : Guess()
    case (.jsSub, _), (.jsMul, _), (.jsDiv, _), (.jsRem, _), (.jsPow, _), (.jsBitAnd, _), (.jsBitOr, _), (.jsBitXor, _),
      (.jsShl, _), (.jsShr, _), (.jsUShr, _), (.jsNeg, _), (.jsBitNot, _), (.jsInc, _), (.jsDec, _), (.jsToNumeric, _):
      return operand(0).kinds.contains(.bigint) ? Guess(.bigint) : Guess(.number)
    case (.callMethod, .name(let name)):
      // `Float64Array.from(…)` and `of`.
      guard let base = function.source(function.operand(instruction, 0)), base.opcode == .builtin, case .builtin(let id) = base.payload,
        ElementKind(constructor: module[id].name) != nil, ["from", "of"].contains(module.interner.string(name))
      else { return Guess() }
      return Guess(.object, [.builtin(id)])
    case (.forInNext, _): return Guess([.string, .hole])
    case (.callRuntime, .runtime(let callee)) where module[callee].symbol.hasPrefix("rt_array_construct_"):
      return Guess(.object, [array(index, instruction.result)])
    case (.callNative, .name(let symbol)): return Guess((module.builtinFacts.natives[symbol] ?? []).guessable)
    default: return Guess()
    }
  }
}

extension Guess {
  /// The functions that it may be closures of.
  var functions: [FunctionID] {
    origins.compactMap { if case .closure(let id) = $0 { return id } else { return nil } }
  }
}

extension ParameterKind {
  fileprivate var isRest: Bool { if case .rest = self { return true } else { return false } }
}

extension TypeSet {
  /// Knowing that something can be anything is not worth a guess.
  fileprivate var guessable: TypeSet { self == .any ? [] : self }
}
