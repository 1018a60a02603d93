// The callbacks of JSON.
const o = { a: 1, b: [2, 3], c: { d: 4, e: "x" } };
console.log(JSON.stringify(o, (k, v) => (typeof v === "number" ? v * 10 : v)), JSON.stringify(o, ["a", "c", "d"]), JSON.stringify(o, (k, v) => (k === "c" ? undefined : v)));
console.log(JSON.stringify({ 1: "one", x: 2 }, [1, "x"] as any, 1));
console.log(JSON.parse('{"a":1,"b":[2,3]}', (k, v) => (typeof v === "number" ? v + 1 : v)));
const order: string[] = [];
JSON.parse('{"a":{"b":1},"c":[2]}', function (k, v) { order.push(k || "root"); return v; });
JSON.stringify({ p: [1] }, function (k, v) { order.push("s:" + k); return v; });
console.log(order.join(" "), JSON.parse("[1,2,3]", (k, v) => (k === "1" ? undefined : v)));
