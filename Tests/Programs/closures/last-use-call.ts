// A closure that is called for the last time stays alive until its body has read all it captured.
export {};

class Point {
  x: number;
  name: string;
  constructor(x: number, name: string) {
    this.x = x;
    this.name = name;
  }
}

function make(start: number, names: string[]): (depth: number) => string {
  let sum = start;
  return (depth: number): string => {
    const made = new Point(sum, `p${depth}`);
    const list = [made, new Point(sum + 1, "q")];
    if (depth > 0) names.push(make(sum + depth, names)(depth - 1));
    sum += list.length;
    return `${made.name}:${sum}:${names.length}`;
  };
}

class Base {
  values: number[];
  constructor(count: number) { this.values = Array.from({ length: count }, (_, index) => index * 2); }
}

class Derived extends Base {
  label: string;
  total = this.values.reduce((sum, value) => sum + value, 0);
  constructor(count: number) {
    const begin = () => { super(count); };
    begin();
    this.label = `d${this.total}`;
  }
}

const names: string[] = [];
for (let round = 0; round < 3; round++) console.log(make(round, names)(3), names.join());
console.log(new Derived(5).label, new Derived(7).values.length);
