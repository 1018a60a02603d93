/*---
description: Fails
---*/
assert(1 > 2, "as expected");
