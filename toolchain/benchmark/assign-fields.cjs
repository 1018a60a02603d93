// Writes TypeScript as JavaScript in which class fields are assignments in the constructor, as `tsc` does it with
// `useDefineForClassFields` off: V8 runs defined fields several times more slowly, and Node is to be measured at its best.
//
//     node assign-fields.cjs SOURCE OUTPUT
const { readFileSync, writeFileSync } = require("node:fs");
const ts = require(process.env.TYPESCRIPT ?? "/usr/share/nodejs/typescript");

const [, , source, output] = process.argv;
const { outputText, diagnostics } = ts.transpileModule(readFileSync(source, "utf8"), {
  fileName: source,
  reportDiagnostics: true,
  compilerOptions: {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    useDefineForClassFields: false,
  },
});
for (const { messageText } of diagnostics) console.error(`${source}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
if (diagnostics.length > 0) process.exit(1);
writeFileSync(output, outputText);
