function plain(a: number, b?: string, ...c: boolean[]): void {}
async function* both<T extends U = V>(this: T, { d, e: [f] = [] } = {}) { yield; yield* await f; }
const one = x => x, two = (x, y = 1) => ({ x, y }), three = async z => { await z; };
const four = async <T,>(a: T): Promise<T> => a;
const five = a ? (b) : c => d;
const six = a ? (b): number => d : e;
const seven = (a, (b, c));
function overload(a: string): void;
function overload(a: any) {}
const isString = (x: unknown): x is string => true;
function check(x: unknown): asserts x is T {}
const eight = function named() { new.target; };
