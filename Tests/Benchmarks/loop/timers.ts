// A hundred thousand timers of a hundred durations, every tenth of which is cleared.
let fired = 0;
for (let i = 0; i < 100_000; i++) {
  const timer = setTimeout(() => { fired++; }, i % 100);
  if (i % 10 === 0) clearTimeout(timer);
}
process.on("exit", () => console.log(fired));
