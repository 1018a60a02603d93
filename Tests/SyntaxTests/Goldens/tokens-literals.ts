x = [0xFF, 0b101, 0o17, 1_000, .5, 5., 1e10, 123n, 0xFFn, 9007199254740993, 0.1, 1e400];
x = "a\n\x41\u0042\u{43}\uD83D\uDE00\uD800\
z" + 'q\'r'
x = `plain` + `a${b}c${`d${e}f`}g` `\r
`
x = /ab[/]\/c/giu; a / b / c; a++ / d; (x) / y; {} /re/;
class A { #priv; m() { \u0061bc + ünï } }
a?.b; a?.5:1; a ?? b; b ??= c >>> d >> e >= f; f = g => [...h];
/* block
*/ z // line
