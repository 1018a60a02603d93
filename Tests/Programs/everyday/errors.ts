class AppError extends Error { code: number; constructor(message: string, code: number, options?: ErrorOptions) { super(message, options); this.name = "AppError"; this.code = code; } }
class NotFound extends AppError { constructor(what: string) { super(what + " not found", 404); this.name = new.target.name; } }
const log: string[] = [];
function step(n: number): number { try { log.push("try" + n); if (n === 0) throw new NotFound("zero"); if (n === 1) return n * 10; if (n === 2) throw "plain"; return n; } catch (e) { log.push("catch" + n); if (e instanceof NotFound) throw new AppError("wrapped", 500, { cause: e }); throw e; } finally { log.push("finally" + n); if (n === 3) return -3; } }
for (let i = 0; i < 5; i++) { try { console.log(i, step(i)); } catch (e) { if (e instanceof AppError) console.log(e.name, e.message, e.code, (e.cause as Error).message, e instanceof Error, Object.prototype.toString.call(e)); else console.log("other", e); } }
console.log(log.join(" "));
function nested(): string { const out: string[] = []; outer: for (let i = 0; i < 4; i++) { for (let j = 0; ; j++) { try { if (j === 2) continue outer; if (i === 2) break outer; out.push(`${i}${j}`); } finally { out.push("f"); } } } return out.join(","); }
console.log(nested());
const fs = [() => { throw new TypeError("t"); }, () => null!.x, () => (undefined as any).foo(), () => { let x: any = 5; x(); }, () => [].reduce((a, b) => a), () => new Array(-1), () => "x".repeat(-1), () => (1).toFixed(200), () => JSON.parse("{bad"), () => decodeURIComponent("%"), () => { const o: any = Object.freeze({ a: 1 }); o.a = 2; }, () => { (Symbol() as any) + 1; }, () => { null as any instanceof (5 as any); }, () => { "a" in ("b" as any); }, () => { const { a } = null as any; }, () => { const [a] = {} as any; }, () => { for (const x of 5 as any); }, () => { class A { constructor() { } } (A as any)(); }, () => { new (class extends (null as any) { })(); }];
for (const f of fs) try { f(); console.log("fine"); } catch (e: any) { console.log(e.name + ": " + e.message, e.constructor === globalThis[e.name as "Error"]); }
const err = new Error("msg"); console.log(err.stack!.split("\n")[0], `${err}`, err.toString(), Object.keys(err), JSON.stringify(err), "message" in err, err.hasOwnProperty("name"));
function retry<T>(n: number, f: (k: number) => T): T { for (let k = 1; ; k++) { try { return f(k); } catch (e) { if (k >= n) throw e; } finally { log.length = 0; } } }
console.log(retry(3, k => { if (k < 3) throw k; return "ok" + k; }));
try { retry(2, k => { throw new Error("k" + k); }); } catch (e: any) { console.log(e.message); }
const r = (() => { try { return "try"; } finally { console.log("cleanup"); } })(); console.log(r);
const q = (() => { for (; ;) { try { return 1; } finally { break; } } return 2; })(); console.log(q);
