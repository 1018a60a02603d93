import CodeGen

/// x86-64 Linux: a position-independent ELF executable for glibc.
public struct NativeTarget: Target {
  public init() {}

  public let name = "native"
  public let machine = Machine.x86_64Linux

  public func executableName(_ base: String) -> String { base }

  public func link(_ job: LinkJob) throws {
    let system = "/usr/lib/x86_64-linux-gnu"
    func crt(_ name: String) throws -> String {
      try Linker.require(system + "/" + name, providedBy: "the package libc6-dev")
    }
    var options = [
      "-m", "elf_x86_64", "--gc-sections", "--icf=safe", "-z", "relro", "-z", "now", "-z", "noexecstack",
      "--hash-style=gnu", "--build-id=none", "-O1", "--no-dependent-libraries", "-L" + system, "-L/lib/x86_64-linux-gnu",
    ]
    if !job.keepsDebugInfo { options.append("--strip-all") }
    if job.isStatic {
      options += ["-static", "-pie", "--no-dynamic-linker", "-z", "text"]
    } else {
      options += ["-pie", "--dynamic-linker", "/lib64/ld-linux-x86-64.so.2", "--as-needed"]
    }
    options.append(try crt(job.isStatic ? "rcrt1.o" : "Scrt1.o"))
    options += [try crt("crti.o"), Linker.objectPlaceholder]
    options.append(try Linker.require(job.runtimeFolder + "/libpgrt.a", providedBy: "the Polyglot installation"))
    options += job.isStatic ? ["--start-group", "-lm", "-lc", "--end-group"] : ["-lm", "-lc"]
    options.append(try crt("crtn.o"))
    try Linker.link(job, .elf, options: options)
  }
}
