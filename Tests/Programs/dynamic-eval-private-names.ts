// A private name in the text of eval must be declared by a class around the call.
class C {
  #declared = "found";
  read() { return eval("this.#declared"); }
  fail() { return eval("this.#undeclared"); }
}

console.log(new C().read());
try {
  new C().fail();
} catch (error) {
  console.log(error instanceof SyntaxError, (error as Error).message);
}
