/// The entry point on WASI: the arguments are asked for later, so that the C library's copy of them is not linked.
#include "rt_abi.h"

int main(void) { return rt_start(0, NULL, __builtin_frame_address(0)); }
