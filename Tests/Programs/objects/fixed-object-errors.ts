// Messages of failing stores say whether the object or its prototype is in the way.
class C { m() { return 1; } }
const o: any = Object.freeze(new C());
try { o.m = 1; } catch (e: any) { console.log(e.message); }
class D { n = 1; }
const d: any = Object.create(Object.freeze(new D()));
try { d.n = 1; } catch (e: any) { console.log(e.message); }
function f(x: any) { try { x.m = 2; } catch (e: any) { console.log(e.message); } }
f(o); f(o); for (let i = 0; i < 3; i++) f(o);
class B extends C { m() { return 2; } k = 3 }
const b: any = Object.seal(new B());
f(b); f(b); 
try { b.zz = 1; } catch (e: any) { console.log(e.message); }
