// What a module knows about its own file.
import { meta } from "./other.ts";
const tail = (path: string) => path.slice(path.lastIndexOf("/"));
console.log(import.meta === import.meta, import.meta === meta, Object.getPrototypeOf(import.meta));
console.log(Object.keys(import.meta).join(), Object.keys(meta).join());
console.log(tail(import.meta.filename), tail(meta.filename), import.meta.dirname === meta.dirname);
console.log(import.meta.url === "file://" + import.meta.filename);
console.log(tail(import.meta.resolve("./a b.ts")), import.meta.resolve("fs"), import.meta.resolve("data:,x"));
console.log(import.meta.resolve("../x/./y/../z").endsWith("modules/x/z"));
try {
  import.meta.resolve("some-package");
} catch (error: any) {
  console.log(error.name, error.code);
}
(import.meta as any).mine = 1;
console.log((import.meta as any).mine);
