#include "cllvm_partition.h"
#include "partition_plan.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/bit.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Target/CGPassBuilderOption.h"
#include "llvm/Target/TargetMachine.h"

using namespace llvm;

namespace {

class Planner {
public:
  Planner(Module &module, polyglot_partition_plan &plan) : module(module), plan(plan) {}

  void setOwner(const Function &function, uint8_t partition) { owners[&function] = partition; }

  void run(unsigned copiedSize) {
    for (const Function &function : module) findCopies(function, copiedSize);
    for (const Function &function : module) collectUses(function);
    for (const GlobalVariable &variable : module.globals()) collectUses(variable);
    for (const GlobalVariable &variable : module.globals())
      if (!variable.hasLocalLinkage()) use(variable, 1);
    spread();
    for (Function &function : module) {
      plan.functions.push_back({owner(function), copies.lookup(&function)});
      if (!function.isDeclaration()) share(function, owner(function));
    }
    for (GlobalVariable &variable : module.globals()) {
      plan.variables.push_back(home(variable));
      if (!variable.isDeclaration()) share(variable, home(variable));
    }
  }

private:
  Module &module;
  polyglot_partition_plan &plan;
  DenseMap<const Function *, uint8_t> owners;
  DenseMap<const Function *, uint32_t> copies;
  /// Where code or data mentions something.
  DenseMap<const GlobalValue *, uint32_t> uses;
  /// What a variable's contents mention.
  DenseMap<const GlobalVariable *, SmallVector<const GlobalValue *, 4>> mentions;
  std::vector<const GlobalVariable *> work;

  uint8_t owner(const Function &function) const { return owners.lookup(&function); }

  /// Variables are defined in the first partition that uses them.
  uint8_t home(const GlobalVariable &variable) const {
    uint32_t set = uses.lookup(&variable);
    return set == 0 ? 0 : static_cast<uint8_t>(countr_zero(set));
  }

  void use(const GlobalValue &value, uint32_t partitions) {
    uint32_t &set = uses[&value];
    if ((set | partitions) == set) return;
    set |= partitions;
    if (auto *variable = dyn_cast<GlobalVariable>(&value)) work.push_back(variable);
  }

  /// Small functions are kept where they are called.
  void findCopies(const Function &function, unsigned copiedSize) {
    if (function.isDeclaration() || !function.hasLocalLinkage() || function.hasFnAttribute(Attribute::NoInline) ||
        function.getInstructionCount() > copiedSize)
      return;
    uint32_t callers = 0;
    for (const User *user : function.users())
      if (auto *call = dyn_cast<CallInst>(user))
        if (call->getCalledFunction() == &function) callers |= 1u << owner(*call->getFunction());
    copies[&function] = callers & ~(1u << owner(function));
  }

  void collectUses(const GlobalValue &value) {
    SmallVector<const User *, 16> pending(value.user_begin(), value.user_end());
    SmallPtrSet<const User *, 16> seen;
    while (!pending.empty()) {
      const User *user = pending.pop_back_val();
      if (!seen.insert(user).second) continue;
      if (auto *instruction = dyn_cast<Instruction>(user)) {
        const Function &function = *instruction->getFunction();
        use(value, 1u << owner(function) | copies.lookup(&function));
      } else if (auto *variable = dyn_cast<GlobalVariable>(user)) {
        mentions[variable].push_back(&value);
      } else {
        pending.append(user->user_begin(), user->user_end());
      }
    }
  }

  /// What a variable mentions is used where the variable is defined.
  void spread() {
    while (!work.empty()) {
      const GlobalVariable *variable = work.back();
      work.pop_back();
      auto found = mentions.find(variable);
      if (found == mentions.end()) continue;
      for (const GlobalValue *value : found->second) use(*value, 1u << home(*variable));
    }
  }

  /// Makes a local symbol visible to the other objects of the executable if they need it. Names of the runtime have no
  /// such prefix.
  void share(GlobalObject &value, uint8_t home) {
    if (!value.hasLocalLinkage() || (uses.lookup(&value) & ~(1u << home)) == 0) return;
    value.setName("program." + value.getName());
    value.setLinkage(GlobalValue::ExternalLinkage);
    value.setVisibility(GlobalValue::HiddenVisibility);
  }
};

}  // namespace

extern "C" polyglot_partition_plan *polyglot_partition_prepare(
  LLVMModuleRef module, const LLVMValueRef *functions, const uint8_t *owners, size_t count, unsigned copied_size) {
  auto *plan = new polyglot_partition_plan;
  Planner planner(*unwrap(module), *plan);
  for (size_t i = 0; i < count; i++) planner.setOwner(*unwrap<Function>(functions[i]), owners[i]);
  planner.run(copied_size);
  return plan;
}

extern "C" void polyglot_partition_dispose(polyglot_partition_plan *plan) { delete plan; }

extern "C" void polyglot_outline_common_code(LLVMTargetMachineRef machine, int outlines) {
  // LLVM's own choice is no function of this processor, and only an option of the process says otherwise. It counts for
  // machines that may do it at all.
  static const bool isSet = [] {
    auto option = cl::getRegisteredOptions().find("enable-machine-outliner");
    if (option == cl::getRegisteredOptions().end()) return false;
    static_cast<cl::opt<RunOutliner> *>(option->second)->setValue(RunOutliner::AlwaysOutline);
    return true;
  }();
  reinterpret_cast<TargetMachine *>(machine)->setMachineOutliner(isSet && outlines);
}

extern "C" void polyglot_split_loop_exits(int splits) {
  // An edge out of a loop to a block with other ways into it is split if the copies that its phis need are to stand there.
  // LLVM asks first whether the copied value is used otherwise behind the loop. What a loop carries around is not, and so
  // its copies would stand in each iteration: only an option of the process says otherwise.
  auto option = cl::getRegisteredOptions().find("no-phi-elim-live-out-early-exit");
  if (option == cl::getRegisteredOptions().end()) return;
  static_cast<cl::opt<bool> *>(option->second)->setValue(splits);
}

extern "C" int polyglot_fork(void) {
  int process = fork();
  if (process == 0) prctl(PR_SET_PDEATHSIG, SIGKILL);
  return process;
}

extern "C" int polyglot_partition_file(void) { return memfd_create("part", MFD_CLOEXEC); }
