// Template literals and tags.
const name = "World";
const n = 3;
console.log(`Hello ${name}! ${n} + ${n} = ${n + n}`, `a${`b${`c`}`}`, `line1
line2`, `\${no} \`tick\` \\`);
console.log(`${null} ${undefined} ${[1, [2]]} ${{}} ${true}`);
function tag(strings: TemplateStringsArray, ...values: unknown[]): string {
  return strings.raw.map((r, i) => r + (i < values.length ? `<${String(values[i])}>` : "")).join("|") + strings.length;
}
console.log(tag`x${1}\n${"two"}y`, tag``, tag`only`);
const again = () => ((s: TemplateStringsArray) => s)`same`;
console.log(again() === again(), String.raw`a\tb${1}`);
const upper = { tag(s: TemplateStringsArray) { return this.suffix + s[0]; }, suffix: "S" };
console.log(upper.tag`m`);
