let a = `never ${ 1 + 2 } closed;
let b = 1;
