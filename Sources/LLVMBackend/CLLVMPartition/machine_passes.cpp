#include "cllvm_partition.h"

#include <memory>

#include "llvm/ADT/StringSet.h"
#include "llvm/CodeGen/Passes.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/IR/Module.h"
#include "llvm/Pass.h"
#include "llvm/Support/CBindingWrapping.h"
#include "llvm/Support/SmallVectorMemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

namespace {

/// Takes the passes that a target wants and leaves some out.
class ChosenPasses : public legacy::PassManagerBase {
public:
  ChosenPasses(const char *const *names, size_t count, bool allocatesBasically) : allocatesBasically(allocatesBasically) {
    for (size_t i = 0; i < count; i++) unwanted.insert(names[i]);
  }

  void add(Pass *pass) override {
    StringRef name = pass->getPassName();
    bool isAllocator = name == "Greedy Register Allocator";
    // The first one only allocates the tiles of matrix extensions.
    bool isForTiles = isAllocator && !sawAllocator && unwanted.contains("Tile Register Configure");
    sawAllocator |= isAllocator;
    if (isForTiles || unwanted.contains(name)) {
      delete pass;
      return;
    }
    if (isAllocator && allocatesBasically) {
      delete pass;
      pass = createBasicRegisterAllocator();
    }
    passes.add(pass);
  }

  void run(Module &module) { passes.run(module); }

private:
  legacy::PassManager passes;
  StringSet<> unwanted;
  bool allocatesBasically;
  bool sawAllocator = false;
};

}  // namespace

extern "C" LLVMMemoryBufferRef polyglot_emit_object(
  LLVMTargetMachineRef machine, LLVMModuleRef module, const char *const *unwanted, size_t count,
  int allocates_basically) {
  SmallVector<char, 0> bytes;
  raw_svector_ostream stream(bytes);
  ChosenPasses passes(unwanted, count, allocates_basically != 0);
  auto *target = reinterpret_cast<TargetMachine *>(machine);
  if (target->addPassesToEmitFile(passes, stream, nullptr, CodeGenFileType::ObjectFile)) return nullptr;
  passes.run(*unwrap(module));
  return wrap(std::make_unique<SmallVectorMemoryBuffer>(std::move(bytes), "part", false).release());
}
