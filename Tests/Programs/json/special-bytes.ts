// What quotes escape, at every place of texts of every length that is looked at eight or four bytes at a time; and names
// that follow those that objects had before.
const specials = ['"', "\\", "\n", "\0", "\x1f", " ", "!", "#", "[", "]", "\x7f", "\x80", "\x9f", "\xa2", "\xdc", "\xff", "\u0122", "\ud800", "\udc00"];
let digest = 0;
let count = 0;
function note(text: string): void {
  for (let i = 0; i < text.length; i++) digest = (Math.imul(digest, 31) + text.charCodeAt(i)) | 0;
  count++;
}
for (let length = 0; length <= 27; length++) {
  const plain = "abcdefghijklmnopqrstuvwxyz~".slice(0, length);
  for (let at = 0; at < length; at++) {
    for (const special of specials) {
      const name = plain.slice(0, at) + special + plain.slice(at + 1);
      const two = at > 0 ? special + name.slice(1) : name + special;
      for (const word of [name, two]) {
        const text = JSON.stringify([word, { [word]: word, [plain]: 1 }, { [word]: 2 }, { [plain]: [3] }]);
        note(text);
        const back = JSON.parse(text) as [string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>];
        if (back[0] !== word || back[1][word] !== word || back[2][word] !== 2 || JSON.stringify(back) !== text) {
          console.log("differs", length, at, escape(word), escape(text));
        }
        const cut = text.slice(0, 3 + length);
        try {
          note(JSON.stringify(JSON.parse(cut)));
        } catch (error) {
          note((error as Error).message);
        }
      }
    }
  }
}
console.log(count, digest);

const texts = [
  '[{"a":1,"b":2},{"a":3,"b":4},{"a" : 5,"b":6},{"a\\"":7,"b":8},{"a":9,"b\\"":10}]',
  '[{"a\\\\":1},{"a\\\\":2},{"a\\":3}]',
  '[{"a\\u0062":1},{"ab":2},{"a\\u0062":3},{"ab"',
  '[{"":1},{"":2},{"":3,"":4}]',
  '[{"é":1},{"é":2},{"é',
  '[{"x":1},{"x":2},{"x',
  '[{"x":1},{"x":2},{"x"',
  '[{"x":1},{"x":2},{"xy":3},{"":4}]',
  '[{"0":1},{"0":2},{"0":3,"length":1},{"__proto__":4},{"__proto__":5}]',
  '[{"x":1},{"x":2},{"x":3,"x":{"x":4}}]',
];
for (const text of texts) {
  for (const variant of [text, text + "]", text.replace("é", "Ā")]) {
    try {
      console.log(JSON.stringify(JSON.parse(variant)));
    } catch (error) {
      console.log(String(error));
    }
  }
}
