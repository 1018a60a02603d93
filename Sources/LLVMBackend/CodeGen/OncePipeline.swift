/// LLVM's passes at `-O2` for programs that are not small: those of `default<O2>` that change our code most, once each
/// where that has up to eight rounds. Programs of the benchmark suite executed a hundredth more instructions and were
/// built in two thirds of the time; a generated program of 10,000 lines took three times as long with `default<O2>`.
///
/// All are in `opt -passes=` notation. `functions` are the passes of each function while inlining goes from callees to
/// callers, `lowering` those that make code larger, or harder to analyse.
enum OncePipeline {
  static let passes = [
    "function<eager-inv>(lower-expect,simplifycfg,sroa,early-cse)", "ipsccp", "called-value-propagation", "globalopt",
    "cgscc(inline,function<eager-inv>(\(functions)))", "elim-avail-extern", "globaldce",
    "function<eager-inv>(\(lowering))", "globaldce", "constmerge",
  ].joined(separator: ",")

  /// The same for large programs, without what is seldom worth its time.
  static let brisk = [
    "function<eager-inv>(lower-expect,simplifycfg,sroa,early-cse)", "globalopt",
    "cgscc(inline,function<eager-inv>(\(briskFunctions)))", "elim-avail-extern", "globaldce",
    "function<eager-inv>(\(briskLowering))", "globaldce", "constmerge",
  ].joined(separator: ",")

  /// For code of large programs that does not run often: a quarter of the time, for a fiftieth more code.
  static let short = [
    "function<eager-inv>(lower-expect,simplifycfg,sroa)", "cgscc(inline)", "elim-avail-extern", "globaldce",
    "function<eager-inv>(sroa,early-cse,simplifycfg,\(combine),simplifycfg)", "globaldce", "constmerge",
  ].joined(separator: ",")

  // Without jump threading, code without types, whose tests of a value follow each other, ran up to a fifth more
  // instructions. Before the loops' passes it finds more than after them; only large programs do without a second time.
  private static let functions = [
    "sroa", "early-cse<memssa>", "simplifycfg", combine, "jump-threading", "correlated-propagation", "simplifycfg",
    "reassociate", loops, "gvn", "jump-threading", "simplifycfg",
  ].joined(separator: ",")

  private static let briskFunctions = [
    "sroa", "early-cse<memssa>", "simplifycfg", combine, "jump-threading", "simplifycfg", loops, "gvn", "simplifycfg",
  ].joined(separator: ",")

  private static let lowering = [
    vectorizeLoops, "slp-vectorizer", "loop-unroll", "loop-mssa(licm)", combine,
  ].joined(separator: ",")

  private static let briskLowering = [vectorizeLoops, "loop-unroll", "loop-mssa(licm)"].joined(separator: ",")

  private static let loops = [
    "loop-mssa(loop-instsimplify,loop-simplifycfg,loop-rotate,licm,simple-loop-unswitch)", "simplifycfg",
    "loop(loop-idiom,indvars,loop-deletion,loop-unroll-full)",
  ].joined(separator: ",")

  private static let vectorizeLoops = [
    "loop(loop-rotate)", "loop-vectorize", combine, "simplifycfg<hoist-common-insts;sink-common-insts;switch-to-lookup>",
  ].joined(separator: ",")

  private static let combine = "instcombine<no-verify-fixpoint>"
}
