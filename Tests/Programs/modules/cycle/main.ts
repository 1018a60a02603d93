// A cycle: functions are hoisted, bindings are live.
import { even, nameOfA } from "./a.ts";
import { odd } from "./b.ts";
console.log(even(10), odd(7), nameOfA(), even(3));
