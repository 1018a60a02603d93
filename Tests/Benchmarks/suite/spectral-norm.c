#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double element(int row, int column) {
  int diagonal = row + column;
  return 1.0 / (diagonal * (diagonal + 1) / 2 + row + 1);
}

static double *multiply(const double *vector, int size) {
  double *result = malloc(size * sizeof *result);
  for (int row = 0; row < size; row++) {
    double sum = 0;
    for (int column = 0; column < size; column++) sum += element(row, column) * vector[column];
    result[row] = sum;
  }
  return result;
}

static double *multiply_transposed(const double *vector, int size) {
  double *result = malloc(size * sizeof *result);
  for (int row = 0; row < size; row++) {
    double sum = 0;
    for (int column = 0; column < size; column++) sum += element(column, row) * vector[column];
    result[row] = sum;
  }
  return result;
}

static double dot(const double *a, const double *b, int size) {
  double sum = 0;
  for (int i = 0; i < size; i++) sum += a[i] * b[i];
  return sum;
}

static double *step(double *vector, int size) {
  double *half = multiply(vector, size);
  double *result = multiply_transposed(half, size);
  free(half);
  return result;
}

int main(int argc, char **argv) {
  int size = argc > 1 ? atoi(argv[1]) : 3000;
  double *u = malloc(size * sizeof *u), *v = NULL;
  for (int i = 0; i < size; i++) u[i] = 1;
  for (int i = 0; i < 10; i++) {
    free(v);
    v = step(u, size);
    free(u);
    u = step(v, size);
  }
  printf("%.9f\n", sqrt(dot(u, v, size) / dot(v, v, size)));
  free(u);
  free(v);
  return 0;
}
