/// LLVM's passes for large programs: those of `default<O2>` that change our code most, once each instead of up to eight
/// times. On a generated program of 10,000 lines they took two thirds of its time. What is missing most, jump threading and
/// moving code out of loops once more, made the programs of the benchmarks faster by a hundredth.
enum BriskPipeline {
  /// In `opt -passes=` notation.
  static let passes = [
    start, "globalopt", "cgscc(inline,function<eager-inv>(\(function)))", "elim-avail-extern", "globaldce",
    "function<eager-inv>(\(lowering))", "globaldce", "constmerge",
  ].joined(separator: ",")

  /// The same for code that does not run often: a quarter of the time, for a fiftieth more code.
  static let shortPasses = [
    start, "cgscc(inline)", "elim-avail-extern", "globaldce",
    "function<eager-inv>(sroa,early-cse,simplifycfg,\(combine),simplifycfg)", "globaldce", "constmerge",
  ].joined(separator: ",")

  private static let start = "function<eager-inv>(lower-expect,simplifycfg,sroa)"

  /// While inlining goes from callees to callers.
  private static let function = [
    "sroa", "early-cse<memssa>", "simplifycfg", combine,
    "loop-mssa(loop-instsimplify,loop-simplifycfg,licm,loop-rotate,simple-loop-unswitch)", "simplifycfg",
    "loop(loop-idiom,indvars,loop-deletion,loop-unroll-full)", "gvn", "simplifycfg",
  ].joined(separator: ",")

  /// What makes code larger, or harder to analyse.
  private static let lowering = [
    "loop(loop-rotate)", "loop-vectorize", combine,
    "simplifycfg<hoist-common-insts;sink-common-insts;switch-to-lookup>", "loop-unroll", "loop-mssa(licm)",
  ].joined(separator: ",")

  private static let combine = "instcombine<no-verify-fixpoint>"
}
