/// Floating point on the fields of objects: the planets of the solar system, moved step by step.
interface Body {
  x: number;
  y: number;
  z: number;
  vx: number;
  vy: number;
  vz: number;
  mass: number;
}

const DAYS = 365.24;
const SOLAR_MASS = 4 * Math.PI * Math.PI;

function makeBodies(): Body[] {
  return [
    { x: 0, y: 0, z: 0, vx: 0, vy: 0, vz: 0, mass: SOLAR_MASS },
    {
      x: 4.841431442464721, y: -1.1603200440274284, z: -0.10362204447112311,
      vx: 0.001660076642744037 * DAYS, vy: 0.007699011184197404 * DAYS, vz: -0.0000690460016972063 * DAYS,
      mass: 0.0009547919384243266 * SOLAR_MASS,
    },
    {
      x: 8.34336671824458, y: 4.124798564124305, z: -0.4035234171143214,
      vx: -0.002767425107268624 * DAYS, vy: 0.004998528012349172 * DAYS, vz: 0.00002304172975737639 * DAYS,
      mass: 0.0002858859806661308 * SOLAR_MASS,
    },
    {
      x: 12.894369562139131, y: -15.111151401698631, z: -0.22330757889265573,
      vx: 0.002964601375647616 * DAYS, vy: 0.0023784717395948095 * DAYS, vz: -0.000029658956854023756 * DAYS,
      mass: 0.00004366244043351563 * SOLAR_MASS,
    },
    {
      x: 15.379697114850917, y: -25.919314609987964, z: 0.17925877295037118,
      vx: 0.0026806777249038932 * DAYS, vy: 0.001628241700382423 * DAYS, vz: -0.00009515922545197159 * DAYS,
      mass: 0.00005151389020466115 * SOLAR_MASS,
    },
  ];
}

function offsetMomentum(bodies: Body[]): void {
  let px = 0;
  let py = 0;
  let pz = 0;
  for (const body of bodies) {
    px += body.vx * body.mass;
    py += body.vy * body.mass;
    pz += body.vz * body.mass;
  }
  const sun = bodies[0]!;
  sun.vx = -px / SOLAR_MASS;
  sun.vy = -py / SOLAR_MASS;
  sun.vz = -pz / SOLAR_MASS;
}

function advance(bodies: Body[], dt: number): void {
  const count = bodies.length;
  for (let i = 0; i < count; i++) {
    const a = bodies[i]!;
    for (let j = i + 1; j < count; j++) {
      const b = bodies[j]!;
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const squared = dx * dx + dy * dy + dz * dz;
      const magnitude = dt / (squared * Math.sqrt(squared));
      a.vx -= dx * b.mass * magnitude;
      a.vy -= dy * b.mass * magnitude;
      a.vz -= dz * b.mass * magnitude;
      b.vx += dx * a.mass * magnitude;
      b.vy += dy * a.mass * magnitude;
      b.vz += dz * a.mass * magnitude;
    }
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

function energy(bodies: Body[]): number {
  let total = 0;
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i]!;
    total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j]!;
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      total -= (a.mass * b.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

const steps = Number(process.argv[2] ?? 5_000_000);
const bodies = makeBodies();
offsetMomentum(bodies);
console.log(energy(bodies).toFixed(9));
for (let step = 0; step < steps; step++) advance(bodies, 0.01);
console.log(energy(bodies).toFixed(9));
