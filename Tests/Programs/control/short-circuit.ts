// &&, ||, ??, the conditional operator and the comma.
const log: number[] = [];
const t = <T>(n: number, v: T): T => (log.push(n), v);
console.log(t(1, 0) && t(2, 1), t(3, 0) || t(4, ""), t(5, null) ?? t(6, "d"), t(7, 1) ? t(8, "y") : t(9, "n"));
console.log(log.join());
const falsy: any[] = [0, -0, NaN, "", null, undefined, false];
const truthy: any[] = [1, "0", " ", [], {}, -1, Infinity, "false", () => 0];
console.log(falsy.map((x) => !!x), truthy.map((x) => !!x), falsy.map((x) => x && 1), truthy.map((x) => typeof (x || 1)));
const grade = (n: number) => (n >= 90 ? "A" : n >= 80 ? "B" : n >= 70 ? "C" : "F");
console.log([95, 85, 75, 5, NaN].map(grade), (t(10, 1), t(11, 3)), !(0 as any) && "yes");
let x: any;
(x ||= 1) && (x &&= x + 1);
console.log(x, void 0, typeof void 0);
