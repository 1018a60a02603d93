/// `Array.prototype.sort` and `toSorted` (ECMA-262 23.1.3.30, 23.1.3.34).
import { appendElement, comparatorDirection, isPlainArray, isSimpleArray, sortNumbers } from "polyglot:runtime";
import { describeValue, lengthOf, toObject } from "./abstract-operations.ts";
import { sortByText } from "./sort-by-text.ts";
import { timsort } from "./timsort.ts";

/// `Array.prototype.sort`
export function sort(this: any, comparator?: any): any {
  checkComparator(comparator);
  const object = isPlainArray(this) ? this : toObject(this);
  const length = lengthOf(object);
  // V8 neither reads nor writes what is in order.
  if (length < 2) return object;
  const values: any[] = [];
  let undefinedCount = 0;
  const simple = isSimpleArray(object);
  for (let i = 0; i < length; i++) {
    if (!simple && !(i in object)) continue;
    const value = object[i];
    if (value !== undefined) appendElement(values, value);
    else if (!simple || i in object) undefinedCount++;
  }
  sortValues(values, comparator);
  const count = values.length;
  for (let i = 0; i < count; i++) object[i] = values[i];
  for (let i = 0; i < undefinedCount; i++) object[count + i] = undefined;
  for (let i = count + undefinedCount; i < length; i++) {
    if (i in object) delete object[i];
  }
  return object;
}

/// `Array.prototype.toSorted`
export function toSorted(this: any, comparator?: any): any {
  checkComparator(comparator);
  const object = isPlainArray(this) ? this : toObject(this);
  const length = lengthOf(object);
  if (length > 4294967295) throw new RangeError("Invalid array length");
  const values: any[] = [];
  for (let i = 0; i < length; i++) {
    const value = object[i];
    if (value !== undefined) appendElement(values, value);
  }
  sortValues(values, comparator);
  for (let i = values.length; i < length; i++) appendElement(values, undefined);
  return values;
}

function checkComparator(comparator: any): void {
  if (comparator !== undefined && typeof comparator !== "function") {
    throw new TypeError("The comparison function must be either a function or undefined: " + describeValue(comparator));
  }
}

/// Sorts values other than `undefined` in place.
function sortValues(values: any[], comparator: any): void {
  if (values.length < 2) return;
  if (comparator === undefined) sortByText(values);
  else if (!sortNumbers(values, comparatorDirection(comparator))) timsort(values, comparator);
}
