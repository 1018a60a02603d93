import Glibc

/// How a program ended.
enum ProgramResult {
  case exited(Int32)
  case signalled(Int32)
  /// It could not be started; the text is the system's reason.
  case notStarted(String)
}

/// Runs the compiled program as a child that shares our standard streams.
enum ProgramRunner {
  /// Runs `words[0]`, looked for on PATH if it has no slash, and waits for its end.
  ///
  /// While it runs, the signals of the terminal are for the child, which gets them itself; a request to terminate is
  /// handed on.
  static func run(_ words: [String]) -> ProgramResult {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    if !isIgnored(interrupt) { sigaddset(&defaults, SIGINT) }
    if !isIgnored(quit) { sigaddset(&defaults, SIGQUIT) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var child: pid_t = 0
    let failure = posix_spawnp(&child, words[0], nil, &attributes, arguments, environ)
    if failure != 0 { return .notStarted(String(cString: strerror(failure))) }
    runningChild = child
    let terminate = signal(SIGTERM) { number in kill(runningChild, number) }
    let hangUp = signal(SIGHUP) { number in kill(runningChild, number) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    for (number, action) in [(SIGINT, interrupt), (SIGQUIT, quit), (SIGTERM, terminate), (SIGHUP, hangUp)] {
      signal(number, action)
    }
    // WIFEXITED and its like are macros that Swift does not see.
    let low = status & 0x7F
    return low == 0 ? .exited((status >> 8) & 0xFF) : .signalled(low)
  }

  /// Ends this process as the program ended, so that our caller sees the same.
  static func exit(as result: ProgramResult) -> Never {
    switch result {
    case .exited(let status): Glibc.exit(status)
    case .notStarted: Glibc.exit(1)
    case .signalled(let number):
      // The core file, if any, is the program's, not ours.
      var limit = rlimit(rlim_cur: 0, rlim_max: 0)
      setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
      signal(number, SIG_DFL)
      raise(number)
      Glibc.exit(128 + number)
    }
  }

  /// The full path of a command on PATH.
  static func find(_ command: String) -> String? {
    guard let path = getenv("PATH").map({ String(cString: $0) }) else { return nil }
    for folder in path.split(separator: ":") {
      let candidate = folder + "/" + command
      if access(candidate, X_OK) == 0 { return candidate }
    }
    return nil
  }

  private static func isIgnored(_ handler: sighandler_t?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// The child that a signal handler hands signals on to.
nonisolated(unsafe) private var runningChild: pid_t = 0
