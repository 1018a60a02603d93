// What a field holds is known from the layout of its object, which only one of several ways through a loop may test.
class Doubling {
  factor = 2;
  get(i: number): number { return i * this.factor; }
  set(i: number, value: number): void { this.factor = value > i ? 2 : 3; }
  size(): number { return 16; }
}

class Stored {
  buffer = new Float64Array(16);
  get(i: number): number { return this.buffer[i]!; }
  set(i: number, value: number): void { this.buffer[i] = value; }
  size(): number { return this.buffer.length; }
}

function read(source: any): number {
  let sum = 0;
  for (let i = 0; i < 16; i++) { sum += source.get(i); sum += source.factor; }
  return sum;
}

function write(target: any): number {
  let sum = 0;
  for (let i = 0; i < 16; i++) { target.set(i, i + 0.5); sum += target.factor; }
  return sum;
}

function backwards(source: any): number {
  let sum = 0;
  for (let i = 0; i < 16; i++) { sum += source.get(source.size() - 1 - i); sum += source.factor; }
  return sum;
}

for (let round = 0; round < 3; round++) {
  const object = [new Doubling(), new Stored()][round >> 1]!;
  console.log(read(object), write(object), backwards(object));
  console.log(object.get(3), object.size());
}
