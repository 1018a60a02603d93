// How promises are shown.
const failed = Promise.reject(new RangeError("r").message);
failed.catch(() => {});
console.log(Promise.resolve({ a: [1, { b: { c: {} } }] }), [Promise.resolve()], failed);
console.log(new (class Foo extends Promise<any> {})(() => {}), Object.assign(Promise.resolve(1), { x: 2 }));
console.log({ a: { b: { c: Promise.resolve(1) } } });
