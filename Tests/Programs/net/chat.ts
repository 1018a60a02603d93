// @targets: native
// The example chat server and some of its clients.
import { connect, type Socket } from "node:net";
import { ChatServer } from "../../../examples/chat.ts";

/** A client that waits for what it is told. */
class Guest {
  private text = "";
  private wake: (() => void) | undefined;
  readonly socket: Socket;

  constructor(readonly name: string, port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.setEncoding("utf8");
    this.socket.on("data", (text: string) => {
      this.text += text;
      this.wake?.();
    });
    this.socket.on("error", () => undefined);
    this.socket.on("close", () => {
      this.text += "(closed)\n";
      this.wake?.();
    });
  }

  /** Prints what it is told up to a line that contains some text. */
  async hear(expected: string): Promise<void> {
    for (;;) {
      const found = this.text.indexOf(expected);
      const end = found < 0 ? -1 : this.text.indexOf("\n", found);
      if (end >= 0) {
        for (const line of this.text.slice(0, end).split("\n")) console.log(`${this.name}: ${line}`);
        this.text = this.text.slice(end + 1);
        return;
      }
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  say(text: string): void {
    this.socket.write(text);
  }
}

const chat = new ChatServer({ line: 40, lines: 12, window: 60_000, silence: 5_000, clients: 3 });
const port = await chat.listen(0, "127.0.0.1");
const ada = new Guest("ada", port);
await ada.hear("joined");
const bob = new Guest("bob", port);
await bob.hear("joined");
await ada.hear("guest2 has joined");
ada.say("/nick Ada\r\n");
await ada.hear("is Ada now");
bob.say("/nick ada\n/nick B b\n/ni");
bob.say("ck Bób\nHello, ");
await bob.hear("is Bób now");
bob.say("wörld\u0007!\n/me waves\n/msg ada psst\n/msg nobody x\n/nonsense\n/join\n");
await bob.hear("Usage: /join");
await ada.hear("psst");
ada.say("x".repeat(50) + "\n/help\n/who\n/rooms\n");
await ada.hear("Rooms");
bob.say("/join garden\n");
await bob.hear("joined garden");
await ada.hear("left lobby");
ada.say("/rooms\n/quit\n");
await ada.hear("(closed)");
bob.say("1\n2\n3\n");
await bob.hear("Not so fast");
// Nobody waits for who reads nothing, and a fourth client is one too many.
const deaf = connect(port, "127.0.0.1");
deaf.on("error", () => undefined);
deaf.pause();
const cat = new Guest("cat", port);
await cat.hear("joined");
const crowd = new Guest("crowd", port);
await crowd.hear("(closed)");
cat.say("/quit\n");
await cat.hear("(closed)");
deaf.destroy();
const closing = chat.close();
await bob.hear("(closed)");
await closing;
console.log("closed", chat.server.listening);
