// Live bindings through re-exports, functions as values, default expressions.
import { value, set, obj } from "./store.ts";
import label, { set as setAgain } from "./again.ts";
console.log(value, label);
set(2);
console.log(value);
setAgain(3);
console.log(value, obj.value());
try {
  (value as any) = 5;
} catch (e) {
  console.log((e as Error).name);
}
