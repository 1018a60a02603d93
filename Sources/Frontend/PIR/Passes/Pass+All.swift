extension Pass {
  /// Every pass of this module by name, for tests and `--dump-after`.
  public static let all: [Pass] = [
    dropUnnamedMembers, splitSuspensions, promoteSlots, simplify, recognizeComparators, elideInitChecks, foldGlobals,
    defineFields, assignLayouts, devirtualizeCalls, specializeCallbacks, callClosures, specializeByAnnotation, typedClones,
    narrowRepresentations, inlineCalls, estimateFrequencies, findBriefCallers, findBriefFunctions, hoistCaptures, speculate,
    eliminateTests, forwardFields, integerSignatures, narrowIntegers, hoistLoads, versionLoops, orderTests, mergeBlocks,
    fuseConcatenations, keepRegExps, deadCode, deadFunctions,
  ]
}
