// What the programs of this folder share: each has named scenarios, which are counted by their lines of output.
const events: string[] = [];

/** Notes that something happens now. */
export function log(text: string): void {
  events.push(text);
}

/** What notes that it was called. */
export function say(text: string): () => void {
  return () => { events.push(text); };
}

/** Runs scenarios, each when the one before has nothing left to do, and prints in which order things happened in it. */
export function run(scenarios: [name: string, scenario: () => void][]): void {
  let next = 0;
  process.on("beforeExit", () => {
    if (next > 0) console.log(scenarios[next - 1][0] + ": " + events.splice(0).join(" | "));
    if (next === scenarios.length) return;
    // Something has to happen, or there is no beforeExit behind it.
    scenarios[next++][1]();
    setImmediate(() => {});
  });
}
