/// What the files that use asymmetric keys share.
#pragma once

#include "crypto.h"

/// The key that an engine holds.
EVP_PKEY *rt__crypto_key(rt_value engine);
