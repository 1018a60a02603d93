/// Parsing and writing text: a table in CSV with quoted fields, read, summed up by region and written again.
interface Sale {
  id: number;
  region: string;
  product: string;
  quantity: number;
  price: number;
  note: string;
}

function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position < text.length) {
    let field: string;
    if (text[position] === '"') {
      field = "";
      for (;;) {
        const quote = text.indexOf('"', position + 1);
        if (quote < 0) throw new SyntaxError(`unclosed quote at ${position}`);
        field += text.slice(position + 1, quote);
        position = quote + 1;
        if (text[position] !== '"') break;
        field += '"';
      }
    } else {
      const start = position;
      while (position < text.length && text[position] !== "," && text[position] !== "\n") position++;
      field = text.slice(start, position);
    }
    row.push(field);
    if (text[position] === "\n" || position >= text.length) {
      rows.push(row);
      row = [];
    }
    position++;
  }
  return rows;
}

function formatField(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function formatCsv(rows: readonly string[][]): string {
  return rows.map((row) => row.map(formatField).join(",") + "\n").join("");
}

function toSale(row: string[]): Sale {
  const [id, region, product, quantity, price, note] = row;
  return {
    id: Number(id),
    region: region!,
    product: product!,
    quantity: parseInt(quantity!, 10),
    price: parseFloat(price!),
    note: note ?? "",
  };
}

function generate(count: number): string {
  const regions = ["North", "South", "East", "West", "Far, far away"];
  const products = ["bolt", "nut", 'washer 3/4"', "screw", "nail", "hinge"];
  const lines: string[] = [];
  let state = 17;
  const random = (limit: number): number => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
  for (let id = 1; id <= count; id++) {
    const region = regions[random(regions.length)]!;
    const product = products[random(products.length)]!;
    const note = random(4) === 0 ? `said "thanks", order ${id}` : "";
    const price = (random(10000) / 100).toFixed(2);
    lines.push([String(id), region, product, String(1 + random(50)), price, note].map(formatField).join(","));
  }
  return lines.join("\n") + "\n";
}

const count = Number(process.argv[2] ?? 100_000);
const text = generate(count);
let written = "";
for (let round = 0; round < 2; round++) {
  const sales = parseCsv(text).map(toSale);
  const totals = new Map<string, { orders: number; revenue: number }>();
  for (const sale of sales) {
    const total = totals.get(sale.region) ?? { orders: 0, revenue: 0 };
    total.orders += 1;
    total.revenue += sale.quantity * sale.price;
    totals.set(sale.region, total);
  }
  for (const [region, { orders, revenue }] of totals) console.log(`${region}: ${orders} orders, ${revenue.toFixed(2)}`);
  written = formatCsv(sales.map((sale) => [
    String(sale.id), sale.region, sale.product, String(sale.quantity), sale.price.toFixed(2), sale.note,
  ]));
}
console.log(written === text ? "written as read" : "written differently");
console.log(text.length);
