// @targets: native
// What a server accepted has ids, but no store: nobody in the program asked for it.
import { AsyncLocalStorage, AsyncResource, executionAsyncId, executionAsyncResource, triggerAsyncId } from "node:async_hooks";
import { connect, createServer, type AddressInfo } from "node:net";

const storage = new AsyncLocalStorage<string>();
const server = storage.run("server", () =>
  createServer((socket) => {
    const accepting = executionAsyncId();
    console.log("accepted", storage.getStore(), executionAsyncId() > 0);
    socket.on("data", (chunk) => {
      const resource = new AsyncResource("ANSWER");
      console.log(String(chunk), storage.getStore(), executionAsyncId() > 0, resource.asyncId() > 0, typeof executionAsyncResource(), triggerAsyncId() === accepting);
      resource.runInAsyncScope(() => socket.end(`${storage.getStore()} answers`));
    });
    socket.on("close", () => server.close());
  }));
server.listen(0, "127.0.0.1", () => {
  storage.run("client", () => {
    const client = connect((server.address() as AddressInfo).port, "127.0.0.1", () => client.write("hello"));
    client.on("data", (chunk) => console.log(String(chunk), storage.getStore()));
    client.on("end", () => console.log("end", storage.getStore()));
  });
});
server.on("close", () => console.log("closed", executionAsyncId() > 0));
