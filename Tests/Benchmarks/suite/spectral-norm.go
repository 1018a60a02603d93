package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
)

func element(row, column int) float64 {
	diagonal := row + column
	return 1 / float64(diagonal*(diagonal+1)/2+row+1)
}

func multiply(vector []float64) []float64 {
	result := make([]float64, len(vector))
	for row := range result {
		sum := 0.0
		for column, value := range vector {
			sum += element(row, column) * value
		}
		result[row] = sum
	}
	return result
}

func multiplyTransposed(vector []float64) []float64 {
	result := make([]float64, len(vector))
	for row := range result {
		sum := 0.0
		for column, value := range vector {
			sum += element(column, row) * value
		}
		result[row] = sum
	}
	return result
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, value := range a {
		sum += value * b[i]
	}
	return sum
}

func main() {
	size := 3000
	if len(os.Args) > 1 {
		size, _ = strconv.Atoi(os.Args[1])
	}
	u := make([]float64, size)
	for i := range u {
		u[i] = 1
	}
	var v []float64
	for i := 0; i < 10; i++ {
		v = multiplyTransposed(multiply(u))
		u = multiplyTransposed(multiply(v))
	}
	fmt.Printf("%.9f\n", math.Sqrt(dot(u, v)/dot(v, v)))
}
