/*---
description: Expects an early error that there is not
negative:
  phase: parse
  type: SyntaxError
---*/
let a;
