package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
)

const (
	days      = 365.24
	solarMass = 4 * math.Pi * math.Pi
)

type body struct {
	x, y, z, vx, vy, vz, mass float64
}

func makeBodies() []*body {
	return []*body{
		{mass: solarMass},
		{
			4.841431442464721, -1.1603200440274284, -0.10362204447112311,
			0.001660076642744037 * days, 0.007699011184197404 * days, -0.0000690460016972063 * days,
			0.0009547919384243266 * solarMass,
		},
		{
			8.34336671824458, 4.124798564124305, -0.4035234171143214,
			-0.002767425107268624 * days, 0.004998528012349172 * days, 0.00002304172975737639 * days,
			0.0002858859806661308 * solarMass,
		},
		{
			12.894369562139131, -15.111151401698631, -0.22330757889265573,
			0.002964601375647616 * days, 0.0023784717395948095 * days, -0.000029658956854023756 * days,
			0.00004366244043351563 * solarMass,
		},
		{
			15.379697114850917, -25.919314609987964, 0.17925877295037118,
			0.0026806777249038932 * days, 0.001628241700382423 * days, -0.00009515922545197159 * days,
			0.00005151389020466115 * solarMass,
		},
	}
}

func offsetMomentum(bodies []*body) {
	var px, py, pz float64
	for _, b := range bodies {
		px += b.vx * b.mass
		py += b.vy * b.mass
		pz += b.vz * b.mass
	}
	sun := bodies[0]
	sun.vx = -px / solarMass
	sun.vy = -py / solarMass
	sun.vz = -pz / solarMass
}

func advance(bodies []*body, dt float64) {
	for i, a := range bodies {
		for _, b := range bodies[i+1:] {
			dx := a.x - b.x
			dy := a.y - b.y
			dz := a.z - b.z
			squared := dx*dx + dy*dy + dz*dz
			magnitude := dt / (squared * math.Sqrt(squared))
			a.vx -= dx * b.mass * magnitude
			a.vy -= dy * b.mass * magnitude
			a.vz -= dz * b.mass * magnitude
			b.vx += dx * a.mass * magnitude
			b.vy += dy * a.mass * magnitude
			b.vz += dz * a.mass * magnitude
		}
	}
	for _, b := range bodies {
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func energy(bodies []*body) float64 {
	total := 0.0
	for i, a := range bodies {
		total += 0.5 * a.mass * (a.vx*a.vx + a.vy*a.vy + a.vz*a.vz)
		for _, b := range bodies[i+1:] {
			dx := a.x - b.x
			dy := a.y - b.y
			dz := a.z - b.z
			total -= (a.mass * b.mass) / math.Sqrt(dx*dx+dy*dy+dz*dz)
		}
	}
	return total
}

func main() {
	steps := 5_000_000
	if len(os.Args) > 1 {
		steps, _ = strconv.Atoi(os.Args[1])
	}
	bodies := makeBodies()
	offsetMomentum(bodies)
	fmt.Printf("%.9f\n", energy(bodies))
	for step := 0; step < steps; step++ {
		advance(bodies, 0.01)
	}
	fmt.Printf("%.9f\n", energy(bodies))
}
