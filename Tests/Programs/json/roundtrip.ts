// Copies through JSON, big documents, keys in order.
interface Item { id: number; name: string; tags: string[]; price?: number; parent: Item | null }
const items: Item[] = [];
for (let i = 0; i < 200; i++) items.push({ id: i, name: "item \"" + i + "\"", tags: ["t" + (i % 3), "é\n"], price: i % 2 ? i / 7 : undefined, parent: i > 0 && i % 50 === 0 ? items[i - 1] : null });
const text = JSON.stringify(items);
const copy = JSON.parse(text) as Item[];
console.log(text.length, copy.length, copy[100], "price" in copy[2], JSON.stringify(copy) === text);
let total = 0;
for (const item of copy) total += item.price ?? 0;
console.log(total.toFixed(6), copy.filter((x) => x.tags.includes("t1")).length);
const deep = JSON.parse("[".repeat(500) + "]".repeat(500));
let depth = 0;
for (let d = deep; Array.isArray(d); d = d[0]) depth++;
console.log(depth);
