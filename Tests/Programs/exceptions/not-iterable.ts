// What messages call a value that cannot be iterated depends on where it stands.
const nothing: any = null;
const holder: any = { method: () => null, member: null };
const give = (): any => null;
const take = (...all: any[]): number => all.length;

const cases: Record<string, (this: any) => unknown> = {
  literal() { const [a] = null as any; return a; },
  parenthesis() { const [a, b] = (null as any); return [a, b]; },
  number() { let [a] = 5 as any; return a; },
  numberInParentheses() { let [a] = (5) as any; return a; },
  variable() { const [a] = nothing; return a; },
  variableInParentheses() { const [a] = (nothing); return a; },
  asserted() { const [a] = nothing!; return a; },
  this_() { const [a] = this; return a; },
  arrow() { const [a] = (() => 5) as any; return a; },
  call() { const [a] = give(); return a; },
  callInParentheses() { const [a] = (give()); return a; },
  optionalCall() { const [a] = give?.(); return a; },
  method() { const [a] = holder.method(); return a; },
  member() { const [a] = holder.member; return a; },
  assignment() { let a; [a] = nothing; return a; },
  loop() { for (const a of (nothing)) return a; },
  array() { return [...nothing]; },
  argument() { return take(...nothing); },
  lastArgument() { return take(1, ...holder.member); },
  firstArgument() { return take(...nothing, 1); },
  missingArgument() { return Math.max(...holder.missing); },
  calledArgument() { return take(...give()); },
  numberArgument() { return take(...(5 as any)); },
  delegation() { return [...(function* () { yield* 5 as any; })()]; },
  delegationToNothing() { return [...(function* () { yield* nothing; })()]; },
};
for (const [name, run] of Object.entries(cases)) {
  try {
    console.log(name, run.call(undefined));
  } catch (error) {
    console.log(name, (error as Error).message);
  }
}
