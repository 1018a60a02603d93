// An uncaught error in a function of a class, after output without a line feed.
// @exit: 1
process.stdout.write("no line feed");
class Machine {
  #state = 0;
  run() { if (++this.#state > 2) this.#break(); else this.run(); }
  #break() { (undefined as any).boom(); }
}
new Machine().run();
