// `arguments` in functions and arrows.
function f(a?: number, b?: number) {
  const arrow = () => arguments.length;
  a = 99;
  return [arguments.length, arguments[0], arguments[5], arrow(), typeof arguments, [...arguments as any].join("+")];
}
console.log(f(), f(1), (f as any)(1, 2, 3));
function g(this: any, ...rest: number[]) { return [rest.length, arguments.length]; }
console.log(g(1, 2), g.call(null));
function h() { return Array.prototype.slice.call(arguments, 1); }
console.log((h as any)(1, 2, 3));
function show() { return arguments; }
console.log((show as any)("x", { y: 1 }));
