/// Lets Node run prelude and facade files: "polyglot:runtime" is served from `runtime.mjs` beside this file, the prelude is
/// found from the facades as it is when installed, and the programs of Tests/Programs get the facades for Node's modules.
import fs from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const sources = new URL("../../Sources/", import.meta.url).href;
const programs = new URL("../Programs/", import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "polyglot:runtime") {
      return { url: new URL("./runtime.mjs", import.meta.url).href, shortCircuit: true };
    }
    if (specifier.startsWith("../prelude/") && context.parentURL.startsWith(sources + "NodeCompat/")) {
      return next(sources + "NativeRuntime/prelude/" + specifier.slice(11), context);
    }
    if (context.parentURL?.startsWith(programs)) {
      const name = specifier.replace(/^node:/, "");
      const facade = `${sources}NodeCompat/${name}/${name}.ts`;
      if (!name.includes("/") && fs.existsSync(fileURLToPath(facade))) return next(facade, context);
    }
    return next(specifier, context);
  },
  /// What `argumentCount` stands for: only the compiler knows how many arguments a function got without `arguments`.
  load(url, context, next) {
    const result = next(url, context);
    if (!url.startsWith(sources + "NativeRuntime/prelude/")) return result;
    return { ...result, source: String(result.source).replace(/\bargumentCount\(\)/g, "arguments.length") };
  },
});
