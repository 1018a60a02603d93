/// The intrinsics of "polyglot:runtime" in terms of Node's own reflection, so that the prelude can be compared with Node.
import util from "node:util";

export const call0 = (callee, receiver) => Reflect.apply(callee, receiver, []);
export const call1 = (callee, receiver, a) => Reflect.apply(callee, receiver, [a]);
export const call2 = (callee, receiver, a, b) => Reflect.apply(callee, receiver, [a, b]);
export const call3 = (callee, receiver, a, b, c) => Reflect.apply(callee, receiver, [a, b, c]);
export const call4 = (callee, receiver, a, b, c, d) => Reflect.apply(callee, receiver, [a, b, c, d]);
export const isPlainArray = (value) => Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype;
