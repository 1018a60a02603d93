#include <stdio.h>
#include <stdlib.h>

struct tree {
  struct tree *left, *right;
};

static struct tree *make_tree(int depth) {
  struct tree *tree = malloc(sizeof *tree);
  tree->left = depth ? make_tree(depth - 1) : NULL;
  tree->right = depth ? make_tree(depth - 1) : NULL;
  return tree;
}

static long count(const struct tree *tree) {
  return 1 + (tree->left ? count(tree->left) : 0) + (tree->right ? count(tree->right) : 0);
}

static void release(struct tree *tree) {
  if (tree->left) release(tree->left);
  if (tree->right) release(tree->right);
  free(tree);
}

int main(int argc, char **argv) {
  int maximum = argc > 1 ? atoi(argv[1]) : 18;
  struct tree *long_lived = make_tree(maximum);
  for (int depth = 4; depth <= maximum; depth += 4) {
    int iterations = 1 << (maximum - depth + 4);
    long nodes = 0;
    for (int i = 0; i < iterations; i++) {
      struct tree *tree = make_tree(depth);
      nodes += count(tree);
      release(tree);
    }
    printf("%d trees of depth %d: %ld nodes\n", iterations, depth, nodes);
  }
  printf("long-lived tree of depth %d: %ld nodes\n", maximum, count(long_lived));
  return 0;
}
