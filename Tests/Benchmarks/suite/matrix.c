#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef double **matrix;

static matrix new_matrix(int size) {
  matrix result = malloc(size * sizeof *result);
  for (int i = 0; i < size; i++) result[i] = calloc(size, sizeof **result);
  return result;
}

static void release(matrix m, int size) {
  for (int i = 0; i < size; i++) free(m[i]);
  free(m);
}

static matrix generate(int size, int seed) {
  long state = seed;
  matrix result = new_matrix(size);
  for (int i = 0; i < size; i++) {
    for (int j = 0; j < size; j++) {
      state = state * 48271 % 2147483647;
      result[i][j] = (double)state / 2147483647 - 0.5;
    }
  }
  return result;
}

static matrix multiply(const matrix a, const matrix b, int size) {
  matrix product = new_matrix(size);
  for (int i = 0; i < size; i++) {
    double *row = product[i];
    for (int k = 0; k < size; k++) {
      double factor = a[i][k];
      const double *other = b[k];
      for (int j = 0; j < size; j++) row[j] += factor * other[j];
    }
  }
  return product;
}

static matrix transpose(const matrix m, int size) {
  matrix result = new_matrix(size);
  for (int i = 0; i < size; i++) {
    for (int j = 0; j < size; j++) result[j][i] = m[i][j];
  }
  return result;
}

static double determinant(const matrix m, int size) {
  matrix rows = new_matrix(size);
  for (int i = 0; i < size; i++) memcpy(rows[i], m[i], size * sizeof(double));
  double result = 1;
  for (int column = 0; column < size; column++) {
    int pivot = column;
    for (int i = column + 1; i < size; i++) {
      if (fabs(rows[i][column]) > fabs(rows[pivot][column])) pivot = i;
    }
    if (rows[pivot][column] == 0) {
      result = 0;
      break;
    }
    if (pivot != column) {
      double *row = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = row;
      result = -result;
    }
    const double *top = rows[column];
    result *= top[column];
    for (int i = column + 1; i < size; i++) {
      double *row = rows[i];
      double factor = row[column] / top[column];
      for (int j = column; j < size; j++) row[j] -= factor * top[j];
    }
  }
  release(rows, size);
  return result;
}

int main(int argc, char **argv) {
  int size = argc > 1 ? atoi(argv[1]) : 300;
  matrix product = generate(size, 42);
  matrix other = generate(size, 7);
  for (int round = 0; round < 15; round++) {
    matrix factor = round % 2 == 0 ? transpose(other, size) : other;
    matrix next = multiply(product, factor, size);
    if (factor != other) release(factor, size);
    release(product, size);
    product = next;
    double scale = 1 / sqrt(size / 12.0);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) product[i][j] *= scale;
    }
  }
  double trace = 0;
  for (int i = 0; i < size; i++) trace += product[i][i];
  printf("trace %.9f\n", trace);
  for (int seed = 1; seed <= 10; seed++) {
    matrix m = generate(size, seed);
    printf("determinant %d: %.6f\n", seed, log(fabs(determinant(m, size))));
    release(m, size);
  }
  release(product, size);
  release(other, size);
  return 0;
}
