type A = infer U; type B = readonly string; type C = [a?: 1, b: 2]; type D = [1?, 2];
type E = string | () => void; type F = import(x); type G<> = 1; let h: I<>;
interface J { private k: 1; l: 2 = 3; [m]: 4; [n: string]; [o: string, p: string]: 1; #q: 1 }
interface R implements S { } interface T extends { }
let u: ; let v: Array<; type W = { [K in ]: 1 };
function x<public Y>(this, z, this) {} const aa = (this) => 1;
type BB = (a?, b) => void; type CC = (...a, b) => void;
