/// What a message that is sent remembers, and its head as text.
// @optimize speed
import { httpHead, httpHeadFlags } from "polyglot:runtime";
import { coded, Out } from "./http-common.ts";
import type { WritableState } from "./stream-writable-state.ts";

/// How far a head is.
export const enum HeadState { none, made, sent }

/// The bits that messages begin with.
export const enum Usual {
  message = 2 | 4 | 8,
  /// With the date.
  response = 1 | 2 | 4 | 8,
}

/// What a message remembers: an object of a class of its own, since what is found at known places takes a tenth of the
/// time of defaults on prototypes.
export class OutgoingState {
  /// What a head is made with, as bits of Out.
  bits: number;
  /// Names in lower case, names, and values in turn.
  fields: any = null;
  /// HeadState.
  head = 0;
  /// What the head is made of that is not sent yet: the bits, and `first` as a whole line if the status is 0.
  flags = 0;
  status = 0;
  first: any = undefined;
  sending: any = null;
  /// The head as text, if somebody needed it.
  hasText = false;
  text = "";
  /// The connection of src/http, if the message has one to itself.
  connection: any = null;
  /// What its socket has to write.
  writing: WritableState | null = null;
  contentLength: any = null;
  /// The body's bytes so far, if they are counted.
  bytes = 0;
  trailer = "";
  /// The value of the field Keep-Alive.
  keepAlive: any = undefined;
  finished = false;
  destroyed = false;
  closed = false;
  isSent = false;
  needDrain = false;
  /// Those of writes that the system did not take yet.
  callbacks: any = null;
  /// The program's reason of a response, or that the usual one is sent.
  reason: any = undefined;
  usesReason = false;
  expectsContinue = false;
  sentContinue = false;
  limit = 0;
  rejectsBody = false;
  corked = 0;

  constructor(bits: number) {
    this.bits = bits;
  }
}

/// What a head's fields say of the message.
export function noteFlags(out: OutgoingState, flags: number): void {
  out.flags = flags;
  if (flags & Out.badTrailer) {
    throw coded(Error, "ERR_HTTP_TRAILER_INVALID", "Trailers are invalid with this transfer encoding");
  }
  out.bits = out.bits & ~(Out.chunked | Out.keepAlive) | flags & (Out.chunked | Out.keepAlive | Out.last);
}

/// The head as text.
function headText(out: OutgoingState): string {
  const length = out.contentLength === null ? -1 : out.contentLength;
  const text = httpHead(out.flags, out.status, out.first, out.sending, out.keepAlive, length);
  noteFlags(out, httpHeadFlags());
  return text;
}

/// The text of a head that was made.
export function textOf(out: OutgoingState): string {
  if (!out.hasText) {
    out.text = headText(out);
    out.hasText = true;
  }
  return out.text;
}
