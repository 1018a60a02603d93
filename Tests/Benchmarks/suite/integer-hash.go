package main

import (
	"fmt"
	"os"
	"strconv"
)

type random struct {
	state uint32
}

func (r *random) next() uint32 {
	r.state ^= r.state << 13
	r.state ^= r.state >> 17
	r.state ^= r.state << 5
	return r.state
}

func mix(key, seed uint32) uint32 {
	block := key * 0xcc9e2d51
	block = block<<15 | block>>17
	block *= 0x1b873593
	hash := seed ^ block
	hash = hash<<13 | hash>>19
	hash = hash*5 + 0xe6546b64
	hash ^= 4
	hash = (hash ^ hash>>16) * 0x85ebca6b
	hash = (hash ^ hash>>13) * 0xc2b2ae35
	return hash ^ hash>>16
}

type countingTable struct {
	keys, counts []uint32
	used         int
}

func newCountingTable(capacity int) *countingTable {
	return &countingTable{keys: make([]uint32, capacity), counts: make([]uint32, capacity)}
}

func (t *countingTable) find(key uint32) uint32 {
	mask := uint32(len(t.keys) - 1)
	slot := mix(key, 0x9747b28c) & mask
	for t.counts[slot] != 0 && t.keys[slot] != key {
		slot = (slot + 1) & mask
	}
	return slot
}

func (t *countingTable) add(key uint32) {
	if t.used*4 >= len(t.keys)*3 {
		t.grow()
	}
	slot := t.find(key)
	if t.counts[slot] == 0 {
		t.keys[slot] = key
		t.used++
	}
	t.counts[slot]++
}

func (t *countingTable) count(key uint32) uint32 {
	return t.counts[t.find(key)]
}

func (t *countingTable) grow() {
	keys, counts := t.keys, t.counts
	t.keys = make([]uint32, len(keys)*2)
	t.counts = make([]uint32, len(keys)*2)
	for i, key := range keys {
		if counts[i] == 0 {
			continue
		}
		slot := t.find(key)
		t.keys[slot] = key
		t.counts[slot] = counts[i]
	}
}

func main() {
	operations := 5_000_000
	if len(os.Args) > 1 {
		operations, _ = strconv.Atoi(os.Args[1])
	}
	table := newCountingTable(1024)
	writer := random{2463534242}
	for i := 0; i < operations; i++ {
		table.add(writer.next() % 1000003)
	}
	reader := random{88675123}
	hits := 0
	checksum := int32(0)
	for i := 0; i < operations; i++ {
		count := table.count(reader.next() % 2000003)
		if count > 0 {
			hits++
		}
		checksum = checksum*31 + int32(count)
	}
	fmt.Printf("%d keys, %d hits, checksum %d\n", table.used, hits, checksum)
}
