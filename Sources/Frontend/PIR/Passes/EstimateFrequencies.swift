extension Pass {
  /// Finds functions that run rarely.
  public static let estimateFrequencies = Pass(
    name: "estimate-frequencies", purpose: "find out which functions of large programs run rarely"
  ) { $0.estimateFrequencies() }

  /// A pass that saves time where there is much to do; small programs are built quickly as they are.
  public static func forLargePrograms(_ pass: Pass) -> Pass {
    Pass(name: pass.name, purpose: pass.purpose) { module in
      if module.functions.reduce(0, { $0 + $1.instructions.count }) > largeProgram { pass.run(&module) }
    }
  }

  /// In instructions, with those that earlier passes removed: from about 3,000 lines on.
  private static let largeProgram = 50_000
}
