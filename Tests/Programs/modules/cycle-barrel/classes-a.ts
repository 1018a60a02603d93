import { B } from "./classes-b.ts"; export class A { name() { return "A"; } peer(): A { return new B(); } } export { B };
