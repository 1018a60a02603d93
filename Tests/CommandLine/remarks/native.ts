// Nothing to say of its loops: all is numbers.
function collatz(limit: number) {
  let longest = 0;
  for (let start = 1; start < limit; start++) {
    let steps = 0;
    for (let n = start; n !== 1; steps++) n = n % 2 === 0 ? n / 2 : 3 * n + 1;
    if (steps > longest) longest = steps;
  }
  return longest;
}
console.log(collatz(30));
