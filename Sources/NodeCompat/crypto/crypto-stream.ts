/// What hashes and ciphers have of streams: they are made streams when somebody uses them so.
// @optimize size
import { Transform } from "./stream-transform.ts";

const transformPrototype: any = Transform.prototype;

/// A Transform whose state is made when it is asked for: most hashes are never used as streams.
export class LazyTransform {
  declare _options: any;

  constructor(options: any) { this._options = options; }

  get _readableState(): any { return start(this, "_readableState"); }
  set _readableState(state: any) { define(this, "_readableState", state); }
  get _writableState(): any { return start(this, "_writableState"); }
  set _writableState(state: any) { define(this, "_writableState", state); }
}
Object.setPrototypeOf(LazyTransform.prototype, transformPrototype);
Object.setPrototypeOf(LazyTransform, Transform as any);

function define(stream: any, name: string, value: any): void {
  Object.defineProperty(stream, name, { value, writable: true, configurable: true, enumerable: true });
}

/// Makes an object a stream, which gives it both states.
function start(stream: any, name: string): any {
  // The prototype itself is none.
  if (!(stream instanceof LazyTransform)) return undefined;
  const options: any = stream._options;
  const events: any = Object.hasOwn(stream, "_events") ? stream._events : undefined;
  (Transform as any).call(stream, { ...options, decodeStrings: options?.decodeStrings || false });
  if (events !== undefined) restoreListeners(stream, events);
  return stream[name];
}

/// Puts the listeners that an object had before it became a stream in front of those of the stream itself.
function restoreListeners(stream: any, events: any): void {
  for (const type of Reflect.ownKeys(events)) {
    const own: any = stream._events[type];
    if (events[type] === undefined) continue;
    if (own === undefined) stream._eventsCount++;
    stream._events[type] = own === undefined ? events[type] : [].concat(events[type], own);
  }
}
