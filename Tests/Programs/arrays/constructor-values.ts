/// `new Array` and calls of constructors with values of any kind.
class Sub extends Array<number> {}
const values: any[] = [0, 3, 8, 9, -0, 1.5, -1, 4294967296, NaN, "3", null, undefined, true, [1], { length: 2 }, 7n, Symbol("s")];
for (const value of values) {
  let text: string;
  try {
    const made: any = new Array(value);
    text = `${made.length} ${Object.keys(made).length} ${0 in made}`;
    made.push("x");
    made[1] ??= "one";
    text += ` ${made.length} ${Object.getPrototypeOf(made) === Array.prototype}`;
  } catch (error: any) {
    text = `${error.name}: ${error.message}`;
  }
  console.log(text);
  for (const convert of [() => String(value), () => Number(value), () => new Number(value).valueOf()]) {
    try {
      console.log(Object.is(convert(), -0) ? "-0" : typeof convert(), String(convert()));
    } catch (error: any) {
      console.log(`${error.name}: ${error.message}`);
    }
  }
}
console.log(new Array().length, new Array(1, 2).join(), new Sub(3).length, Array(2).length, Number(), String() === "");
// Short ones are one cell until they grow.
for (let length = 1; length < 12; length++) {
  const made = new Array(length);
  for (let i = 0; i < length; i += 2) made[i] = i;
  for (let i = 0; i < 12; i++) made.push(`p${i}`);
  made.length += 3;
  console.log(made.length, made.map((value) => value).join("."), Object.keys(made).length);
}
// A holey array finds elements of its prototype.
const holes = new Array(3);
(Array.prototype as any)[1] = "inherited";
console.log(holes[1], holes.indexOf("inherited"), String(holes));
delete (Array.prototype as any)[1];
console.log(holes[1], 1 in holes);
