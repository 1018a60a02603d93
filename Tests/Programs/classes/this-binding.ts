// `this` in methods taken off their object, arrows, bind, call.
class Button {
  label = "ok";
  click() { return this?.label ?? "no this"; }
  arrow = () => this.label;
  later() { return [1].map(function (this: any) { return this === undefined; })[0]; }
}
const b = new Button();
const { click, arrow } = b;
console.log(b.click(), (click as any)(), arrow(), b.later(), click.call({ label: "called" } as any), click.bind(b)());
console.log((b.click as any).call(undefined), [b.click][0].call(b), b["click"]());
const o = { n: 1, f() { return () => this.n; }, g: () => typeof (globalThis as any).n };
console.log(o.f()(), o.f.call({ n: 2 } as any)(), o.g());
function strict(this: any) { return this; }
console.log(strict(), strict.call(5), strict.call(null), typeof strict.call("s"), strict.apply("x"));
