// Writing to strings and reading strange keys.
const s: any = "abc";
for (const write of [() => (s[0] = "x"), () => (s.length = 1), () => (s.foo = 1), () => delete s[0]]) {
  try {
    write();
    console.log("no error");
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
}
console.log(s, s.foo, s["1"], s[1.5], s[-1], "length" in Object("x"), Object.keys("ab"), Object.entries("ab"), s["len" + "gth"]);
for (const k in s) console.log(k);
console.log(typeof Object("x"), Object("x") == "x", Object("x") === "x", new String("q").length, [..."xyz"].reverse().join(""));
