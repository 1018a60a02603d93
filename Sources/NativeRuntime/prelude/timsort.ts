/// Tim Peters' merge sort, for `sort` with a comparator.
///
/// The algorithm is the one that V8 uses, step for step, because programs can see which pairs are compared: comparators
/// that print, count, or are inconsistent (`(a, b) => a > b`, `() => Math.random() - 0.5`) give the same result.
import { appendElement, call2, moveElements } from "polyglot:runtime";

/// What the steps of one sort share.
interface Sort {
  values: any[];
  /// How often one side must win in a row before merging gallops: 7 at first.
  gallop: number;
  /// Pending runs: where each starts, and its length.
  starts: number[];
  lengths: number[];
}

/// Sorts `values` in place.
export function timsort(values: any[], comparator: any): void {
  const sort: Sort = { values, gallop: 7, starts: [], lengths: [] };
  let remaining = values.length;
  let low = 0;
  const minimum = minimumRun(remaining);
  while (remaining > 0) {
    let length = countRun(sort, comparator, low, low + remaining);
    if (length < minimum) {
      const forced = minimum < remaining ? minimum : remaining;
      binaryInsertion(values, comparator, low, low + length, low + forced);
      length = forced;
    }
    appendElement(sort.starts, low);
    appendElement(sort.lengths, length);
    mergeCollapse(sort, comparator);
    low += length;
    remaining -= length;
  }
  mergeForceCollapse(sort, comparator);
}

/// The comparator's result as a number: negative if `a` goes before `b`.
function order(comparator: any, a: any, b: any): number {
  const result: any = call2(comparator, undefined, a, b);
  return typeof result === "number" ? result : +result;
}

/// A length of 32 to 64 such that the number of runs is at most a power of two.
function minimumRun(length: number): number {
  let remainder = 0;
  while (length >= 64) {
    remainder |= length & 1;
    length >>= 1;
  }
  return length + remainder;
}

/// Finds the run that begins at `low`, turning a strictly descending one around; its length.
function countRun(sort: Sort, comparator: any, low: number, high: number): number {
  const values = sort.values;
  if (low + 1 === high) return 1;
  let length = 2;
  let previous = values[low + 1];
  const descending = order(comparator, previous, values[low]) < 0;
  for (let i = low + 2; i < high; i++) {
    const current = values[i];
    const result = order(comparator, current, previous);
    if (descending ? result >= 0 : result < 0) break;
    previous = current;
    length++;
  }
  if (descending) {
    let left = low;
    let right = low + length - 1;
    while (left < right) {
      const value = values[left];
      values[left++] = values[right];
      values[right--] = value;
    }
  }
  return length;
}

/// Sorts `low..<high`, of which `low..<start` is sorted already.
function binaryInsertion(values: any[], comparator: any, low: number, start: number, high: number): void {
  for (let i = start === low ? low + 1 : start; i < high; i++) {
    const pivot = values[i];
    let left = low;
    let right = i;
    while (left < right) {
      const middle = left + ((right - left) >> 1);
      if (order(comparator, pivot, values[middle]) < 0) right = middle;
      else left = middle + 1;
    }
    moveElements(values, left, values, left + 1, i - left);
    values[left] = pivot;
  }
}

/// Whether the run at `index` and the two before it are in proportion.
function invariantHolds(sort: Sort, index: number): boolean {
  if (index < 2) return true;
  const lengths = sort.lengths;
  return lengths[index - 2] > lengths[index - 1] + lengths[index];
}

/// Merges neighbouring runs until the lengths of the pending runs fall fast enough.
function mergeCollapse(sort: Sort, comparator: any): void {
  const lengths = sort.lengths;
  while (lengths.length > 1) {
    let n = lengths.length - 2;
    if (!invariantHolds(sort, n + 1) || !invariantHolds(sort, n)) {
      if (lengths[n - 1] < lengths[n + 1]) n--;
      mergeAt(sort, comparator, n);
    } else if (lengths[n] <= lengths[n + 1]) {
      mergeAt(sort, comparator, n);
    } else {
      return;
    }
  }
}

/// Merges all pending runs.
function mergeForceCollapse(sort: Sort, comparator: any): void {
  const lengths = sort.lengths;
  while (lengths.length > 1) {
    let n = lengths.length - 2;
    if (n > 0 && lengths[n - 1] < lengths[n + 1]) n--;
    mergeAt(sort, comparator, n);
  }
}

/// Merges the pending runs `index` and `index + 1`.
function mergeAt(sort: Sort, comparator: any, index: number): void {
  const values = sort.values;
  const starts = sort.starts;
  const lengths = sort.lengths;
  let startA = starts[index];
  let lengthA = lengths[index];
  const startB = starts[index + 1];
  let lengthB = lengths[index + 1];
  lengths[index] = lengthA + lengthB;
  // The run after the two, if there is one, moves down.
  if (index === lengths.length - 3) {
    starts[index + 1] = starts[index + 2];
    lengths[index + 1] = lengths[index + 2];
  }
  starts.pop();
  lengths.pop();
  // What already is in place at either end is left alone.
  const skipped = gallopRight(comparator, values, values[startB], startA, lengthA, 0);
  startA += skipped;
  lengthA -= skipped;
  if (lengthA === 0) return;
  lengthB = gallopLeft(comparator, values, values[startA + lengthA - 1], startB, lengthB, lengthB - 1);
  if (lengthB === 0) return;
  if (lengthA <= lengthB) sort.gallop = mergeLow(values, comparator, sort.gallop, startA, lengthA, startB, lengthB);
  else sort.gallop = mergeHigh(values, comparator, sort.gallop, startA, lengthA, startB, lengthB);
}

/// How many of the `length` sorted elements from `base` are before `key`, which goes left of its equals. The search starts
/// at `hint` with steps of doubling width.
function gallopLeft(comparator: any, array: any[], key: any, base: number, length: number, hint: number): number {
  let last = 0;
  let offset = 1;
  if (order(comparator, array[base + hint], key) < 0) {
    const limit = length - hint;
    while (offset < limit && order(comparator, array[base + hint + offset], key) < 0) {
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > limit) offset = limit;
    last += hint;
    offset += hint;
  } else {
    const limit = hint + 1;
    while (offset < limit && !(order(comparator, array[base + hint - offset], key) < 0)) {
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > limit) offset = limit;
    const nearer = last;
    last = hint - offset;
    offset = hint - nearer;
  }
  last++;
  while (last < offset) {
    const middle = last + ((offset - last) >> 1);
    if (order(comparator, array[base + middle], key) < 0) last = middle + 1;
    else offset = middle;
  }
  return offset;
}

/// Like `gallopLeft` for a key that goes right of its equals.
function gallopRight(comparator: any, array: any[], key: any, base: number, length: number, hint: number): number {
  let last = 0;
  let offset = 1;
  if (order(comparator, key, array[base + hint]) < 0) {
    const limit = hint + 1;
    while (offset < limit && order(comparator, key, array[base + hint - offset]) < 0) {
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > limit) offset = limit;
    const nearer = last;
    last = hint - offset;
    offset = hint - nearer;
  } else {
    const limit = length - hint;
    while (offset < limit && !(order(comparator, key, array[base + hint + offset]) < 0)) {
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > limit) offset = limit;
    last += hint;
    offset += hint;
  }
  last++;
  while (last < offset) {
    const middle = last + ((offset - last) >> 1);
    if (order(comparator, key, array[base + middle]) < 0) offset = middle;
    else last = middle + 1;
  }
  return offset;
}

/// A merge of the neighbouring runs A and B, of which one was copied out.
interface Merge {
  values: any[];
  /// The copy.
  temporary: any[];
  /// How often one side must win in a row before the merge gallops.
  gallop: number;
  /// Where the next element goes to, and where it comes from.
  to: number;
  a: number;
  b: number;
  /// How much is left of each.
  lengthA: number;
  lengthB: number;
}

/// Merges two neighbouring runs from the left; the first, which is not longer, is copied out.
///
/// - Requires: the first element of B goes before all of A, the last of A after all of B.
/// - Returns: how often one side must win in a row from now on; it was `start`.
function mergeLow(
  values: any[], comparator: any, start: number, startA: number, countA: number, startB: number, countB: number,
): number {
  const temporary: any[] = [];
  moveElements(values, startA, temporary, 0, countA);
  moveElements(values, startB, values, startA, 1);
  const merge: Merge = {
    values, temporary, gallop: start, to: startA + 1, a: 0, b: startB + 1, lengthA: countA, lengthB: countB - 1,
  };
  if (merge.lengthB > 0 && merge.lengthA > 1) {
    while (mergePairsLow(merge, comparator) && gallopLow(merge, comparator));
  }
  const { to, a, b, lengthA, lengthB } = merge;
  if (lengthB > 0 && lengthA === 1) {
    moveElements(values, b, values, to, lengthB);
    moveElements(temporary, a, values, to + lengthB, 1);
  } else if (lengthA > 0) {
    moveElements(temporary, a, values, to, lengthA);
  }
  return merge.gallop;
}

/// Merges from the left until one side wins often; false if only copying is left.
function mergePairsLow(merge: Merge, comparator: any): boolean {
  const values = merge.values;
  const temporary = merge.temporary;
  const gallop = merge.gallop;
  let { to, a, b, lengthA, lengthB } = merge;
  let winsA = 0;
  let winsB = 0;
  while (lengthB > 0 && lengthA !== 1 && winsA < gallop && winsB < gallop) {
    if (order(comparator, values[b], temporary[a]) < 0) {
      values[to++] = values[b++];
      winsB++;
      lengthB--;
      winsA = 0;
    } else {
      values[to++] = temporary[a++];
      winsA++;
      lengthA--;
      winsB = 0;
    }
  }
  merge.to = to;
  merge.a = a;
  merge.b = b;
  merge.lengthA = lengthA;
  merge.lengthB = lengthB;
  return lengthB > 0 && lengthA !== 1;
}

/// Merges from the left by searching where the next of one side goes among the other, as long as that moves many.
// @optimize size
function gallopLow(merge: Merge, comparator: any): boolean {
  const { values, temporary } = merge;
  let winsA = 0;
  let winsB = 0;
  merge.gallop++;
  do {
    merge.gallop = merge.gallop - 1 > 1 ? merge.gallop - 1 : 1;
    winsA = gallopRight(comparator, temporary, values[merge.b], merge.a, merge.lengthA, 0);
    if (winsA > 0) {
      moveElements(temporary, merge.a, values, merge.to, winsA);
      merge.to += winsA;
      merge.a += winsA;
      merge.lengthA -= winsA;
      // Only an inconsistent comparator leaves nothing.
      if (merge.lengthA <= 1) return false;
    }
    moveElements(values, merge.b++, values, merge.to++, 1);
    if (--merge.lengthB === 0) return false;
    winsB = gallopLeft(comparator, values, temporary[merge.a], merge.b, merge.lengthB, 0);
    if (winsB > 0) {
      moveElements(values, merge.b, values, merge.to, winsB);
      merge.to += winsB;
      merge.b += winsB;
      merge.lengthB -= winsB;
      if (merge.lengthB === 0) return false;
    }
    moveElements(temporary, merge.a++, values, merge.to++, 1);
    if (--merge.lengthA === 1) return false;
  } while (winsA >= 7 || winsB >= 7);
  merge.gallop++;
  return true;
}

/// Merges two neighbouring runs from the right; the second, which is shorter, is copied out.
///
/// - Requires, returns: as `mergeLow`.
function mergeHigh(
  values: any[], comparator: any, start: number, startA: number, countA: number, startB: number, countB: number,
): number {
  const temporary: any[] = [];
  moveElements(values, startB, temporary, 0, countB);
  moveElements(values, startA + countA - 1, values, startB + countB - 1, 1);
  const merge: Merge = {
    values, temporary, gallop: start, to: startB + countB - 2, a: startA + countA - 2, b: countB - 1,
    lengthA: countA - 1, lengthB: countB,
  };
  if (merge.lengthA > 0 && merge.lengthB > 1) {
    while (mergePairsHigh(merge, comparator) && gallopHigh(merge, comparator, startA));
  }
  const { to, a, b, lengthA, lengthB } = merge;
  if (lengthA > 0 && lengthB === 1) {
    moveElements(values, a - lengthA + 1, values, to - lengthA + 1, lengthA);
    moveElements(temporary, b, values, to - lengthA, 1);
  } else if (lengthB > 0) {
    moveElements(temporary, 0, values, to - lengthB + 1, lengthB);
  }
  return merge.gallop;
}

/// As `mergePairsLow`, from the right.
function mergePairsHigh(merge: Merge, comparator: any): boolean {
  const values = merge.values;
  const temporary = merge.temporary;
  const gallop = merge.gallop;
  let { to, a, b, lengthA, lengthB } = merge;
  let winsA = 0;
  let winsB = 0;
  while (lengthA > 0 && lengthB !== 1 && winsA < gallop && winsB < gallop) {
    if (order(comparator, temporary[b], values[a]) < 0) {
      values[to--] = values[a--];
      winsA++;
      lengthA--;
      winsB = 0;
    } else {
      values[to--] = temporary[b--];
      winsB++;
      lengthB--;
      winsA = 0;
    }
  }
  merge.to = to;
  merge.a = a;
  merge.b = b;
  merge.lengthA = lengthA;
  merge.lengthB = lengthB;
  return lengthA > 0 && lengthB !== 1;
}

/// As `gallopLow`, from the right; A begins at `startA`.
// @optimize size
function gallopHigh(merge: Merge, comparator: any, startA: number): boolean {
  const { values, temporary } = merge;
  let winsA = 0;
  let winsB = 0;
  merge.gallop++;
  do {
    merge.gallop = merge.gallop - 1 > 1 ? merge.gallop - 1 : 1;
    const lengthA = merge.lengthA;
    winsA = lengthA - gallopRight(comparator, values, temporary[merge.b], startA, lengthA, lengthA - 1);
    if (winsA > 0) {
      merge.to -= winsA;
      merge.a -= winsA;
      moveElements(values, merge.a + 1, values, merge.to + 1, winsA);
      merge.lengthA -= winsA;
      if (merge.lengthA === 0) return false;
    }
    moveElements(temporary, merge.b--, values, merge.to--, 1);
    if (--merge.lengthB === 1) return false;
    const lengthB = merge.lengthB;
    winsB = lengthB - gallopLeft(comparator, temporary, values[merge.a], 0, lengthB, lengthB - 1);
    if (winsB > 0) {
      merge.to -= winsB;
      merge.b -= winsB;
      moveElements(temporary, merge.b + 1, values, merge.to + 1, winsB);
      merge.lengthB -= winsB;
      // Only an inconsistent comparator leaves nothing.
      if (merge.lengthB <= 1) return false;
    }
    moveElements(values, merge.a--, values, merge.to--, 1);
    if (--merge.lengthA === 0) return false;
  } while (winsA >= 7 || winsB >= 7);
  merge.gallop++;
  return true;
}
