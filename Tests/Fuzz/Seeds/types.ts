type A<T> = T extends (infer U extends string)[] ? U : T extends { a: infer V } ? V : never; type B = | C & D | (() => void)[] | new () => E;
type F = { -readonly [K in keyof T as `a${K}`]+?: T[K] }; type G = readonly [a: b, c?: d, ...e: f[]]; type H = typeof import("i").j<k>["l"];
type M = abstract new <const N>(o: N, p?: Q) => asserts o is R; type S = -1 | 2n | `t${u}` | unique symbol | keyof V | this; let w: ({ x }: Y, [z]: A) => b is c;
