/// Maps and sets: an index of documents by their terms, with removals, queries and iteration.
type DocumentId = number;

class Index {
  private readonly byTerm = new Map<string, Set<DocumentId>>();
  private readonly terms = new Map<DocumentId, string[]>();

  add(id: DocumentId, terms: string[]): void {
    this.terms.set(id, terms);
    for (const term of terms) {
      let documents = this.byTerm.get(term);
      if (!documents) this.byTerm.set(term, (documents = new Set()));
      documents.add(id);
    }
  }

  remove(id: DocumentId): boolean {
    const terms = this.terms.get(id);
    if (!terms) return false;
    for (const term of terms) {
      const documents = this.byTerm.get(term);
      if (documents?.delete(id) && documents.size === 0) this.byTerm.delete(term);
    }
    return this.terms.delete(id);
  }

  search(...terms: string[]): Set<DocumentId> {
    const sets = terms.map((term) => this.byTerm.get(term) ?? new Set<DocumentId>()).sort((a, b) => a.size - b.size);
    const result = new Set<DocumentId>();
    for (const id of sets[0]!) {
      if (sets.every((set) => set.has(id))) result.add(id);
    }
    return result;
  }

  get size(): number {
    return this.terms.size;
  }

  *frequencies(): Iterable<[string, number]> {
    for (const [term, documents] of this.byTerm) yield [term, documents.size];
  }
}

let state = 21;
function random(limit: number): number {
  state = (state * 48271) % 2147483647;
  return state % limit;
}

function countPairs(count: number): number {
  const seen = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const key = random(1000) * 1000 + random(1000);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  let repeated = 0;
  for (const times of seen.values()) {
    if (times > 1) repeated++;
  }
  return repeated;
}

const count = Number(process.argv[2] ?? 40_000);
const vocabulary = Array.from({ length: 2000 }, (_, i) => `term${i}`);
const index = new Index();
for (let id = 0; id < count; id++) {
  index.add(id, Array.from({ length: 8 }, () => vocabulary[Math.min(random(2000), random(2000))]!));
}
let removed = 0;
for (let i = 0; i < count / 2; i++) {
  if (index.remove(random(count))) removed++;
}
let found = 0;
for (let i = 0; i < count / 4; i++) found += index.search(vocabulary[random(50)]!, vocabulary[random(50)]!).size;
const frequent = [...index.frequencies()].filter(([, documents]) => documents > 150).length;
console.log(`${index.size} documents, ${removed} removed, ${found} found, ${frequent} frequent terms`);
console.log(`${countPairs(count * 20)} pairs repeated`);
const visited = new Set<object>();
const objects = Array.from({ length: count }, (_, i) => ({ i }));
for (let i = 0; i < count * 4; i++) visited.add(objects[random(count)]!);
console.log(`${visited.size} objects visited`);
