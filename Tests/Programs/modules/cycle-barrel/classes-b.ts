import * as a from "./classes-a.ts"; export class B { hi = "B!"; peer() { return new a.A(); } name() { return "B"; } static make = () => new a.A(); }
