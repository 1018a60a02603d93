// A JSON file as a module.
import data from "./data.json" with { type: "json" };
console.log(data.name, data.list.length, data.nested.deep, Object.keys(data));
data.list.push(4);
console.log(data.list);
