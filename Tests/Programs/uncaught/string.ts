// A thrown string.
// @exit: 1
console.log(1);
throw "plain text";
