/// Tim Peters' merge sort, for `sort` with a comparator.
///
/// The algorithm is the one that V8 uses, step for step, because programs can see which pairs are compared: comparators
/// that print, count, or are inconsistent (`(a, b) => a > b`, `() => Math.random() - 0.5`) give the same result.
import { call2 } from "polyglot:runtime";

/// How often one side must win in a row before merging gallops.
const initialGallop = 7;

/// What the steps of one sort share.
interface Sort {
  values: any[];
  /// The current threshold for galloping.
  gallop: number;
  /// Pending runs: where each starts, and its length.
  starts: number[];
  lengths: number[];
}

/// Sorts `values` in place.
export function timsort(values: any[], comparator: any): void {
  const sort: Sort = { values, gallop: initialGallop, starts: [], lengths: [] };
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
    sort.starts.push(low);
    sort.lengths.push(length);
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
    for (let j = i; j > left; j--) values[j] = values[j - 1];
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
  if (lengthA <= lengthB) mergeLow(sort, comparator, startA, lengthA, startB, lengthB);
  else mergeHigh(sort, comparator, startA, lengthA, startB, lengthB);
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

/// Copies `count` elements, also between overlapping ranges of one array.
function copy(source: any[], from: number, target: any[], to: number, count: number): void {
  if (from < to && source === target) {
    for (let i = count - 1; i >= 0; i--) target[to + i] = source[from + i];
  } else {
    for (let i = 0; i < count; i++) target[to + i] = source[from + i];
  }
}

/// Merges two neighbouring runs from the left; the first, which is not longer, is copied out.
///
/// - Requires: the first element of B goes before all of A, the last of A after all of B.
function mergeLow(sort: Sort, comparator: any, startA: number, lengthA: number, startB: number, lengthB: number): void {
  const values = sort.values;
  const temporary: any[] = [];
  copy(values, startA, temporary, 0, lengthA);
  let to = startA;
  let a = 0;
  let b = startB;
  values[to++] = values[b++];
  lengthB--;
  if (lengthB > 0 && lengthA > 1) {
    let gallop = sort.gallop;
    merging: for (;;) {
      let winsA = 0;
      let winsB = 0;
      for (;;) {
        if (order(comparator, values[b], temporary[a]) < 0) {
          values[to++] = values[b++];
          winsB++;
          lengthB--;
          winsA = 0;
          if (lengthB === 0) break merging;
          if (winsB >= gallop) break;
        } else {
          values[to++] = temporary[a++];
          winsA++;
          lengthA--;
          winsB = 0;
          if (lengthA === 1) break merging;
          if (winsA >= gallop) break;
        }
      }
      gallop++;
      let first = true;
      while (first || winsA >= initialGallop || winsB >= initialGallop) {
        first = false;
        gallop = gallop - 1 > 1 ? gallop - 1 : 1;
        sort.gallop = gallop;
        winsA = gallopRight(comparator, temporary, values[b], a, lengthA, 0);
        if (winsA > 0) {
          copy(temporary, a, values, to, winsA);
          to += winsA;
          a += winsA;
          lengthA -= winsA;
          if (lengthA === 1) break merging;
          // Only an inconsistent comparator brings this about.
          if (lengthA === 0) break merging;
        }
        values[to++] = values[b++];
        lengthB--;
        if (lengthB === 0) break merging;
        winsB = gallopLeft(comparator, values, temporary[a], b, lengthB, 0);
        if (winsB > 0) {
          copy(values, b, values, to, winsB);
          to += winsB;
          b += winsB;
          lengthB -= winsB;
          if (lengthB === 0) break merging;
        }
        values[to++] = temporary[a++];
        lengthA--;
        if (lengthA === 1) break merging;
      }
      gallop++;
      sort.gallop = gallop;
    }
  }
  if (lengthB > 0 && lengthA === 1) {
    copy(values, b, values, to, lengthB);
    values[to + lengthB] = temporary[a];
  } else if (lengthA > 0) {
    copy(temporary, a, values, to, lengthA);
  }
}

/// Merges two neighbouring runs from the right; the second, which is shorter, is copied out.
///
/// - Requires: as `mergeLow`.
function mergeHigh(
  sort: Sort, comparator: any, startA: number, lengthA: number, startB: number, lengthB: number,
): void {
  const values = sort.values;
  const temporary: any[] = [];
  copy(values, startB, temporary, 0, lengthB);
  let to = startB + lengthB - 1;
  let b = lengthB - 1;
  let a = startA + lengthA - 1;
  values[to--] = values[a--];
  lengthA--;
  if (lengthA > 0 && lengthB > 1) {
    let gallop = sort.gallop;
    merging: for (;;) {
      let winsA = 0;
      let winsB = 0;
      for (;;) {
        if (order(comparator, temporary[b], values[a]) < 0) {
          values[to--] = values[a--];
          winsA++;
          lengthA--;
          winsB = 0;
          if (lengthA === 0) break merging;
          if (winsA >= gallop) break;
        } else {
          values[to--] = temporary[b--];
          winsB++;
          lengthB--;
          winsA = 0;
          if (lengthB === 1) break merging;
          if (winsB >= gallop) break;
        }
      }
      gallop++;
      let first = true;
      while (first || winsA >= initialGallop || winsB >= initialGallop) {
        first = false;
        gallop = gallop - 1 > 1 ? gallop - 1 : 1;
        sort.gallop = gallop;
        winsA = lengthA - gallopRight(comparator, values, temporary[b], startA, lengthA, lengthA - 1);
        if (winsA > 0) {
          to -= winsA;
          a -= winsA;
          copy(values, a + 1, values, to + 1, winsA);
          lengthA -= winsA;
          if (lengthA === 0) break merging;
        }
        values[to--] = temporary[b--];
        lengthB--;
        if (lengthB === 1) break merging;
        winsB = lengthB - gallopLeft(comparator, temporary, values[a], 0, lengthB, lengthB - 1);
        if (winsB > 0) {
          to -= winsB;
          b -= winsB;
          copy(temporary, b + 1, values, to + 1, winsB);
          lengthB -= winsB;
          if (lengthB === 1) break merging;
          // Only an inconsistent comparator brings this about.
          if (lengthB === 0) break merging;
        }
        values[to--] = values[a--];
        lengthA--;
        if (lengthA === 0) break merging;
      }
      gallop++;
      sort.gallop = gallop;
    }
  }
  if (lengthA > 0 && lengthB === 1) {
    to -= lengthA;
    a -= lengthA;
    copy(values, a + 1, values, to + 1, lengthA);
    values[to] = temporary[b];
  } else if (lengthB > 0) {
    copy(temporary, 0, values, to - lengthB + 1, lengthB);
  }
}
