import CodeGen
import Glibc

/// x86-64 Linux: a position-independent ELF executable for glibc.
public struct NativeTarget: Target {
  private static let system = "/usr/lib/x86_64-linux-gnu"

  public init() {}

  public let name = "native"
  public let machine = Machine.x86_64Linux

  public func executableName(_ base: String) -> String { base }

  public func link(_ job: LinkJob) throws {
    var options = [
      "-m", "elf_x86_64", "-pie", "-O1", "--gc-sections", "--icf=safe", "--hash-style=gnu", "--build-id=none",
      "-z", "relro", "-z", "now", "-z", "noexecstack", "-L" + Self.system,
    ]
    options += job.commonOptions
    if job.isStatic {
      options += ["-static", "--no-dynamic-linker", "-z", "text"]
    } else {
      // Relative relocations as a bitmap: a tenth of the size; glibc has read them since 2.36.
      options += ["-z", "pack-relative-relocs", "--dynamic-linker", "/lib64/ld-linux-x86-64.so.2", "--as-needed"]
    }
    options.append(try startFile(job.isStatic ? "rcrt1.o" : "Scrt1.o"))
    options += [try startFile("crti.o"), Linker.objectPlaceholder]
    options.append(try Linker.require(job.runtimeFolder + "/libpgrt.a", providedBy: "the Polyglot installation"))
    if job.isStatic {
      options += try ["--start-group", "-lm", "-lc", compilerLibrary("libgcc.a"), compilerLibrary("libgcc_eh.a")]
      options.append("--end-group")
    } else {
      options += ["-lm", "-lc"]
    }
    options.append(try startFile("crtn.o"))
    try Linker.link(job, .elf, options: options)
  }

  /// One of the C library's files that start and end a process.
  private func startFile(_ name: String) throws -> String {
    try Linker.require(Self.system + "/" + name, providedBy: "the package libc6-dev")
  }

  /// A library of GCC that the static C library needs; the newest there is.
  private func compilerLibrary(_ name: String) throws -> String {
    let folder = "/usr/lib/gcc/x86_64-linux-gnu"
    let newest = (8...30).last { access("\(folder)/\($0)/\(name)", R_OK) == 0 }
    guard let newest else {
      throw LinkFailure(.missingLinkInput, [folder + "/*/" + name, "the package libgcc-12-dev"])
    }
    return "\(folder)/\(newest)/\(name)"
  }
}
