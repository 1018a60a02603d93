#include "clld.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "lld/Common/Driver.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/raw_ostream.h"

LLD_HAS_DRIVER(elf)
LLD_HAS_DRIVER(wasm)

namespace {

/// Runs one driver through `lldMain`, which restores lld's globals afterwards and survives crashes of the linker.
polyglot_lld_result run(lld::DriverDef driver, int argc, const char *const *argv) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  // Without it lld's fatal errors would end the process.
  llvm::CrashRecoveryContext::Enable();
  lld::Result result = lld::lldMain(llvm::ArrayRef<const char *>(argv, static_cast<size_t>(argc)), stream, stream,
                                    llvm::ArrayRef<lld::DriverDef>(&driver, 1));
  llvm::CrashRecoveryContext::Disable();
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

extern "C" int polyglot_memory_file(const char *name, const void *bytes, size_t count) {
  int descriptor = memfd_create(name, MFD_CLOEXEC);
  if (descriptor < 0) return -1;
  const char *rest = static_cast<const char *>(bytes);
  while (count > 0) {
    ssize_t written = write(descriptor, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      int error = errno;
      close(descriptor);
      errno = error;
      return -1;
    }
    rest += written;
    count -= static_cast<size_t>(written);
  }
  return descriptor;
}
