globalThis.runs = (globalThis.runs ?? 0) + 1;
exports.partial = true;
throw new Error(`run ${globalThis.runs}`);
