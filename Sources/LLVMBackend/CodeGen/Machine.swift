import LLVM

/// What code generation must know about a target; the rest of a target is in `Linking`.
public struct Machine: Sendable {
  /// How code reads the position of the stack for the overflow check.
  public enum StackPosition: Sendable {
    /// A register of the machine.
    case register(String)
    /// The address of a local variable, where calls do not show in memory: its size stands for that of the frame that
    /// the engine keeps elsewhere, so many bytes and so many for each value that is live across calls.
    case local(bytes: Int, bytesPerValue: Int)
  }

  public let family: TargetMachine.Family
  public let triple: String
  public let cpu: String
  public let features: String
  public let pointerBytes: Int
  public let stackPosition: StackPosition
  /// Whether locals are invisible to the collector, so that live references must be stored into memory.
  public let spillsRoots: Bool
  /// Whether rounding doubles to integers is one instruction.
  public let hasRounding: Bool
  /// Module flags.
  public let flags: [(name: String, value: Int)]

  /// x86-64 Linux: the baseline every such machine has, position-independent.
  public static let x86_64Linux = Machine(
    family: .x86, triple: "x86_64-pc-linux-gnu", cpu: "x86-64", features: "", pointerBytes: 8,
    stackPosition: .register("rsp"), spillsRoots: false, hasRounding: false,
    flags: [("PIC Level", 2), ("PIE Level", 2)])

  /// wasm32 with WASI: the features that every engine has had for years.
  public static let wasm32WASI = Machine(
    family: .webAssembly, triple: "wasm32-unknown-wasi", cpu: "generic",
    features: "+bulk-memory,+sign-ext,+mutable-globals,+nontrapping-fptoint", pointerBytes: 4,
    stackPosition: .local(bytes: 32, bytesPerValue: 24), spillsRoots: true, hasRounding: true, flags: [])
}
