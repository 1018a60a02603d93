// Answers JSON with a little more of it; the port is the environment's PORT.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

interface Order {
  count: number;
  items: { id: number; name: string; price: number }[];
}

createServer((request: IncomingMessage, response: ServerResponse) => {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    body += chunk;
  });
  request.on("end", () => {
    const order = JSON.parse(body) as Order;
    order.count++;
    order.items.push({ id: order.items.length, name: "one more", price: 1 });
    const text = JSON.stringify(order);
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
    response.end(text);
  });
}).listen(Number(process.env.PORT), "127.0.0.1");
