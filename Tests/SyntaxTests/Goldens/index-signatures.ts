class A { m(x: { [k: string]: any; y: 1 }) {} [k: string]: any; static [k: number]: { [l: string]: 1, z: 2 } }
type B<T> = T extends (a: infer U) => infer V ? [U, V] : never;
type C = (a: D) => E extends F ? G : H;
