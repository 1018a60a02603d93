class A { constructor() {} constructor() {} #a; #a; get #b() { return 1 } set #b(v) {} static get #c() { return 1 } set #c(v) {} }
class B { get constructor() { return 1 } *constructor() {} constructor = 1; static prototype() {} #constructor; }
class C { m() { super(); this.#missing; } constructor() { super(); } }
class D extends E { constructor() { super(); (() => super())(); function n() { super(); } } }
abstract class F { abstract m() {} abstract x = 1; private public y; static static z; readonly static w; }
class G { abstract m(); async readonly() {} readonly n() {} static { await 1; return; } x = arguments; }
class H extends I, J { } class extends K { } class L implements { }
class M { a: string; b c; d() }
class N { overload(a: string): void; other() {} }
class O { constructor(a: number); }
class P { x!; y! = 1; z!: number = 2; declare w = 1; }
class Q { public #x; [k: string]; constructor<T>(): void {} }
function f(private x) {} class R { constructor(private [a], public ...b) {} }
