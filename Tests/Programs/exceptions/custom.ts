// Own error classes, instanceof, cause chains, toString.
class HttpError extends Error {
  constructor(public status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "HttpError";
  }
}
class NotFound extends HttpError { constructor(what: string) { super(404, what + " not found"); } }
class Plain extends Error {}
try {
  throw new NotFound("page");
} catch (e) {
  if (e instanceof HttpError) console.log(e.status, e.message, e.name, String(e), e instanceof NotFound, e instanceof Error, e instanceof TypeError);
}
const chain = new Error("top", { cause: new HttpError(500, "mid", { cause: new Plain("root") }) });
let at: any = chain;
while (at) { console.log(at.name, at.constructor.name, at.message); at = at.cause; }
console.log(Object.prototype.toString.call(new Plain()), new Plain("x").toString(), Object.keys(new NotFound("y")));
const weird: any = new Error("w");
weird.name = "";
console.log(String(weird));
weird.message = "";
weird.name = "N";
console.log(String(weird), Error("no new").message, (TypeError as any)("t") instanceof TypeError, Error.prototype.name, Error.name);
