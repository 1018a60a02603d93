; The function uses a name that nothing defines; the interpreter says where, once it is called.

(define (area radius)
  (* pi radius radius))
(print "area:" (area 2))
