[0, 08, 0xFf, 0b1_0, 0o17n, .5e-10, 5., 1_000.5, 1e400, 123n, "a\n\x41\u{1F600}\uD83D\uDE00\
b", 'c\'d', `e${`f${g}h`}i\u{j}`, \u0061b, ünï, 𠮷, #p]; // comment
/* block
 */ label: { debugger; } <!-- x
