// Text cannot be compiled at run time; Node can, so only what both do is compared.
console.log((0, eval)(5), typeof eval, eval.length, eval.name);
const object = { a: 1 };
console.log((0, eval)(object as any) === object, (0, eval)(undefined as any));
