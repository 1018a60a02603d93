/*---
description: Not for strict code
flags: [noStrict]
---*/
