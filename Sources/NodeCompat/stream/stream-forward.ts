/// What a stream made of others passes on: reads from the one behind it, writes to the one before it.
// @optimize size

/// Lets `stream` read what `source` has; what is returned forgets a read that waits, for when `stream` is destroyed.
export function forwardReads(stream: any, source: any): () => void {
  let waiting: any = null;
  source.on("readable", () => {
    const read: any = waiting;
    waiting = null;
    if (read) read();
  });
  source.on("end", () => stream.push(null));
  stream._read = function (): void {
    while (true) {
      const chunk: any = source.read();
      if (chunk === null) {
        waiting = stream._read;
        return;
      }
      if (!stream.push(chunk)) return;
    }
  };
  return () => {
    waiting = null;
  };
}

/// Lets `stream` write to `target`: `finish` ends it when all has arrived, `forget` drops the callbacks that wait.
export function forwardWrites(stream: any, target: any): { finish: () => void; forget: () => void } {
  let onDrain: any = null;
  let onFinish: any = null;
  stream._write = function (chunk: any, encoding: any, callback: any): void {
    if (target.write(chunk, encoding)) callback();
    else onDrain = callback;
  };
  stream._final = function (callback: any): void {
    target.end();
    onFinish = callback;
  };
  target.on("drain", () => {
    const callback: any = onDrain;
    onDrain = null;
    if (callback) callback();
  });
  return {
    finish(): void {
      const callback: any = onFinish;
      onFinish = null;
      if (callback) callback();
    },
    forget(): void {
      onDrain = onFinish = null;
    },
  };
}
