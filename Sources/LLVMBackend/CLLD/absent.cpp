// lld's drivers register every code generator of the LLVM they were built with, for link-time optimisation, which we
// never use. Empty definitions keep the targets that Polyglot does not have out of the executable.

#include "llvm/Passes/PassPlugin.h"

#define ABSENT(target)                            \
  extern "C" void LLVMInitialize##target##TargetInfo() {} \
  extern "C" void LLVMInitialize##target##Target() {}     \
  extern "C" void LLVMInitialize##target##TargetMC() {}   \
  extern "C" void LLVMInitialize##target##AsmPrinter() {} \
  extern "C" void LLVMInitialize##target##AsmParser() {}

ABSENT(AArch64)
ABSENT(AMDGPU)
ABSENT(ARM)
ABSENT(AVR)
ABSENT(BPF)
ABSENT(Hexagon)
ABSENT(Lanai)
ABSENT(LoongArch)
ABSENT(M68k)
ABSENT(MSP430)
ABSENT(Mips)
ABSENT(NVPTX)
ABSENT(PowerPC)
ABSENT(RISCV)
ABSENT(Sparc)
ABSENT(SystemZ)
ABSENT(VE)
ABSENT(XCore)
ABSENT(Xtensa)

/// The polyhedral optimiser that Debian links into its LLVM; only link-time optimisation asks for it.
llvm::PassPluginLibraryInfo getPollyPluginInfo() { return {LLVM_PLUGIN_API_VERSION, "absent", "", nullptr}; }
