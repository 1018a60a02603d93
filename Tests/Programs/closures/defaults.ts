// Default parameters see earlier ones and are evaluated at the call.
let calls = 0;
function f(a: number, b = a * 2, c = () => a + b, d = ++calls) { a = 100; return [a, b, c(), d]; }
console.log(f(1), f(1, 5), f(1, undefined, undefined, 9), calls, f.length);
function g({ x = 1, y: { z = 2 } = {} as any }: any = {}, [p, q = p] = [3] as any) { return [x, z, p, q]; }
console.log(g(), g({ x: undefined, y: { z: 5 } }, [7, 8]), g({ x: null }));
function h(a: any, b = () => a) { var a = a; a = 2; return b(); }
console.log(h(1));
try {
  (function (get: any = () => b, a = get(), b = 1) { return a; } as any)();
} catch (e) {
  console.log(String(e));
}
const dyn = (n = calls++) => n;
console.log(dyn(), dyn(), dyn(undefined), dyn(null as any));
