import { cyc } from "../modules.ts";
export let counter = 0;
export function inc() { return ++counter; }
export type T = number;
export type U = number;
export class Klass { v = cycTest(); }
function cycTest() { try { return cyc(); } catch (e) { return (e as Error).name; } }
export default "the default " + cycTest();
export const later = () => lateConst;
export function callLater() { return later() + 1; }
const lateConst = 41;
console.log("counter evaluated", cycTest());
