/// The methods of FileHandle that give streams. The manifest names them, so that only programs have them that do.
// @optimize size
import { ReadStream, WriteStream } from "./fs-streams.ts";

export function createReadStream(this: any, options?: any): any {
  return new (ReadStream as any)(undefined, { ...options, fd: this });
}

export function createWriteStream(this: any, options?: any): any {
  return new (WriteStream as any)(undefined, { ...options, fd: this });
}

export function readableWebStream(this: any): any {
  throw new Error("Streams of the web are not supported yet");
}
