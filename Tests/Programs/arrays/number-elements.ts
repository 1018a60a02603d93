// Loops over arrays remember that all elements are numbers. Whatever changes an array afterwards, the loops have to see it.

function sum(values: number[]): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]! * 0.5;
  return total;
}

function scale(values: number[], factor: number): void {
  for (let i = 0; i < values.length; i++) values[i] = values[i]! * factor;
}

function from(values: number[], first: number): number {
  let total = 0;
  for (let i = first; i < values.length; i++) total += values[i]! * 0.5;
  return total;
}

function show(value: unknown): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

const parsed: any = JSON.parse('{"text": "50", "number": 7, "list": [1, 2, 3], "mixed": [1, "2", 3], "object": {"valueOf": 1}}');
const getter = {
  get value(): any {
    return parsed.text;
  },
};

type Change = (values: any) => unknown;
const changes: Record<string, Change> = {
  "store a string": (values) => (values[1] = parsed.text),
  "store a number": (values) => (values[1] = parsed.number),
  "store what a getter gives": (values) => (values[2] = getter.value),
  "store NaN and -0": (values) => [(values[0] = NaN), (values[1] = -0)],
  "store behind the end": (values) => (values[values.length] = parsed.text),
  "store far behind the end": (values) => (values[values.length + 3] = 1),
  "store by a text": (values) => (values[String(parsed.number - 6)] = parsed.text),
  "push a number": (values) => values.push(4),
  "push a string": (values) => values.push("60"),
  "push several": (values) => values.push(1, undefined, 2),
  "push more than there is room": (values) => {
    for (let i = 0; i < 40; i++) values.push(i === 39 ? null : i);
  },
  "unshift a string": (values) => values.unshift("60"),
  "unshift numbers": (values) => values.unshift(1, 2),
  pop: (values) => values.pop(),
  shift: (values) => values.shift(),
  "shift and push a string": (values) => [values.shift(), values.push("60")],
  "splice in a string": (values) => values.splice(1, 1, "60"),
  "splice in numbers": (values) => values.splice(1, 0, 8, 9),
  "splice at the front": (values) => values.splice(0, 2, true),
  "splice out": (values) => values.splice(0, 2),
  "fill with a string": (values) => values.fill("70", 1, 2),
  "fill with a number": (values) => values.fill(3),
  "fill with undefined": (values) => values.fill(undefined),
  "fill nothing": (values) => values.fill("70", 2, 1),
  copyWithin: (values) => values.copyWithin(0, 1),
  reverse: (values) => values.reverse(),
  sort: (values) => values.sort((a: number, b: number) => b - a),
  "sort, and a comparison stores": (values) =>
    values.sort((a: number, b: number) => {
      values[0] = "140";
      sum(values);
      return b - a;
    }),
  "longer length": (values) => (values.length += 2),
  "shorter length": (values) => (values.length = 1),
  "length and back": (values) => [(values.length = 1), (values.length = 3)],
  delete: (values) => delete values[1],
  defineProperty: (values) => Object.defineProperty(values, 1, { value: "80", writable: true, enumerable: true, configurable: true }),
  "define behind the end": (values) => Object.defineProperty(values, 5, { value: 5, writable: true, enumerable: true, configurable: true }),
  accessor: (values) => Object.defineProperty(values, 1, { get: () => "130", configurable: true }),
  freeze: (values) => Object.freeze(values),
  "seal and store": (values) => (Object.seal(values)[1] = "60"),
  "another prototype": (values) => Object.setPrototypeOf(values, null),
  "Reflect.set": (values) => Reflect.set(values, 1, "90"),
  "through a proxy": (values) => (new Proxy(values, {})[1] = "100"),
  "Array.prototype.push.call": (values) => Array.prototype.push.call(values, { valueOf: () => 4 }),
  "Object.assign": (values) => Object.assign(values, { 1: "110" }),
  "Array.prototype.fill.call": (values) => Array.prototype.fill.call(values, "120", 0, 1),
  destructuring: (values) => ([values[0], values[1]] = [parsed.text, values[0]]),
  "an object": (values) => (values[2] = { valueOf: () => 5 }),
  "a bigint beyond": (values) => values.push(...parsed.mixed),
};

for (const [name, change] of Object.entries(changes)) {
  const values: any = JSON.parse("[1, 2, 3]");
  const before = sum(values);
  let thrown = "";
  try {
    change(values);
  } catch (error) {
    thrown = String(error);
  }
  const after = show(sum(values));
  try {
    scale(values, 2);
  } catch (error) {
    thrown += String(error);
  }
  const rest = show(from(values, 1));
  console.log(name, before, after, rest, Array.from(values.length < 100 ? values : [values.length], show).join(), thrown);
}

console.log(sum([1, 2]), from([1, 2], 1));
scale([1, 2], 2);
