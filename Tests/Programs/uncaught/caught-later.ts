// Errors that were caught leave status 0.
let caught = 0;
for (let i = 0; i < 3; i++) {
  try {
    if (i !== 1) throw new Error("e" + i);
  } catch {
    caught++;
  }
}
console.log(caught);
const e = new Error("never thrown");
console.log(e.message);
