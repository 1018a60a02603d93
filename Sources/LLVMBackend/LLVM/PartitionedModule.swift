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

  /// Makes the module itself one of its parts, of which there are no others afterwards.
  public func reduce(to partition: Int) -> IRModule {
    polyglot_partition_reduce(plan, module.ref, UInt32(partition))
    return module
  }

  /// One part as a module of its own.
  public func copy(_ partition: Int) -> IRModule {
    let copy = IRModule(adopting: LLVMCloneModule(module.ref), in: module.context)
    polyglot_partition_reduce(plan, copy.ref, UInt32(partition))
    return copy
  }
}
