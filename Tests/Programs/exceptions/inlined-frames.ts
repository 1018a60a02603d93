// Functions that are small enough to be copied into their callers still show in traces.
export {};

function check(value: number): number {
  if (value > 3) throw new RangeError(`${value} is too large`);
  return value * 2;
}

function twice(value: number): number {
  return check(value) + check(value + 1);
}

class Account {
  balance = 0;
  deposit(amount: number): void {
    this.balance += twice(amount);
  }
  owner(): string {
    return this.missing().name;
  }
  private missing(): { name: string } {
    return undefined as unknown as { name: string };
  }
}

function rethrow(value: number): number {
  try {
    return twice(value);
  } catch (error) {
    if (value === 3) throw error;
    return -1;
  }
}

function frames(body: () => void): string {
  try {
    body();
    return "nothing thrown";
  } catch (error) {
    const { name, message, stack } = error as Error;
    const calls = stack!.split("\n").slice(1).filter((line) => line.includes("inlined-frames"));
    return `${name}: ${message}: ${calls.map((line) => /at (?:new )?([\w.]+) \(/.exec(line)?.[1] ?? "?").slice(0, 3).join(" < ")}`;
  }
}

const account = new Account();
console.log(frames(() => { account.deposit(1); account.deposit(3); }), account.balance);
console.log(frames(() => { console.log(rethrow(4)); rethrow(3); }));
console.log(frames(() => { account.owner(); }).replace(/ < frames$/, ""));
