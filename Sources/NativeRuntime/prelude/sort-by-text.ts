/// The default order of `sort`: by the values' strings, compared by UTF-16 units.

/// Sorts values in place by their strings, stably.
export function sortByText(values: any[]): void {
  const count = values.length;
  let allStrings = true;
  for (let i = 0; i < count && allStrings; i++) allStrings = typeof values[i] === "string";
  if (allStrings) {
    // Equal strings cannot be told apart, so that the strings themselves are moved.
    sortStrings(values);
    return;
  }
  const keys: string[] = [];
  for (let i = 0; i < count; i++) keys.push(`${values[i]}`);
  sortPairs(keys, values);
}

/// Merge sort of strings: insertion into runs of eight, then merging of runs of doubling length.
function sortStrings(strings: string[]): void {
  const count = strings.length;
  for (let start = 0; start < count; start += 8) {
    const end = start + 8 < count ? start + 8 : count;
    for (let i = start + 1; i < end; i++) {
      const string = strings[i];
      let j = i - 1;
      while (j >= start && string < strings[j]) {
        strings[j + 1] = strings[j];
        j--;
      }
      strings[j + 1] = string;
    }
  }
  let from = strings;
  let to: string[] = [];
  for (let width = 8; width < count; width *= 2) {
    let position = 0;
    for (let start = 0; start < count; start += 2 * width) {
      const middle = start + width < count ? start + width : count;
      const end = middle + width < count ? middle + width : count;
      let left = start;
      let right = middle;
      while (left < middle && right < end) {
        if (from[right] < from[left]) to[position++] = from[right++];
        else to[position++] = from[left++];
      }
      while (left < middle) to[position++] = from[left++];
      while (right < end) to[position++] = from[right++];
    }
    const other = from;
    from = to;
    to = other;
  }
  if (from !== strings) {
    for (let i = 0; i < count; i++) strings[i] = from[i];
  }
}

/// The same merge sort of keys, with the values moved along.
function sortPairs(keys: string[], values: any[]): void {
  const count = keys.length;
  for (let start = 0; start < count; start += 8) {
    const end = start + 8 < count ? start + 8 : count;
    for (let i = start + 1; i < end; i++) {
      const key = keys[i];
      const value = values[i];
      let j = i - 1;
      while (j >= start && key < keys[j]) {
        keys[j + 1] = keys[j];
        values[j + 1] = values[j];
        j--;
      }
      keys[j + 1] = key;
      values[j + 1] = value;
    }
  }
  let from = keys;
  let to: string[] = [];
  let fromValues = values;
  let toValues: any[] = [];
  for (let width = 8; width < count; width *= 2) {
    let position = 0;
    for (let start = 0; start < count; start += 2 * width) {
      const middle = start + width < count ? start + width : count;
      const end = middle + width < count ? middle + width : count;
      let left = start;
      let right = middle;
      while (left < middle || right < end) {
        const takeRight = left >= middle || (right < end && from[right] < from[left]);
        const source = takeRight ? right++ : left++;
        to[position] = from[source];
        toValues[position++] = fromValues[source];
      }
    }
    const other = from;
    from = to;
    to = other;
    const otherValues = fromValues;
    fromValues = toValues;
    toValues = otherValues;
  }
  if (fromValues !== values) {
    for (let i = 0; i < count; i++) values[i] = fromValues[i];
  }
}
