import CodeGen

/// Everything that the compiler knows about a platform it produces programs for.
public protocol Target: Sendable {
  /// What `--target` calls it; also the folder of its runtime.
  var name: String { get }
  /// How to generate code.
  var machine: Machine { get }
  /// The modules of Node, without "node:", that stand on what the platform lacks.
  var unavailableModules: Set<String> { get }
  /// The name of a program's file, given the name without extension.
  func executableName(_ base: String) -> String
  /// Makes an executable.
  ///
  /// - Throws: `LinkFailure`.
  func link(_ job: LinkJob) throws
}

extension Target {
  public var unavailableModules: Set<String> { [] }
}
