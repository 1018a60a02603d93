// Anything can be thrown.
// @exit: 1
console.log("before");
throw { code: 5, text: "object" };
