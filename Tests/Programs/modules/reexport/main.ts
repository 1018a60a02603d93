// export *, export * as, export from, shadowing.
import * as lib from "./lib.ts";
import { one, two, sub, renamed, local } from "./lib.ts";
console.log(one, two, sub.three, renamed, local, Object.keys(lib), lib.sub === sub, (lib as any).default);
