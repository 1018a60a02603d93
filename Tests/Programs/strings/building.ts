// Ropes: long strings made from both ends and read in the middle.
let left = "";
let right = "";
for (let i = 0; i < 3000; i++) {
  left += String.fromCharCode(97 + (i % 26));
  right = String.fromCharCode(65 + (i % 26)) + right;
}
const all = left + right;
console.log(all.length, all[2999], all[3000], all.slice(2990, 3010), all.indexOf("ZY"), left.lastIndexOf("xyz"));
let hash = 0;
for (let i = 0; i < all.length; i++) hash = (hash * 31 + all.charCodeAt(i)) | 0;
console.log(hash, all === left + right, all < left + "~", (all + "é").length, (all + "\u4e00")[6000]);
const parts: string[] = [];
for (let i = 0; i < 50; i++) parts.push("<" + i + ">");
console.log(parts.join("").length, parts.reverse().join("").slice(0, 20));
