/*---
description: Sees the harness
includes: [extra.js]
---*/
assert(extra === 7 && this === globalThis);
