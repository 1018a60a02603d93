const f = (a: number, b?: string, ...c: any[]): void => {}, g = async <T,>(x: T) => x, h = x => y => ({ x, y });
let r = a ? (b) : c => d, s = a ? (b): c => d : e, t = (a = (b, c)) => a, u = ([x], { y = 1 }) => x;
async(1), async (x) => await x, (a, b), ((a)), <T>(a), <T>(a: T) => a;
