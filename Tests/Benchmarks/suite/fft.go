package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
)

type transform struct {
	size           int
	cosines, sines []float64
	reversed       []uint32
}

func newTransform(bits int) *transform {
	size := 1 << bits
	t := &transform{size, make([]float64, size/2), make([]float64, size/2), make([]uint32, size)}
	for i := range t.cosines {
		angle := 2 * math.Pi * float64(i) / float64(size)
		t.cosines[i] = math.Cos(angle)
		t.sines[i] = math.Sin(angle)
	}
	for i := range t.reversed {
		t.reversed[i] = t.reversed[i>>1]>>1 | uint32(i&1)<<(bits-1)
	}
	return t
}

func (t *transform) forward(real, imaginary []float64) {
	for i := range real {
		if j := int(t.reversed[i]); j > i {
			real[i], real[j] = real[j], real[i]
			imaginary[i], imaginary[j] = imaginary[j], imaginary[i]
		}
	}
	for half := 1; half < t.size; half *= 2 {
		step := t.size / (2 * half)
		for start := 0; start < t.size; start += 2 * half {
			for k := 0; k < half; k++ {
				cosine := t.cosines[k*step]
				sine := t.sines[k*step]
				low := start + k
				high := low + half
				re := real[high]*cosine + imaginary[high]*sine
				im := imaginary[high]*cosine - real[high]*sine
				real[high] = real[low] - re
				imaginary[high] = imaginary[low] - im
				real[low] += re
				imaginary[low] += im
			}
		}
	}
}

func (t *transform) backward(real, imaginary []float64) {
	t.forward(imaginary, real)
	for i := range real {
		real[i] /= float64(t.size)
		imaginary[i] /= float64(t.size)
	}
}

func main() {
	bits := 18
	if len(os.Args) > 1 {
		bits, _ = strconv.Atoi(os.Args[1])
	}
	t := newTransform(bits)
	real := make([]float64, t.size)
	imaginary := make([]float64, t.size)
	for i := range real {
		real[i] = float64((i*7919)%1000)/1000 - 0.5
	}
	original := append([]float64(nil), real...)
	for round := 0; round < 12; round++ {
		t.forward(real, imaginary)
		t.backward(real, imaginary)
	}
	worst := 0.0
	for i := range real {
		worst = math.Max(worst, math.Abs(real[i]-original[i]))
	}
	if worst < 1e-9 {
		fmt.Println("round trips agree")
	} else {
		fmt.Printf("round trips differ by %v\n", worst)
	}
	t.forward(real, imaginary)
	power := 0.0
	for i := range real {
		power += real[i]*real[i] + imaginary[i]*imaginary[i]
	}
	fmt.Printf("%.6f\n", power/float64(t.size))
}
