// Names that the program gives to the global object while it runs.
const everything = globalThis as any;
declare var added: any;
declare var missing: any;
everything.added = 1;
console.log(added, typeof added, typeof missing);
added = 2;
console.log(everything.added, added);
function message(run: () => unknown): string {
  try {
    return String(run());
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}
console.log(message(() => missing));
console.log(message(() => missing()));
console.log(message(() => (missing = 1)));
everything.call = (x: number) => x + 1;
declare var call: (x: number) => number;
console.log(call(1));
delete everything.added;
console.log(typeof added, message(() => added));
everything.parseFloat = () => "patched";
console.log(parseFloat("1"));
