// Statics are inherited through constructors.
class Model {
  static table = "models";
  static registry: Record<string, number> = {};
  static create<T extends Model>(this: new () => T): T {
    Model.registry[this.name] = (Model.registry[this.name] ?? 0) + 1;
    return new this();
  }
  static describe() { return `${this.name}:${this.table}`; }
}
class User extends Model { static table = "users"; name = "u"; }
class Admin extends User {}
const u = User.create();
Admin.create();
Admin.create();
console.log(u, Model.registry, Model.describe(), User.describe(), Admin.describe(), Object.hasOwn(Admin, "table"));
Admin.table = "admins";
console.log(User.table, Admin.table, Admin.describe());
