package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

type person struct {
	id         int
	name, city string
	age        int
	score      float64
}

type comparison func(a, b *person) int

func byText(key func(p *person) string) comparison {
	return func(a, b *person) int {
		return strings.Compare(key(a), key(b))
	}
}

func descending(a, b float64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}

func inOrder(comparisons ...comparison) comparison {
	return func(a, b *person) int {
		for _, compare := range comparisons {
			if order := compare(a, b); order != 0 {
				return order
			}
		}
		return 0
	}
}

var state = 5

func random(limit int) int {
	state = (state * 48271) % 2147483647
	return state % limit
}

func makePeople(count int) []*person {
	names := []string{"Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Niklaus", "Margaret"}
	cities := []string{"Oslo", "Lima", "Cairo", "Quito", "Delhi"}
	people := make([]*person, 0, count)
	for id := 0; id < count; id++ {
		people = append(people, &person{
			id:    id,
			name:  names[random(len(names))] + " " + string(rune('A'+random(26))) + ".",
			city:  cities[random(len(cities))],
			age:   18 + random(70),
			score: float64(random(100000)) / 100,
		})
	}
	return people
}

func checksum(people []*person) int {
	sum := 0
	for i, p := range people {
		sum = (sum + p.id*(i%1000+1)) % 1000000007
	}
	return sum
}

func sortedPeople(people []*person, compare comparison) []*person {
	copied := append([]*person(nil), people...)
	sort.SliceStable(copied, func(i, j int) bool { return compare(copied[i], copied[j]) < 0 })
	return copied
}

func sortedNumbers(numbers []int, count int, compare func(a, b int) int) string {
	copied := append([]int(nil), numbers...)
	sort.SliceStable(copied, func(i, j int) bool { return compare(copied[i], copied[j]) < 0 })
	var samples []string
	for i := 0; i < len(copied); i += count {
		samples = append(samples, strconv.Itoa(copied[i]))
	}
	return strings.Join(samples, " ")
}

func main() {
	count := 100_000
	if len(os.Args) > 1 {
		count, _ = strconv.Atoi(os.Args[1])
	}
	people := makePeople(count)
	numbers := make([]int, 0, 4*count)
	for i := 0; i < 4*count; i++ {
		numbers = append(numbers, random(1000000))
	}
	fmt.Println(sortedNumbers(numbers, count, func(a, b int) int { return a - b }))
	fmt.Println(sortedNumbers(numbers, count, func(a, b int) int {
		if order := a%1000 - b%1000; order != 0 {
			return order
		}
		return b - a
	}))
	byScore := func(a, b *person) int { return descending(a.score, b.score) }
	byAge := func(a, b *person) int { return a.age - b.age }
	byName := byText(func(p *person) string { return p.name })
	byCity := byText(func(p *person) string { return p.city })
	fmt.Println(checksum(sortedPeople(people, inOrder(byAge, byScore))))
	fmt.Println(checksum(sortedPeople(people, byName)))
	fmt.Println(checksum(sortedPeople(people, inOrder(byCity, byName, byScore))))
	words := make([]string, 0, count)
	for _, p := range people {
		words = append(words, p.name+p.city+strconv.FormatFloat(p.score, 'f', -1, 64))
	}
	sort.Strings(words)
	fmt.Println(words[0], words[len(words)>>1], words[len(words)-1])
}
