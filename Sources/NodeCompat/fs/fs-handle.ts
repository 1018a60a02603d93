/// `FileHandle` (https://nodejs.org/api/fs.html#class-filehandle).
// @optimize size
import { bufferNew, fileHandlePrototype } from "polyglot:runtime";
import { codedError } from "../prelude/node-errors.ts";
import * as operations from "./fs-operations.ts";
import { stepPromised, vector } from "./fs-trees.ts";

export class FileHandle {
  #fd: number;
  /// The promise of `close`, and what ends it if it waits for operations.
  #closing: any;
  #endClosing: any;
  /// The operations under way.
  #pending = 0;

  constructor(fd: number) { this.#fd = fd; }

  get fd(): number { return this.#fd; }

  /// The descriptor for a function of the handle.
  #open(syscall: string): number {
    if (this.#fd !== -1) return this.#fd;
    const error: any = codedError(new Error("file closed"), "EBADF");
    error.syscall = syscall;
    throw error;
  }

  /// Does something with the descriptor, which stays open meanwhile.
  async #use(syscall: string, action: (fd: number) => any): Promise<any> {
    const fd = this.#open(syscall);
    this.#pending++;
    try {
      return await action(fd);
    } finally {
      if (--this.#pending === 0 && this.#endClosing !== undefined) this.#endClosing(this.#closeNow());
    }
  }

  #closeNow(): Promise<void> {
    const fd = this.#fd;
    this.#fd = -1;
    this.#endClosing = undefined;
    return operations.runPromised(operations.close(fd));
  }

  close(): Promise<void> {
    if (this.#closing === undefined && this.#fd !== -1) {
      this.#closing = this.#pending === 0 ? this.#closeNow() : new Promise((resolve) => { this.#endClosing = resolve; });
    }
    return this.#closing;
  }

  async read(buffer?: any, offset?: any, length?: any, position?: any): Promise<any> {
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
    const bytesRead: number = await this.#use(
      "read", (fd) => operations.runPromised(operations.read(fd, target, offset, length, position)),
    );
    return { bytesRead, buffer: target };
  }

  async write(buffer: any, offset?: any, length?: any, position?: any): Promise<any> {
    if (typeof buffer !== "string" && offset !== null && typeof offset === "object") {
      length = offset.length;
      position = offset.position;
      offset = offset.offset;
    }
    const bytesWritten: number = await this.#use(
      "write", (fd) => operations.runPromised(operations.write(fd, buffer, offset, length, position)),
    );
    return { bytesWritten, buffer };
  }

  async readv(buffers: any, position?: any): Promise<any> {
    const bytesRead: number = await this.#use("read", (fd) => stepPromised(vector(fd, buffers, position, false)));
    return { bytesRead, buffers };
  }

  async writev(buffers: any, position?: any): Promise<any> {
    const bytesWritten: number = await this.#use("write", (fd) => stepPromised(vector(fd, buffers, position, true)));
    return { bytesWritten, buffers };
  }

  /// Does one operation.
  #run(syscall: string, prepare: (fd: number) => operations.Call): Promise<any> {
    return this.#use(syscall, (fd) => operations.runPromised(prepare(fd)));
  }

  readFile(options?: any): Promise<any> { return this.#run("read", (fd) => operations.readFile(fd, options)); }
  writeFile(data: any, options?: any): Promise<void> {
    return this.#run("write", (fd) => operations.writeFile(fd, data, options, "w"));
  }
  appendFile(data: any, options?: any): Promise<void> { return this.writeFile(data, options); }
  stat(options?: any): Promise<any> { return this.#run("fstat", (fd) => operations.fstat(fd, options)); }
  truncate(length?: any): Promise<void> { return this.#run("ftruncate", (fd) => operations.ftruncate(fd, length)); }
  sync(): Promise<void> { return this.#run("fsync", (fd) => operations.fsync(fd)); }
  datasync(): Promise<void> { return this.#run("fdatasync", (fd) => operations.fdatasync(fd)); }
  chmod(mode: any): Promise<void> { return this.#run("fchmod", (fd) => operations.fchmod(fd, mode)); }
  chown(uid: any, gid: any): Promise<void> { return this.#run("fchown", (fd) => operations.fchown(fd, uid, gid)); }
  utimes(atime: any, mtime: any): Promise<void> {
    return this.#run("futime", (fd) => operations.futimes(fd, atime, mtime));
  }
  [Symbol.asyncDispose](): Promise<void> { return this.close(); }
}
Object.setPrototypeOf(FileHandle.prototype, fileHandlePrototype());
