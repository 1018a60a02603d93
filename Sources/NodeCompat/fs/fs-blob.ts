/// Blobs of files.
// @optimize size
import { makeFileBlob } from "../prelude/blob.ts";
import { type BlobFile } from "../prelude/blob-parts.ts";
import { plainCodedError } from "../prelude/node-errors.ts";
import { validateObject, validateString } from "../prelude/validators.ts";
import { checkPath } from "./fs-arguments.ts";
import * as operations from "./fs-operations.ts";

/// A file as it was when the Blob was made: what was written since makes the Blob unreadable.
class FileSource implements BlobFile {
  readonly #path: string;
  readonly #size: number;
  readonly #modified: number;

  constructor(path: string, stats: any) {
    this.#path = path;
    this.#size = stats.size;
    this.#modified = stats.mtimeMs;
  }

  read(target: any, position: number, done: (isRead: boolean) => void): void {
    this.#fill(target, position).then(done, () => done(false));
  }

  async #fill(target: any, position: number): Promise<boolean> {
    const fd: number = await operations.runPromised(operations.open(this.#path, "r", undefined));
    try {
      const stats: any = await operations.runPromised(operations.fstat(fd, undefined));
      if (stats.size !== this.#size || stats.mtimeMs !== this.#modified) return false;
      const length: number = target.length;
      let count = 0;
      while (count < length) {
        const rest: any = target.subarray(count);
        const read: number = await new Promise((resolve) => {
          operations.readInto(fd, rest, length - count, position + count, resolve);
        });
        if (read <= 0) return false;
        count += read;
      }
      return true;
    } finally {
      await operations.runPromised(operations.close(fd));
    }
  }
}

/// `fs.openAsBlob`
export function openAsBlob(path: any, options: any = {}): Promise<any> {
  validateObject(options, "options");
  const type: any = options.type || "";
  validateString(type, "options.type");
  const name = checkPath(path);
  let stats: any;
  try {
    stats = operations.runNow(operations.stat(name, undefined, true));
  } catch {
    throw plainCodedError(new TypeError("Unable to open file as blob"), "ERR_INVALID_ARG_VALUE");
  }
  return Promise.resolve(makeFileBlob(new FileSource(name, stats), stats.size, type));
}
