// Long texts and patterns, and what takes many steps.
const long = "ab".repeat(20000);
console.log(long.match(/(?:ab)+/)![0].length, long.replace(/a/g, "").length, long.split(/b/).length);
console.log(/^(?:a|b)*$/.test(long), /^(a|ab|b)*c/.test("ab".repeat(10)), /(x+x+)+y/.test("x".repeat(18)));
const wide = "é€".repeat(5000) + "!";
console.log(wide.search(/!/), wide.match(/€/g)!.length, /(?:é€)*!/.exec(wide)![0].length);
const pattern = Array.from({ length: 2000 }, (_, i) => "w" + i).join("|");
console.log(new RegExp(`^(?:${pattern})$`).test("w1999"), new RegExp("a".repeat(5000)).test("a".repeat(5001)));
console.log(new RegExp("(".repeat(500) + "a" + ")".repeat(500)).exec("a")!.length);
console.log(/(?:){1000000000}a/.test("a"), /a{1000000000}/.test("aaa"));
let count = 0;
for (let i = 0; i < 1000; i++) if (new RegExp("^" + (i % 7) + "$").test(String(i % 5))) count++;
console.log(count);
