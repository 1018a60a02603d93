// What has no clone is a DataCloneError.
function fails(value: any): void {
  try {
    structuredClone(value);
    console.log("no error");
  } catch (error: any) {
    console.log(error instanceof DOMException, error.name, error.code, error.message);
  }
}
fails(Symbol("x"));
fails({ deep: [Symbol.iterator] });
fails(Object(Symbol("y")));
fails(new WeakMap());
fails(new WeakSet());
fails(new WeakRef({}));
fails(Promise.resolve());
fails(new Proxy({}, {}));
fails({ a: 1, b: new Proxy([], {}) });
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
fails(proxy);
fails(new Proxy(new (class Target {})(), {}));
fails([].values());
fails(new Map().entries());
fails("".matchAll(/a/g));
fails((function* () {})());
fails((async function* () {})());
fails((function () { return arguments; })());
fails(parseInt);
for (const value of [() => 1, function named() {}, class {}, async () => {}, new Proxy(() => 1, {})]) {
  try {
    structuredClone({ value });
  } catch (error: any) {
    console.log(error.name, error.message.endsWith(" could not be cloned."));
  }
}
try {
  structuredClone({ get a() { throw new RangeError("from the getter"); } });
} catch (error: any) {
  console.log(error.name, error.message);
}
