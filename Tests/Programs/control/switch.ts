// Fall-through, default in the middle, strings, expressions, strict comparison.
function classify(x: any): string {
  let out = "";
  switch (x) {
    case 1: out += "one ";
    case 2: out += "two "; break;
    default: out += "default ";
    case "3": out += "string three "; break;
    case null: return "null";
    case NaN: return "never";
  }
  return out;
}
for (const x of [1, 2, 3, "3", null, undefined, NaN, "1"]) console.log(x, classify(x));
const log: string[] = [];
const t = (n: number) => (log.push("t" + n), n);
switch (t(2)) {
  case t(1):
  case t(2):
    log.push("hit");
  case t(3):
    log.push("fell");
}
console.log(log.join());
for (let i = 0; i < 5; i++) {
  switch (true) {
    case i < 2: continue;
    case i > 3: break;
    default: console.log("i", i);
  }
}
switch (5) {}
switch ("x" as string) { default: console.log("only default"); }
