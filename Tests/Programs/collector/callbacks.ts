// Sort comparators, callbacks of arrays, and species that allocate.
class Box { value: number; tag: string; constructor(v: number) { this.value = v; this.tag = "b" + v + "-".repeat(v % 3); } }
const boxes: Box[] = [];
for (let i = 0; i < 40; i++) boxes.push(new Box((i * 37) % 41));
boxes.sort((a, b) => { const t = [a.tag + b.tag, { x: [a, b] }]; return (t[1] as any).x[0].value - (t[1] as any).x[1].value; });
console.log(boxes.map((b) => b.tag.slice(0, 3) + "|" + b.value).join(","));
const grouped = boxes.filter((b) => ("" + b.value + b.tag).length > 3).reduce((m: any, b) => { const k = "k" + (b.value % 4); (m[k] = m[k] || []).push({ ...b, more: [b.tag, [b.tag + "!"]] }); return m; }, {});
console.log(JSON.stringify(grouped).length, Object.keys(grouped).sort().join());
console.log([3, 1, 2].flatMap((x) => [x, [x + "y"], new Array(x).fill("z" + x)]).flat().join(" "));
console.log(Array.from({ length: 10 }, (_, i) => "i" + i).toSorted((a, b) => (b + a).localeCompare(a + b)).join(""));
const like: any = { length: 5, get 0() { return "a" + {}; }, get 1() { return ["b" + 1]; }, get 2() { return { toString() { return "c" + [1, 2]; } }; }, 3: null, 4: 7 };
console.log(Array.prototype.join.call(like, "-" + 1), Array.prototype.slice.call(like, 1).length, Array.prototype.map.call(like, (x: any) => String(x) + "m").join());
console.log(Array.prototype.concat.call([1], like, [["q" + 1]]).length, Array.prototype.indexOf.call(like, 7), Array.prototype.includes.call(like, "zz"));
console.log(Array.from(new Set(boxes.map((b) => b.value % 5 + "s"))).join(), [..."añ😀b"].map((c) => c + c).join());
const copy = Array.prototype.toSpliced.call(like, 1, 1, "n" + 1); console.log(copy.length, copy[1]);
console.log(boxes.findLast((b) => (b.tag + b.value).endsWith("0"))?.tag, boxes.some((b) => { const o = { t: b.tag + "?" }; return o.t === "b7-?"; }));
const u: any = [5, 1, 4]; u.sort({ toString() { return ""; } }.toString as any ? undefined : undefined); console.log(u.join());
console.log(["b", "a", { toString() { return "0" + [..."xyz"].join("/"); } }, 10, 9].sort().map(String).join());
