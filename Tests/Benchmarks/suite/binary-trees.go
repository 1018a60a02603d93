package main

import (
	"fmt"
	"os"
	"strconv"
)

type tree struct {
	left, right *tree
}

func (t *tree) count() int {
	result := 1
	if t.left != nil {
		result += t.left.count()
	}
	if t.right != nil {
		result += t.right.count()
	}
	return result
}

func makeTree(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{makeTree(depth - 1), makeTree(depth - 1)}
}

func main() {
	maximum := 18
	if len(os.Args) > 1 {
		maximum, _ = strconv.Atoi(os.Args[1])
	}
	longLived := makeTree(maximum)
	for depth := 4; depth <= maximum; depth += 4 {
		iterations := 1 << (maximum - depth + 4)
		nodes := 0
		for i := 0; i < iterations; i++ {
			nodes += makeTree(depth).count()
		}
		fmt.Printf("%d trees of depth %d: %d nodes\n", iterations, depth, nodes)
	}
	fmt.Printf("long-lived tree of depth %d: %d nodes\n", maximum, longLived.count())
}
