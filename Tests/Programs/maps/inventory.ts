// Grouping and aggregating records.
interface Sale { item: string; region: "north" | "south"; amount: number; price: number }
const sales: Sale[] = Array.from({ length: 40 }, (_, i) => ({ item: ["pen", "book", "lamp"][i % 3], region: i % 4 < 2 ? "north" : "south", amount: (i * 7) % 11, price: 1.5 + (i % 5) }));
const byRegion = Object.groupBy(sales, (s) => s.region);
for (const [region, list] of Object.entries(byRegion)) console.log(region, list!.length, list!.reduce((t, s) => t + s.amount * s.price, 0));
const totals = new Map<string, { amount: number; revenue: number }>();
for (const { item, amount, price } of sales) {
  const t = totals.get(item) ?? { amount: 0, revenue: 0 };
  t.amount += amount;
  t.revenue += amount * price;
  totals.set(item, t);
}
console.log(totals);
console.table([...totals].map(([item, t]) => ({ item, ...t })));
const best = [...totals.entries()].sort(([, a], [, b]) => b.revenue - a.revenue)[0];
console.log(`${best[0].padEnd(10, ".")}${best[1].revenue.toFixed(2).padStart(10)}`, JSON.stringify(Object.fromEntries(totals)));
