#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define DAYS 365.24
#define SOLAR_MASS (4 * M_PI * M_PI)
#define BODIES 5

struct body {
  double x, y, z, vx, vy, vz, mass;
};

static struct body bodies[BODIES] = {
    {.mass = SOLAR_MASS},
    {4.841431442464721, -1.1603200440274284, -0.10362204447112311, 0.001660076642744037 * DAYS, 0.007699011184197404 * DAYS,
     -0.0000690460016972063 * DAYS, 0.0009547919384243266 * SOLAR_MASS},
    {8.34336671824458, 4.124798564124305, -0.4035234171143214, -0.002767425107268624 * DAYS, 0.004998528012349172 * DAYS,
     0.00002304172975737639 * DAYS, 0.0002858859806661308 * SOLAR_MASS},
    {12.894369562139131, -15.111151401698631, -0.22330757889265573, 0.002964601375647616 * DAYS, 0.0023784717395948095 * DAYS,
     -0.000029658956854023756 * DAYS, 0.00004366244043351563 * SOLAR_MASS},
    {15.379697114850917, -25.919314609987964, 0.17925877295037118, 0.0026806777249038932 * DAYS, 0.001628241700382423 * DAYS,
     -0.00009515922545197159 * DAYS, 0.00005151389020466115 * SOLAR_MASS},
};

static void offset_momentum(void) {
  double px = 0, py = 0, pz = 0;
  for (int i = 0; i < BODIES; i++) {
    px += bodies[i].vx * bodies[i].mass;
    py += bodies[i].vy * bodies[i].mass;
    pz += bodies[i].vz * bodies[i].mass;
  }
  bodies[0].vx = -px / SOLAR_MASS;
  bodies[0].vy = -py / SOLAR_MASS;
  bodies[0].vz = -pz / SOLAR_MASS;
}

static void advance(double dt) {
  for (int i = 0; i < BODIES; i++) {
    struct body *a = &bodies[i];
    for (int j = i + 1; j < BODIES; j++) {
      struct body *b = &bodies[j];
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double dz = a->z - b->z;
      double squared = dx * dx + dy * dy + dz * dz;
      double magnitude = dt / (squared * sqrt(squared));
      a->vx -= dx * b->mass * magnitude;
      a->vy -= dy * b->mass * magnitude;
      a->vz -= dz * b->mass * magnitude;
      b->vx += dx * a->mass * magnitude;
      b->vy += dy * a->mass * magnitude;
      b->vz += dz * a->mass * magnitude;
    }
  }
  for (int i = 0; i < BODIES; i++) {
    bodies[i].x += dt * bodies[i].vx;
    bodies[i].y += dt * bodies[i].vy;
    bodies[i].z += dt * bodies[i].vz;
  }
}

static double energy(void) {
  double total = 0;
  for (int i = 0; i < BODIES; i++) {
    const struct body *a = &bodies[i];
    total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < BODIES; j++) {
      const struct body *b = &bodies[j];
      double dx = a->x - b->x;
      double dy = a->y - b->y;
      double dz = a->z - b->z;
      total -= (a->mass * b->mass) / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

int main(int argc, char **argv) {
  int steps = argc > 1 ? atoi(argv[1]) : 5000000;
  offset_momentum();
  printf("%.9f\n", energy());
  for (int step = 0; step < steps; step++) advance(0.01);
  printf("%.9f\n", energy());
  return 0;
}
