import CodeGen
import Linking

/// wasm32 with WASI preview 1: a core module that is a command.
public struct WasiTarget: Target {
  /// The stack in linear memory, in bytes; it lies below the data, so that an overflow traps.
  ///
  /// Engines keep the frames of calls on a stack of their own, wasmtime 512 KiB by default. As programs count their frames
  /// against this stack, it is to be used up first: then a RangeError is thrown, and there is no trap.
  private static let stackBytes = 416 << 10

  public init() {}

  public let name = "wasi"
  public let machine = Machine.wasm32WASI

  /// Preview 1 can neither make sockets nor start processes.
  public let unavailableModules: Set<String> = ["child_process", "dns", "dns/promises", "http", "net"]

  public func executableName(_ base: String) -> String { base + ".wasm" }

  public func link(_ job: LinkJob) throws {
    let libc = "/usr/lib/wasm32-wasi"
    let builtins = "/usr/lib/llvm-19/lib/clang/19/lib/wasi/libclang_rt.builtins-wasm32.a"
    var options = ["-m", "wasm32", "--gc-sections", "--stack-first", "-z", "stack-size=\(Self.stackBytes)", "-O2"]
    options += job.commonOptions
    options.append(try Linker.require(libc + "/crt1-command.o", providedBy: "the package wasi-libc"))
    options.append(Linker.objectPlaceholder)
    options.append(try Linker.require(job.runtimeFolder + "/libpgrt.a", providedBy: "the Polyglot installation"))
    options.append(try Linker.require(libc + "/libc.a", providedBy: "the package wasi-libc"))
    options.append(try Linker.require(builtins, providedBy: "the package libclang-rt-19-dev-wasm32"))
    try Linker.link(job, .webAssembly, options: options)
  }
}
