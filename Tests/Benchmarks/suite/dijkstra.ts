/// Maps and a priority queue: shortest paths in a road network.
interface Road {
  to: number;
  length: number;
}

interface Candidate {
  place: number;
  distance: number;
}

class PriorityQueue<T> {
  private readonly heap: T[] = [];
  private readonly before: (a: T, b: T) => boolean;

  constructor(before: (a: T, b: T) => boolean) {
    this.before = before;
  }

  get isEmpty(): boolean {
    return this.heap.length === 0;
  }

  push(item: T): void {
    let index = this.heap.length;
    this.heap.push(item);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.before(item, this.heap[parent]!)) break;
      this.heap[index] = this.heap[parent]!;
      index = parent;
    }
    this.heap[index] = item;
  }

  pop(): T {
    const top = this.heap[0]!;
    const last = this.heap.pop()!;
    const size = this.heap.length;
    if (size === 0) return top;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(this.heap[child + 1]!, this.heap[child]!)) child++;
      if (!this.before(this.heap[child]!, last)) break;
      this.heap[index] = this.heap[child]!;
      index = child;
    }
    this.heap[index] = last;
    return top;
  }
}

class Network {
  private readonly roads = new Map<number, Road[]>();

  connect(from: number, to: number, length: number): void {
    this.add(from, { to, length });
    this.add(to, { to: from, length });
  }

  distances(start: number): Map<number, number> {
    const distances = new Map<number, number>([[start, 0]]);
    const done = new Set<number>();
    const queue = new PriorityQueue<Candidate>((a, b) => a.distance < b.distance);
    queue.push({ place: start, distance: 0 });
    while (!queue.isEmpty) {
      const { place, distance } = queue.pop();
      if (done.has(place)) continue;
      done.add(place);
      for (const { to, length } of this.roads.get(place) ?? []) {
        const known = distances.get(to);
        if (known === undefined || distance + length < known) {
          distances.set(to, distance + length);
          queue.push({ place: to, distance: distance + length });
        }
      }
    }
    return distances;
  }

  private add(from: number, road: Road): void {
    const roads = this.roads.get(from);
    if (roads) roads.push(road);
    else this.roads.set(from, [road]);
  }
}

const side = Number(process.argv[2] ?? 150);
const network = new Network();
let state = 99;
function randomLength(): number {
  state = (state * 16807) % 2147483647;
  return 1 + (state % 100);
}
for (let y = 0; y < side; y++) {
  for (let x = 0; x < side; x++) {
    const place = y * side + x;
    if (x + 1 < side) network.connect(place, place + 1, randomLength());
    if (y + 1 < side) network.connect(place, place + side, randomLength());
    if ((x + y) % 7 === 0 && x + 1 < side && y + 1 < side) network.connect(place, place + side + 1, randomLength());
  }
}

let checksum = 0;
for (let query = 0; query < 20; query++) {
  const start = (query * 7919) % (side * side);
  let farthest = 0;
  let sum = 0;
  for (const distance of network.distances(start).values()) {
    sum += distance;
    farthest = Math.max(farthest, distance);
  }
  checksum = (checksum * 31 + sum + farthest) % 1000000007;
}
console.log(checksum);
