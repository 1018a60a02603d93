// Counters leave the range of 32 bits and stay exact.
let count = 0;
for (let i = 2147483645; i < 2147483652; i++) {
  count++;
  if (count > 3) console.log(i, i | 0);
}
let down = -2147483646;
for (let k = 0; k < 5; k++) down--;
console.log(down);
let big = 9007199254740990;
for (let k = 0; k < 5; k++) big++;
console.log(big);
let product = 1;
for (let i = 1; i <= 25; i++) product *= i;
console.log(product);
let sum = 0;
for (let i = 0; i < 100000; i++) sum += i * i;
console.log(sum);
let wrapped = 1;
for (let i = 0; i < 40; i++) wrapped = (wrapped * 31 + i) | 0;
console.log(wrapped);
