import Syntax

/// A transformation of a whole module.
public struct Pass: Sendable {
  /// The name for `--dump-after`.
  public let name: String
  /// One line for `--help`.
  public let purpose: String
  /// Whether it takes back `isSimple` of the functions that it changes itself. After other passes it is that of none.
  let tellsChanges: Bool
  let run: @Sendable (inout PIRModule) -> Void

  public init(
    name: String, purpose: String, tellsChanges: Bool = false, run: @escaping @Sendable (inout PIRModule) -> Void
  ) {
    self.name = name
    self.purpose = purpose
    self.tellsChanges = tellsChanges
    self.run = run
  }

  /// A pass that looks at one function at a time, at several on several threads.
  public static func perFunction(
    _ name: String, _ purpose: String, tellsChanges: Bool = false, _ body: @escaping @Sendable (inout PIRFunction) -> Void
  ) -> Pass {
    Pass(name: name, purpose: purpose, tellsChanges: tellsChanges) { module in
      changeConcurrently(&module.functions) { body(&$1) }
    }
  }
}

/// Runs passes in order, verifying and dumping in between as asked.
public struct PassManager {
  public var passes: [Pass]
  /// Check the module's invariants before the first and after every pass.
  public var verify = false
  /// Called before each pass.
  public var beforePass: ((_ pass: Pass, _ module: PIRModule) -> Void)?
  /// Called after each pass with its name, for dumps and timing.
  public var afterPass: ((_ pass: Pass, _ module: PIRModule) -> Void)?

  public init(_ passes: [Pass]) { self.passes = passes }

  public func run(_ module: inout PIRModule) throws {
    if verify { try Verifier.verify(module) }
    for pass in passes {
      beforePass?(pass, module)
      pass.run(&module)
      if !pass.tellsChanges {
        for index in module.functions.indices { module.functions[index].isSimple = false }
      }
      if verify {
        do { try Verifier.verify(module) } catch let error as VerificationError {
          throw VerificationError(function: error.function, text: "\(error.text) (after \(pass.name))")
        }
      }
      afterPass?(pass, module)
    }
  }
}
