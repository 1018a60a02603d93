// + and the other operators on mixed operands.
const v: any[] = [1, "2", true, null, undefined, [3], {}, "x"];
for (const a of v) {
  const row: any[] = [];
  for (const b of v) row.push(a + b);
  console.log(row.map((x) => String(x)).join(" | "));
}
for (const a of v) console.log(a - 1, a * 2, a / 2, a % 2, a ** 2, -a, +a, ~a, !a);
const money: any = { valueOf: () => 42, toString: () => "text" };
console.log(money + 1, `${money}`, money + "", money * 2, money > 41, [money] + "", money == 42, String(money));
const both: any = { [Symbol.toPrimitive]: (hint: string) => (hint === "number" ? 7 : hint) };
console.log(+both, `${both}`, both + "!", both * 1);
