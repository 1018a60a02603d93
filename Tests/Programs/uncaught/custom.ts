// An uncaught error of an own class, with a cause.
// @exit: 1
class ConfigError extends Error {
  constructor(message: string, public readonly key: string) {
    super(message, { cause: new TypeError("inner") });
    this.name = "ConfigError";
  }
}
process.on("exit", (code) => console.log("exit", code));
console.log("start");
throw new ConfigError("bad config", "port");
