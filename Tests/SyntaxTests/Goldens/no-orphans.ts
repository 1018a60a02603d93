class A { constructor() {} 'constructor2'() {} }
enum B { ["c"] = 1 }
type D = import("e", { with: { "resolution-mode": "import" } }).F;
class G extends H<I> implements J {}
new K<L>();
[a, [b] = [1], { c = 2 }] = d;
const m = x => x, n = async y => y, o = async (z) => z, p = (q, r) => q;
a < b, c > d; async(1); (a, b); ([a]); ({ a }); f<T>(x);
