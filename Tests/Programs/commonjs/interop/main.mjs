// ES modules and CommonJS files of one program.
import legacy, { a, b as second, later } from "./legacy.cjs";
import * as all from "./legacy.cjs";
import Shape from "./shape.cjs";
import { area, default as again } from "./shape.cjs";
import star from "./reexport.cjs";
import { a as throughStar } from "./reexport.cjs";
import { helper } from "./modern.mjs";

console.log(legacy.a, a, second, later);
legacy.a = 10;
console.log(legacy.a, a, all.a, all.default === legacy);
console.log(Object.keys(all));
console.log(all["module.exports"] === legacy, all[Symbol.toStringTag]);
console.log(new Shape(2).side, area(3), again === Shape);
console.log(star.a, throughStar, star.extra);
console.log(helper(), legacy.viaModern());
const dynamic = await import("./lazy.cjs");
console.log(dynamic.default.x, dynamic.x, dynamic.default === (await import("./lazy.cjs")).default);
