// Numeric enums: members, reverse mapping, flags.
enum Color { Red, Green = 5, Blue }
enum Flags { None = 0, A = 1 << 0, B = 1 << 1, C = 1 << 2, All = A | B | C }
console.log(Color.Red, Color.Green, Color.Blue, Color[5], Color["Red"], Color[99], Color);
let f = Flags.A | Flags.C;
console.log(f, (f & Flags.B) !== 0, Flags[f], f === (Flags.All & ~Flags.B), Object.keys(Flags));
function name(c: Color): string { switch (c) { case Color.Red: return "r"; case Color.Green: return "g"; default: return "?"; } }
console.log(name(Color.Red), name(Color.Green), name(Color.Blue), name(17 as Color));
enum Computed { X = "abc".length, Y = X * 2, Z = Math.max(1, 2), W = -1.5 }
console.log(Computed, Computed[-1.5]);
enum Merged { A = 1 }
enum Merged { B = 2 }
console.log(Merged);
for (const key in Color) console.log(key);
