import a from "b";
export var c;
import.meta.url;
async function f() { var await; }
(async function await() {});
class C { static { await; var await; class D { [arguments] = 0; } } }
for await (const x of []) ;
await 1;
return;
