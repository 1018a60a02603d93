/*---
description: Does not tell that it is done
flags: [async]
---*/
