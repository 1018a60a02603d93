// The names of a for-in or for-of head are uninitialized while what is iterated is evaluated.
function message(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}
let probe: () => unknown = () => 0;
const seen: string[] = [];
for (let key in { a: (probe = () => typeof key) }) seen.push(key);
console.log(seen.join(), message(probe));
for (const item of [(probe = () => item)]) seen.push(typeof item);
console.log(seen.join(), message(probe));
console.log(message(() => {
  // @ts-ignore
  for (let inner of [inner]) return inner;
}));
