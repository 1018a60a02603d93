/// `node:assert/strict`
import assert from "../assert.ts";

export {
  Assert, AssertionError, CallTracker, deepStrictEqual as deepEqual, deepStrictEqual, doesNotMatch, doesNotReject,
  doesNotThrow, fail, ifError, match, notDeepStrictEqual as notDeepEqual, notDeepStrictEqual,
  notStrictEqual as notEqual, notStrictEqual, ok, partialDeepStrictEqual, rejects, strict, strictEqual as equal,
  strictEqual, throws,
} from "../assert.ts";

export default assert.strict;
