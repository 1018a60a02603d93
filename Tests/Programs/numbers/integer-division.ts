// Integer algorithms as people write them.
function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let i = 2; i * i <= n; i++) if (n % i === 0) return false;
  return true;
}
function digits(n: number): number[] {
  const out: number[] = [];
  do {
    out.unshift(n % 10);
    n = Math.floor(n / 10);
  } while (n > 0);
  return out;
}
function power(base: number, exponent: number, modulus: number): number {
  let result = 1;
  while (exponent > 0) {
    if (exponent & 1) result = (result * base) % modulus;
    base = (base * base) % modulus;
    exponent >>= 1;
  }
  return result;
}
console.log(gcd(1071, 462), gcd(0, 5), gcd(-12, 18));
console.log(Array.from({ length: 30 }, (_, i) => i).filter(isPrime));
console.log(digits(90210), digits(0), power(7, 560, 561), (17 / 5) | 0, (-17 / 5) | 0, Math.floor(-17 / 5));
