#pragma once

#include <stdint.h>

#include <utility>
#include <vector>

/// Sets of partitions are words of bits.
struct polyglot_partition_plan {
  /// Per function of the module, in order: where it is defined, and where a copy of it can be inlined.
  std::vector<std::pair<uint8_t, uint32_t>> functions;
  /// Per global variable: where it is defined.
  std::vector<uint8_t> variables;
};
