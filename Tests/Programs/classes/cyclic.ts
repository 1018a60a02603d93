// Classes that refer to one another, and objects with cycles.
class Department { employees: Employee[] = []; constructor(public name: string) {} hire(n: string) { const e = new Employee(n, this); this.employees.push(e); return e; } }
class Employee { constructor(public name: string, public department: Department) {} toJSON() { return { name: this.name, department: this.department.name }; } }
const d = new Department("R&D");
const e = d.hire("Ann");
d.hire("Bob");
console.log(d, JSON.stringify(d), e.department.employees[1].name, e);
const loop: any = { a: [] };
loop.a.push(loop, { loop });
console.log(loop);
try {
  JSON.stringify(loop);
} catch (err) {
  console.log((err as Error).name, (err as Error).message.split("\n")[0]);
}
