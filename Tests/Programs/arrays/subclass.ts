// Classes that extend Array.
class Stack<T> extends Array<T> {
  peek(): T | undefined { return this[this.length - 1]; }
  static label = "stack";
}
const s = new Stack<number>();
s.push(1, 2, 3);
console.log(s, s.length, s.peek(), s instanceof Stack, s instanceof Array, Array.isArray(s));
const doubled = s.map((x) => x * 2);
console.log(doubled, doubled instanceof Stack, (doubled as Stack<number>).peek(), s.filter((x) => x > 1).constructor === Stack);
console.log(s.slice(1) instanceof Stack, s.concat([4]) instanceof Stack, Stack.from([7, 8]) instanceof Stack, Stack.of(1).length);
class Plain extends Array { static get [Symbol.species]() { return Array; } }
console.log(Plain.from([1, 2]).map((x: number) => x) instanceof Plain, JSON.stringify(s), [...s], s.toString());
s.length = 1;
console.log(s, s.at(-1));
