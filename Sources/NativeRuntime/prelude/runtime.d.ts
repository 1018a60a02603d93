/// The intrinsics that prelude and facade files import; the rows `intrinsic` and `intrinsic-op` of the built-ins'
/// manifests give their implementations.
declare module "polyglot:runtime" {
  /// Calls `callee` with a receiver and arguments; the optimiser inlines a known callee.
  export function call0(callee: any, receiver: any): any;
  export function call1(callee: any, receiver: any, a: any): any;
  export function call2(callee: any, receiver: any, a: any, b: any): any;
  export function call3(callee: any, receiver: any, a: any, b: any, c: any): any;
  export function call4(callee: any, receiver: any, a: any, b: any, c: any, d: any): any;
  /// Whether the value is a true array whose prototype is the original `Array.prototype`.
  export function isPlainArray(value: any): boolean;
}
