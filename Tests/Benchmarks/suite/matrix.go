package main

import (
	"fmt"
	"math"
	"os"
	"strconv"
)

type matrix [][]float64

func generate(size, seed int) matrix {
	state := seed
	result := make(matrix, 0, size)
	for i := 0; i < size; i++ {
		row := make([]float64, 0, size)
		for j := 0; j < size; j++ {
			state = (state * 48271) % 2147483647
			row = append(row, float64(state)/2147483647-0.5)
		}
		result = append(result, row)
	}
	return result
}

func multiply(a, b matrix) matrix {
	columns := len(b[0])
	product := make(matrix, 0, len(a))
	for i := range a {
		row := make([]float64, columns)
		for k, other := range b {
			factor := a[i][k]
			for j, value := range other {
				row[j] += factor * value
			}
		}
		product = append(product, row)
	}
	return product
}

func transpose(m matrix) matrix {
	result := make(matrix, len(m[0]))
	for column := range result {
		result[column] = make([]float64, len(m))
		for row := range m {
			result[column][row] = m[row][column]
		}
	}
	return result
}

func determinant(m matrix) float64 {
	rows := make(matrix, len(m))
	for i, row := range m {
		rows[i] = append([]float64(nil), row...)
	}
	result := 1.0
	for column := range rows {
		pivot := column
		for i := column + 1; i < len(rows); i++ {
			if math.Abs(rows[i][column]) > math.Abs(rows[pivot][column]) {
				pivot = i
			}
		}
		if rows[pivot][column] == 0 {
			return 0
		}
		if pivot != column {
			rows[pivot], rows[column] = rows[column], rows[pivot]
			result = -result
		}
		top := rows[column]
		result *= top[column]
		for _, row := range rows[column+1:] {
			factor := row[column] / top[column]
			for j := column; j < len(row); j++ {
				row[j] -= factor * top[j]
			}
		}
	}
	return result
}

func trace(m matrix) float64 {
	sum := 0.0
	for i, row := range m {
		sum += row[i]
	}
	return sum
}

func main() {
	size := 300
	if len(os.Args) > 1 {
		size, _ = strconv.Atoi(os.Args[1])
	}
	product := generate(size, 42)
	other := generate(size, 7)
	for round := 0; round < 15; round++ {
		if round%2 == 0 {
			product = multiply(product, transpose(other))
		} else {
			product = multiply(product, other)
		}
		scale := 1 / math.Sqrt(float64(size)/12)
		for _, row := range product {
			for j := range row {
				row[j] *= scale
			}
		}
	}
	fmt.Printf("trace %.9f\n", trace(product))
	for seed := 1; seed <= 10; seed++ {
		fmt.Printf("determinant %d: %.6f\n", seed, math.Log(math.Abs(determinant(generate(size, seed)))))
	}
}
