let zero: number = -0;
console.log(Object.is(zero % 1, -0), Object.is(-0 % 4294967295, -0), Object.is(0 % 3, 0), Object.is(-4 % 2, -0), 7 % 4, 5.5 % 2);
const any: any = -0;
console.log(Object.is(any % 3, -0), any % 0);
