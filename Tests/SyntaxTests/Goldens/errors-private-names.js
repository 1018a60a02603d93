class C {
  #x;
  field = { async #m() {} };
  m() { const { #x: x } = this; }
}
const o = { get #a() {}, *#b() {}, set #c(v) {}, #d: 1 };
label: export default 1;
