// @targets: native
// What was written while a socket was corked, or was not connected yet, is sent together: bytes, text, and both.
import { connect, createServer, type Socket } from "node:net";

function send(write: (socket: Socket) => void, isEarly: boolean): Promise<void> {
  return new Promise((resolve) => {
    let text = "";
    const server = createServer((peer) => {
      peer.on("data", (chunk: Buffer) => { text += chunk.toString("latin1"); });
      peer.on("end", () => {
        peer.end();
        server.close(() => {
          console.log(JSON.stringify(text));
          resolve();
        });
      });
    });
    server.listen(0, "127.0.0.1", () => {
      const socket = connect((server.address() as any).port, "127.0.0.1");
      const all = (): void => {
        socket.cork();
        write(socket);
        socket.uncork();
        socket.end(() => console.log(socket.bytesWritten));
        if (isEarly) console.log(typeof socket.bytesWritten);
      };
      if (isEarly) all();
      else socket.on("connect", all);
    });
  });
}

for (const isEarly of [false, true]) {
  await send((socket) => { for (const text of ["ab", "cd", "ef"]) socket.write(Buffer.from(text)); }, isEarly);
  await send((socket) => { for (const text of ["ab", "cä", "ef"]) socket.write(text, "latin1"); }, isEarly);
  await send((socket) => {
    socket.write(Buffer.from("a"));
    socket.write("6263", "hex");
    socket.write(new Uint8Array([100, 101]));
    socket.write("f", (error) => console.log("done", error));
  }, isEarly);
}
