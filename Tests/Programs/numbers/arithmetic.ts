// Division, remainder, negative zero and the limits of doubles.
console.log(7 / 2, -7 / 2, 7 % 3, -7 % 3, 7 % -3, 5.5 % 2);
console.log(1 / 0, -1 / 0, 0 / 0, 1 / -0);
console.log(-7 % 7, 0 * -1, Object.is(-7 % 7, -0), -0 + 0, -0 - 0);
console.log(0.1 + 0.2, 0.1 * 3, 1e308 * 10, 5e-324 / 2);
console.log(2 ** 10, 2 ** -1, (-2) ** 3, 2 ** 0.5, NaN ** 0, 1 ** Infinity);
console.log(9007199254740991 + 2, 9007199254740993, 2 ** 53 === 2 ** 53 + 1);
const x = 10;
let y = x;
y += 5;
y *= 2;
y -= 1;
y /= 4;
y %= 5;
y **= 2;
console.log(y);
console.log(4294967295 + 1, 2147483647 + 1, -2147483648 - 1);
console.log(1.5 + +true + +null! + +"3" + +"");
