// Function declarations before their place, var, and the temporal dead zone.
console.log(early(2), typeof later, later);
function early(x: number) { return x * inner(); function inner() { return 21; } }
var later: any = 5;
console.log(later);
const readDead = () => dead;
try {
  console.log(readDead());
} catch (e) {
  console.log(String(e));
}
let dead = 1;
function useConst() { return fixed; }
try {
  useConst();
} catch (e) {
  console.log((e as Error).message);
}
const fixed = 7;
console.log(useConst(), dead);
try {
  (fixed as any) = 8;
} catch (e) {
  console.log(String(e));
}
{
  function scoped() { return "inner"; }
  console.log(scoped());
}
switch (1 as number) {
  case 0:
    let s = 1;
    break;
  case 1:
    try {
      s = 2;
    } catch (e) {
      console.log(String(e));
    }
}
const makeLate = () => new Late();
try {
  makeLate();
} catch (e) {
  console.log(String(e));
}
class Late {}
