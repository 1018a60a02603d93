let a = 1
a
++
b
return_: for (;;) { break
return_ }
do x; while (0) y
throw
a
type
X = 1
var z = a
/b/g
