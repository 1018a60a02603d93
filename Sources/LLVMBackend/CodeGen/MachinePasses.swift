import LLVM

/// Which of LLVM's passes on the way from its IR to machine code are left out, by the names that `-debug-pass=Structure`
/// shows. Each looks at all functions, and most have nothing to do.
enum MachinePasses {
  /// What nothing is left to do for: other object formats and processors, attributes and intrinsics that no code here
  /// has, debug information.
  static let unneeded: Set<String> = [
    "Expand large div/rem", "Expand large fp convert", "Lower AMX intrinsics", "Lower AMX type for load/store",
    "Lower Garbage Collection Instructions", "Shadow Stack GC Lowering",
    "Replace intrinsics with calls to vector library", "Expand vector predication intrinsics",
    "Instrument function entry/exit with calls to e.g. mcount() (post inlining)", "TLS Variable Hoist",
    "Interleaved Access Pass", "Expand indirectbr instructions", "Exception handling preparation", "Prepare callbr",
    "Safe Stack instrumentation pass", "Local Dynamic TLS Access Clean-up", "X86 PIC Global Base Reg Initialization",
    "X86 Domain Reassignment Pass", "X86 Windows Fixup Buffer Security Check", "X86 speculative load hardening",
    "Tile Register Pre-configure", "Tile Register Configure", "Fast Tile Register Preconfigure",
    "Fast Tile Register Configure", "X86 Lower Tile Copy", "Register Allocation Pass Scoring",
    "X86 Load Value Injection (LVI) Load Hardening", "X86 Load Value Injection (LVI) Ret-Hardening",
    "Remove Redundant DEBUG_VALUE analysis", "Live DEBUG_VALUE analysis", "Fixup Statepoint Caller Saved",
    "Insert KCFI indirect call checks", "Analyze Machine Code For Garbage Collection", "Insert fentry calls",
    "Insert XRay ops", "Implement the 'patchable-function' attribute", "X86 Indirect Branch Tracking",
    "X86 vzeroupper inserter", "X86 Atom pad short functions", "Compressing EVEX instrs when possible",
    "X86 Discriminate Memory Operands", "X86 Insert Cache Prefetches", "Contiguously Lay Out Funclets",
    "StackMap Liveness Analysis", "Machine Sanitizer Binary Metadata", "Stack Frame Layout Analysis",
    "X86 Speculative Execution Side Effect Suppression", "X86 Indirect Thunks", "X86 Return Thunks",
    "Check CFA info and insert CFI instructions if needed", "Pseudo Probe Inserter",
    "Unpack machine instruction bundles",
  ]

  /// What makes code better, except what makes up for selecting instructions one by one: blocks that only jump, values
  /// that wait for what a register held before.
  static let improving: Set<String> = [
    "Canonicalize Freeze Instructions in Loops", "Loop Strength Reduction", "Merge contiguous icmps into a memcmp",
    "Expand memcmp() to load/stores", "Constant Hoisting", "Partially inline calls to library functions",
    "X86 Partial Reduction", "CodeGen Prepare", "Early Tail Duplication", "Optimize machine instruction PHIs",
    "Merge disjoint stack slots", "Early If-Conversion", "Machine InstCombiner", "X86 cmov Conversion",
    "Early Machine Loop Invariant Code Motion", "Machine Common Subexpression Elimination", "Machine code sinking",
    "Peephole Optimizations", "Live Range Shrink", "X86 Fixup SetCC", "X86 LEA Optimize", "X86 Optimize Call Frame",
    "X86 Avoid Store Forwarding Blocks", "Detect Dead Lanes", "Rename Disconnected Subregister Components",
    "Machine Instruction Scheduler", "Stack Slot Coloring",
    "Machine Loop Invariant Code Motion", "PostRA Machine Sink", "Shrink Wrapping analysis",
    "Machine Late Instructions Cleanup Pass", "Tail Duplication",
    "Post RA top-down list latency scheduler", "Branch Probability Basic Block Placement",
    "X86 Execution Dependency Fix", "X86 Byte/Word Instruction Fixup", "X86 LEA Fixup",
    "X86 Fixup Inst Tuning", "X86 Fixup Vector Constants", "BreakFalseDeps",
  ]
}
