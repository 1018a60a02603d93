extension Pass {
  /// Removes functions that nothing reachable from the entry calls or makes a closure of.
  public static let deadFunctions = Pass(name: "dead-functions", purpose: "remove functions that nothing reaches") {
    $0.removeUnreachableFunctions(roots: [])
  }
}

extension PIRModule {
  /// The functions that a live function refers to.
  public func references(of function: PIRFunction) -> [FunctionID] {
    // A copy reads captures as the function whose closures it takes keeps them.
    var result = function.captures.isEmpty ? [] : function.closureOf.map { [$0] } ?? []
    for block in function.blocks {
      for id in block.instructions { if case .function(let callee) = function[id].payload { result.append(callee) } }
    }
    return result
  }

  /// Functions reachable from the entry and `roots`.
  public func reachableFunctions(roots: [FunctionID]) -> [Bool] {
    var isLive = [Bool](repeating: false, count: functions.count)
    var work = roots + (entry.map { [$0] } ?? [])
    while let id = work.popLast() {
      guard !isLive[Int(id.raw)] else { continue }
      isLive[Int(id.raw)] = true
      work += references(of: self[id])
    }
    return isLive
  }

  /// Keeps only what is reachable and renumbers it. Without an entry everything stays.
  public mutating func removeUnreachableFunctions(roots: [FunctionID]) {
    guard entry != nil else { return }
    let isLive = reachableFunctions(roots: roots)
    var newIndex = [FunctionID?](repeating: nil, count: functions.count)
    var kept: [PIRFunction] = []
    for (index, function) in functions.enumerated() where isLive[index] {
      newIndex[index] = FunctionID(UInt32(kept.count))
      kept.append(function)
    }
    func renumber(_ id: FunctionID) -> FunctionID { newIndex[Int(id.raw)]! }
    for index in kept.indices {
      kept[index].closureOf = kept[index].closureOf.flatMap { newIndex[Int($0.raw)] }
      for block in kept[index].blocks {
        for id in block.instructions {
          if case .function(let callee) = kept[index][id].payload { kept[index][id].payload = .function(renumber(callee)) }
        }
      }
    }
    functions = kept
    entry = entry.map(renumber)
    preludeFunctions = preludeFunctions.compactMapValues { newIndex[Int($0.raw)] }
    for index in builtins.indices { builtins[index].renumberFunctions(newIndex) }
    for index in layouts.indices {
      layouts[index].constructor = layouts[index].constructor.flatMap { newIndex[Int($0.raw)] }
      layouts[index].object = layouts[index].object.flatMap { newIndex[Int($0.raw)] }
      func renumber(_ methods: [Layout.Method]) -> [Layout.Method] {
        methods.compactMap { method in newIndex[Int(method.function.raw)].map { Layout.Method(name: method.name, function: $0) } }
      }
      layouts[index].methods = renumber(layouts[index].methods)
      layouts[index].getters = renumber(layouts[index].getters)
    }
  }
}

extension BuiltinObject {
  /// Follows a renumbering; values of removed functions must not be left.
  mutating func renumberFunctions(_ newIndex: [FunctionID?]) {
    func renumber(_ value: BuiltinValue) -> BuiltinValue {
      switch value {
      case .compiled(let id, let length): return .compiled(newIndex[Int(id.raw)]!, length: length)
      case .compiledGetter(let id): return .compiledGetter(newIndex[Int(id.raw)]!)
      default: return value
      }
    }
    call = call.map(renumber)
    construct = construct.map(renumber)
    properties = properties.map {
      BuiltinProperty(
        key: $0.key, value: renumber($0.value), isEnumerable: $0.isEnumerable, isWritable: $0.isWritable,
        isConfigurable: $0.isConfigurable, setter: $0.setter.map(renumber))
    }
  }
}
