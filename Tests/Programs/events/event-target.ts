// Event, CustomEvent, EventTarget, AbortController and AbortSignal.
function attempt(action: () => unknown): void {
  try {
    console.log("no error", action());
  } catch (e: any) {
    console.log(e?.name, e?.code, e?.message);
  }
}
const e = new Event("x", {cancelable: true});
console.log(e.type, e instanceof Event, e.cancelable, Object.prototype.toString.call(e));
const t = new EventTarget();
t.addEventListener("x", (ev) => { console.log("got", ev.type, ev.target === t, ev.eventPhase); ev.preventDefault(); });
console.log(t.dispatchEvent(e), e.defaultPrevented);
const ac = new AbortController();
ac.signal.addEventListener("abort", () => console.log("aborted", ac.signal.reason.name));
ac.signal.onabort = () => console.log("onabort");
const any = AbortSignal.any([ac.signal]);
any.onabort = (x: any) => console.log("any", x.type);
ac.abort();
console.log(ac, any, t, new CustomEvent("y", {detail: 4}).detail);
class Foo extends EventTarget { a = 1 }
const f = new Foo(); f.addEventListener("q", {handleEvent(e: any) { console.log("h", this !== undefined, e.type) }}, {once: true}); f.dispatchEvent(new Event("q")); f.dispatchEvent(new Event("q"));
console.log(f);

const anyEvent: any = Event, anyTarget: any = EventTarget, anySignal: any = AbortSignal;
attempt(() => new anyEvent());
attempt(() => new anyEvent("x", 5));
attempt(() => new anyTarget().addEventListener("x"));
attempt(() => new anyTarget().addEventListener("x", 5));
attempt(() => new anyTarget().dispatchEvent({}));
attempt(() => EventTarget.prototype.addEventListener.call({} as any, "a", () => {}));
attempt(() => new anySignal());
attempt(() => anySignal.any(5));
attempt(() => anySignal.any([5]));
attempt(() => AbortSignal.abort().throwIfAborted());
attempt(() => AbortSignal.abort(4).throwIfAborted());
attempt(() => anyEvent.prototype.type);
console.log(Object.keys(Event.prototype), Object.keys(EventTarget.prototype), Object.keys(AbortController.prototype));
{
  const target = new EventTarget();
  const order: string[] = [];
  const controller = new AbortController();
  const listener = (): void => {
    order.push("a");
    target.addEventListener("go", () => order.push("late"));
  };
  target.addEventListener("go", listener);
  target.addEventListener("go", listener);
  target.addEventListener("go", listener, true);
  target.addEventListener("go", (e) => (order.push("signal"), e.stopImmediatePropagation()), { signal: controller.signal });
  target.addEventListener("go", () => order.push("never"), { passive: true });
  target.dispatchEvent(new Event("go"));
  console.log(order.join());
  controller.abort();
  order.length = 0;
  target.removeEventListener("go", listener, true);
  target.dispatchEvent(new Event("go"));
  console.log(order.join());
  const event: any = new Event("again", { bubbles: true });
  target.addEventListener("again", (e: any) => attempt(() => target.dispatchEvent(e)));
  console.log(target.dispatchEvent(event), event.bubbles, event.composedPath(), event.target === target, event.currentTarget);
}
