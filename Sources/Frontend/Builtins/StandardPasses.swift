import PIR

extension PassManager {
  /// The passes of a build, in order.
  ///
  /// `narrow` runs again after built-ins are resolved, since their results have known types. It runs on what `speculate` left
  /// before `simplify` drops the marks of what was tested. `builtin-tables` runs last
  /// because it decides by what is left.
  ///
  /// - Parameter level: that of the command line's `-O`.
  public static func standard(_ manifest: BuiltinManifest, level: Int) -> PassManager {
    guard level > 0 else {
      return PassManager([
        .splitSuspensions, .promoteSlots, .simplify, .narrowRepresentations, .simplify,
        .resolveBuiltins(manifest), .mergeBlocks, .fillBuiltinTables(manifest),
      ])
    }
    let before: [Pass] = [
      .describeBuiltins(manifest), .dropUnnamedMembers, .findLibraryUses(manifest), .splitSuspensions, .promoteSlots,
      .simplify, .recognizeComparators, .elideInitChecks, .foldGlobals, .defineFields, .assignLayouts,
      .resolveCallbacks(manifest), .devirtualizeCalls, .specializeCallbacks, .callClosures, .specializeByAnnotation,
      .typedClones, .narrowRepresentations, .simplify, .resolveBuiltins(manifest, afterCallbacks: true), .simplify,
      .forLargePrograms(.estimateFrequencies), .inlineCalls, .simplify,
    ]
    // At the highest level even what runs briefly is worth guesses.
    let choice: [Pass] = level < 3 ? [.forLargePrograms(.findBriefCallers)] : []
    let after: [Pass] = [
      .hoistCaptures, .speculate, .promoteSlots, .narrowRepresentations, .simplify, .eliminateTests, .simplify,
      .forwardFields, .simplify, .integerSignatures, .simplify, .narrowIntegers, .simplify, .mergeBlocks, .hoistLoads,
      .versionLoops, .promoteSlots, .simplify, .orderTests, .mergeBlocks, .fuseConcatenations, .keepRegExps,
      .forLargePrograms(.findBriefFunctions), .fillBuiltinTables(manifest),
    ]
    return PassManager(before + choice + after)
  }

  /// Every pass that a build can run, once each, for `--dump-after` and `--help`.
  public static let allPasses: [Pass] = {
    var seen: Set<String> = []
    return (standard(BuiltinManifest(), level: 2).passes + Pass.all).filter { seen.insert($0.name).inserted }
  }()
}
