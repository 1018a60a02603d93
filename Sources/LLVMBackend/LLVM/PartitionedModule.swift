import CLLVM
import CLLVMPartition

/// A module that was taken apart, so that threads can compile its parts at the same time.
public final class PartitionedModule: @unchecked Sendable {
  private let plan: OpaquePointer

  /// Takes a module apart, which is of no use afterwards.
  ///
  /// - Parameters:
  ///   - functions: where functions go, up to partition 31; others go to partition 0.
  ///   - copiedSize: functions of at most so many instructions can be inlined in other partitions too.
  public init(_ module: IRModule, functions: [(function: IRValue, partition: Int)], copiedSize: Int) {
    let values = functions.map { Optional($0.function.ref) }
    let owners = functions.map { UInt8($0.partition) }
    plan = polyglot_partition_prepare(module.ref, values, owners, values.count, UInt32(copiedSize))
  }

  deinit { polyglot_partition_dispose(plan) }

  /// Reads one part into a context of its own.
  public func load(_ partition: Int) throws -> IRModule {
    let context = IRContext()
    guard let module = polyglot_partition_load(plan, context.ref, UInt32(partition)) else { throw IRError(disposing: nil) }
    return IRModule(adopting: module, in: context)
  }
}
