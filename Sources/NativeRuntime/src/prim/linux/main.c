/// The entry point on Linux.
#include "rt_abi.h"

int main(int argc, char **argv) { return rt_start(argc, argv, __builtin_frame_address(0)); }
