import Glibc
import Syntax

/// What to link: a program's object code with the runtime, to one executable file.
public struct LinkJob: Sendable {
  /// The program's relocatable object files.
  public var objects: [[UInt8]]
  /// Where the executable goes; replaced as a whole on success, untouched otherwise.
  public var output: String
  /// The folder of the target's runtime (`libpgrt.a`, `pgrt.bc`).
  public var runtimeFolder: String
  /// Whether the executable must not need shared libraries.
  public var isStatic: Bool
  /// Whether to keep symbols and debug information.
  public var keepsDebugInfo: Bool
  /// Whether the program reports at its end what the collector did.
  public var reportsCollector: Bool

  /// Options for both kinds of linkers that follow from the job: a name that is asked for brings its file of the runtime.
  public var commonOptions: [String] {
    (keepsDebugInfo ? [] : ["--strip-all"]) + (reportsCollector ? ["-u", "rt__gc_statistics_wanted"] : [])
  }

  /// Where the linker writes; exists only during `Target.link`, unless the process is killed.
  public var partialOutput: String { "\(output).\(getpid()).tmp" }

  public init(
    objects: [[UInt8]], output: String, runtimeFolder: String, isStatic: Bool = false, keepsDebugInfo: Bool = false,
    reportsCollector: Bool = false
  ) {
    self.objects = objects
    self.output = output
    self.runtimeFolder = runtimeFolder
    self.isStatic = isStatic
    self.keepsDebugInfo = keepsDebugInfo
    self.reportsCollector = reportsCollector
  }
}

/// Why there is no executable; ready for the diagnostic sink.
public struct LinkFailure: Error, Sendable {
  public let diagnostic: Diagnostic

  public init(_ message: DiagnosticMessage, _ arguments: [String]) {
    diagnostic = Diagnostic(message, arguments, at: nil)
  }
}
