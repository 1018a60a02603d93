// Math.f16round at the edges of half precision.
for (const x of [1.337, 65519.99, 65520, 5e-8, 2.98e-8, -1e-9, -0, NaN, 1.00048828125, 0.00006103515625, 6.1e-5, -Infinity, 5e-324, 2049, 2051]) {
  console.log(x, (Math as any).f16round(x));
}
