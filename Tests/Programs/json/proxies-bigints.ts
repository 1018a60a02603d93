// JSON with what is no plain data: proxies, BigInts with a toJSON, values that a reviver replaces.
(BigInt.prototype as any).toJSON = function () { return "big" + this; };
console.log(JSON.stringify({ a: 1n, b: [2n], c: Object(3n) }));
console.log(JSON.stringify(new Proxy([1, 2], {})), JSON.stringify(new Proxy({ x: 1 }, {})));
console.log(JSON.stringify({ a: 1, b: 2, c: 3 }, new Proxy(["a", "c"], {}) as any));
console.log(JSON.stringify(JSON.parse('{"a":[1,2,{"b":3}]}', (key, value) => (key === "b" ? undefined : Array.isArray(value) ? new Proxy(value, {}) : value))));
