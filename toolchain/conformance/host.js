// What test262 asks of its host (its INTERPRETING.md): `print` and `$262`, in front of the harness.
var print = (function () {
  const log = console.log;
  return function print(text) { log(String(text)); };
})();

var $262 = (function () {
  const transfer = globalThis.ArrayBuffer?.prototype.transfer;
  const apply = Reflect.apply;
  return {
    global: globalThis,
    gc() {},
    detachArrayBuffer(buffer) { if (!buffer.detached) apply(transfer, buffer, []); },
    IsHTMLDDA: undefined,
  };
})();
