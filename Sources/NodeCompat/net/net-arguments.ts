/// The overloads of `connect` and `listen`.
// @optimize size

/// A number that is not negative, otherwise false.
export function toNumber(value: any): any {
  const number = Number(value);
  return number >= 0 ? number : false;
}

/// Whether an argument is the path of a Unix socket rather than a port.
export function isPath(value: any): boolean {
  return typeof value === "string" && toNumber(value) === false;
}

/// Options and callback of the arguments, as one array that is known again.
export function normalizeArguments(values: any[]): any {
  let options: any = {};
  const first: any = values[0];
  if (values.length === 0) return marked([options, null]);
  if (typeof first === "object" && first !== null) {
    options = first;
  } else if (isPath(first)) {
    options.path = first;
  } else {
    options.port = first;
    if (values.length > 1 && typeof values[1] === "string") options.host = values[1];
  }
  const last: any = values[values.length - 1];
  return marked([options, typeof last === "function" ? last : null]);
}

const normalized: unique symbol = Symbol("normalizedArgs") as any;

function marked(list: any): any {
  list[normalized] = true;
  return list;
}

export function isNormalized(value: any): boolean {
  return Array.isArray(value) && (value as any)[normalized] === true;
}
