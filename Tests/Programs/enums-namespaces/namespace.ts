// Namespaces: exports, nesting, merging, values inside.
namespace Geometry {
  export const PI = 3;
  let hidden = 0;
  export function area(r: number) { hidden++; return PI * r * r; }
  export function calls() { return hidden; }
  export namespace Units { export const meter = "m"; export function show(x: number) { return x + meter + PI; } }
  export class Point { constructor(public x: number) {} scaled() { return new Point(this.x * PI); } }
  export enum Axis { X, Y }
  export interface OnlyType { q: number }
}
namespace Geometry { export const E = Geometry.PI + 1; }
console.log(Geometry.area(2), Geometry.calls(), Geometry.Units.show(5), new Geometry.Point(2).scaled(), Geometry.E, Geometry.Axis.Y);
function Merged() { return Merged.value; }
namespace Merged { export let value = 7; }
console.log(Merged(), (Merged.value = 8), Merged());
class Host {}
namespace Host { export const extra = "static"; }
console.log((Host as any).extra, Host.extra);
namespace Mutable { export let n = 1; export const inc = () => ++n; }
Mutable.inc();
console.log(Mutable.n, (Mutable.n = 10), Mutable.inc());
import Alias = Geometry.Units;
console.log(Alias.meter);
