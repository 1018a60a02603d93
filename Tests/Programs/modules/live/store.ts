export let value: any = 1;
export function set(v: any) { value = v; }
export const obj = { value: () => value };
