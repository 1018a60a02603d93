// DOMException as a class.
const exception = new DOMException("not there", "NotFoundError");
console.log(exception.name, exception.message, exception.code, String(exception));
console.log(exception instanceof Error, exception instanceof DOMException, Object.prototype.toString.call(exception));
console.log(exception.stack!.split("\n")[0], Object.getOwnPropertyNames(exception).join());
console.log(DOMException.NOT_FOUND_ERR, exception.DATA_CLONE_ERR, DOMException.prototype.ABORT_ERR);
console.log(Object.getOwnPropertyDescriptor(DOMException, "NOT_FOUND_ERR"));
console.log(DOMException.length, DOMException.name, Object.getPrototypeOf(DOMException) === Function.prototype);
console.log(Object.getPrototypeOf(DOMException.prototype) === Error.prototype);
for (const name of ["IndexSizeError", "AbortError", "TimeoutError", "DataCloneError", "Error", "OperationError", ""]) {
  const made = new DOMException("m", name);
  console.log(made.name, made.code, String(made));
}
const empty = new DOMException();
console.log([empty.name, empty.message, empty.code]);
const caused: any = new DOMException("m", { name: "DataError", cause: 5 });
console.log(caused.name, caused.cause, Object.keys(caused).length);
class Special extends DOMException {
  constructor() { super("special", "SyntaxError"); }
}
const special = new Special();
console.log(special instanceof Special, special.code, special.message);
const clone: any = structuredClone(exception);
console.log(clone !== exception, clone instanceof DOMException, clone.name, clone.message, clone.stack === exception.stack);
try {
  (DOMException as any)();
} catch (error: any) {
  console.log(error.name, error.message);
}
try {
  console.log(DOMException.prototype.name);
} catch (error: any) {
  console.log(error.name, error.code, error.message);
}
try {
  (exception as any).message = "other";
} catch (error: any) {
  console.log(error.name);
}
console.log(exception.message, typeof globalThis.DOMException);
