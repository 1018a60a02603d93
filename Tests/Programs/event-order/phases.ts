// The order of the loop's phases, as seen from each of them: timers, what files are asked for, immediates.
import * as fs from "node:fs";
import { setImmediate as immediate, setTimeout as pause, setInterval as interval, scheduler } from "node:timers/promises";
import { log, run, say } from "./scenarios.ts";

const file = process.argv[1];
/** Works for so many milliseconds. */
function work(milliseconds: number): void {
  for (const start = Date.now(); Date.now() - start < milliseconds;) continue;
}
/** Calls back from the poll phase. */
const afterPoll = (callback: () => void) => fs.stat("/", callback);

run([
  ["behind a file comes the immediate, then the timer", () => {
    afterPoll(() => {
      setTimeout(say("timer"), 0);
      setImmediate(say("immediate"));
      process.nextTick(say("tick"));
      queueMicrotask(say("micro"));
      log("file");
    });
  }],
  ["a chain of files with immediates between", () => {
    afterPoll(() => {
      log("1");
      setImmediate(say("immediate 1"));
      afterPoll(() => { log("2"); setImmediate(say("immediate 2")); afterPoll(say("3")); });
    });
  }],
  ["an immediate asks for a file and sets an immediate", () => {
    setImmediate(() => {
      log("a");
      setImmediate(() => { log("b"); process.nextTick(say("tick of b")); });
      process.nextTick(say("tick of a"));
    });
    setImmediate(say("a 2"));
  }],
  ["timers that are due run before the immediate of a round", () => {
    setImmediate(() => {
      setTimeout(say("timer"), 1);
      work(5);
      setImmediate(say("immediate"));
    });
  }],
  ["a timer that became due while another ran waits, too", () => {
    setTimeout(() => {
      log("first");
      setImmediate(say("immediate"));
      work(210);
    }, 1);
    setTimeout(say("second"), 1);
    // Late enough that a busy machine does not make it due with the first.
    setTimeout(say("third"), 200);
    work(10);
  }],
  ["a timer of no time set by a timer waits for the next round", () => {
    setTimeout(() => {
      setTimeout(say("inner"), 0);
      setImmediate(say("immediate"));
      work(5);
      log("outer");
    }, 0);
    setTimeout(say("other"), 0);
    work(10);
  }],
  ["promises of files", () => {
    (async () => {
      await fs.promises.stat("/");
      log("a");
      process.nextTick(say("tick"));
      setImmediate(say("immediate"));
      setTimeout(say("timer"), 0);
      await null;
      log("b");
    })();
  }],
  ["a file's promise and its callback", () => {
    afterPoll(() => {
      Promise.resolve().then(say("micro of the callback"));
      process.nextTick(say("tick of the callback"));
      fs.promises.access("/nowhere at all").catch((error) => { log(error.code); process.nextTick(say("tick of the rejection")); });
    });
  }],
  ["synchronous work does not let anything else run", () => {
    setImmediate(say("immediate"));
    process.nextTick(say("tick"));
    log(fs.readFileSync(file).length > 0 ? "read" : "empty");
    log(String(fs.existsSync("/")));
  }],
  ["errors of arguments come at once, errors of the system later", () => {
    try { fs.stat(5 as any, say("never")); } catch (error: any) { log(error.code); }
    fs.stat("/nowhere at all", (error) => log(error!.code!));
    fs.promises.stat(5 as any).catch((error) => log("promise " + error.code));
    log("asked");
  }],
  ["a callback that throws", () => {
    process.once("uncaughtException", (error) => { log("caught " + error.message); process.nextTick(say("tick of the handler")); });
    afterPoll(() => {
      process.nextTick(say("tick"));
      setImmediate(say("immediate"));
      queueMicrotask(say("micro"));
      throw new Error("file");
    });
  }],
  ["timers/promises", () => {
    (async () => {
      const late = pause(30, "timer").then(log);
      await immediate("immediate").then(log);
      process.nextTick(say("tick"));
      await immediate();
      log("second");
      await late;
      await scheduler.yield();
      log("yielded");
    })();
  }],
  ["an interval as an iterator", () => {
    (async () => {
      let count = 0;
      for await (const value of interval(2, "value")) {
        log(value + " " + ++count);
        if (count === 3) break;
      }
      log("left");
    })();
  }],
  ["an aborted timer", () => {
    const controller = new AbortController();
    pause(1 << 20, undefined, { signal: controller.signal }).catch((error) => log(error.name + " " + error.code));
    immediate(undefined, { signal: controller.signal }).catch((error) => log("immediate " + error.name));
    queueMicrotask(() => { log("abort"); controller.abort(); process.nextTick(say("tick")); });
    pause(1, undefined, { signal: AbortSignal.abort() }).catch((error) => log("at once " + error.name));
  }],
  ["a directory is read piece by piece", () => {
    (async () => {
      const folder = await fs.promises.opendir("/");
      log("opened");
      setImmediate(say("immediate"));
      const first = await folder.read();
      log(first === null ? "empty" : "entry");
      await folder.close();
      log("closed");
    })();
  }],
  ["clearing what is due", () => {
    afterPoll(() => {
      const never = setImmediate(say("never"));
      const timer = setTimeout(say("never"), 0);
      process.nextTick(() => { clearImmediate(never); clearTimeout(timer); log("cleared"); });
      setImmediate(say("last"));
    });
  }],
  ["work that unref leaves behind", () => {
    setTimeout(say("never"), 1 << 30).unref();
    setImmediate(say("never either")).unref();
    const kept = setImmediate(() => { log("kept"); });
    kept.unref();
    kept.ref();
  }],
]);
