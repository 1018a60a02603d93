// Relational operators on numbers, strings and mixtures.
const pairs: [any, any][] = [
  [1, 2], ["10", "9"], ["10", 9], ["a", "b"], ["a", "B"], ["", 0], [null, 0], [undefined, 0], [null, undefined], ["abc", "abcd"],
  [true, 1], [[2], 1], ["x", 1], [NaN, NaN], [-0, 0], ["\u{1f600}", "\uffff"], [{}, {}], ["1e1", 10],
];
for (const [a, b] of pairs) console.log(a < b, a > b, a <= b, a >= b, a == b, a != b, a === b);
const same = {};
console.log(same == same, same === same, [] == ("" as any), [0] == (false as any), null == (0 as any), null >= (0 as any));
