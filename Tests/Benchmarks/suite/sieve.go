package main

import (
	"fmt"
	"os"
	"strconv"
)

func sieve(limit int) []byte {
	composite := make([]byte, limit+1)
	composite[0], composite[1] = 1, 1
	for i := 2; i*i <= limit; i++ {
		if composite[i] != 0 {
			continue
		}
		for multiple := i * i; multiple <= limit; multiple += i {
			composite[multiple] = 1
		}
	}
	return composite
}

func primesOf(composite []byte) []int {
	var primes []int
	for i := 2; i < len(composite); i++ {
		if composite[i] == 0 {
			primes = append(primes, i)
		}
	}
	return primes
}

func main() {
	limit := 10_000_000
	if len(os.Args) > 1 {
		limit, _ = strconv.Atoi(os.Args[1])
	}
	checksum := 0
	for round := 0; round < 8; round++ {
		primes := primesOf(sieve(limit - round))
		twins, widest := 0, 0
		for i := 1; i < len(primes); i++ {
			gap := primes[i] - primes[i-1]
			if gap == 2 {
				twins++
			}
			if gap > widest {
				widest = gap
			}
		}
		checksum = (checksum*31 + len(primes) + twins*7 + widest) % 1000000007
	}
	fmt.Println(checksum)
}
