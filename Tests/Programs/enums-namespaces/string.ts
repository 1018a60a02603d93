// String enums, const enums, enums as types.
enum Level { Debug = "DEBUG", Info = "INFO" }
const enum Size { Small = 1, Large = 10, Text = "t" }
console.log(Level.Debug, Level, Object.values(Level), Level["Info"], Size.Small + Size.Large, Size.Text);
const parse = (s: string): Level | undefined => Object.values(Level).find((l) => l === s);
console.log(parse("INFO"), parse("NOPE"), (Level as any)["INFO"]);
const table: Record<Level, number> = { [Level.Debug]: 0, [Level.Info]: 1 };
console.log(table[Level.Info], table);
enum Mixed { A = 1, B = "b", C = 3 }
console.log(Mixed, Mixed[3], (Mixed as any)["b"]);
