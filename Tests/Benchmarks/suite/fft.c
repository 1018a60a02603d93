#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct transform {
  int size;
  double *cosines, *sines;
  uint32_t *reversed;
};

static struct transform new_transform(int bits) {
  int size = 1 << bits;
  struct transform t = {
      size, malloc(size / 2 * sizeof(double)), malloc(size / 2 * sizeof(double)), calloc(size, sizeof(uint32_t))};
  for (int i = 0; i < size / 2; i++) {
    t.cosines[i] = cos(2 * M_PI * i / size);
    t.sines[i] = sin(2 * M_PI * i / size);
  }
  for (int i = 0; i < size; i++) t.reversed[i] = t.reversed[i >> 1] >> 1 | (uint32_t)(i & 1) << (bits - 1);
  return t;
}

static void swap(double *a, double *b) {
  double value = *a;
  *a = *b;
  *b = value;
}

static void forward(const struct transform *t, double *real, double *imaginary) {
  for (int i = 0; i < t->size; i++) {
    int j = t->reversed[i];
    if (j > i) {
      swap(&real[i], &real[j]);
      swap(&imaginary[i], &imaginary[j]);
    }
  }
  for (int half = 1; half < t->size; half *= 2) {
    int step = t->size / (2 * half);
    for (int start = 0; start < t->size; start += 2 * half) {
      for (int k = 0; k < half; k++) {
        double cosine = t->cosines[k * step];
        double sine = t->sines[k * step];
        int low = start + k;
        int high = low + half;
        double re = real[high] * cosine + imaginary[high] * sine;
        double im = imaginary[high] * cosine - real[high] * sine;
        real[high] = real[low] - re;
        imaginary[high] = imaginary[low] - im;
        real[low] += re;
        imaginary[low] += im;
      }
    }
  }
}

static void backward(const struct transform *t, double *real, double *imaginary) {
  forward(t, imaginary, real);
  for (int i = 0; i < t->size; i++) {
    real[i] /= t->size;
    imaginary[i] /= t->size;
  }
}

int main(int argc, char **argv) {
  int bits = argc > 1 ? atoi(argv[1]) : 18;
  struct transform t = new_transform(bits);
  size_t bytes = t.size * sizeof(double);
  double *real = malloc(bytes), *imaginary = calloc(t.size, sizeof(double)), *original = malloc(bytes);
  for (int i = 0; i < t.size; i++) real[i] = (double)((int64_t)i * 7919 % 1000) / 1000 - 0.5;
  memcpy(original, real, bytes);
  for (int round = 0; round < 12; round++) {
    forward(&t, real, imaginary);
    backward(&t, real, imaginary);
  }
  double error = 0;
  for (int i = 0; i < t.size; i++) error = fmax(error, fabs(real[i] - original[i]));
  if (error < 1e-9) puts("round trips agree");
  else printf("round trips differ by %g\n", error);
  forward(&t, real, imaginary);
  double power = 0;
  for (int i = 0; i < t.size; i++) power += real[i] * real[i] + imaginary[i] * imaginary[i];
  printf("%.6f\n", power / t.size);
  return 0;
}
