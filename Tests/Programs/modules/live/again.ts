export { set } from "./store.ts";
export default "label" + 1;
