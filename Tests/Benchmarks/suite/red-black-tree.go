package main

import (
	"fmt"
	"os"
	"strconv"
)

type color int

const (
	red color = iota
	black
)

type node[K, V any] struct {
	key                 K
	value               V
	color               color
	left, right, parent *node[K, V]
}

func (n *node[K, V]) isBlack() bool {
	return n == nil || n.color == black
}

type redBlackTree[K, V any] struct {
	root    *node[K, V]
	size    int
	compare func(a, b K) int
}

func (t *redBlackTree[K, V]) find(key K) *node[K, V] {
	n := t.root
	for n != nil {
		order := t.compare(key, n.key)
		if order == 0 {
			return n
		}
		if order < 0 {
			n = n.left
		} else {
			n = n.right
		}
	}
	return nil
}

func (t *redBlackTree[K, V]) set(key K, value V) {
	var parent *node[K, V]
	order := 0
	for n := t.root; n != nil; {
		order = t.compare(key, n.key)
		if order == 0 {
			n.value = value
			return
		}
		parent = n
		if order < 0 {
			n = n.left
		} else {
			n = n.right
		}
	}
	added := &node[K, V]{key: key, value: value, parent: parent}
	switch {
	case parent == nil:
		t.root = added
	case order < 0:
		parent.left = added
	default:
		parent.right = added
	}
	t.size++
	t.balanceInsertion(added)
}

func (t *redBlackTree[K, V]) delete(key K) bool {
	n := t.find(key)
	if n == nil {
		return false
	}
	removedColor := n.color
	var child, childParent *node[K, V]
	if n.left == nil || n.right == nil {
		child = n.left
		if child == nil {
			child = n.right
		}
		childParent = n.parent
		t.replace(n, child)
	} else {
		next := n.right
		for next.left != nil {
			next = next.left
		}
		removedColor = next.color
		child = next.right
		if next.parent == n {
			childParent = next
		} else {
			childParent = next.parent
			t.replace(next, child)
			next.right = n.right
			next.right.parent = next
		}
		t.replace(n, next)
		next.left = n.left
		next.left.parent = next
		next.color = n.color
	}
	t.size--
	if removedColor == black {
		t.balanceRemoval(child, childParent)
	}
	return true
}

func (t *redBlackTree[K, V]) forEach(callback func(value V, key K)) {
	var visit func(n *node[K, V])
	visit = func(n *node[K, V]) {
		if n == nil {
			return
		}
		visit(n.left)
		callback(n.value, n.key)
		visit(n.right)
	}
	visit(t.root)
}

func (n *node[K, V]) height() int {
	if n == nil {
		return 0
	}
	left, right := n.left.height(), n.right.height()
	if left > right {
		return 1 + left
	}
	return 1 + right
}

func (t *redBlackTree[K, V]) replace(n, other *node[K, V]) {
	parent := n.parent
	switch {
	case parent == nil:
		t.root = other
	case parent.left == n:
		parent.left = other
	default:
		parent.right = other
	}
	if other != nil {
		other.parent = parent
	}
}

func (t *redBlackTree[K, V]) rotateLeft(n *node[K, V]) {
	child := n.right
	n.right = child.left
	if child.left != nil {
		child.left.parent = n
	}
	t.replace(n, child)
	child.left = n
	n.parent = child
}

func (t *redBlackTree[K, V]) rotateRight(n *node[K, V]) {
	child := n.left
	n.left = child.right
	if child.right != nil {
		child.right.parent = n
	}
	t.replace(n, child)
	child.right = n
	n.parent = child
}

// rotate turns a node towards its left child or its right one.
func (t *redBlackTree[K, V]) rotate(n *node[K, V], toLeft bool) {
	if toLeft {
		t.rotateLeft(n)
	} else {
		t.rotateRight(n)
	}
}

// child gives the left child or the right one.
func (n *node[K, V]) child(left bool) *node[K, V] {
	if left {
		return n.left
	}
	return n.right
}

func (t *redBlackTree[K, V]) balanceInsertion(n *node[K, V]) {
	parent := n.parent
	for parent != nil && parent.color == red {
		grandparent := parent.parent
		onLeft := parent == grandparent.left
		uncle := grandparent.child(!onLeft)
		if uncle != nil && uncle.color == red {
			parent.color = black
			uncle.color = black
			grandparent.color = red
			n = grandparent
		} else {
			if n == parent.child(!onLeft) {
				n = parent
				t.rotate(n, onLeft)
				parent = n.parent
			}
			parent.color = black
			grandparent.color = red
			t.rotate(grandparent, !onLeft)
		}
		parent = n.parent
	}
	t.root.color = black
}

func (t *redBlackTree[K, V]) balanceRemoval(n, parent *node[K, V]) {
	for parent != nil && n.isBlack() {
		onLeft := n == parent.left
		sibling := parent.child(!onLeft)
		if sibling.color == red {
			sibling.color = black
			parent.color = red
			t.rotate(parent, onLeft)
			sibling = parent.child(!onLeft)
		}
		if sibling.left.isBlack() && sibling.right.isBlack() {
			sibling.color = red
			n = parent
			parent = n.parent
			continue
		}
		if sibling.child(!onLeft).isBlack() {
			sibling.child(onLeft).color = black
			sibling.color = red
			t.rotate(sibling, !onLeft)
			sibling = parent.child(!onLeft)
		}
		sibling.color = parent.color
		parent.color = black
		sibling.child(!onLeft).color = black
		t.rotate(parent, onLeft)
		n = t.root
		break
	}
	if n != nil {
		n.color = black
	}
}

func main() {
	count := 200_000
	if len(os.Args) > 1 {
		count, _ = strconv.Atoi(os.Args[1])
	}
	tree := redBlackTree[int, int]{compare: func(a, b int) int { return a - b }}
	state := 1
	nextKey := func() int {
		state = (state * 48271) % 2147483647
		return state % (count * 2)
	}
	found, removed := 0, 0
	for i := 0; i < count; i++ {
		tree.set(nextKey(), i)
	}
	for i := 0; i < count; i++ {
		if tree.find(nextKey()) != nil {
			found++
		}
		if tree.delete(nextKey()) {
			removed++
		}
		tree.set(nextKey(), i)
	}
	checksum := 0
	tree.forEach(func(value, key int) {
		checksum = (checksum*31 + key + value) % 1000000007
	})
	fmt.Printf("%d keys, %d found, %d removed, height %d, checksum %d\n", tree.size, found, removed, tree.root.height(), checksum)
}
