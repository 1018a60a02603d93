// Accessors that all objects inherit under numbers are called for holes of the sorted array alone.
let log = "";
const numbers: any[] = [undefined, 3, , 2, undefined, , 1];
const words: any[] = ["pear", "apple", , "fig"];
const records: { key: number }[] = [];
let state = 12345;
for (let i = 0; i < 3000; i++) {
  state = (state * 1103515245 + 12345) % 2147483648;
  records.push({ key: state % 1000 });
}
const sparse = [, 2, 3];
for (const name of ["0", "1", "2"]) {
  Object.defineProperty(Object.prototype, name, {
    configurable: true,
    get() {
      log += `get ${name}\n`;
      return 1e6;
    },
    set(value: any) {
      log += `set ${name} ${value}\n`;
    },
  });
}
numbers.sort();
words.sort();
log += "records\n";
records.sort((a, b) => a.key - b.key);
log += "sparse\n";
sparse.sort((a: any, b: any) => b - a);
for (const name of ["0", "1", "2"]) delete (Object.prototype as any)[name];
console.log(log);
console.log(numbers, words, sparse);
console.log(records.every((record, i) => i === 0 || records[i - 1].key <= record.key));
