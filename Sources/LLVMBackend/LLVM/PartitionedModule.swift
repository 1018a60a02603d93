import CLLVM
import CLLVMPartition

/// A module that was taken apart, so that processes can compile its parts at the same time.
public final class PartitionedModule {
  private let module: IRModule
  private let plan: OpaquePointer

  /// Plans how to take a module apart, which changes the visibility of what its parts share.
  ///
  /// - Parameters:
  ///   - functions: where functions go, up to partition 31; others go to partition 0.
  ///   - copiedSize: functions of at most so many instructions can be inlined in other partitions too.
  public init(_ module: IRModule, functions: [(function: IRValue, partition: Int)], copiedSize: Int) {
    let values = functions.map { Optional($0.function.ref) }
    let owners = functions.map { UInt8($0.partition) }
    self.module = module
    plan = polyglot_partition_prepare(module.ref, values, owners, values.count, UInt32(copiedSize))
  }

  deinit { polyglot_partition_dispose(plan) }

  /// Moves one part out of the module, which is of no other use afterwards.
  public func take(_ partition: Int) -> IRModule { take(partition, from: module.ref) }

  /// One part as a module of its own, beside the others.
  public func copy(_ partition: Int) -> IRModule {
    let whole = LLVMCloneModule(module.ref)!
    defer { LLVMDisposeModule(whole) }
    return take(partition, from: whole)
  }

  private func take(_ partition: Int, from whole: LLVMModuleRef) -> IRModule {
    IRModule(adopting: polyglot_partition_take(plan, whole, UInt32(partition)), in: module.context)
  }
}
