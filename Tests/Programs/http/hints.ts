// @targets: native
// Links of early hints: what Node takes and what not.
import { createServer, request } from "node:http";
const texts = ["</a>; rel=preload; as=style", "</a>", "</a>;", "</a>; x", "</a> ; a=\"b\"", "</a>;a=\"b\" c", "</a>; =\"x\"", "</a>; ==\"x\"", "a", "<a", "</a>;a=\"b", "</a>;a\"b\"", "</a> ", "</a>;a==\"\";b", "</a>;\u00a0a", "<a>x;b"];
const server = createServer((req, res) => {
  const out: string[] = [];
  for (const t of texts) { try { res.writeEarlyHints({ link: t }); out.push("ok"); } catch (e: any) { out.push(e.code); } }
  res.end(out.join(" "));
});
server.listen(0, () => {
  const req = request({ port: (server.address() as any).port }, (res) => { let s = ""; res.on("data", (d) => s += d); res.on("end", () => { console.log(s); server.close(); }); });
  req.end();
});
