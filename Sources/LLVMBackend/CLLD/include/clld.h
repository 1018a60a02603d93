/// lld's drivers as C functions that run in this process.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a link ended with.
typedef struct polyglot_lld_result {
  /// 0 on success, lld's exit status otherwise.
  int status;
  /// False if lld crashed: its state is then not to be used again in this process.
  bool can_run_again;
  /// What lld said, NUL-terminated; to be freed with `polyglot_lld_free`. NULL if there was no memory for it.
  char *messages;
} polyglot_lld_result;

/// Links ELF files; `argv[0]` must be a name that ends in `ld.lld`.
polyglot_lld_result polyglot_lld_link_elf(int argc, const char *const *argv);

/// Links WebAssembly modules; `argv[0]` must be a name that ends in `wasm-ld`.
polyglot_lld_result polyglot_lld_link_wasm(int argc, const char *const *argv);

/// Releases the messages of a result.
void polyglot_lld_free(char *messages);

/// A file in memory with some contents: a descriptor, whose `/proc/self/fd` entry lld can read, or -1 with `errno`.
int polyglot_memory_file(const char *name, const void *bytes, size_t count);

#ifdef __cplusplus
}
#endif
