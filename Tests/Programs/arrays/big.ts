// Arrays with many elements, sieve and prefix sums.
const n = 20000;
const composite: boolean[] = new Array(n + 1).fill(false);
const primes: number[] = [];
for (let i = 2; i <= n; i++) {
  if (composite[i]) continue;
  primes.push(i);
  for (let j = i * i; j <= n; j += i) composite[j] = true;
}
console.log(primes.length, primes[primes.length - 1], primes.slice(0, 10));
const prefix = [0];
for (const p of primes) prefix.push(prefix[prefix.length - 1] + p);
console.log(prefix[100], prefix.at(-1));
const sparse: number[] = [];
sparse[100000] = 1;
sparse[5] = 2;
let count = 0;
sparse.forEach(() => count++);
console.log(sparse.length, count, Object.keys(sparse));
const many = Array.from({ length: 1000 }, (_, i) => i);
console.log(Math.max(...many), many.slice(-3), many.reverse()[0], many.splice(10, 980).length, many.length);
