// node:path.
import path, { basename, dirname, extname, isAbsolute, join, normalize, parse, relative, resolve, sep } from "node:path";
const paths = ["", ".", "..", "/", "//", "a", "a/", "/a", "/a/", "a/b.txt", "/a/b/c.tar.gz", "./x", "../x/../y", "/..", "a//b///c", ".bashrc", "a.", "a..b", "/a/.b.c", "dir.ext/file", "//a//b", "...", "a/..", "a/../..", "x.", "/a/b/"];
for (const p of paths) console.log(JSON.stringify(p), normalize(p), dirname(p), basename(p), extname(p), isAbsolute(p), JSON.stringify(parse(p)));
console.log(join("a", "../b", "/c"), join(), join("", ""), join("/a", "..", ".."), join("a", "", "b/"), resolve("/a", "b", "../c"), resolve("/a", "/b"), resolve("/"), resolve("/x/", "./y//"));
console.log(relative("/a/b/c", "/a/d"), relative("/a", "/a/b"), relative("/a", "/a"), relative("/", "/x"), relative("/a/bc", "/a/b"), relative("/x/y", "/"));
console.log(basename("a.html", ".html"), basename("a.html", "html"), basename("/x/a.html/", ".html"), basename(".html", ".html"), basename("aa", "a"), basename("a", "a"), basename("abc", ""), basename("/", "x"));
console.log(path.format({ dir: "/d", base: "b.x" }), path.format({ root: "/", name: "n", ext: ".e" }), path.format({ name: "n", ext: "e" }), path.format({ root: "/", dir: "/", base: "f" }), path.format({}), sep, path.delimiter, path.posix === path.posix.posix, path.posix.join("a", "b"));
for (const bad of [() => join(5 as any), () => basename(null as any), () => path.format(null as any), () => resolve({} as any)]) {
  try {
    bad();
  } catch (e: any) {
    console.log(e.code, e.message);
  }
}
