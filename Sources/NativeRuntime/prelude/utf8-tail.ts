/// Where UTF-8 that comes in pieces is cut inside of a character.
import { binaryByteAt } from "polyglot:runtime";

/// How many bytes at the end are the start of a character that more bytes may complete.
export function incompleteUtf8(bytes: any, length: number): number {
  const first = length > 3 ? length - 3 : 0;
  for (let at = length - 1; at >= first; at--) {
    const lead = binaryByteAt(bytes, at);
    if (lead < 0x80) return 0;
    if (lead < 0xc0) continue;
    const have = length - at;
    if (lead < 0xc2 || lead > 0xf4) return 0;
    const need = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (have >= need) return 0;
    if (have === 1) return 1;
    // The second byte decides whether the sequence can be one at all.
    const second = binaryByteAt(bytes, at + 1);
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high ? have : 0;
  }
  return 0;
}
