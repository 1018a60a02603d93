import Glibc

/// The files that are installed beside the compiler: runtimes, prelude, manifest.
enum Library {
  /// POLYGLOT_LIB, or `../lib/polyglot` beside the executable.
  static let directory: String = {
    if let given = getenv("POLYGLOT_LIB") { return String(cString: given) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return "/usr/local/lib/polyglot" }
    let executable = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let parts = executable.split(separator: "/").dropLast(2)
    return "/" + (parts + ["lib", "polyglot"]).joined(separator: "/")
  }()

  /// The manifests of built-ins, `builtins.manifest` first.
  static var manifests: [String] {
    guard let handle = opendir(directory) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix("builtins") && name.hasSuffix(".manifest") { names.append(name) }
    }
    names.sort { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    return names.map { "\(directory)/\($0)" }
  }

  /// Where the runtime of a target is.
  static func runtime(of target: TargetName) -> String { "\(directory)/\(target.rawValue)" }
}
