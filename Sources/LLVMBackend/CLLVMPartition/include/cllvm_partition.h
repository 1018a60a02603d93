/// What LLVM's C API lacks: it takes a module of LLVM IR apart into modules that can be compiled by processes of their own
/// (the C API has nothing that removes a function's body), makes machine code by a choice of passes (it has all of a level
/// only), and sets what a target machine does for size.
#pragma once

#include <llvm-c/Core.h>
#include <llvm-c/TargetMachine.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a module falls into partitions; does not change, so threads may share it.
typedef struct polyglot_partition_plan polyglot_partition_plan;

/// Plans the partitions of a module, in which symbols that partitions share become hidden ones of the linker.
///
/// `functions[i]` goes to partition `owners[i]` (up to 31), other functions to partition 0. Functions of at most
/// `copied_size` instructions can be inlined in the partitions that call them, too.
polyglot_partition_plan *polyglot_partition_prepare(
  LLVMModuleRef module, const LLVMValueRef *functions, const uint8_t *owners, size_t count, unsigned copied_size);

/// Moves one partition from the module of the plan, or from a copy of it, to a new module. What is left can only be
/// disposed of.
LLVMModuleRef polyglot_partition_take(const polyglot_partition_plan *plan, LLVMModuleRef module, unsigned partition);

void polyglot_partition_dispose(polyglot_partition_plan *plan);

/// Says whether sequences of instructions that functions have in common become functions of their own.
void polyglot_outline_common_code(LLVMTargetMachineRef machine, int outlines);

/// Says whether what a loop leaves to a block that has other ways into it is copied behind the loop, instead of in each
/// iteration: for all that this process translates from now on.
void polyglot_split_loop_exits(int splits);

/// Translates a module to an object file in memory, without the passes of these names; NULL if the target has none.
///
/// `allocates_basically`: whether registers are given out without splitting live ranges.
LLVMMemoryBufferRef polyglot_emit_object(
  LLVMTargetMachineRef machine, LLVMModuleRef module, const char *const *unwanted, size_t count, int allocates_basically);

/// `fork`, which Swift has no name for: a copy of this process goes on with this thread alone. It ends when the thread
/// that started it does.
int polyglot_fork(void);

/// Opens a new file in memory, which has no name; negative if the system has none.
int polyglot_partition_file(void);

#ifdef __cplusplus
}
#endif
