/// Variables whose objects do not all have the method that is called.
class Task {
  count = 0;
  link: any;
  constructor(link: any) {
    this.link = link;
  }
  run(by: number): any {
    this.count += by;
    return this.ready() ? this.link : this;
  }
  ready(): boolean {
    return this.count % 3 === 0;
  }
}
class Urgent extends Task {
  ready(): boolean {
    return this.count % 2 === 0;
  }
}
class Packet {
  count = 100;
  link: any;
  constructor(link: any) {
    this.link = link;
  }
}
class Button {
  count = 0;
  link = null;
  run = (by: number): any => {
    this.count += by;
    return this;
  };
}

function schedule(first: any, steps: number): string {
  let current = first;
  let missing = 0;
  for (let i = 0; i < steps; i++) {
    try {
      current = current.run(i % 4);
    } catch (error: any) {
      missing++;
      if (missing < 3) console.log(error instanceof TypeError, error.message);
      current = current === null ? first : current.link;
    }
  }
  return `${missing} ${first.count}`;
}

const packet = new Packet(null);
const ring = new Task(new Urgent(packet));
packet.link = ring;
console.log(schedule(ring, 40));
console.log(schedule(new Task(new Button()), 20));
console.log(schedule(new Urgent(null), 20));

// An object gets the method later, another hides it, and a class changes it.
(packet as any).run = function (this: Packet, by: number) {
  this.count -= by;
  return this.link;
};
console.log(schedule(ring, 20), packet.count);
(ring as any).ready = () => true;
console.log(schedule(ring, 20), packet.count);
const run = Task.prototype.run;
Task.prototype.run = function (by) {
  this.count -= 1;
  return run.call(this, by);
};
console.log(schedule(ring, 20), packet.count);
delete (Urgent.prototype as any).ready;
console.log(schedule(ring, 20), schedule(new Urgent(null), 20));
