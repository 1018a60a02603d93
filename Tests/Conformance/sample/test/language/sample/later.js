/*---
description: A proposal
features: [decorators]
---*/
