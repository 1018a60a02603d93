// The four forms, the order of marks, Hangul, and what is not a form.
const texts = ["é", "e\u0301", "ﬁ", "Å", "\u1E9B\u0323", "가각", "\u1100\u1161\u11A8", "a\u0301\u0323\u0307", "①", "\uD834\uDD5E", "A\u030A\u0327"];
for (const text of texts) {
  for (const form of ["NFC", "NFD", "NFKC", "NFKD"]) {
    console.log(form, [...text.normalize(form)].map((c) => c.codePointAt(0)!.toString(16)).join(" "));
  }
}
console.log("plain".normalize(), "\uD800x".normalize("NFD").length);
try {
  "x".normalize("nfc");
} catch (error) {
  console.log(String(error));
}
