console.log("counter runs");
export let count = 0;
export function increase() {
  count++;
}
export default class {}
