/// Lets Node run prelude and facade files: "polyglot:runtime" is served from `runtime.mjs` beside this file.
import { registerHooks } from "node:module";

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "polyglot:runtime") {
      return { url: new URL("./runtime.mjs", import.meta.url).href, shortCircuit: true };
    }
    return next(specifier, context);
  },
});
