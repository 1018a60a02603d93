// node:os: what does not depend on the machine's state.
import os from "node:os";
import * as all from "node:os";
console.log(os.platform() === process.platform, os.arch() === process.arch, os.endianness(), os.EOL === "\n", os.devNull);
console.log(JSON.stringify(os.constants), Object.isFrozen(os.constants.signals), `${os.arch}` === os.arch());
console.log(Object.keys(os).join(), Object.keys(all).join(), os.loadavg().length, Array.isArray(os.cpus()));
