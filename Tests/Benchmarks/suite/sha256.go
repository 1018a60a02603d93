package main

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/bits"
	"os"
	"strconv"
)

var roundConstants = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

type sha256 struct {
	state    [8]uint32
	schedule [64]uint32
	block    [64]byte
	filled   int
	length   uint64
}

func newSha256() *sha256 {
	return &sha256{state: [8]uint32{
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	}}
}

func (h *sha256) update(data []byte) *sha256 {
	for _, value := range data {
		h.block[h.filled] = value
		h.filled++
		if h.filled == 64 {
			h.compress()
		}
	}
	h.length += uint64(len(data))
	return h
}

func (h *sha256) clear() {
	for i := h.filled; i < 64; i++ {
		h.block[i] = 0
	}
}

func (h *sha256) digest() []byte {
	h.block[h.filled] = 0x80
	h.filled++
	if h.filled > 56 {
		h.clear()
		h.compress()
	}
	h.clear()
	binary.BigEndian.PutUint64(h.block[56:], h.length<<3)
	h.compress()
	result := make([]byte, 32)
	for i, word := range h.state {
		binary.BigEndian.PutUint32(result[4*i:], word)
	}
	return result
}

func (h *sha256) compress() {
	w := &h.schedule
	for i := 0; i < 16; i++ {
		w[i] = binary.BigEndian.Uint32(h.block[4*i:])
	}
	for i := 16; i < 64; i++ {
		early, late := w[i-15], w[i-2]
		first := bits.RotateLeft32(early, -7) ^ bits.RotateLeft32(early, -18) ^ early>>3
		second := bits.RotateLeft32(late, -17) ^ bits.RotateLeft32(late, -19) ^ late>>10
		w[i] = w[i-16] + first + w[i-7] + second
	}
	s := &h.state
	a, b, c, d, e, f, g, last := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
	for i := 0; i < 64; i++ {
		sum1 := bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)
		choice := e&f ^ ^e&g
		temporary1 := last + sum1 + choice + roundConstants[i] + w[i]
		sum0 := bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)
		majority := a&b ^ a&c ^ b&c
		temporary2 := sum0 + majority
		last, g, f, e, d, c, b, a = g, f, e, d+temporary1, c, b, a, temporary1+temporary2
	}
	s[0] += a
	s[1] += b
	s[2] += c
	s[3] += d
	s[4] += e
	s[5] += f
	s[6] += g
	s[7] += last
	h.filled = 0
}

func main() {
	kibibytes := 40_000
	if len(os.Args) > 1 {
		kibibytes, _ = strconv.Atoi(os.Args[1])
	}
	chunk := make([]byte, 65536)
	for i := range chunk {
		chunk[i] = byte(i*31 + i>>8)
	}
	hash := newSha256()
	for i := 0; i*64 < kibibytes; i++ {
		hash.update(chunk)
	}
	fmt.Println(hex.EncodeToString(hash.digest()))

	link := []byte("abc")
	for i := 0; i < kibibytes; i++ {
		link = newSha256().update(link).digest()
	}
	fmt.Println(hex.EncodeToString(link))
}
