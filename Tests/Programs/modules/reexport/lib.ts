export * from "./parts.ts";
export * as sub from "./more.ts";
export { three as renamed } from "./more.ts";
export const two = "two of lib";
export const local = "local";
