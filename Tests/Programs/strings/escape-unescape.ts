// escape and unescape of Annex B.
console.log(escape("aé中 %@*_+-./z"), unescape("%u4e2d%E9%zz%u12%"), unescape(escape("aé中 \u{1F600}")));
console.log(escape.name, escape.length, unescape.name, unescape.length);
