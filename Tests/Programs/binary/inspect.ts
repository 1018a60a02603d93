// Typed arrays, buffers and DataViews as console.log shows them.
import { inspect } from "node:util";
console.log(new Float64Array([1,2.5,-0,NaN]), new Uint8Array(0), new Uint8Array(200), new Int8Array(3).fill(7));
console.log(new ArrayBuffer(4), new ArrayBuffer(60), new ArrayBuffer(0), new SharedArrayBuffer(2), new DataView(new ArrayBuffer(4),1,2));
console.log([new Uint8Array(2)], {a:new Uint8Array(3), b:{c:{d:new Uint8Array(2), e:new ArrayBuffer(2), f: new DataView(new ArrayBuffer(1))}}});
class My extends Uint8Array {} ; console.log(new My(3)); const x=new Uint8Array(2); x.foo="bar"; console.log(x);
const b=new ArrayBuffer(4); b.q=1; console.log(b); const t=b.transfer(); console.log(b,t);
console.log(inspect(new Uint8Array([1,2]),{showHidden:true}), inspect(new ArrayBuffer(3),{showHidden:true}), inspect(new DataView(new ArrayBuffer(3)),{showHidden:true}));
console.log(inspect(new Uint8Array([1,2]),{colors:true}), inspect(new ArrayBuffer(2),{colors:true}));
console.log(inspect(new Uint8Array(5),{maxArrayLength:2}), inspect(new ArrayBuffer(5),{maxArrayLength:2}));
class MyB extends ArrayBuffer {} ; console.log(new MyB(3), Uint8Array, Uint8Array.prototype, ArrayBuffer.prototype, DataView.prototype, Object.getPrototypeOf(Uint8Array), Object.getPrototypeOf(Uint8Array.prototype), Atomics);
console.log(new BigInt64Array([1n,-2n]), new Float32Array([0.1, 1/3]), new Float16Array([0.1]));
const n=new Uint8Array(3); Object.setPrototypeOf(n,null); console.log(n);
console.log("%s %o %j", new Uint8Array([1,2]), new Uint8Array([1,2]), new Uint8Array([1,2]));
console.table(new Uint8Array([1,2]));
const r=new ArrayBuffer(2,{maxByteLength:4}); console.log(r, new Uint8Array(r));
console.log(new Uint8Array(20), new Float64Array(101).fill(1.5));
