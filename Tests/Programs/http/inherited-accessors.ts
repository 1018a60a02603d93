// @targets: native
// Accessors that all objects inherit under numbers may take what the library appends to its lists.
import http from "node:http";
import type { AddressInfo } from "node:net";

const server = http.createServer((request, response) => {
  response.setHeader("X-One", "1");
  for (const name of ["3", "4", "5"]) {
    Object.defineProperty(Object.prototype, name, { configurable: true, get: () => 7, set() {} });
  }
  response.setHeader("X-Two", "2");
  for (const name of ["3", "4", "5"]) delete (Object.prototype as any)[name];
  response.end("end");
});
server.listen(0, () => {
  http.get({ port: (server.address() as AddressInfo).port }, (response) => {
    console.log(response.statusCode, response.headers["x-one"], response.headers["x-two"]);
    response.on("data", (data) => console.log(String(data)));
    response.on("end", () => server.close());
  });
});
