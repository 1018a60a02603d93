// Members of the library's objects that the program reaches by names that do not stand in its text.
import { EventEmitter } from "node:events";

const emitter: any = new EventEmitter();
const words: string[] = JSON.parse('["on", "prepend", "add"]');
for (const word of words) {
  const name = word === "on" ? word : word + "Listener";
  emitter[name]("x", () => console.log("heard by", name));
}
emitter.emit("x");
const count = words[0]!.replace("on", "listener") + "Count";
console.log(count in emitter, emitter[count]("x"), typeof emitter[["event", "Names"].join("")]);
