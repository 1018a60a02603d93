// Runs the modules that are named on standard input, one a line, one after the other, and prints what each printed as a line
// of JSON. What they print with (show.js) begins anew for each; the built-in objects are left alone by what is generated.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

const [helpers, ...paths] = readFileSync(0, 'utf8').trim().split('\n');
// A function's body, so that each program has a state of its own.
const script = new vm.Script(`(() => { ${readFileSync(helpers, 'utf8')}
  Object.assign(globalThis, { show, mix, caught, messageOf, finish }); })()`);
const log = console.log;
let printed = [];
console.log = (text) => { printed.push(text); };
process.on('unhandledRejection', () => {});

for (const path of paths) {
  printed = [];
  let uncaught = false;
  script.runInThisContext();
  const started = performance.now();
  try {
    await import(pathToFileURL(path));
  } catch (error) {
    uncaught = true;
    if (error instanceof SyntaxError && printed.length === 0) printed.push('SyntaxError: ' + error.message);
  }
  await new Promise((resolve) => { setImmediate(resolve); });
  const output = printed.map((line) => line + '\n').join('');
  log(JSON.stringify({ output, uncaught, milliseconds: performance.now() - started }));
}
