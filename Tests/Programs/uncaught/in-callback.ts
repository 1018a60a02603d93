// Thrown through a built-in's callback and a finally block.
// @exit: 1
try {
  [1, 2, 3].forEach((x) => {
    console.log(x);
    if (x === 2) throw new RangeError("at two");
  });
} finally {
  console.log("finally");
}
