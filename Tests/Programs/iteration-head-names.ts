// The names of a loop's head exist while its expression is evaluated, without a value.

function attempt(body: () => unknown): string {
  try {
    return String(body());
  } catch (error) {
    return (error as Error).message;
  }
}

const x: unknown = "outside";
let early: () => unknown = () => "none";
let inHead: () => unknown = () => "none";
let inBody: () => unknown = () => "none";

// @ts-ignore: used before its declaration
console.log(attempt(() => { for (const x of [x]) console.log(x); }));
// @ts-ignore
console.log(attempt(() => { for (const y in { a: y }) console.log(y); }));

for (let [x, _ = (inHead = () => x)] of ((early = () => x), [["first"], ["second"]] as string[][])) {
  inBody = () => x;
  console.log(x, attempt(inHead), attempt(inBody));
  void _;
}
console.log(attempt(early), attempt(inHead), attempt(inBody), x);

function nested(list: number[]) {
  const made: (() => number)[] = [];
  for (const n of list.map((n) => n * 2)) made.push(() => n);
  return made.map((f) => f()).join();
}
console.log(nested([1, 2, 3]));
