/// `Array.from` (ECMA-262 23.1.2.1).
import { call0, call2, isConstructor, isPlainArray } from "polyglot:runtime";
import { createDataProperty, lengthOf, throwNotCallable, throwNotIterable } from "./abstract-operations.ts";

/// `Array.from`
export function from(this: any, items: any, mapper?: any, thisArg?: any): any {
  const mapping = mapper !== undefined;
  if (mapping && typeof mapper !== "function") throwNotCallable(mapper);
  if (items === undefined || items === null) throwNotIterable(items);
  const custom = this !== Array && isConstructor(this);
  const iterator = items[Symbol.iterator];
  if (iterator !== undefined && iterator !== null) {
    if (typeof iterator !== "function") {
      throw new TypeError(
        "%Array%.from requires that the property of the first argument, items[Symbol.iterator], when exists, be a function",
      );
    }
    const result: any = custom ? new this() : [];
    let count = 0;
    // The method is read once.
    const source: any = isPlainArray(items) ? items : { [Symbol.iterator]: () => call0(iterator, items) };
    for (const item of source) {
      createDataProperty(result, count, mapping ? call2(mapper, thisArg, item, count) : item);
      count++;
    }
    if (custom) result.length = count;
    return result;
  }
  const object = Object(items);
  const length = lengthOf(object);
  const result: any = custom ? new this(length) : [];
  if (!custom && length > 4294967295) throw new RangeError("Invalid array length");
  for (let i = 0; i < length; i++) {
    const item = object[i];
    createDataProperty(result, i, mapping ? call2(mapper, thisArg, item, i) : item);
  }
  if (custom) result.length = length;
  return result;
}
