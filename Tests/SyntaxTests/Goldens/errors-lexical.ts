let a = "unterminated
let b = 08, c = 017, d = 1_, e = 1__0, f = 0x, g = 3in, h = 1e, i = 1.5n, j = 0b2;
let k = "\08 \u{110000} \xg \u12";
let l = `\u`; tag`\u`;
let m = /a/gg, n = /b/q, o = /c/uv;
let p = /unterminated
let q = a § b;
let v\u0061r = 1, \u0076ar = 2;
/* never closed
