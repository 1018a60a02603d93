/// LLVM's passes at `-O2` for programs that are not small: those of `default<O2>` that change our code most, once each
/// instead of up to eight times. Programs of the benchmark suite executed a hundredth more instructions and were built in
/// two thirds of the time; a generated program of 10,000 lines took three times as long with `default<O2>`.
///
/// All are in `opt -passes=` notation.
enum OncePipeline {
  static let passes = pipeline(isLarge: false)

  /// The same for large programs, without what is seldom worth its time.
  static let brisk = pipeline(isLarge: true)

  /// For code of large programs that does not run often: a quarter of the time, for a fiftieth more code.
  static let short = [
    "function<eager-inv>(lower-expect,simplifycfg,sroa)", "cgscc(inline)", "elim-avail-extern", "globaldce",
    "function<eager-inv>(sroa,early-cse,simplifycfg,\(combine),simplifycfg)", "globaldce", "constmerge",
  ].joined(separator: ",")

  private static func pipeline(isLarge: Bool) -> String {
    var passes = ["function<eager-inv>(lower-expect,simplifycfg,sroa,early-cse)"]
    if !isLarge { passes += ["ipsccp", "called-value-propagation"] }
    passes += [
      "globalopt", "cgscc(inline,function<eager-inv>(\(function(isLarge: isLarge))))", "elim-avail-extern", "globaldce",
      "function<eager-inv>(\(lowering(isLarge: isLarge)))", "globaldce", "constmerge",
    ]
    return passes.joined(separator: ",")
  }

  /// While inlining goes from callees to callers.
  ///
  /// Jump threading stays: without it, code without types, whose tests of a value follow each other, ran up to a fifth more
  /// instructions. Before the loops' passes it finds more than after them.
  private static func function(isLarge: Bool) -> String {
    var passes = ["sroa", "early-cse<memssa>", "simplifycfg", combine, "jump-threading"]
    if !isLarge { passes.append("correlated-propagation") }
    passes.append("simplifycfg")
    if !isLarge { passes.append("reassociate") }
    passes += [
      "loop-mssa(loop-instsimplify,loop-simplifycfg,loop-rotate,licm,simple-loop-unswitch)", "simplifycfg",
      "loop(loop-idiom,indvars,loop-deletion,loop-unroll-full)", "gvn",
    ]
    if !isLarge { passes.append("jump-threading") }
    passes.append("simplifycfg")
    return passes.joined(separator: ",")
  }

  /// What makes code larger, or harder to analyse.
  private static func lowering(isLarge: Bool) -> String {
    var passes = [
      "loop(loop-rotate)", "loop-vectorize", combine,
      "simplifycfg<hoist-common-insts;sink-common-insts;switch-to-lookup>",
    ]
    if !isLarge { passes.append("slp-vectorizer") }
    passes += ["loop-unroll", "loop-mssa(licm)"]
    if !isLarge { passes.append(combine) }
    return passes.joined(separator: ",")
  }

  private static let combine = "instcombine<no-verify-fixpoint>"
}
