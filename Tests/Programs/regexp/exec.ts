// What exec gives: groups, indices, lastIndex.
const line = '127.0.0.1 - - [10/Oct/2024:13:55:36 +0000] "GET /a?b=c HTTP/1.1" 200 2326';
const pattern = /^(\S+) (\S+) (\S+) \[([^\]]+)\] "(\w+) ([^"]*?) HTTP\/([\d.]+)" (\d{3}) (\d+|-)$/;
console.log(pattern.exec(line));
console.log(/(?<year>\d{4})-(?<month>\d\d)/.exec("on 2024-05-06")!.groups);
console.log(/a(?<x>b)?(c)/d.exec("zac"));
console.log(/(?:(?<n>a)|(?<n>b))c/.exec("bc")!.groups!.n);
const global = /o/g;
for (let m; (m = global.exec("foo boo")) !== null;) console.log(m.index, global.lastIndex);
const sticky = /a/y;
console.log(sticky.test("ba"), sticky.lastIndex, sticky.test("ab"), sticky.lastIndex, sticky.test("ab"), sticky.lastIndex);
console.log(/b/.exec("aaa"), /(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac"));
const odd = /x/g;
odd.lastIndex = 10;
console.log(odd.exec("x"), odd.lastIndex);
for (let i = 0; i < 3; i++) {
  const fresh = /a/g;
  console.log(fresh.test("a"), fresh.lastIndex);
}
