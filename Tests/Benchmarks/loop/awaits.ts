// Two million awaits: of async functions, of values and of promises.
async function step(value: number): Promise<number> {
  return value;
}

async function main(): Promise<void> {
  let sum = 0;
  for (let i = 0; i < 1_000_000; i++) sum += await step(i);
  for (let i = 0; i < 500_000; i++) {
    await null;
    sum += await Promise.resolve(i);
  }
  console.log(sum);
}

main();
