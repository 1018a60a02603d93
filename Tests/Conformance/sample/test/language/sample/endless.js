/*---
description: Does not end
---*/
while (true);
