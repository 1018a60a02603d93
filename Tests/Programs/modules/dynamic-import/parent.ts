import { count } from "./counter.ts";
export const seen = count;
