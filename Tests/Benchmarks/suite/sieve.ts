/// Integer loops over bytes: primes by the sieve of Eratosthenes, and what can be counted with them.
function sieve(limit: number): Uint8Array {
  const composite = new Uint8Array(limit + 1);
  composite[0] = composite[1] = 1;
  for (let i = 2; i * i <= limit; i++) {
    if (composite[i]) continue;
    for (let multiple = i * i; multiple <= limit; multiple += i) composite[multiple] = 1;
  }
  return composite;
}

function primesOf(composite: Uint8Array): number[] {
  const primes: number[] = [];
  for (let i = 2; i < composite.length; i++) {
    if (!composite[i]) primes.push(i);
  }
  return primes;
}

const limit = Number(process.argv[2] ?? 10_000_000);
let checksum = 0;
for (let round = 0; round < 8; round++) {
  const composite = sieve(limit - round);
  const primes = primesOf(composite);
  let twins = 0;
  let widest = 0;
  for (let i = 1; i < primes.length; i++) {
    const gap = primes[i]! - primes[i - 1]!;
    if (gap === 2) twins++;
    if (gap > widest) widest = gap;
  }
  checksum = (checksum * 31 + primes.length + twins * 7 + widest) % 1000000007;
}
console.log(checksum);
