/// Array methods with closures: reports over orders, as chains of filter, map, flatMap, reduce and their kin.
interface Item {
  product: string;
  price: number;
  quantity: number;
}

interface Order {
  id: number;
  customer: string;
  country: string;
  items: Item[];
  paid: boolean;
}

const COUNTRIES = ["DE", "FR", "US", "JP", "BR"];

function makeOrders(count: number): Order[] {
  let state = 11;
  const random = (limit: number): number => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  return Array.from({ length: count }, (_, id) => ({
    id,
    customer: `customer-${random(500)}`,
    country: COUNTRIES[random(COUNTRIES.length)]!,
    items: Array.from({ length: 1 + random(5) }, () => ({
      product: `product-${random(100)}`,
      price: random(10000) / 100,
      quantity: 1 + random(4),
    })),
    paid: random(3) !== 0,
  }));
}

const total = (order: Order): number => order.items.reduce((sum, item) => sum + item.price * item.quantity, 0);

function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  return values.reduce((groups, value) => {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
    return groups;
  }, new Map<K, T[]>());
}

function report(orders: Order[], minimum: number): number {
  const paid = orders.filter((order) => order.paid && total(order) >= minimum);
  const revenue = paid.map(total).reduce((a, b) => a + b, 0);
  const byCountry = [...groupBy(paid, (order) => order.country)]
    .map(([country, group]) => ({ country, revenue: group.map(total).reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.revenue - a.revenue);
  const quantities = paid
    .flatMap((order) => order.items)
    .filter(({ price }) => price > 20)
    .map(({ product, quantity }) => ({ product, quantity }));
  const sold = quantities.reduce((sum, { quantity }) => sum + quantity, 0);
  const hasLarge = paid.some((order) => order.items.length > 4);
  const allSmall = paid.every((order) => total(order) < 2000);
  const first = paid.find((order) => order.country === byCountry[0]!.country);
  const position = orders.findIndex((order) => order.id === first?.id);
  const best = byCountry.slice(0, 2).map((entry) => entry.country).join("+");
  return revenue + sold + position + best.length + (hasLarge ? 1 : 0) + (allSmall ? 2 : 0);
}

const rounds = Number(process.argv[2] ?? 40);
const orders = makeOrders(20000);
let sum = 0;
for (let round = 0; round < rounds; round++) sum += report(orders, round % 50);
console.log(sum.toFixed(2));
const squares = Array.from({ length: 1000 * rounds }, (_, i) => i % 1000)
  .map((value) => value * value)
  .filter((value) => value % 3 === 0)
  .reduceRight((a, b) => (a * 7 + b) % 1000003, 0);
console.log(squares);
