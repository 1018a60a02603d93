--> a comment, as nothing stands before it
var await = 1; <!-- and this one
/* a line ends here
*/ --> so that this is one, too
await: for (;;) break await;
function f(await = 2) { return await; }
const g = async (x) => await x;
const h = await => await + 1;
const o = { await, m(await) { return aw\u0061it; } };
class C {
  static {
    (function await(await) {});
    (() => ({ await }));
  }
}
var x = 3;
while (x --> 0);
