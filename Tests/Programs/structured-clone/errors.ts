// Errors keep a standard name, message, stack and cause.
class CustomError extends TypeError {
  extra = 1;
}
function show(error: any): void {
  const clone = structuredClone(error);
  const prototype = Object.getPrototypeOf(clone);
  console.log(prototype.constructor.name, clone.name, JSON.stringify(clone.message), clone.stack === error.stack);
  console.log(Object.getOwnPropertyNames(clone).join(), clone.cause, clone.extra);
}
show(new Error("plain"));
show(new CustomError("custom", { cause: { a: [1] } }));
for (const kind of [TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError]) show(new kind("m"));
show(new AggregateError([new Error("inner")], "many"));
show(Object.assign(new RangeError("renamed"), { name: "TypeError" }));
show(Object.assign(new RangeError("renamed"), { name: "Custom" }));
show(new Error());
show(new Error("with cause", { cause: undefined }));

const odd: any = new Error("odd");
odd.message = 5;
odd.stack = 7;
const oddClone: any = structuredClone(odd);
console.log(oddClone.message === "5", oddClone.stack);
Object.defineProperty(odd, "message", { get() { return "never read"; } });
console.log(structuredClone(odd).message === "");
console.log(Object.keys(structuredClone(new TypeError("x", { cause: 1 }))).length);
try {
  structuredClone(new Error("x", { cause: () => 1 }));
} catch (error: any) {
  console.log(error.name);
}
