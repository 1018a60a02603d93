// Reads past the end and of holes give undefined, whatever is done with it.
const numbers = [1, 2, 3];
console.log(numbers[7] | 0, numbers[5] ? 'hole' : 'undefined', [numbers[4]], numbers[3] === undefined, typeof numbers[9]);

function sum(values: number[], count: number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += values[i];
  return total;
}
console.log(sum(numbers, 3), sum(numbers, 4), sum([1, , 3] as number[], 3), sum([], 0), sum([], 1));

function* pick(values: number[], index: number): Generator<number> {
  yield values[index];
}
console.log([...pick(numbers, 1), ...pick(numbers, 1e21), ...pick(numbers, -1), ...pick(numbers, 0.5)]);

let text = '';
for (let i = -1; i < 4; i++) text += numbers[i] + ' ';
console.log(text);
if (numbers[32]) throw new Error('a hole is no value');
const written: number[] = [];
for (let i = 0; i < 4; i++) written[i * 2] = numbers[i];
console.log(written, written[1], 1 in written, written.map((value) => value));
