// path.matchesGlob: what its patterns match.
import * as path from "node:path";
const m = (path as any).matchesGlob;
const patterns = ["*", "*.ts", "a/*", "a/**", "**/b", "**", "a/**/c", "?", "[ab]", "[!a]", "[a-c]x", "{a,b}", "{a,b}/*.{ts,js}", "a\\*", "@(a|b)", "!(a)", "*(ab)", "+(a|b)", "?(a)b", ".*", "a/.*", "**/.x", "/a", "/**", "a/", "./a", "a//b", "{1..3}", "{a..c}", "[[:alpha:]]", "[", "a[", "(a)", "a{b", "{a}", "**/*.ts", "a/**/", "*/", "!a", "#a", "a|b", "a.b", "A", "**/a/**", "a**", "x/**/*", "[]a]", "{,a}b", "*.!(ts)", "..", "../*", "./**"];
const paths = ["", "a", "b", "c", "ab", "abab", "A", "a.ts", "b.js", ".x", ".ts", "a/b", "a/c", "a/b/c", "a/.x", "a/x/y/c", "/a", "/a/b", "a/", "./a", "../a", "..", "a*", "1", "2", "ax", "a[", "[", "(a)", "a{b", "{a}", "#a", "!a", "a|b", "a.b", "axb", "x/y", "x/.y/z", "b/a.ts", "a//b", "/", "]", "é", "a/b/", "x/a/y", "f.md", "./x/y"];
for (const p of patterns) console.log(JSON.stringify(p), paths.filter((x) => m(x, p)).map((x) => JSON.stringify(x)).join(" "));
for (const f of [() => m(1, "a"), () => m("a", 1), () => m()]) try { console.log(f()); } catch (e: any) { console.log(e.name, e.code, e.message); }
console.log(m.length, (path.win32 as any).matchesGlob("a\\b", "a/*"), (path.win32 as any).matchesGlob("a\\b", "a\\*"), (path.win32 as any).matchesGlob("A/b", "a/*"), (path.posix as any).matchesGlob("A/b", "a/*"));
