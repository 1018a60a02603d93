import { isEven, counter, bump } from "./even.ts";
import * as odd from "./odd.ts";
import def, { type Opts, again as renamed } from "./barrel.ts";
export * as self from "./main.ts";
console.log(isEven(10), odd.isOdd(7), counter, bump(), counter, def({ n: 2 } satisfies Opts), renamed, Object.keys(odd).sort(), odd);
import { A, B } from "./classes-a.ts"; console.log(new A().peer() instanceof B, new B().peer().name(), new B().hi);
import { late, Color, NS } from "./barrel.ts"; console.log(late(), Color.Red, Color[1], NS.inner.z, NS.f(2));
