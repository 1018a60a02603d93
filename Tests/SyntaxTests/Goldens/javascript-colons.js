switch (1) { case (x): y => z; }
a ? (b) : c => d;
a ? async (b) : c => d;
f < g > (h);
type
interface_
