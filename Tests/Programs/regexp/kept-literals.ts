// Literals whose object nobody sees are made once; here everything looks for the difference.
const seen: RegExp[] = [];
function matches(text: string): boolean {
  return /b+(c?)/.test(text);
}
function found(text: string): string {
  const match = /(?<first>\w)(\w*)/.exec(text);
  return match ? `${match.index} ${match[0]} ${match.groups!.first} ${match[2]}` : "none";
}
function next(text: string): string {
  // Global and sticky ones remember where they ended.
  const first = /o/g.test(text);
  const second = /o/y.test(text);
  return `${first} ${second} ${text.replace(/o/y, "0")} ${text.match(/o/y)?.index}`;
}
function escaped(text: string, depth: number): string {
  return text.replace(/[<>&]/g, (unit) => (depth > 0 ? escaped(unit + "<", depth - 1) : `#${unit.charCodeAt(0)};`));
}
function parts(text: string): string {
  return [text.split(/,\s*/), text.search(/\d/), text.match(/\d+/g), text.replaceAll(/\d/g, "*"), text.match(/(\d)(\d)?/)].map(String).join("|");
}
function own(): RegExp {
  return /a/;
}

for (let round = 0; round < 3; round++) {
  for (const text of ["abbc", "", "ccc", "ob, 12 foo,3"]) {
    console.log(matches(text), found(text), next(text), escaped(`<${text}&`, 2), parts(text));
  }
  console.log(own() === own(), /x/ === /x/);
}

// One that throws half way.
let left = 2;
for (let round = 0; round < 4; round++) {
  try {
    console.log("a1b2".replace(/\d/g, (digit) => {
      if (left-- === 0) throw new Error(`at ${digit}`);
      return "-";
    }));
  } catch (error) {
    console.log((error as Error).message);
  }
}

// Changed prototypes see every evaluation's own object.
function collect(text: string): boolean {
  return /q/.test(text);
}
collect("q");
const prototype = RegExp.prototype as any;
const { test, exec } = prototype;
prototype.test = function (this: RegExp, text: string): boolean {
  seen.push(this);
  (this as any).marked = seen.length;
  return test.call(this, text);
};
console.log(collect("q"), collect("r"), collect("q"));
prototype.test = test;
console.log(collect("q"), collect("r"));
prototype.exec = function (this: RegExp, text: string): unknown {
  seen.push(this);
  return exec.call(this, text);
};
console.log(collect("q"), collect("r"), "a-b".replace(/-/, "+"), "a-b".split(/-/));
prototype.exec = exec;
const replace = prototype[Symbol.replace];
prototype[Symbol.replace] = function (this: RegExp, text: string, by: any): string {
  seen.push(this);
  return replace.call(this, text, by).toUpperCase();
};
for (let round = 0; round < 3; round++) console.log("a-b".replace(/-/, "+"));
prototype[Symbol.replace] = replace;
for (let round = 0; round < 2; round++) console.log("a-b".replace(/-/, "+"));
console.log(new Set(seen).size === seen.length, seen.length, seen.slice(0, 3).map((regexp) => (regexp as any).marked));
