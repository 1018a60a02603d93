let a = 1
let b = 2
a
++
b
var c = a
(b)
let d = a
[b]
return_: { break return_
}
do ; while (0) let e = 3
let f = a
/b/g
label: for (;;) { continue
label }
if (a) ; else b
async
function notAsync() {}
type
X = 1
abstract
class D { x
y = 1
["z"]
static
w }
throw a
