// indexOf, includes, startsWith and their positions.
const s = "the rain in spain stays mainly";
console.log(s.indexOf("ain"), s.indexOf("ain", 6), s.lastIndexOf("ain"), s.lastIndexOf("ain", 20), s.indexOf("xyz"), s.indexOf(""));
console.log(s.indexOf("", 100), s.lastIndexOf(""), s.indexOf("t", -5), "aaa".lastIndexOf("a", 0), "abc".lastIndexOf("c", -1));
console.log(s.includes("spain"), s.includes("spain", 13), s.startsWith("the"), s.startsWith("rain", 4), s.endsWith("mainly"), s.endsWith("rain", 8));
console.log("undefined!".includes(undefined as any), "null".indexOf(null as any), "12".includes(2 as any));
let at = -1;
const found: number[] = [];
while ((at = s.indexOf("i", at + 1)) !== -1) found.push(at);
console.log(found);
