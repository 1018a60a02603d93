import { Color } from "./barrel.ts"; export interface Opts { n: number } export default function (o: Opts) { return o.n * 2; } export const again = "again"; export const late = () => Color.Green;
