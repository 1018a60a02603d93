export { inc as reNamed } from "./counter.ts";
export * from "./star.ts";
export * as inner from "./counter.ts";
export default function () { return "anon"; }
import self from "./re.ts";
export const anon = () => self() + self.name;
