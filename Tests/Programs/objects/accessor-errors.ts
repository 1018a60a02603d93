// Messages of failing stores name the object that has the accessor, as V8 does.
class A { get g() { return 1; } }
class B extends A {}
for (const o of [new A(), new B(), Object.create(new B()), { get g() { return 2; } }] as any[]) {
  try { o.g = 1; } catch (error: any) { console.log(error.message); }
}
