/// The intrinsics that prelude and facade files import; the rows `intrinsic` and `intrinsic-op` of the built-ins'
/// manifests give their implementations.
declare module "polyglot:runtime" {
  /// Calls `callee` with a receiver and arguments; the optimiser inlines a known callee.
  /// How many arguments the function got that says so.
  export function argumentCount(): number;
  export function call0(callee: any, receiver: any): any;
  export function call1(callee: any, receiver: any, a: any): any;
  export function call2(callee: any, receiver: any, a: any, b: any): any;
  export function call3(callee: any, receiver: any, a: any, b: any, c: any): any;
  export function call4(callee: any, receiver: any, a: any, b: any, c: any, d: any): any;
  /// Whether the value is a true array whose prototype is the original `Array.prototype`.
  export function isPlainArray(value: any): boolean;
  /// The same, and it has no own properties besides its elements, and no prototype has index keys.
  export function isSimpleArray(value: any): boolean;
  /// CreateDataPropertyOrThrow.
  export function defineElement(object: any, key: any, value: any): void;
  /// CreateDataPropertyOrThrow (ECMA-262 7.3.7) of an object with an integer as the key; true.
  export function createDataPropertyAt(object: any, key: any, value: any): boolean;
  /// ArraySpeciesCreate (23.1.3.1.1).
  export function arraySpeciesCreateOf(original: any, length: number): any;
  /// Whether that gives a plain array, and storing into it runs no code.
  export function hasDefaultSpecies(array: any): boolean;
  export function reserveElements(array: any, count: number): void;
  export function appendElement(array: any[], element: any): void;
  /// IsConstructor (7.2.4).
  export function isConstructor(value: any): boolean;
}

declare module "polyglot:runtime" {
  /// 1 for a comparator that is `a - b`, -1 for `b - a`, 0 for any other.
  export function comparatorDirection(comparator: any): number;
  /// Sorts an array in place if it holds only numbers other than NaN and the direction is not 0; otherwise `false`.
  export function sortNumbers(values: any[], direction: number): boolean;
  /// Sorts two arrays of one length by the first one's strings, which may be the same array.
  export function sortTexts(keys: string[], values: any[]): void;
  /// Copies elements between plain arrays without holes, or within one; the target grows if they do not fit.
  export function moveElements(source: any[], from: number, target: any[], to: number, count: number): void;
  /// What an object is by its internal slots, as text: `Array`, `Function`, `Error`, `Map`, `Set`, `Map Iterator`,
  /// `Set Iterator`, `Arguments`, `WeakMap`, `WeakSet`, `Number`, `String`, `Boolean`, `Symbol`, `BigInt`, `Module`,
  /// otherwise `Object`.
  export function classOf(object: any): string;
  /// The target of a proxy, null if it was revoked; undefined for other objects.
  export function proxyTarget(object: any): any;
  /// A regular expression as its source and flags.
  export function regexpText(object: any): string;
  export function dateText(date: any): string;
  /// `class` for classes of the program, otherwise `Function` with `Async` or `Generator` before it as it applies.
  export function functionKind(callee: any): string;
  /// An array of the own keys that are not array indices: names, then symbols.
  export function ownNonIndexKeys(object: any, onlyEnumerable: boolean): any;
  /// A cursor before the first entry of a Map or Set (subclasses too). It sees entries that are added behind it.
  export function mapIterator(collection: any): any;
  /// Moves a cursor to the next entry; false at the end.
  export function mapIteratorStep(cursor: any): boolean;
  export function mapIteratorKey(cursor: any): any;
  /// The value of a Map's entry; of a Set, the key.
  export function mapIteratorValue(cursor: any): any;
  /// Sets and Maps without their methods, which the program may have replaced.
  export function setInsert(set: any, value: any): void;
  export function setContains(set: any, value: any): boolean;
  export function setRemove(set: any, value: any): void;
  export function setCount(set: any): number;
  export function mapValue(map: any, key: any): any;
  export function mapPut(map: any, key: any, value: any): void;
  /// Without advancing the iterator of a Map or Set: an array of whether it gives pairs, then the keys or values that
  /// it has still to give, or keys and values alternating.
  export function iteratorPreview(iterator: any): any;
  /// Of a promise: 0 pending, 1 fulfilled, 2 rejected; and its value or reason.
  export function promiseState(promise: any): number;
  export function promiseResult(promise: any): any;
}

declare module "polyglot:runtime" {
  /// Writes a line to standard output (1) or error (2), indented as deep as the open groups.
  export function consoleWrite(stream: number, text: string): void;
  /// Changes the indentation of lines by some columns.
  export function consoleGroup(columns: number): void;
  export function isTerminal(fd: number): boolean;
  export function monotonicMilliseconds(): number;
  /// An array of names and values in turn.
  export function processEnvironment(): any;
  export function processId(): number;
  export function processOpenChannel(event: string): any;
  export function processRunJobs(): void;
  export function processExecute(path: string, args: any, environment: any): number;
}

/// The intrinsics of files, paths and the process; the manifests say what their parameters are.
declare module "polyglot:runtime" {
  export function mapCreate(): any;
  export function setCreate(): any;
  export function consoleLogString(a: string): void;
  export function stdoutWrite(a: string): void;
  export function stderrWrite(a: string): void;
  export function readStdin(): any;
  export function terminalColumns(a: number): number;
  export function fsReadFile(a: string, b: number): any;
  /// Watches a path for `b(watch, isChange, name)`: the number of the watch or the negated errno.
  export function fileEventsWatch(a: string, b: any): number;
  export function fileEventsForget(a: number): void;
  export function fileEventsReference(a: number): void;
  export function fsCall(operation: number, a: any, b: any, c: any, d: any, e: any, completion: any): any;
  /// What FileHandle.prototype inherits from.
  export function fileHandlePrototype(): any;
  export function fsUseBuffers(constructor: any): void;
  export function errnoName(a: number): string;
  export function errnoMessage(a: number): string;
  export function processArguments(): any;
  export function processExit(a: number): void;
  export function processCwd(): any;
  export function processChangeDirectory(a: string): number;
  export function processPlatform(): string;
  export function processArchitecture(): string;
  export function monotonicSeconds(): number;
  export function monotonicNanoseconds(): number;
  export function wallMilliseconds(): number;
  export function memoryResident(): number;
  export function memoryHeapUsed(): number;
  export function memoryHeapTotal(): number;
  export function cpuUserMicroseconds(): number;
  export function cpuSystemMicroseconds(): number;
  export function pathNormalize(a: string): string;
  export function pathIsAbsolute(a: string): boolean;
  export function pathDirname(a: string): string;
  export function pathBasename(a: string): string;
  export function pathExtname(a: string): string;
  export function pathRelative(a: string, b: string): string;
  export function processSetExitCode(a: number): void;
  export function processSetExitListener(a: any): void;
  export function setReportInspector(a: any): void;
  export function processUptime(): number;
  export function processTimeOrigin(): number;
  export function processParentId(): number;
  export function processAbort(): void;
  /// Sets the mask unless it is negative; the mask before.
  export function processUmask(a: number): number;
  export function processKill(a: number, b: number): number;
  /// The number of the user (0), effective user (1), group (2), effective group (3).
  export function processUser(a: number): number;
  /// A count of `process.resourceUsage()`, from maxRSS (0) on; microseconds of the thread in the program (14), in the kernel (15).
  export function processResource(a: number): number;
  /// Changes what `processUser` tells: 0 or the negated errno.
  export function processSetUser(a: number, b: number): number;
  /// Makes these numbers the process's groups: 0 or the negated errno.
  export function processSetGroups(a: any): number;
  /// Changes the nice value of a process: 0 or the negated errno.
  export function processSetPriority(a: number, b: number): number;
  /// A group of the process by index, negative beyond the last.
  export function processGroup(a: number): number;
  export function monotonicBigint(): any;
  export function processSetBeforeExitListener(a: any): void;
  export function processSetUncaughtListener(a: any): void;
  export function processSetRejectionListener(a: any): void;
  export function processSetWarningListener(a: any): void;
  /// The function that is called with the number of a signal when it arrives, or undefined.
  export function processWatchSignal(a: number, b: any): number;
  /// The function that is called when there is something to be read; undefined: none.
  export function stdinWatch(a: any): void;
  export function terminalSetRaw(a: number, b: boolean): number;
  export function terminalRows(a: number): number;
  export function setOutputFailure(listener: any): void;
  /// process.nextTick with the arguments as an array, or undefined.
  export function nextTick(a: any, b: any): void;
  export function receivedText(a: any): string;
  export function setErrorCode(a: any, b: string): void;
}

/// Typed arrays.
declare module "polyglot:runtime" {
  /// The length of a typed array; a TypeError naming the method if the value is none, or out of bounds.
  export function typedArrayLength(array: any, method: string): number;
  /// TypedArraySpeciesCreate, TypedArrayCreateFromConstructor, and a copy of so many elements of the same kind.
  export function typedArraySpeciesCreate(exemplar: any, length: number): any;
  export function typedArrayCreate(constructor: any, length: number): any;
  export function typedArrayCopy(array: any, length: number): any;
  /// Sorts the elements as numbers, or by a comparator with a known direction; false if that must be called.
  export function typedArraySort(array: any, direction: number): boolean;
  /// 1 for a typed array, 2 for a buffer, 3 for a DataView, otherwise 0.
  export function binaryKind(value: any): number;
  /// The number of elements of a view; of bytes of a view or buffer; where a view begins in its buffer.
  export function binaryLength(value: any): number;
  export function binaryByteLength(value: any): number;
  export function binaryOffset(value: any): number;
  export function binaryOwner(value: any): any;
  export function binaryByte(buffer: any, index: number): number;
  export function isDetached(buffer: any): boolean;
  /// What the iterator gives that `method` makes for an object.
  export function listFromIterable(source: any, method: any): any;
}

/// structuredClone.
declare module "polyglot:runtime" {
  /// How an object is cloned; structured-clone.ts names the numbers.
  export function cloneKind(object: any): number;
  /// The clone of an object that refers to no others.
  export function cloneLeaf(object: any): any;
  /// A new error of a native kind; the message is a string or undefined.
  export function cloneError(kind: number, message: any): any;
  /// The value of an own data property, or `missing`.
  export function cloneOwnData(object: any, key: string, missing: any): any;
  export function cloneDefineHidden(object: any, key: string, value: any): void;
  /// The buffer of a view, undefined if that was made too short for it; and the same view of another buffer.
  export function cloneViewOwner(view: any): any;
  export function cloneView(view: any, buffer: any): any;
  export function cloneIsDetached(buffer: any): boolean;
  /// A buffer with a copy of the bytes, undefined without memory.
  export function cloneBuffer(buffer: any): any;
  /// A buffer that is to have the bytes of another one, and moving them there.
  export function cloneMovedBuffer(buffer: any): any;
  export function cloneMoveBytes(from: any, to: any): void;
  /// A value as V8's messages show it.
  export function cloneDescription(value: any): string;
}

/// Sockets and names of hosts (builtins-net.manifest).
declare module "polyglot:runtime" {
  export function netUse(read: any, written: any, connected: any, shutDown: any, closed: any, accepted: any): void;
  export function netNew(owner: any): any;
  export function netOpen(handle: any, fd: number): number;
  export function netBind(handle: any, address: string, port: number, flags: number): number;
  export function netListen(handle: any, backlog: number): number;
  export function netConnect(handle: any, address: string, port: number): number;
  export function httpUse(
    isClient: number, head: any, body: any, complete: any, error: any, upgrade: any, drain: any,
  ): void;
  export function httpNew(owner: any, isClient: number, isLenient: number, headerBytesMax: number): any;
  export function httpAttach(connection: any, handle: any): number;
  export function httpRelease(connection: any): void;
  export function httpExecute(connection: any, bytes: any): void;
  export function httpEnd(connection: any): number;
  export function httpErrorCode(error: number): string;
  export function httpErrorText(error: number): string;
  export function httpMethod(number: number): string;
  export function httpStarted(connection: any): number;
  export function httpHasHead(connection: any): number;
  export function httpNow(): number;
  export function httpRawFields(head: string, start: number, limit: number): any;
  export function httpFields(head: string, start: number, limit: number, joins: number): any;
  export function httpDistinctFields(head: string, start: number, limit: number): any;
  export function httpFirstField(head: string, name: string): any;
  export function httpAnswer(
    connection: any, flags: number, status: number, first: any, fields: any, keepAlive: any, body: any, encoding: number,
  ): number;
  export function httpHead(flags: number, status: number, first: any, fields: any, keepAlive: any, length: number): string;
  export function httpHeadFlags(): number;
  export function httpWrite(connection: any, data: any, encoding: number, framing: number): number;
  export function httpFlush(connection: any): void;
  export function httpCork(connection: any): void;
  export function httpQueued(connection: any): number;
  export function httpDate(): string;
  export function httpStatusText(status: number): string;
  export function httpLowerName(name: string): string;
  export function httpIsToken(text: string): number;
  export function httpIsValue(text: string): number;
  export function netRead(handle: any, reads: number): void;
  export function netReadTo(handle: any, view: any): void;
  export function netWrite(handle: any, data: any, encoding: number): number;
  export function netWriteAll(handle: any, list: any): number;
  export function netShutdown(handle: any): number;
  export function netClose(handle: any): void;
  export function netReset(handle: any): number;
  export function netReference(handle: any, isReferenced: number): void;
  export function netIsReferenced(handle: any): number;
  export function netSetOwner(handle: any, owner: any): void;
  export function netAddress(handle: any, isPeer: number): any;
  export function netOption(handle: any, option: number, value: number, detail: number): number;
  export function netCount(handle: any, what: number): number;
  export function netKind(fd: number): string;
  export function netIsIP(text: string): number;
  export function netAddressBytes(text: string): any;
  export function dnsLookup(name: string, family: number, flags: number, completion: any): void;
  export function dnsLookupService(address: string, port: number, completion: any): number;
}

/// node:child_process; src/process/child.c says what the functions give.
declare module "polyglot:runtime" {
  // async_hooks
  export function asyncUse(): void;
  export function asyncFrame(): any;
  export function asyncSetFrame(frame: any): void;
  export function asyncScope(): any;
  export function asyncEnter(scope: any): void;
  export function asyncNewId(): number;
  export function asyncBind(callback: any): any;
  export function childStart(options: any, callback: any): any;
  export function childProcess(child: any): number;
  export function childKill(child: any, signal: number): number;
  export function childReference(child: any, isReferenced: boolean): void;
  export function childPipe(): any;
  export function childClose(fd: number): void;
  export function childRun(options: any): any;
}

/// node:crypto; builtins-crypto.manifest and src/crypto say what the functions give.
declare module "polyglot:runtime" {
  export function cryptoIsAvailable(): boolean;
  /// For each error in OpenSSL's queue its text, library, reason, and the prefix of its code.
  export function cryptoErrors(): any;
  export function cryptoNames(kind: number): any;
  export function cryptoHashNew(name: string, length: number): any;
  export function cryptoHashCopy(engine: any, length: number): any;
  export function cryptoHmacNew(name: string, key: any): any;
  export function cryptoUpdate(engine: any, data: any, encoding: number): boolean;
  export function cryptoDigest(engine: any, encoding: number): any;
  export function cryptoHash(name: string, data: any, dataEncoding: number, encoding: number, length: number): any;
  export function cryptoDigestSize(name: string): number;
  export function cryptoCipherNew(name: string, key: any, iv: any, isEncryption: boolean, tagSize: number): any;
  export function cryptoCipherUpdate(engine: any, data: any, encoding: number): any;
  export function cryptoCipherFinal(engine: any): any;
  export function cryptoCipherSetPadding(engine: any, isPadded: boolean): boolean;
  export function cryptoCipherSetData(engine: any, data: any, plaintextLength: number): number;
  export function cryptoCipherSetTag(engine: any, tag: any): number;
  export function cryptoCipherTag(engine: any): any;
  export function cryptoCipherInfo(name: any, keyLength: number, ivLength: number): any;
  export function cryptoDerive(kind: number, secret: any, salt: any, info: any, parameters: any, completion: any): any;
  export function cryptoRandom(target: any, offset: number, size: number, completion: any): number;
  export function cryptoKeyRead(data: any, isPrivate: boolean, isDer: boolean, passphrase: any): any;
  export function cryptoKeyPublic(key: any): any;
  export function cryptoKeyWrite(key: any, form: number, isDer: boolean, cipher: any, passphrase: any): any;
  export function cryptoKeyDetails(key: any): any;
  export function cryptoKeyEqual(a: any, b: any): boolean;
  export function cryptoKeyGenerate(type: string, bits: number, exponent: number, curve: any, completion: any): any;
  export function cryptoSign(key: any, digest: any, data: any, options: any, completion: any): any;
  export function cryptoVerify(key: any, digest: any, data: any, options: any, completion: any): any;
  export function cryptoEncrypt(key: any, kind: number, padding: number, data: any, hash: any, label: any): any;
  export function cryptoAgree(privateKey: any, publicKey: any): any;
  export function cryptoPrime(bits: number, isSafe: boolean, add: any, remainder: any, completion: any): any;
  export function cryptoIsPrime(candidate: any, completion: any): any;
  export function cryptoEcdhNew(curve: string): any;
  export function cryptoEcdhGenerate(side: any): boolean;
  export function cryptoEcdhGet(side: any, form: number): any;
  export function cryptoEcdhSet(side: any, bytes: any, isPrivate: boolean): boolean;
  export function cryptoEcdhSecret(side: any, other: any): any;
  export function cryptoUuid(isCached: boolean, time: number): any;
  export function cryptoEqual(a: any, b: any): boolean;
}
