// An error of the language itself.
// @exit: 1
const o: any = {};
console.log(typeof o.x);
console.log(o.x.y.z);
