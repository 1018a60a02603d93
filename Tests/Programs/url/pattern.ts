// URLPattern: its arguments, how patterns are read and shown, and what they match.
import { URLPattern as ModulePattern } from "node:url";

const any: any = URLPattern;
const names = ["protocol", "username", "password", "hostname", "port", "pathname", "search", "hash"];
const text = (pattern: any) => names.map((name) => pattern[name]).join(" | ");
const listed = (groups: any) => Object.keys(groups).map((name) => name + "=" + groups[name]).join(",");
const show = (what: () => any) => {
  try {
    console.log(what());
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
};
const show2 = (...parameters: any[]) => show(() => text(new any(...parameters)));

// The class.
console.log(ModulePattern === URLPattern, any.name, any.length, Reflect.ownKeys(any.prototype).join());
console.log(new URLPattern(), new (class Sub extends URLPattern {})({}), Object.prototype.toString.call(new URLPattern()));
const digits = new URLPattern({ pathname: "/:a(\\d+)/*" });
show(() => any());
show(() => any.call(digits));
show(() => any.prototype.test.call({}));
show(() => any.prototype.pathname);
show(() => digits.exec("http://x/12/3?q"));
show(() => digits.exec({ pathname: "/1/b", baseURL: "http://h/" }));
show(() => Object.getPrototypeOf(Object.getPrototypeOf(digits.exec("http://x/1/2")!.pathname.groups)) === Object.prototype);
const reads: string[] = [];
const reader = new Proxy({ pathname: "/1/2" }, { get: (target: any, name: string) => (reads.push(name), target[name]) });
show(() => [digits.test(reader), reads.join()]);

// Arguments.
for (const parameters of [
  [5], [null], [undefined], [Symbol()], [[]], [{ pathname: 5 }], [new String("http://a")], ["/a"], ["/a", "x"], ["/a", "http://x/b"],
  [{}, "http://x"], [{}, null], [{}, {}], [{}, 5], [{}, undefined, null], [{}, {}, {}], ["http://a/b", null, {}], ["http://a/b", {}, "x"],
  ["http://a/b", "http://c", "x"], ["http://a/b", "http://c", null], ["/b", null], [{ baseURL: "x" }], ["b", "https://h/x/y?z#w"],
]) show2(...parameters);
const plain = new URLPattern({ pathname: "/a" });
for (const parameters of [
  [], [{}, null], [{}, undefined], ["http://h/a", undefined], ["http://h/a", null], ["http://h/a", 5], [null], [Symbol()], [true], [[]],
  [new URL("http://h/a")], [{ pathname: "/a" }, "http://x"], ["/a", "http://x"], ["/a", "x"], [{ baseURL: "http://h/a" }], [{ baseURL: "h" }],
] as any[]) {
  show(() => (plain as any).test(...parameters));
  show(() => (plain as any).exec(...parameters) === null);
}
for (const ignoreCase of [true, 1, "", null, undefined]) {
  show(() => new any({ pathname: "/A", search: "B", hash: "C" }, { ignoreCase }).test({ pathname: "/a", search: "b", hash: "c" }));
}
show(() => new any({}, { get ignoreCase() { throw new Error("options"); } }));

// Patterns of whole URLs.
for (const pattern of [
  "https://example.com/foo?bar#baz", "https://*.example.com/:id{.html}?", "http{s}?://*:8080/:x(a|b)+{/y}*?q=*#:h", "data\\:foobar", "data:x",
  "foo://bar", "foo:bar", "https://user:pass@h", "https://u@h/", "http://[\\:\\:1]/", "http://[:a]:80/", "ftp://x:21", "https://x:443/a\\?b",
  "{https://}h", "http://a?", "http://a/b??c", "http://a/*?c", "http://a/:n?c", "http://a#b?c", "(data|javascript):x", "https://{sub.}?x", "http://a{/b", "http://a{",
]) show2(pattern);
for (const pattern of ["?foo", "#foo", "foo", "./foo", "*", ":a", "//x", "é/ü", "../b", "{/x}?", ""]) show2(pattern, "https://ex\u00e4mple.com/p/q?r#s");
show2("foo", "data:bar");

// Components.
const components: any[] = [
  { pathname: "/(foo)/:a?/:b*/:c+" }, { pathname: "/{a}b{c}?{:d}e" }, { pathname: "/:a{b}" }, { pathname: ":a\u200c" }, { pathname: "/:\u00e9(x)" },
  { pathname: "/(a)(b)*(c)?" }, { pathname: "/:a/:a" }, { pathname: "/(?<x>a)" }, { pathname: "/((a))" }, { pathname: "/(é)" }, { pathname: "/(a" },
  { pathname: "/(" }, { pathname: "/()" }, { pathname: "/{a" }, { pathname: "/a}" }, { pathname: "/:" }, { pathname: "/\\" }, { pathname: "/a**" },
  { pathname: "/*+" }, { pathname: "/{*}+" }, { pathname: "/:x([^\\/]+?)" }, { pathname: "/(.*)" }, { pathname: "/:x(.*)" }, { pathname: "/{:a(\\d)z}*" },
  { pathname: "/a/../b/./c" }, { pathname: "/a b\u{1f345}%2f" }, { pathname: "/\ud800" }, { pathname: "a/:b", baseURL: "https://h/x/y" },
  { pathname: "x y", protocol: "data" }, { pathname: "/(\\p{L})" }, { pathname: "/([a-z--b])" }, { pathname: "/(?)" },
  { protocol: "HTTPS:" }, { protocol: "1x" }, { protocol: "http{s}?", pathname: "/a/../b" }, { protocol: "(x+)" },
  { hostname: "EX\u00c4MPLE.com" }, { hostname: "a b" }, { hostname: "{:sub.}*x" }, { hostname: "{a:b}.c" }, { hostname: "[\\:\\:AB\\::n]" }, { hostname: "[x]" },
  { hostname: "*.com/x" }, { hostname: "127.1" }, { hostname: "0X7f.1" }, { hostname: ":a.:b" },
  { port: "80", protocol: "http" }, { port: "8\t0" }, { port: "65536" }, { port: "x" }, { port: "{80}?" }, { port: "(\\d+)" },
  { username: "a@b", password: ":p" }, { search: "?a=:b&c={d}", hash: "#x" }, { search: "\\?", hash: "a b" }, { hash: "#\ud83d\ude00:n" },
];
for (const component of components) {
  show2(component);
  show(() => new URLPattern(component).hasRegExpGroups);
}

// Matches.
const matches = (pattern: any, ...inputs: any[]) => {
  const compiled = new URLPattern(pattern);
  for (const input of inputs) {
    const result: any = compiled.exec(input);
    console.log(text(compiled), compiled.test(input), result && names.filter((name) => listed(result[name].groups) !== "0=" + result[name].input)
      .map((name) => name + " " + result[name].input + " " + listed(result[name].groups)).join("; "));
  }
};
matches({ pathname: "/:a?/:b*/end" }, { pathname: "/end" }, { pathname: "/x/end" }, { pathname: "/x/y/z/end" }, { pathname: "/x/END" });
matches({ pathname: "/{:a-}+:b" }, { pathname: "/1-2-3" }, { pathname: "/1" });
matches({ pathname: "/:__proto__/:constructor" }, "http://h/x/y");
matches({ pathname: "/:f.:e" }, { pathname: "/a.b" }, { pathname: "/a.b.c" }, { pathname: "/caf\u00e9.\u{1f345}" });
matches({ hostname: "{:sub.}?example.com", port: "" }, "https://example.com/", "https://a.example.com:443/", "https://a.b.example.com/", "https://example.com:81/");
matches("https://*/*.:kind(png|jpg)?*", "https://h/x/y.png?a=b", "https://h/y.gif", "http://h/y.png");
matches("data:(.*),:rest", "data:text/plain,abc", "http://h/");
matches({ protocol: "http", port: "80" }, "http://h/", { protocol: "http", port: "80" }, { protocol: "http", port: "081" });
matches({ search: "a=:v", hash: "*" }, "http://h/?a=1#b", { search: "?a=1", hash: "#b" }, { search: "b" });
matches({ username: ":u", password: "*" }, "http://me:secret@h/", { username: "m e" });
// The groups of a result have the order of a hash table.
for (const list of ["id/category", "year/month/day/slug", "a/b/c/d/e/f/g", "\u00e9/anotherGroupName/x", "name_of_sixteen_/user/repo/branch/path/y/x/kind/foo/bar/w/v/u/t/s/r"]) {
  const path = list.replaceAll("/", "/:");
  const result = new URLPattern({ pathname: "/:" + path + "/(\\d)/*" }).exec({ pathname: "/" + list + "/1/2" })!;
  console.log(Object.keys(result.pathname.groups).join());
}
matches({ hostname: "[*]" }, "http://[::1]/", { hostname: "[::1]" });
