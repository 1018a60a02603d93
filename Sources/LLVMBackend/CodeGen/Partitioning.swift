import LLVM
import PIR

/// Which functions of a program are compiled together.
///
/// It depends on the program alone, so the same program always gives the same executable, however many processors there
/// are. Neighbours in the program stay together, since they call each other most.
struct Partitioning {
  /// How hard LLVM works, per partition.
  private(set) var levels: [OptimizationLevel] = []
  /// Per partition: whether instructions are selected one by one, as code that does not run often is in large programs.
  private(set) var selectsQuickly: [Bool] = [false]
  /// By `FunctionID`.
  private(set) var partitions: [Int]
  /// About how long LLVM works, per partition, in no particular unit.
  private(set) var costs: [Int] = [1]
  /// What the program's size leaves time for.
  private(set) var effort = Effort.full
  /// Whether the program has so much of the library that its plain functions share registers: that makes two thirds of
  /// the code in two and a half times as long.
  private(set) var isCompact = false

  /// In PIR instructions, with what callbacks make of the library: 50 to 500 lines.
  private static let mediumSize = 3_000
  /// From about 3,000 lines on.
  private static let largeSize = 20_000
  private static let mostParts = 8
  /// Programs that are not large have so many parts where large ones have one. They take a little longer in all, but no
  /// processor idles.
  private static let partsOfSmall = 8
  /// Fewer instructions of the library are not worth a module that is compiled plainly.
  private static let smallestPlainPart = 500
  /// What programs with streams have; `inspect` is half of it.
  private static let smallestCompactPart = 12_000
  /// What is compiled for size takes so long that it would be what all other parts wait for.
  private static let compactPartSize = 12_000

  init(_ program: PIRModule, machine: Machine, options: CodeGenOptions) {
    partitions = [Int](repeating: 0, count: program.functions.count)
    levels = [options.level]
    // Debug information refers across functions; it is not taken apart.
    guard !options.debugInfo else { return }
    // Where the stack is checked by an estimate of frames, all code is optimised alike.
    let hasPlainPart = options.level != .none && !machine.spillsRoots
    let isPlain = program.functions.map { hasPlainPart && $0.isPlain(options.level) }
    let sizes = program.functions.map { $0.blocks.reduce(0) { $0 + $1.instructions.count } }
    func total(plain: Bool) -> Int { zip(sizes, isPlain).reduce(0) { $0 + ($1.1 == plain ? $1.0 : 0) } }

    let size = total(plain: false)
    // What hardly ever runs is compiled quickly in any program.
    let cold = zip(program.functions, isPlain).reduce(0) { sum, each in
      each.1 ? sum : sum + each.0.blocks.reduce(0) { $0 + ($1.isCold ? $1.instructions.count : 0) }
    }
    if options.level == .standard {
      effort = size - cold > Self.largeSize ? .brisk : size - cold > Self.mediumSize ? .once : .full
    }
    let isLarge = effort == .brisk
    levels = []
    selectsQuickly = []
    costs = []
    let partSize = options.level == .standard && !isLarge ? max(1, options.partSize / Self.partsOfSmall) : options.partSize
    let isOften = program.functions.map { !isLarge || $0.frequency == .often }
    // Each part reads all symbols, which without optimisation is much of its work.
    let most = isLarge || options.level == .none ? Self.mostParts / 2 : Self.mostParts
    for quickly in isLarge ? [false, true] : [false] {
      let members = partitions.indices.filter { !isPlain[$0] && isOften[$0] != quickly }
      let size = members.reduce(0) { $0 + sizes[$1] }
      if quickly && size == 0 { continue }
      let parts = min(most, max(1, size / partSize))
      add(parts, of: members, sizes, options.level, quickly: quickly)
    }
    guard total(plain: true) >= Self.smallestPlainPart else { return }
    let isLibrary = program.functions.map(\.isLibrary)
    isCompact = zip(sizes, isLibrary).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } >= Self.smallestCompactPart
    for compactly in isCompact ? [true, false] : [false] {
      let members = partitions.indices.filter { isPlain[$0] && (isCompact && isLibrary[$0]) == compactly }
      if members.isEmpty { continue }
      let size = members.reduce(0) { $0 + sizes[$1] }
      let parts = compactly ? min(Self.mostParts / 2, max(1, size / Self.compactPartSize)) : 1
      add(parts, of: members, sizes, compactly ? .compact : .none, quickly: !compactly)
    }
  }

  /// Adds parts of about the same size, in which neighbours stay together.
  private mutating func add(_ parts: Int, of members: [Int], _ sizes: [Int], _ level: OptimizationLevel, quickly: Bool) {
    let size = members.reduce(0) { $0 + sizes[$1] }
    var before = 0
    costs += [Int](repeating: 0, count: parts)
    for index in members {
      let partition = levels.count + before * parts / max(1, size)
      partitions[index] = partition
      before += sizes[index]
      costs[partition] += sizes[index] * (level == .none ? 1 : quickly ? 4 : 10)
    }
    levels += [OptimizationLevel](repeating: level, count: parts)
    selectsQuickly += [Bool](repeating: quickly, count: parts)
  }
}

extension PIRFunction {
  /// Whether a function is translated without optimisation: it belongs to the library's large, rarely hot ones, or does not
  /// run for long.
  func isPlain(_ level: OptimizationLevel) -> Bool { isLibrary || endsSoon(level) }

  /// Whether a function is of a file that prefers size.
  var isLibrary: Bool { isSmall && !isCold }

  /// Whether a function runs so rarely, or so briefly, that its time does not matter.
  func endsSoon(_ level: OptimizationLevel) -> Bool {
    frequency == .rare || frequency == .brief && level == .standard
  }
}
