// @targets: native
// Frames keep the order of `send`, also behind a Blob whose bytes come later; the close frame waits for none.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const names = new Map([[1, "text"], [2, "binary"], [8, "close"]]);
const server = createServer();
server.on("upgrade", (request, socket) => {
  const accept = createHash("sha1").update(request.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest("base64");
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  let rest: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    // Short masked frames only.
    while (rest.length >= 6 && rest.length >= 6 + (rest[1]! & 127)) {
      const size = rest[1]! & 127;
      const payload = Array.from(rest.subarray(6, 6 + size), (byte, i) => byte ^ rest[2 + (i & 3)]!);
      const opcode = rest[0]! & 15;
      console.log(names.get(opcode), opcode === 8 ? payload[0]! * 256 + payload[1]! : Buffer.from(payload).toString());
      if (opcode === 8) {
        socket.write(Buffer.from([0x88, size, ...payload]));
        socket.end();
      }
      rest = rest.subarray(6 + size);
    }
  });
});
server.listen(0, "127.0.0.1", () => {
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  client.onopen = () => {
    client.send("first");
    client.send(new Blob(["blob"]));
    client.send("behind the blob");
    setTimeout(() => {
      client.send("later");
      client.send(new Blob(["another"]));
      client.send("last");
      client.close(1000);
    }, 100);
  };
  client.onclose = (event) => {
    console.log("closed", event.wasClean, event.code, client.bufferedAmount);
    server.close();
  };
});
