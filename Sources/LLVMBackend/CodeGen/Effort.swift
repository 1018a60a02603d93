/// How much of LLVM's work a program of its size is given, so that nobody is kept waiting.
enum Effort {
  /// All that the level has: it takes about a second.
  case full
  /// Each pass once, and no copies of the runtime's hot paths in slow versions.
  case once
  /// Even less where code is not known to run often.
  case brisk
}
