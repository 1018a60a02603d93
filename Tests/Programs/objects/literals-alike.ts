// Literals that begin with the same properties: one test tells where those lie, until an object becomes something else.
type Item =
  | { kind: "point"; x: number; y: number }
  | { kind: "circle"; x: number; radius: number }
  | { kind: "label"; x: number; text: string }
  | { kind: "group"; items: Item[] }
  | { kind: "nothing" }
  | { kind: "link"; x: number; y: number; target: Item | null }
  | { kind: "mixed"; x: string | number };

function make(i: number): Item {
  switch (i % 7) {
    case 0: return { kind: "point", x: i, y: 2 * i };
    case 1: return { kind: "circle", x: i + 0.5, radius: i };
    case 2: return { kind: "label", x: -i, text: `label ${i}` };
    case 3: return { kind: "group", items: [make(i + 1), make(i + 2)] };
    case 4: return { kind: "nothing" };
    case 5: return { kind: "link", x: i, y: 0, target: null };
    default: return { kind: "mixed", x: i % 2 === 0 ? `x${i}` : i };
  }
}

function weigh(item: Item): number {
  switch (item.kind) {
    case "point": return item.x + item.y;
    case "circle": return item.x * item.radius;
    case "label": return item.text.length + item.x;
    case "group": return item.items.reduce((sum, inner) => sum + weigh(inner), 0);
    case "nothing": return 0;
    case "link": return item.target ? weigh(item.target) : item.x;
    case "mixed": return typeof item.x === "number" ? item.x : item.x.length;
  }
  return NaN;
}

const kindOf = (item: Item): string => item.kind;
const xOf = (item: Item): unknown => (item as { x?: unknown }).x;
function setX(item: Item, x: unknown): void {
  (item as { x: unknown }).x = x;
}
function setKind(item: Item, kind: string): void {
  (item as { kind: string }).kind = kind;
}
function attempt(name: string, action: () => unknown): void {
  try {
    console.log(name, action());
  } catch (error) {
    console.log(name, String(error));
  }
}

const items = Array.from({ length: 40 }, (_, i) => make(i));
let sum = 0;
for (const item of items) sum += weigh(item);
console.log(sum, items.map(kindOf).join(" "));
console.log(items.map(xOf).join(" "));

// Numbers and other things into fields that always held numbers, or not.
for (const [i, item] of items.entries()) if (item.kind !== "nothing" && item.kind !== "group") setX(item, i % 3 === 0 ? i / 4 : i % 3 === 1 ? `#${i}` : null);
console.log(items.map(xOf).join(" "), items.slice(0, 7).map(weigh).join(" "));
setX(items[3]!, "added");
setX(items[4]!, 4);
console.log(items.slice(0, 7).map(xOf).join(" "), JSON.stringify(items[3]), JSON.stringify(items[4]));

// The same names elsewhere, made otherwise, or no longer what they were.
const others: unknown[] = [
  { x: 1, kind: "backwards" }, JSON.parse('{"kind":"parsed","x":[1]}'), Object.create({ kind: "inherited", x: "above" }),
  { get kind() { return "computed"; }, x: 5 }, { ["ki" + "nd"]: "named", x: 6 }, Object.assign(make(0), { kind: "assigned" }),
  { ...make(1), kind: "spread" }, new (class { kind = "instance"; x = 7; })(), new Proxy(make(2), {}), [], "text", 8,
];
for (const other of others) console.log(kindOf(other as Item), xOf(other as Item), weigh(other as Item));
attempt("null", () => kindOf(null as unknown as Item));
attempt("undefined", () => weigh(undefined as unknown as Item));

const gone = make(0) as { kind?: string };
delete gone.kind;
console.log(kindOf(gone as Item), xOf(gone as Item));
const accessor = Object.defineProperty(make(1), "kind", { get: () => "point" });
console.log(kindOf(accessor), weigh(accessor));
const frozen = Object.freeze(make(2));
attempt("frozen", () => setX(frozen, 1));
const fixed = Object.defineProperty(make(5), "x", { writable: false });
attempt("fixed", () => setX(fixed, 1));
attempt("kind of frozen", () => setKind(frozen, "point"));
console.log(xOf(frozen), xOf(fixed), kindOf(frozen));
const heir = Object.setPrototypeOf(make(4), { x: "inherited", kind: "hidden" }) as Item;
console.log(kindOf(heir), xOf(heir));
setKind(heir, "circle");
setX(heir, 3);
console.log(weigh(heir), JSON.stringify(heir));
for (let i = 0; i < 100; i++) (heir as Record<string, unknown>)[`p${i}`] = i;
delete (heir as Record<string, unknown>)["p5"];
console.log(kindOf(heir), xOf(heir), Object.keys(heir).length);

// What is found in one is stored in the next; a kind that is no string.
let previous: unknown = undefined;
for (const item of items) {
  const kind = item.kind as unknown;
  setKind(item, previous as string);
  previous = kind;
}
console.log(items.map(kindOf).join(" "), weigh(items[1]!), weigh(items[0]!));

// Numbers alone are stored in all of these, until something else is.
type Measure = { value: number; unit: string } | { value: number; error: number } | { value: number };
const measures: Measure[] = Array.from({ length: 12 }, (_, i) =>
  i % 3 === 0 ? { value: i, unit: "m" } : i % 3 === 1 ? { value: i / 2, error: 0.1 } : { value: -i });
const total = (): unknown => measures.reduce((sum, measure) => sum + measure.value, 0);
console.log(total());
for (const measure of measures) measure.value *= 1.5;
console.log(total());
(measures[4] as { value: unknown }).value = "four";
(measures[5] as { value: unknown }).value = { valueOf: () => 5 };
console.log(total());
for (const measure of measures) measure.value += 1;
console.log(total(), measures.map((measure) => measure.value).join(" "));
