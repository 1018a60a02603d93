// Cycles and shared references; what the program does to built-ins does not matter.
const shared = { name: "shared" };
const graph: any = { a: shared, b: [shared, shared], map: new Map(), set: new Set() };
graph.self = graph;
graph.map.set(graph, graph.set);
graph.set.add(graph.map);
const clone = structuredClone(graph);
console.log(clone !== graph, clone.self === clone, clone.a === clone.b[0], clone.b[0] === clone.b[1]);
console.log(clone.a !== shared, clone.map.get(clone) === clone.set, clone.set.has(clone.map));

const list: any[] = [];
list.push(list, [list]);
const listClone = structuredClone(list);
console.log(listClone[0] === listClone, listClone[1][0] === listClone);

const error: any = new Error("loop");
error.cause = { error };
const errorClone: any = structuredClone(error);
console.log(errorClone.cause.error === errorClone);

let chain: any = null;
for (let i = 0; i < 500; i++) chain = { next: chain, i };
let length = 0;
for (let node = structuredClone(chain); node; node = node.next) length++;
console.log(length);

const patches: [any, string, any][] = [
  [Object, "keys", Object.keys], [Object, "hasOwn", Object.hasOwn], [Map.prototype, "set", Map.prototype.set],
  [Map.prototype, "get", Map.prototype.get], [Set.prototype, "add", Set.prototype.add],
  [Array.prototype, "push", Array.prototype.push],
];
for (const [object, name] of patches) object[name] = () => { throw new Error(name); };
const patched: any = structuredClone({ list: [1, { x: 2 }], map: new Map(), set: new Set() });
for (const [object, name, original] of patches) object[name] = original;
console.log(Object.keys(patched).join(), patched.list[1].x, patched.map.size, patched.set.size);
