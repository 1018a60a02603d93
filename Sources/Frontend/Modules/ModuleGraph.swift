import Syntax

/// Where an import or re-export leads.
public enum ModuleReference: Hashable, Sendable {
  /// Another file of the program: user source, a prelude file, or the facade of a `node:` built-in.
  case file(FileID)
  /// The intrinsics of the runtime (`polyglot:runtime`), only visible to prelude and facade files.
  case runtime
}

/// What a loaded file is, which decides how it is treated.
public enum ModuleKind: Hashable, Sendable {
  case user
  /// Our own TypeScript: the language prelude and the facades of Node modules. May import `polyglot:runtime`.
  case prelude
  /// A classic script of a batch: a strict-mode program whose top-level names the scripts that follow it see.
  case script
  /// A JSON file: its default export is the value.
  case json
  /// A declaration file of the built-in globals: only for the checker, never lowered.
  case library
}

/// One source file of the program with its tree and its resolved imports.
public struct Module: Sendable {
  public let file: SourceFile
  public let kind: ModuleKind
  public let tree: SyntaxTree
  /// What stack traces call a file of the library, as Node calls its own: `node:fs`. Others go by their paths.
  public var traceName: String?
  /// Indexed by the specifier node (the string literal) of imports, re-exports and constant `import()` calls.
  public var references: [NodeID: ModuleReference]
  /// The files that its imports and re-exports evaluate, in source order.
  public var requests: [FileID] = []
  /// The files that its calls of `import()` may name.
  public var dynamicImports: [FileID] = []
  /// The files that its calls of `require` name; each runs when it is first asked for.
  public var requires: [FileID] = []
  /// The same by the texts that name them, for computed specifiers.
  public var requirable: [String: FileID] = [:]
  /// By specifier node of a constant `require.resolve`: the path, or the name of a module of Node.
  public var resolutions: [NodeID: String] = [:]
  /// By specifier node of a constant `import()`: why the file that it names cannot be parsed or linked.
  public var failedImports: [NodeID: String] = [:]

  public init(file: SourceFile, kind: ModuleKind, tree: SyntaxTree, references: [NodeID: ModuleReference] = [:]) {
    self.file = file
    self.kind = kind
    self.tree = tree
    self.references = references
  }

  /// Whether the file is the body of a function that `require` calls.
  public var isCommonJS: Bool { tree.goal == .commonJS }
}

/// One of the programs in a batch, which an executable holds side by side and of which a process runs one.
public struct BatchEntry: Hashable, Sendable {
  /// Its place in the batch's list, by which the executable is told to run it.
  public let number: Int
  /// What runs before it: the scripts whose names it sees, in order.
  public let scripts: [FileID]
  public let file: FileID
  /// Its modules in the order in which they run, the scripts first.
  public var evaluationOrder: [FileID]

  public init(number: Int, scripts: [FileID], file: FileID, evaluationOrder: [FileID] = []) {
    self.number = number
    self.scripts = scripts
    self.file = file
    self.evaluationOrder = evaluationOrder
  }
}

/// All modules of one program; `FileID.raw` indexes `modules`.
public struct ModuleGraph: Sendable {
  public var modules: [Module]
  public let interner: Interner
  /// Modules in the order in which their bodies run: depth first, imports in source order (ECMA-262 16.2.1.5).
  /// Type-only imports do not evaluate a module.
  public var evaluationOrder: [FileID]
  public let entry: FileID
  /// The programs of a batch; empty for an ordinary program.
  public var batch: [BatchEntry] = []
  /// Per script of a batch: the scripts whose top-level names it sees.
  public var visibleScripts: [FileID: [FileID]] = [:]
  /// Per script that others follow: those, whose names its functions see when they run.
  public var laterScripts: [FileID: [FileID]] = [:]
  /// The loaded prelude files by their names in the manifest.
  public let preludeModules: [String: FileID]

  public init(
    modules: [Module], interner: Interner, evaluationOrder: [FileID], entry: FileID,
    preludeModules: [String: FileID] = [:]
  ) {
    self.preludeModules = preludeModules
    self.modules = modules
    self.interner = interner
    self.evaluationOrder = evaluationOrder
    self.entry = entry
  }

  /// Why files cannot be evaluated that only `import()` names: a SyntaxError at run time.
  public var failures: [FileID: String] = [:]

  @inlinable public subscript(_ file: FileID) -> Module { modules[Int(file.raw)] }

  /// Depth first, each module after what it imports (ECMA-262 16.2.1.6.1.3).
  public func evaluationOrder(from roots: [FileID]) -> [FileID] {
    var order: [FileID] = []
    var visited = [Bool](repeating: false, count: modules.count)
    for root in roots where !visited[Int(root.raw)] {
      visited[Int(root.raw)] = true
      // An explicit stack, since chains of imports may be long.
      var stack = [(file: root, next: 0)]
      while let top = stack.last {
        let requests = self[top.file].requests
        if top.next == requests.count {
          order.append(top.file)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let target = requests[top.next]
        if visited[Int(target.raw)] { continue }
        visited[Int(target.raw)] = true
        stack.append((target, 0))
      }
    }
    return order
  }

  /// The user's files that no program evaluates from its start, but `import()` or `require` may.
  public var evaluatedOnDemand: Set<FileID> {
    let roots = modules.flatMap { $0.dynamicImports + $0.requires }
    if roots.isEmpty { return [] }
    let known = Set(evaluationOrder + batch.flatMap(\.evaluationOrder))
    return Set(evaluationOrder(from: roots).filter { !known.contains($0) && self[$0].kind != .prelude })
  }

  /// Those of them that only `import()` reaches: what is wrong with them is found at run time.
  public var dynamicOnly: Set<FileID> {
    let dynamic = modules.flatMap(\.dynamicImports)
    if dynamic.isEmpty { return [] }
    let known = reachable(from: evaluationOrder + batch.flatMap(\.evaluationOrder))
    return reachable(from: dynamic).filter { !known.contains($0) && self[$0].kind != .prelude }
  }

  /// All files that evaluating `roots` may evaluate, but for those that `import()` names.
  private func reachable(from roots: [FileID]) -> Set<FileID> {
    var found = Set(roots)
    var pending = roots
    while let next = pending.popLast() {
      for target in self[next].requests + self[next].requires where found.insert(target).inserted { pending.append(target) }
    }
    return found
  }
}
