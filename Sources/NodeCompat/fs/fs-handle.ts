/// `FileHandle` (https://nodejs.org/api/fs.html#class-filehandle).
// @optimize size
import { bufferNew } from "polyglot:runtime";
import { codedError } from "../prelude/node-errors.ts";
import * as operations from "./fs-operations.ts";
import { stepPromised, vector } from "./fs-trees.ts";

export class FileHandle {
  #fd: number;
  #closing: any;

  constructor(fd: number) { this.#fd = fd; }

  get fd(): number { return this.#fd; }

  /// The descriptor for a function of the handle.
  #open(syscall: string): number {
    if (this.#fd !== -1) return this.#fd;
    const error: any = codedError(new Error("file closed"), "EBADF");
    error.syscall = syscall;
    throw error;
  }

  async close(): Promise<void> {
    if (this.#fd === -1) return this.#closing;
    const fd = this.#fd;
    this.#fd = -1;
    this.#closing = operations.runPromised(operations.close(fd));
    return this.#closing;
  }

  async read(buffer?: any, offset?: any, length?: any, position?: any): Promise<any> {
    const fd = this.#open("read");
    let target: any = buffer;
    if (target === undefined || target === null || (typeof target === "object" && target.byteLength === undefined)) {
      const options: any = target ?? {};
      target = options.buffer ?? bufferNew(16384);
      offset = options.offset;
      length = options.length;
      position = options.position;
    } else if (offset !== null && typeof offset === "object") {
      length = offset.length;
      position = offset.position;
      offset = offset.offset;
    }
    const bytesRead: number = await operations.runPromised(operations.read(fd, target, offset, length, position));
    return { bytesRead, buffer: target };
  }

  async write(buffer: any, offset?: any, length?: any, position?: any): Promise<any> {
    const fd = this.#open("write");
    if (typeof buffer !== "string" && offset !== null && typeof offset === "object") {
      length = offset.length;
      position = offset.position;
      offset = offset.offset;
    }
    const bytesWritten: number = await operations.runPromised(operations.write(fd, buffer, offset, length, position));
    return { bytesWritten, buffer };
  }

  async readv(buffers: any, position?: any): Promise<any> {
    return { bytesRead: await stepPromised(vector(this.#open("read"), buffers, position, false)), buffers };
  }

  async writev(buffers: any, position?: any): Promise<any> {
    return { bytesWritten: await stepPromised(vector(this.#open("write"), buffers, position, true)), buffers };
  }

  async readFile(options?: any): Promise<any> { return operations.runPromised(operations.readFile(this.#open("read"), options)); }
  async writeFile(data: any, options?: any): Promise<void> {
    return operations.runPromised(operations.writeFile(this.#open("write"), data, options, "w"));
  }
  async appendFile(data: any, options?: any): Promise<void> { return this.writeFile(data, options); }
  async stat(options?: any): Promise<any> { return operations.runPromised(operations.fstat(this.#open("fstat"), options)); }
  async truncate(length?: any): Promise<void> {
    return operations.runPromised(operations.ftruncate(this.#open("ftruncate"), length));
  }
  async sync(): Promise<void> { return operations.runPromised(operations.fsync(this.#open("fsync"))); }
  async datasync(): Promise<void> { return operations.runPromised(operations.fdatasync(this.#open("fdatasync"))); }
  async chmod(mode: any): Promise<void> { return operations.runPromised(operations.fchmod(this.#open("fchmod"), mode)); }
  async chown(uid: any, gid: any): Promise<void> {
    return operations.runPromised(operations.fchown(this.#open("fchown"), uid, gid));
  }
  async utimes(atime: any, mtime: any): Promise<void> {
    return operations.runPromised(operations.futimes(this.#open("futime"), atime, mtime));
  }
  [Symbol.asyncDispose](): Promise<void> { return this.close(); }
}
