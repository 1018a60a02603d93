// Says hello; the port is the environment's PORT.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

createServer((_request: IncomingMessage, response: ServerResponse) => {
  response.setHeader("Content-Type", "text/plain");
  response.end("Hello, world!");
}).listen(Number(process.env.PORT), "127.0.0.1");
