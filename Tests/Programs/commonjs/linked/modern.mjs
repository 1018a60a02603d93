export const value = "modern";
export let current = 0;
export function bump() {
  return ++current;
}
