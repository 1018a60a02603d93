// The order of ticks, microtasks, timers and immediates. Each case starts when the one before has nothing left to do.
const log: string[] = [];
const say = (text: string) => () => { log.push(text); };

const cases: [string, () => void][] = [
  ["ticks before microtasks in a timer", () => {
    setTimeout(() => {
      Promise.resolve().then(say("micro"));
      process.nextTick(say("tick"));
      queueMicrotask(say("micro 2"));
      say("timer")();
    }, 1);
  }],
  ["ticks and microtasks alternate", () => {
    setTimeout(() => {
      process.nextTick(() => {
        say("tick 1")();
        Promise.resolve().then(() => {
          say("micro 1")();
          process.nextTick(() => { say("tick 3")(); queueMicrotask(say("micro 3")); });
          Promise.resolve().then(say("micro 2"));
        });
        process.nextTick(say("tick 2"));
      });
    }, 1);
  }],
  ["between timers of one list", () => {
    for (const name of ["a", "b", "c"]) {
      setTimeout(() => { say(name)(); process.nextTick(say(name + " tick")); queueMicrotask(say(name + " micro")); }, 2);
    }
  }],
  ["an immediate comes before a timer set with it in the check phase", () => {
    setImmediate(() => {
      setTimeout(say("timer"), 120);
      setImmediate(say("immediate"));
      process.nextTick(say("tick"));
    });
  }],
  ["immediates set by immediates wait for the next round", () => {
    setImmediate(() => { say("1")(); setImmediate(say("3")); process.nextTick(say("tick 1")); });
    setImmediate(() => { say("2")(); queueMicrotask(say("micro 2")); });
  }],
  ["an immediate clears a later one", () => {
    let later: any;
    setImmediate(() => { say("1")(); clearImmediate(later); });
    later = setImmediate(say("never"));
    setImmediate(say("2"));
  }],
  ["a tick of an immediate clears the next one", () => {
    let later: any;
    setImmediate(() => process.nextTick(() => { say("clear")(); clearImmediate(later); }));
    later = setImmediate(say("never"));
    setImmediate(say("last"));
  }],
  ["timers of different durations", () => {
    setTimeout(say("30"), 30);
    setTimeout(say("10"), 10);
    setTimeout(say("20"), 20);
    setTimeout(say("10 again"), 10);
    setTimeout(say("1"), 0);
    setTimeout(say("1 again"), 1);
    setTimeout(say("1.9"), 1.9);
    setTimeout(say("text"), "2" as any);
  }],
  ["a timer clears one of the same list and one of another", () => {
    const other = setTimeout(say("never"), 12);
    setTimeout(() => { say("a")(); clearTimeout(same); clearTimeout(other); }, 4);
    const same = setTimeout(say("never"), 4);
    setTimeout(say("b"), 4);
    setTimeout(say("c"), 13);
  }],
  ["intervals", () => {
    let count = 0;
    const interval = setInterval((step: number) => {
      say("interval " + (count += step))();
      if (count === 6) clearInterval(interval);
    }, 2, 2);
  }],
  ["an interval that clears itself, and sets a timer", () => {
    const interval = setInterval(() => { clearInterval(interval); say("once")(); setTimeout(say("after"), 1); }, 1);
  }],
  ["refresh", () => {
    const early = setTimeout(say("refreshed"), 200);
    setTimeout(() => early.refresh(), 100);
    setTimeout(say("before it"), 210);
  }],
  ["refresh of one that has fired", () => {
    let count = 0;
    const timer: any = setTimeout(() => { say("fired " + ++count)(); if (count < 3) timer.refresh(); }, 1);
  }],
  ["numbers of timers", () => {
    const timer: any = setTimeout(say("never"), 3);
    const other: any = setTimeout(say("never"), 3);
    clearTimeout(+timer as any);
    clearTimeout(String(+other) as any);
    clearTimeout(undefined);
    clearTimeout(null as any);
    clearTimeout({} as any);
    clearTimeout("x" as any);
    setTimeout(say(typeof +timer), 3);
  }],
  ["arguments and this", () => {
    setTimeout(function (this: any, ...rest: any[]) { say(typeof this + rest.join())(); }, 40, 1, "two", null);
    setImmediate(function (this: any, ...rest: any[]) { say(this.constructor.name + rest.length)(); }, 1);
    process.nextTick(function (this: any, ...rest: any[]) { say(String(this) + rest.length)(); }, 1, 2, 3);
  }],
  ["async functions", () => {
    const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
    (async () => {
      await pause(2);
      say("a")();
      process.nextTick(say("tick"));
      await null;
      say("b")();
      await new Promise((resolve) => setImmediate(resolve));
      say("c")();
    })();
  }],
  ["nested timers", () => {
    setTimeout(() => {
      setTimeout(() => { setTimeout(say("3"), 1); say("2")(); }, 1);
      say("1")();
    }, 1);
  }],
  ["a dropped list", () => {
    const first = setTimeout(say("never"), 30);
    clearTimeout(first);
    setTimeout(say("30"), 30);
    setTimeout(say("6"), 6);
  }],
  ["many lists", () => {
    for (let i = 0; i < 9; i++) setTimeout(say(String((i * 7) % 9)), (i * 7) % 9 * 12 + 1);
    for (let i = 0; i < 20; i++) clearTimeout(setTimeout(say("never"), i + 1));
  }],
  ["unref does not hold the loop, ref does", () => {
    const a = setTimeout(say("never"), 1 << 30).unref();
    const b = setTimeout(say("kept"), 2).unref().ref();
    say([a.hasRef(), b.hasRef(), setImmediate(() => {}).hasRef()].join())();
    clearTimeout(a);
  }],
  ["a microtask that throws lets the others run", () => {
    process.once("uncaughtException", (error) => say("caught " + error.message)());
    setTimeout(() => {
      queueMicrotask(() => { say("1")(); throw new Error("micro"); });
      queueMicrotask(say("2"));
      process.nextTick(say("tick"));
    }, 1);
  }],
  ["a tick that throws delays the others", () => {
    process.once("uncaughtException", (error) => say("caught " + error.message)());
    setTimeout(() => {
      process.nextTick(() => { say("1")(); throw new Error("tick"); });
      process.nextTick(say("2"));
      queueMicrotask(say("micro"));
      setImmediate(say("immediate"));
    }, 1);
  }],
  ["a timer that throws", () => {
    process.once("uncaughtException", (error, origin) => say("caught " + error.message + " " + origin)());
    setTimeout(() => { process.nextTick(say("tick 1")); throw new Error("timer"); }, 1);
    setTimeout(() => { say("2")(); process.nextTick(say("tick 2")); }, 1);
    setTimeout(say("3"), 1);
    // All of them are due when the loop looks at them.
    for (const start = Date.now(); Date.now() - start < 5;) continue;
  }],
  ["an immediate that throws", () => {
    process.once("uncaughtException", (error) => say("caught " + error.message)());
    setImmediate(() => { process.nextTick(say("tick 1")); throw new Error("immediate"); });
    setImmediate(say("2"));
    setImmediate(say("3"));
  }],
  ["an interval that throws goes on", () => {
    process.once("uncaughtException", (error) => say("caught " + error.message)());
    let count = 0;
    const interval = setInterval(() => { if (++count === 3) clearInterval(interval); say(String(count))(); if (count === 1) throw new Error("i"); }, 1);
  }],
  ["a rejection is told behind the microtasks", () => {
    process.once("unhandledRejection", (reason) => { say("rejection " + reason)(); process.nextTick(say("tick of it")); });
    setTimeout(() => {
      Promise.reject("r");
      process.nextTick(say("tick"));
      queueMicrotask(say("micro"));
    }, 1);
  }],
  ["a rejection that is handled in time", () => {
    setTimeout(() => {
      const rejected = Promise.reject("r");
      process.nextTick(() => rejected.catch(say("handled")));
    }, 1);
  }],
  ["a rejection that is handled too late", () => {
    const rejected = Promise.reject("late");
    process.once("unhandledRejection", (reason, promise) => {
      say("unhandled " + reason + " " + (promise === rejected))();
      setTimeout(() => promise.catch(say("handled")), 1);
    });
    process.once("rejectionHandled", (promise) => say("told " + (promise === rejected))());
  }],
  ["a rejection as an exception", () => {
    process.once("uncaughtException", (error: any, origin) => say([error.name, error.code, error.message.length, origin].join())());
    setTimeout(() => { Promise.reject(null); }, 1);
  }],
  ["disposal", () => {
    (setTimeout(say("never"), 1) as any)[Symbol.dispose]();
    (setImmediate(say("never")) as any)[Symbol.dispose]();
    (setTimeout(say("never"), 1) as any).close();
  }],
];

let next = 0;
process.on("beforeExit", () => {
  if (next > 0) console.log(cases[next - 1][0] + ": " + log.splice(0).join(" | "));
  if (next < cases.length) cases[next++][1]();
});
