#include "clld.h"

#include <cstdlib>
#include <cstring>
#include <string>

#include "lld/Common/Driver.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

LLD_HAS_DRIVER(elf)
LLD_HAS_DRIVER(wasm)

namespace {

/// Runs one driver through `lldMain`, which restores lld's globals afterwards and survives crashes of the linker.
polyglot_lld_result run(lld::DriverDef driver, int argc, const char *const *argv) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  lld::Result result = lld::lldMain(llvm::ArrayRef<const char *>(argv, static_cast<size_t>(argc)), stream, stream,
                                    llvm::ArrayRef<lld::DriverDef>(&driver, 1));
  stream.flush();
  char *messages = static_cast<char *>(std::malloc(text.size() + 1));
  if (messages) std::memcpy(messages, text.c_str(), text.size() + 1);
  return {result.retCode, result.canRunAgain, messages};
}

}  // namespace

extern "C" polyglot_lld_result polyglot_lld_link_elf(int argc, const char *const *argv) {
  return run({lld::Gnu, &lld::elf::link}, argc, argv);
}

extern "C" polyglot_lld_result polyglot_lld_link_wasm(int argc, const char *const *argv) {
  return run({lld::Wasm, &lld::wasm::link}, argc, argv);
}

extern "C" void polyglot_lld_free(char *messages) { std::free(messages); }
