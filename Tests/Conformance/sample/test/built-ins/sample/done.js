/*---
description: Tells that it is done
flags: [async]
---*/
$DONE();
