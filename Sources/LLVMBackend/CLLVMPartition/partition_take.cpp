#include "cllvm_partition.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "partition_plan.h"

using namespace llvm;

namespace {

/// Moves a part of a module to a module of its own.
///
/// What stays behind is not even touched: in a process that shares the module's memory with others, removing the other
/// parts instead would copy most of it.
class PartMover {
public:
  PartMover(Module &whole, const polyglot_partition_plan &plan, unsigned partition)
    : whole(whole), plan(plan), partition(partition),
      part(std::make_unique<Module>(whole.getModuleIdentifier(), whole.getContext())) {}

  std::unique_ptr<Module> run() {
    part->setSourceFileName(whole.getSourceFileName());
    part->setTargetTriple(whole.getTargetTriple());
    part->setDataLayout(whole.getDataLayout());
    for (NamedMDNode &list : whole.named_metadata()) {
      NamedMDNode *copy = part->getOrInsertNamedMetadata(list.getName());
      for (MDNode *node : list.operands()) copy->addOperand(node);
    }
    choose();
    declare();
    for (Function *function : functions) moveBody(*function);
    for (GlobalVariable *variable : variables)
      cast<GlobalVariable>(moved[variable])->setInitializer(move(variable->getInitializer()));
    return std::move(part);
  }

private:
  Module &whole;
  const polyglot_partition_plan &plan;
  unsigned partition;
  std::unique_ptr<Module> part;
  /// What the part defines, its copies of small functions among it.
  std::vector<Function *> functions;
  std::vector<GlobalVariable *> variables;
  /// Symbols that the part defines or mentions, and constants made of them.
  DenseSet<const Constant *> needed;
  /// What stands in the part for a symbol, or a constant made of symbols.
  DenseMap<const Constant *, Constant *> moved;

  void choose() {
    size_t index = 0;
    for (Function &function : whole) {
      auto [home, copies] = plan.functions[index++];
      if (function.isDeclaration() || (home != partition && !(copies >> partition & 1))) continue;
      functions.push_back(&function);
      needed.insert(&function);
      for (const BasicBlock &block : function)
        for (const Instruction &instruction : block) needOperands(instruction);
    }
    index = 0;
    for (GlobalVariable &variable : whole.globals()) {
      if (plan.variables[index++] != partition || variable.isDeclaration()) continue;
      variables.push_back(&variable);
      needed.insert(&variable);
      needOperands(variable);
    }
  }

  void needOperands(const User &user) {
    for (const Value *operand : user.operands()) {
      auto *constant = dyn_cast<Constant>(operand);
      if (!constant || isa<ConstantData>(constant) || !needed.insert(constant).second) continue;
      if (!isa<GlobalValue>(constant)) needOperands(*constant);
    }
  }

  /// Declares all symbols, in the order of the whole.
  void declare() {
    size_t index = 0;
    for (Function &function : whole) {
      auto [home, copies] = plan.functions[index++];
      if (!needed.contains(&function)) continue;
      bool isHere = home == partition || function.isDeclaration();
      auto linkage = isHere                    ? function.getLinkage()
                     : copies >> partition & 1 ? GlobalValue::AvailableExternallyLinkage
                                               : GlobalValue::ExternalLinkage;
      Function *copy = Function::Create(
        function.getFunctionType(), linkage, function.getAddressSpace(), function.getName(), part.get());
      copy->copyAttributesFrom(&function);
      moved[&function] = copy;
    }
    index = 0;
    for (GlobalVariable &variable : whole.globals()) {
      uint8_t home = plan.variables[index++];
      if (!needed.contains(&variable)) continue;
      bool isHere = home == partition || variable.isDeclaration();
      // What is compared with a literal is tested for its length and text, whichever part defines the literal.
      bool isCopied = !isHere && variable.isConstant() && isData(*variable.getInitializer());
      auto linkage = isHere     ? variable.getLinkage()
                     : isCopied ? GlobalValue::AvailableExternallyLinkage
                                : GlobalValue::ExternalLinkage;
      auto *copy = new GlobalVariable(
        *part, variable.getValueType(), variable.isConstant(), linkage, isCopied ? variable.getInitializer() : nullptr,
        variable.getName(), nullptr, variable.getThreadLocalMode(), variable.getAddressSpace());
      copy->copyAttributesFrom(&variable);
      if (!isHere) copy->setSection("");
      moved[&variable] = copy;
    }
  }

  /// Whether a constant mentions no symbols.
  static bool isData(const Constant &constant) {
    return isa<ConstantData>(constant) || (isa<ConstantAggregate>(constant) && all_of(constant.operands(), [](const Use &use) {
                                             return isa<ConstantData>(use.get());
                                           }));
  }

  void moveBody(Function &function) {
    auto &target = *cast<Function>(moved[&function]);
    target.copyMetadata(&function, 0);
    target.splice(target.begin(), &function);
    for (auto [from, to] : zip_equal(function.args(), target.args())) {
      to.takeName(&from);
      from.replaceAllUsesWith(&to);
    }
    for (BasicBlock &block : target)
      for (Instruction &instruction : block)
        for (Use &use : instruction.operands())
          if (auto *constant = dyn_cast<Constant>(use.get()); constant && !isa<ConstantData>(constant))
            use.set(move(constant));
  }

  Constant *move(Constant *constant) {
    if (isa<ConstantData>(constant)) return constant;
    if (Constant *known = moved.lookup(constant)) return known;
    SmallVector<Constant *, 8> operands;
    for (Value *operand : constant->operands()) operands.push_back(move(cast<Constant>(operand)));
    Constant *result;
    if (auto *expression = dyn_cast<ConstantExpr>(constant))
      result = expression->getWithOperands(operands);
    else if (auto *array = dyn_cast<ConstantArray>(constant))
      result = ConstantArray::get(array->getType(), operands);
    else if (auto *record = dyn_cast<ConstantStruct>(constant))
      result = ConstantStruct::get(record->getType(), operands);
    else
      result = ConstantVector::get(operands);
    return moved[constant] = result;
  }
};

}  // namespace

extern "C" LLVMModuleRef polyglot_partition_take(
  const polyglot_partition_plan *plan, LLVMModuleRef whole, unsigned partition) {
  return wrap(PartMover(*unwrap(whole), *plan, partition).run().release());
}
