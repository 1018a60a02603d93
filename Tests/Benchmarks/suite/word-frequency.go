package main

import (
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
)

var syllables = []string{"ta", "ri", "mo", "ne", "lu", "sa", "ko", "vi", "den", "or", "al", "es", "quin", "th", "re", "un"}

func makeVocabulary(size int) []string {
	words := make([]string, 0, size)
	for i := 0; i < size; i++ {
		word := ""
		for rest := i + 1; rest > 0; rest /= len(syllables) {
			word += syllables[rest%len(syllables)]
		}
		words = append(words, word)
	}
	return words
}

func makeText(lines int) string {
	vocabulary := makeVocabulary(20000)
	state := 7
	random := func() float64 {
		state = (state * 48271) % 2147483647
		return float64(state) / 2147483647
	}
	result := make([]string, 0, lines)
	for line := 0; line < lines; line++ {
		words := make([]string, 0, 12)
		for i := 0; i < 12; i++ {
			words = append(words, vocabulary[int(float64(len(vocabulary))*math.Pow(random(), 3))])
		}
		separator := " "
		if line%3 == 0 {
			separator = ", "
		}
		text := strings.Join(words, separator)
		result = append(result, strings.ToUpper(text[:1])+text[1:]+".")
	}
	return strings.Join(result, "\n")
}

func countWords(text string) map[string]int {
	counts := map[string]int{}
	isSeparator := func(r rune) bool { return r < 'a' || r > 'z' }
	for _, word := range strings.FieldsFunc(strings.ToLower(text), isSeparator) {
		counts[word]++
	}
	return counts
}

func main() {
	lines := 130_000
	if len(os.Args) > 1 {
		lines, _ = strconv.Atoi(os.Args[1])
	}
	counts := countWords(makeText(lines))
	type entry struct {
		word  string
		count int
	}
	sorted := make([]entry, 0, len(counts))
	for word, count := range counts {
		sorted = append(sorted, entry{word, count})
	}
	sort.Slice(sorted, func(i, j int) bool {
		a, b := sorted[i], sorted[j]
		return a.count > b.count || a.count == b.count && a.word < b.word
	})
	fmt.Printf("%d words\n", len(sorted))
	for i := 0; i < 10 && i < len(sorted); i++ {
		fmt.Printf("%8d %s\n", sorted[i].count, sorted[i].word)
	}
}
