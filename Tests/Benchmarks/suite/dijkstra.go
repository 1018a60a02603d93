package main

import (
	"fmt"
	"os"
	"strconv"
)

type road struct {
	to, length int
}

type candidate struct {
	place, distance int
}

type priorityQueue[T any] struct {
	heap   []T
	before func(a, b T) bool
}

func (q *priorityQueue[T]) push(item T) {
	index := len(q.heap)
	q.heap = append(q.heap, item)
	for index > 0 {
		parent := (index - 1) >> 1
		if !q.before(item, q.heap[parent]) {
			break
		}
		q.heap[index] = q.heap[parent]
		index = parent
	}
	q.heap[index] = item
}

func (q *priorityQueue[T]) pop() T {
	top := q.heap[0]
	size := len(q.heap) - 1
	last := q.heap[size]
	q.heap = q.heap[:size]
	if size == 0 {
		return top
	}
	index := 0
	for {
		child := 2*index + 1
		if child >= size {
			break
		}
		if child+1 < size && q.before(q.heap[child+1], q.heap[child]) {
			child++
		}
		if !q.before(q.heap[child], last) {
			break
		}
		q.heap[index] = q.heap[child]
		index = child
	}
	q.heap[index] = last
	return top
}

type network struct {
	roads map[int][]road
}

func (n *network) connect(from, to, length int) {
	n.roads[from] = append(n.roads[from], road{to, length})
	n.roads[to] = append(n.roads[to], road{from, length})
}

func (n *network) distances(start int) map[int]int {
	distances := map[int]int{start: 0}
	done := map[int]struct{}{}
	queue := priorityQueue[*candidate]{before: func(a, b *candidate) bool { return a.distance < b.distance }}
	queue.push(&candidate{start, 0})
	for len(queue.heap) > 0 {
		next := queue.pop()
		if _, found := done[next.place]; found {
			continue
		}
		done[next.place] = struct{}{}
		for _, road := range n.roads[next.place] {
			distance := next.distance + road.length
			if known, found := distances[road.to]; !found || distance < known {
				distances[road.to] = distance
				queue.push(&candidate{road.to, distance})
			}
		}
	}
	return distances
}

func main() {
	side := 150
	if len(os.Args) > 1 {
		side, _ = strconv.Atoi(os.Args[1])
	}
	n := &network{map[int][]road{}}
	state := 99
	randomLength := func() int {
		state = (state * 16807) % 2147483647
		return 1 + state%100
	}
	for y := 0; y < side; y++ {
		for x := 0; x < side; x++ {
			place := y*side + x
			if x+1 < side {
				n.connect(place, place+1, randomLength())
			}
			if y+1 < side {
				n.connect(place, place+side, randomLength())
			}
			if (x+y)%7 == 0 && x+1 < side && y+1 < side {
				n.connect(place, place+side+1, randomLength())
			}
		}
	}
	checksum := 0
	for query := 0; query < 20; query++ {
		farthest, sum := 0, 0
		for _, distance := range n.distances((query * 7919) % (side * side)) {
			sum += distance
			if distance > farthest {
				farthest = distance
			}
		}
		checksum = (checksum*31 + sum + farthest) % 1000000007
	}
	fmt.Println(checksum)
}
