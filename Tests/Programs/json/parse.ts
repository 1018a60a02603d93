// JSON.parse of all forms, and its errors.
const texts = ["1", "-0", "1e3", "\"a\\u0041\\n\\\"\"", "[1,[2,{\"a\":null}]]", "{\"b\":1,\"a\":2,\"1\":3,\"b\":4}", " \t\n[ ] ", "true", "null", "{\"__proto__\":1}", "\"\\ud83d\\ude00\\ud800\"", "0.1e-2", "123456789012345678901234567890"];
for (const t of texts) console.log(JSON.parse(t));
for (const bad of ["", "{", "[1,]", "{a:1}", "'x'", "01", "1.", "+1", "nul", "\"\n\"", "[1 2]", "{\"a\":1,}", "\"\\x\"", "tru e", "[", "undefined", "1 1"]) {
  try {
    console.log("no error", JSON.parse(bad));
  } catch (e) {
    console.log((e as Error).name);
  }
}
const parsed = JSON.parse('{"list":[{"id":1},{"id":2}],"nested":{"x":{"y":[true,false]}}}');
console.log(parsed.list[1].id, parsed.nested.x.y[0], Object.keys(parsed), parsed);
console.log(JSON.parse("{\"__proto__\":{\"x\":1}}").x, JSON.parse(5 as any), JSON.parse(null as any), JSON.parse('"' + "x".repeat(100) + '"').length);
