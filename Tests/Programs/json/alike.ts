// JSON.parse adds properties the way it did to the objects before; none of that may show.
const show = (text: string) => console.log(JSON.stringify(JSON.parse(text)), JSON.stringify(Object.keys(JSON.parse(text).at?.(-1) ?? {})));
show('[{"a":1,"b":2},{"a":3,"b":4},{"b":5,"a":6},{"a":7},{"a":8,"c":9},{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}]');
show('[{"a":1,"a":2},{"a":3,"a":4,"b":5},{"a":6,"b":7,"a":8},{"a":9,"b":1}]');
show('[{"1":1,"0":0,"b":2},{"1":3,"b":4,"0":5},{"b":1,"1":2},{"b":1,"c":2,"7":3}]');
show('[{"__proto__":1,"x":2},{"__proto__":{"y":1},"x":3},{"x":4,"__proto__":null}]');
show('[{"a":{"a":{"a":{"b":1}}}},{"a":{"a":1,"b":{"a":2}}},{"b":{"a":{"b":3}}}]');
show('[{"\\u0061":1,"b":2},{"a":3,"\\u0062":4},{"":1,"a":2},{"":3,"a":4}]');
show('[{"ä":1,"b":"日"},{"ä":2,"b":"本"},{"日":1},{"日":2,"ä":3}]');
show('[{"constructor":1,"toString":2,"length":3},{"constructor":4,"toString":5,"length":6}]');

// Shapes that other code knows: literals, classes, frozen and changed objects.
class Point { constructor(public x: number, public y: number) {} sum(): number { return this.x + this.y; } }
let total = 0;
for (let i = 0; i < 50; i++) {
  const parsed: any[] = JSON.parse(`[{"x":${i},"y":1},{"x":"${i}","y":2,"z":3},{"y":4,"x":5}]`);
  parsed.push({ x: i, y: 2 }, new Point(i, 3));
  if (i % 7 === 0) delete parsed[0].x;
  if (i % 5 === 0) Object.freeze(parsed[1]);
  if (i % 11 === 0) Object.defineProperty(parsed[2], "y", { get: () => 10 });
  for (const each of parsed) total += (Number(each.x) || 0) * 3 + each.y;
}
console.log(total);

// A setter or a value on the prototype is not asked.
Object.defineProperty(Object.prototype, "trap", { set() { throw new Error("called"); }, get: () => "inherited", configurable: true });
console.log(JSON.stringify(JSON.parse('[{"trap":1},{"trap":2,"u":3},{"u":1}]').map((o: any) => [o.trap, Object.hasOwn(o, "trap")])));
delete (Object.prototype as any).trap;

// Long lists of unlike objects, so that what is remembered is replaced again and again.
const parts: string[] = [];
for (let i = 0; i < 300; i++) parts.push(`{"k${i % 37}":${i},"v${i % 11}":{"k${i % 5}":[${i}]},"w":null}`);
const list: any[] = JSON.parse("[" + parts.join(",") + "]");
console.log(list.every((one, i) => JSON.stringify(one) === parts[i]));
