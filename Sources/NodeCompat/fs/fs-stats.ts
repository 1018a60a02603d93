/// What is known about files: `fs.Stats` and `fs.Dirent` (https://nodejs.org/api/fs.html#class-fsstats).
// @optimize size
const typeMask = 0o170000;

/// The questions about a file's type.
class FileType {
  /// Whether the type has these S_IF bits.
  protected hasType(_type: number): boolean { return false; }
  isFile(): boolean { return this.hasType(0o100000); }
  isDirectory(): boolean { return this.hasType(0o040000); }
  isSymbolicLink(): boolean { return this.hasType(0o120000); }
  isFIFO(): boolean { return this.hasType(0o010000); }
  isSocket(): boolean { return this.hasType(0o140000); }
  isCharacterDevice(): boolean { return this.hasType(0o020000); }
  isBlockDevice(): boolean { return this.hasType(0o060000); }
}

/// An entry of a directory.
export class Dirent extends FileType {
  name: any;
  parentPath: string;
  #type: number;

  constructor(name: any, parentPath: string, type: number) {
    super();
    this.name = name;
    this.parentPath = parentPath;
    this.#type = type;
  }

  protected hasType(type: number): boolean { return this.#type === type; }
}

function date(milliseconds: any): Date { return new Date(Math.round(Number(milliseconds))); }

/// What is known about a file, in numbers.
export class Stats extends FileType {
  dev: any;
  mode: any;
  nlink: any;
  uid: any;
  gid: any;
  rdev: any;
  blksize: any;
  ino: any;
  size: any;
  blocks: any;
  atimeMs: any;
  mtimeMs: any;
  ctimeMs: any;
  birthtimeMs: any;

  constructor(values: any[]) {
    super();
    this.dev = values[0];
    this.mode = values[1];
    this.nlink = values[2];
    this.uid = values[3];
    this.gid = values[4];
    this.rdev = values[5];
    this.blksize = values[6];
    this.ino = values[7];
    this.size = values[8];
    this.blocks = values[9];
    this.atimeMs = values[10];
    this.mtimeMs = values[11];
    this.ctimeMs = values[12];
    this.birthtimeMs = values[13];
  }

  protected hasType(type: number): boolean { return (Number(this.mode) & typeMask) === type; }
  get atime(): Date { return date(this.atimeMs); }
  get mtime(): Date { return date(this.mtimeMs); }
  get ctime(): Date { return date(this.ctimeMs); }
  get birthtime(): Date { return date(this.birthtimeMs); }
}

/// What is known about a file system (https://nodejs.org/api/fs.html#class-fsstatfs).
export class StatFs {
  type: any;
  bsize: any;
  frsize: any;
  blocks: any;
  bfree: any;
  bavail: any;
  files: any;
  ffree: any;

  constructor(values: any[]) {
    this.type = values[0];
    this.bsize = values[1];
    this.frsize = values[2];
    this.blocks = values[3];
    this.bfree = values[4];
    this.bavail = values[5];
    this.files = values[6];
    this.ffree = values[7];
  }
}

/// The same in BigInts, with nanoseconds.
export class BigIntStats extends Stats {
  atimeNs: any;
  mtimeNs: any;
  ctimeNs: any;
  birthtimeNs: any;

  constructor(values: any[]) {
    super(values.slice(0, 10).map((value) => BigInt(value)));
    const times: any[] = [];
    for (let i = 14; i < 18; i++) times.push(BigInt(values[i]) * 1000000000n + BigInt(values[i + 4]));
    this.atimeMs = times[0] / 1000000n;
    this.mtimeMs = times[1] / 1000000n;
    this.ctimeMs = times[2] / 1000000n;
    this.birthtimeMs = times[3] / 1000000n;
    this.atimeNs = times[0];
    this.mtimeNs = times[1];
    this.ctimeNs = times[2];
    this.birthtimeNs = times[3];
  }
}
