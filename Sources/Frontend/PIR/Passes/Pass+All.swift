extension Pass {
  /// Every pass of this module by name, for tests and `--dump-after`.
  public static let all: [Pass] = [
    promoteSlots, simplify, elideInitChecks, devirtualizeCalls, specializeByAnnotation, typedClones, narrowRepresentations, narrowIntegers, deadCode, deadFunctions,
  ]
}
