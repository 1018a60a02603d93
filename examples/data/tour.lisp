; A tour of what the interpreter can do.

(define (square x) (* x x))
(print "squares:" (map square (list 1 2 3 4 5)))

; Closures keep their own variables.
(define (make-counter)
  (let ((count 0))
    (lambda ()
      (set! count (+ count 1))
      count)))
(define next (make-counter))
(next)
(next)
(print "third:" (next))

; A tail call is a loop: a hundred thousand turns need no stack.
(define (sum-to n total)
  (if (= n 0) total (sum-to (- n 1) (+ total n))))
(print "sum to 100000:" (sum-to 100000 0))

(define (fib n)
  (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(print "fib 20:" (fib 20))

; Primes by trial division, with a named helper that is local.
(define (prime? n)
  (define (divides? d)
    (cond ((> (* d d) n) false)
          ((= (mod n d) 0) true)
          (else (divides? (+ d 1)))))
  (and (> n 1) (not (divides? 2))))
(define (range from to)
  (if (>= from to) nil (cons from (range (+ from 1) to))))
(print "primes:" (filter prime? (range 0 50)))

; Strings, quoting, variable arguments.
(define (greet . names)
  (string "hello " (fold (lambda (left name) (if (= left "") name (string left " and " name))) "" names) "!"))
(print (greet "Ada" "Grace"))
(print '(a "quoted" (list with 1.5 items)))
(print (sort (list 3 1 2) <) (append '(1 2) '(3) nil) (length "four"))
(print (or false nil "default") (and 1 2 3) (fold + 0 (range 0 11)) (/ 1 4))
(print square next + (list))
