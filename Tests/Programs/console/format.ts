// Format directives.
console.log("%s is %d years and %i months, %f", "Bob", 42.5, 7.9, "1.5");
console.log("%o", { f: 1 }.f, "%s", "not a directive");
console.log("%j %j", { a: [1] }, "text", "extra", { b: 2 });
console.log("%O", { a: { b: { c: { d: {} } } } });
console.log("100%", 5, "%", "%%", "50%% of %s", "x");
console.log("%%s %s%%", "a", "b");
console.log("%s %s %s", 1, "two");
console.log("%c styled", "color: red");
console.log("%s", null, undefined, true, -0, Symbol("s"), 123456789012345680000);
console.log("%s", [1, [2, [3]]], { a: { b: 1 } }, () => 1, class Foo {});
console.log("%s", { toString() { return "own"; } }, new (class X { toString() { return "cls"; } })());
console.log("%d %d %d %d", "5", "x", null, [7]);
console.log("%i %f", "42.9abc", "3.5e2x", "%s");
console.log("%x %", 1);
console.log("%s", "a".repeat(3) + "%s", "b");
console.log("a", "%s", "b");
console.log("%s", -0, "%d", -0);
console.log(-0, [-0], "%d", -0);
