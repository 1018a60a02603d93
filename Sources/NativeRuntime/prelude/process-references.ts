/// `process.ref` and `process.unref`, which tell anything that can hold the loop open whether it may
/// (https://nodejs.org/api/process.html#processrefmayberefable).
// @optimize size

function tell(object: any, symbol: string, name: string): void {
  const method: any = object?.[Symbol.for(symbol)] || object?.[name];
  if (typeof method === "function") method.call(object);
}

export function ref(maybeRefable: any): void {
  tell(maybeRefable, "nodejs.ref", "ref");
}

export function unref(maybeRefable: any): void {
  tell(maybeRefable, "nodejs.unref", "unref");
}
