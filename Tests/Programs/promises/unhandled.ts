// @exit: 1
// A rejection that nobody handles ends the program; one that is handled in time does not.
const late = Promise.reject("late");
queueMicrotask(() => late.catch(() => console.log("handled")));
Promise.resolve().then(() => console.log("first job"));
Promise.reject(new TypeError("nobody"));
queueMicrotask(() => queueMicrotask(() => console.log("last job")));
