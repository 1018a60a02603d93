// Properties called `arguments` are none of the function's arguments; what is, still works.
interface Call {
  callee: string;
  arguments: number[];
}
function make(callee: string, ...values: number[]): Call {
  return { callee, arguments: values };
}
function count(call: Call): number {
  return call.arguments.length + (call?.arguments.length ?? 0);
}
function copy({ callee, arguments: values }: Call): Call {
  return { callee, ["arguments"]: [...values, values.length] };
}
class Machine {
  arguments: number[] = [1];
  get all(): number[] {
    return this.arguments;
  }
}
function real(): number {
  return arguments.length;
}
function nested(): number {
  const inner = () => ({ arguments: arguments[0] as number });
  return inner().arguments;
}
function computed(): object {
  return { [arguments[0]]: arguments.length };
}
function member(): number {
  return arguments[0].arguments[arguments.length - 1];
}
function shorthand(): string {
  const text = { text: arguments };
  return Object.keys(text.text).join();
}
console.log(count(make("f", 1, 2, 3)), copy(make("g", 4)), new Machine().all);
console.log((real as any)(1, 2), (nested as any)(7), (computed as any)("key", 0), (member as any)({ arguments: [8] }), (shorthand as any)(1, 2));
