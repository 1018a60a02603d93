/*---
description: An import that names nothing
negative:
  phase: resolution
  type: SyntaxError
flags: [module]
---*/
import { absent } from "./module_FIXTURE.js";
absent();
