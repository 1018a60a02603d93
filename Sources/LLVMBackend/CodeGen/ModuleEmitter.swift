import LLVM
import PIR
import Syntax

/// Translates a program in PIR to one module of LLVM IR: functions, static data and tables.
final class ModuleEmitter {
  let program: PIRModule
  let machine: Machine
  let options: CodeGenOptions
  let effort: Effort
  let isCompact: Bool
  let context = IRContext()
  let module: IRModule
  let builder: IRBuilder
  let facts: ProgramFacts
  let noUnwind: IRAttribute
  let willReturn: IRAttribute
  let cold: IRAttribute

  /// By `FunctionID`.
  var functions: [Callee] = []
  /// By `GlobalID`.
  var globals: [IRValue] = []
  var runtimeFunctions: [String: Callee] = [:]
  var runtimeVariables: [String: IRValue] = [:]
  /// Interned strings of the program in order of first use, with their constants.
  var atoms: [Name: IRValue] = [:]
  var atomOrder: [Name] = []
  /// Where names stand in that order.
  var atomNumbers: [Name: Int] = [:]
  var privateNames: [Name: IRValue] = [:]
  var bigInts: [Name: IRValue] = [:]
  /// Per function: the offsets of its sites.
  var sites: [[SiteKey: Int]]
  let packedSites: PackedSites
  let inlineCaches: InlineCaches
  /// Per file: where the last asked position was, as sites come mostly in order.
  var lineCursors: [LineCursor]
  var sources: [SourceSpan: IRValue] = [:]
  var functionInfos: [FunctionID: IRValue] = [:]
  var staticClosures: [FunctionID: IRValue] = [:]
  var callThunks: [FunctionID: IRValue] = [:]
  /// Thunks that are declared but have no body yet.
  var pendingThunks: [(kind: ThunkKind, function: FunctionID, value: IRValue)] = []
  /// All thunks with their functions.
  var thunks: [(value: IRValue, function: FunctionID)] = []
  var constructThunks: [FunctionID: IRValue] = [:]
  var helpers: [String: Callee] = [:]
  /// Layouts of object literals by their properties.
  let literalLayouts: [[Name]: LayoutID]
  private(set) var debugInfo: DebugInfoBuilder?

  /// - Parameters:
  ///   - effort: what LLVM will do with the program.
  ///   - isCompact: whether plain functions of the library are in a part that is compiled for size.
  init(
    _ program: PIRModule, machine: Machine, options: CodeGenOptions, effort: Effort = .full, isCompact: Bool = false
  ) {
    self.effort = effort
    self.isCompact = isCompact
    self.program = program
    self.machine = machine
    self.options = options
    module = IRModule("program", in: context)
    builder = IRBuilder(context, wordsAreLong: machine.pointerBytes == 8)
    packedSites = PackedSites(module, context, functionCount: program.functions.count)
    sites = [[SiteKey: Int]](repeating: [:], count: program.functions.count)
    inlineCaches = InlineCaches(module, context)
    facts = ProgramFacts(program)
    noUnwind = context.attribute("nounwind")
    willReturn = context.attribute("willreturn")
    cold = context.attribute("cold")
    lineCursors = program.files.map(LineCursor.init)
    literalLayouts = program.literalLayouts()
  }

  /// Emits everything.
  func emit() {
    for flag in machine.flags { module.setFlag(flag.name, flag.value) }
    debugInfo = makeDebugInfo()
    emitGlobals()
    declareFunctions()
    for index in program.functions.indices {
      let emitter = FunctionEmitter(FunctionID(UInt32(index)), in: self)
      emitter.emit()
    }
    builder.keepsCalls = false
    builder.clearLocation()
    emitProgramMain()
    emitBuiltinTables()
    emitPendingThunks()
    emitAtomTable()
    packedSites.finish()
    inlineCaches.finish()
    debugInfo?.finish()
  }

  /// A word of the pointer's size.
  var wordType: IRType { machine.pointerBytes == 8 ? context.i64 : context.i32 }

  /// Module variables; those that can hold references lie where the collector looks.
  private func emitGlobals() {
    for global in program.globals {
      let type = irType(global.representation == .i1 ? .i32 : global.representation)
      var initializer = context.zero(type)
      if global.representation == .boxed {
        initializer = context.int64(global.startsUninitialized ? Boxed.hole : Boxed.undefined)
      }
      let variable = module.addGlobal(global.name, type, initializer: initializer, linkage: .internal_)
      if global.representation.isReference { variable.setSection("rt_roots") }
      globals.append(variable)
    }
  }

  private func declareFunctions() {
    for (index, function) in program.functions.enumerated() {
      let id = FunctionID(UInt32(index))
      var parameters = function.parameters.map { irType(function.representation($0.value)) }
      // The runtime calls resume functions with their frame.
      if function.kind == .resume || facts.needsClosure(id) { parameters.insert(context.pointer, at: 0) }
      let type = context.function(parameters, resultType(function.result, throwing: facts.canThrow(id)))
      let value = module.addFunction("ts." + function.name, type, linkage: .internal_)
      if function.kind != .resume { value.setFastCallingConvention() }
      value.add(noUnwind)
      if function.isCold {
        // The fallback of a native body calls the runtime's hot paths instead of inlining them.
        value.add(context.attribute("minsize"))
        value.add(context.attribute("optsize"))
      } else if function.isPlain(options.level) {
        // The library's large, rarely hot functions (inspect, process…) are linked into most programs: optimising them
        // each time was most of the time of a build.
        let isSmall = isForSize(id)
        if isSmall { value.add(context.attribute("minsize")) }
        value.add(context.attribute(isSmall ? "optsize" : "optnone"))
        value.add(context.attribute("noinline"))
      } else if isCompact && (function.frequency == .unknown || function.source == nil) {
        value.add(context.attribute("optsize"))
      }
      functions.append(Callee(function: value, type: type))
    }
  }

  /// Whether a function is in the part that is compiled for size.
  func isForSize(_ id: FunctionID) -> Bool { isCompact && program[id].isLibrary }

  /// `rt_program_main`: runs the entry function.
  private func emitProgramMain() {
    let type = context.function([], context.i32)
    let main = module.addFunction("rt_program_main", type)
    main.setHidden()
    main.add(noUnwind)
    builder.move(to: builder.addBlock("", to: main))
    guard let entry = program.entry else { return builder.returnValue(context.int32(0)) }
    let callee = functions[Int(entry.raw)]
    let result = builder.call(callee.function, type: callee.type, [], fast: true)
    builder.returnValue(facts.canThrow(entry) ? result : context.int32(0))
  }
}
