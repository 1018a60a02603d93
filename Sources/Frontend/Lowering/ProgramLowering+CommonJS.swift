import PIR
import Semantics
import Syntax

/// CommonJS files as ES modules see them.
extension ProgramLowering {
  /// The function that runs a CommonJS file for an `import` of it: it runs the file, unless `require` did, and then
  /// notes once what the imports by name are.
  func importBody(of file: FileID) -> FunctionID {
    if let known = importBodies[file] { return known }
    if program.commonJS[file]?.runsInOrder != true { _ = guardedBody(of: file) }
    let id = module.addFunction(
      PIRFunction(
        name: uniqueFunctionName("import.\(modulePrefixes[Int(file.raw)])"), kind: .internal_, result: .void, file: file))
    importBodies[file] = id
    return id
  }

  /// Declares the functions for the files that ES modules import.
  func declareImportBodies() {
    for module in program.graph.modules where !module.isCommonJS {
      for target in module.requests where program.graph[target].isCommonJS { _ = importBody(of: target) }
    }
  }

  /// Defines what was declared by `importBody`, when all imports are known.
  func lowerImportBodies() {
    for (file, id) in importBodies.sorted(by: { $0.key.raw < $1.key.raw }) {
      guard let body = guardedBodies[file] ?? initializers[file], let scope = program.commonJS[file] else { continue }
      let state = module.addGlobal(
        Global(
          name: uniqueGlobalName("\(modulePrefixes[Int(file.raw)]).imported"), representation: .boxed,
          startsUninitialized: false))
      var builder = FunctionBuilder(module[id])
      builder.emit(.callDirect, payload: .function(body), result: .void)
      let imports = scope.imported.filter { globals[.symbol($0.symbol)] != nil }
      guard !imports.isEmpty else {
        builder.emit(.return)
        module[id] = builder.function
        continue
      }
      let first = builder.newBlock()
      let done = builder.newBlock()
      let members = builder.newBlock()
      let known = builder.emit(.globalLoad, payload: .global(state), result: .boxed)
      builder.branch(builder.emit(.isType, [known], payload: .test(.undefined)), first, [], done, [])
      builder.move(to: first)
      builder.emit(.globalStore, [builder.emit(.box, [builder.emit(.constI1, payload: .integer(1))])], payload: .global(state))
      let exports = commonJSResult(of: scope, &builder)
      for (name, symbol) in imports where name == names.default || name == commonJSNames.moduleExports {
        builder.emit(.globalStore, [exports], payload: .global(global(.symbol(symbol))))
      }
      builder.branch(builder.emit(.isType, [exports], payload: .test(.object)), members, [], done, [])
      builder.move(to: members)
      for (name, symbol) in imports where name != names.default && name != commonJSNames.moduleExports {
        mention(name)
        let value = builder.emit(.propGet, [exports], payload: .name(name))
        builder.emit(.globalStore, [value], payload: .global(global(.symbol(symbol))))
      }
      builder.jump(done)
      builder.move(to: done)
      builder.emit(.return)
      module[id] = builder.function
    }
  }

  /// The function that is `require` in a file.
  func requireFunction(of file: FileID) -> FunctionID {
    if let known = requireFunctions[file] { return known }
    let name = commonJSNames.require
    var builder = FunctionBuilder(
      PIRFunction(
        name: uniqueFunctionName("\(modulePrefixes[Int(file.raw)]).require"), displayName: name, length: 1, kind: .method,
        result: .boxed, file: file))
    _ = builder.addParameter(.positional(0), .boxed)
    let id = module.addFunction(builder.function)
    requireFunctions[file] = id
    pending.append { [self] in
      let body = FunctionLowering(self, file: file, parent: nil, role: .function, id: id)
      body.lowerRequireFunction()
      body.finish()
    }
    return id
  }

  /// The value of a file's `module.exports` as it is now.
  func commonJSResult(of scope: CommonJSFile, _ builder: inout FunctionBuilder) -> ValueID {
    guard scope.needsModuleObject else {
      return builder.emit(.globalLoad, payload: .global(global(.symbol(scope.result))), result: .boxed)
    }
    let object = builder.emit(.globalLoad, payload: .global(global(.symbol(scope.module))), result: .boxed)
    mention(commonJSNames.exports)
    return builder.emit(.propGet, [object], payload: .name(commonJSNames.exports))
  }

  /// Whether a CommonJS file is not strict code in Node.
  func isSloppy(_ file: FileID) -> Bool {
    let module = program.graph[file]
    guard module.isCommonJS else { return false }
    return !module.tree.startsStrict(Program(module.tree, module.tree.root).statements, intern("use strict"))
  }
}

extension SyntaxTree {
  /// Whether statements begin with the directive that makes them strict code (ECMA-262 11.2.1).
  func startsStrict(_ statements: ListID, _ directive: Name) -> Bool {
    for statement in self[statements] {
      guard kind(statement) == .expressionStatement else { return false }
      let text = ExpressionStatement(self, statement).expression
      guard kind(text) == .stringLiteral else { return false }
      if StringLiteral(self, text).value == directive { return true }
    }
    return false
  }
}
