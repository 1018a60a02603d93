let crlf = 1;
let b = `x
y`;
let c d;
