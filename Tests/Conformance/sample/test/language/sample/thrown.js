/*---
description: Throws as it should
negative:
  phase: runtime
  type: RangeError
---*/
throw new RangeError("out of it");
