// Inspecting errors without stacks.
const strip = (e: any) => { e.stack = undefined; return e; };
const e1 = strip(new Error("plain"));
const e2: any = strip(new TypeError("typed"));
e2.code = "E_CODE";
e2.details = { a: [1, 2] };
console.log(e1, e2, [strip(new RangeError("in array"))], { e: strip(new Error("in object")) });
console.log(strip(new Error("with cause", { cause: strip(new Error("cause")) })));
class MyError extends Error { extra = 1; }
console.log(strip(new MyError("mine")), strip(new MyError()));
console.log(Object.getOwnPropertyNames(new Error("x")).includes("message"), new Error().hasOwnProperty("message"), new Error(undefined).message === "", new Error(null as any).message, new Error({ toString: () => "obj" } as any).message);
console.log(`${e2}`, e2 + "", JSON.stringify(e2), Object.entries(e2));
