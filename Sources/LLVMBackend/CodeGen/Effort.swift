/// How much of LLVM's work a program of its size is given, so that nobody is kept waiting.
enum Effort {
  /// All that the level has: a second at most for a small program.
  case full
  /// Nearly every pass once (`OncePipeline`), and no copies of the runtime's hot paths in slow versions.
  case once
  /// Even less where code is not known to run often.
  case brisk
}
